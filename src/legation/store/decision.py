"""Review decisions in the store: appended, never changed."""

from __future__ import annotations

import msgspec

from legation.corroborate.review import attach
from legation.record.decision import Decision
from legation.store.open import Store
from legation.store.view import load_reading

_FIELDS = (
    "id", "target", "action", "reviewer", "at", "text_hash", "reason", "field", "old", "new", "article", "kind", "span_start", "span_end",
    "standing", "seconds", "confidence", "made_by",
)  # fmt: skip


def append(store: Store, decision: Decision) -> None:
    """Write one decision more; one that stands there already is not doubled."""
    values = [getattr(decision, name) for name in _FIELDS]
    marks = ", ".join("?" * len(values))
    store.db.execute(f"INSERT OR IGNORE INTO review_decision VALUES ({marks})", values)


def load_decisions(store: Store) -> tuple[Decision, ...]:
    """Every decision of the store by time, those undone and those that undo included; empty for a store made before there were any."""
    has = store.db.execute(
        "SELECT count(*) FROM information_schema.tables WHERE table_name = 'review_decision'"
    ).fetchone()
    if not has or not has[0]:
        return ()
    columns = ", ".join("decided_at" if name == "at" else name for name in _FIELDS)
    found = store.db.execute(f"SELECT {columns} FROM review_decision ORDER BY decided_at, id").fetchall()
    return tuple(msgspec.convert(dict(zip(_FIELDS, row, strict=True)), Decision) for row in found)


def current_decisions(store: Store) -> tuple[Decision, ...]:
    """The decisions as they stand on the claims of now: where a claim was read anew and has another id, `target` is that id.

    A decision whose words carry no claim of its kind any more keeps its old target.
    """
    decisions = load_decisions(store)
    here = {d.target for d in decisions if d.action != "undo"}
    found = store.db.execute("SELECT id FROM claim WHERE list_contains($ids, id)", {"ids": sorted(here)}).fetchall()
    gone = here - {row[0] for row in found}
    return tuple(_moved(store, d) if d.target in gone else d for d in decisions)


def _moved(store: Store, decision: Decision) -> Decision:
    reading = load_reading(store, decision.article) if decision.article else None
    claim = attach(decision, reading.claims if reading else ()).claim
    return msgspec.structs.replace(decision, target=claim.id) if claim is not None else decision
