"""Writing readings: idempotent, one transaction per batch; happenings and deals are rebuilt as a whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import duckdb
import msgspec

from legation.lexicon.admiralty import Grade
from legation.pipeline import Record
from legation.record.issue import Issue
from legation.record.reading import Reading
from legation.store.dealrow import deal_rows
from legation.store.open import Store
from legation.store.row import Row, rows
from legation.store.transaction import transaction

_DERIVED = ("article_state", "block", "claim", "role", "step", "casualty", "link", "coding")


def write(
    store: Store, readings: Iterable[Reading], *, states: Mapping[str, str] | None = None, issues: Iterable[Issue] = ()
) -> None:
    """Write the readings: rows of an article that was read before are replaced, so that a second reading changes nothing.

    `states` are digests of the articles as they were met (see `store/state.py`), `issues` what was met on the way. All of it is one transaction.
    """
    batch = list({r.article.id: r for r in readings}.values())
    gathered: dict[str, list[Row]] = defaultdict(list)
    for reading in batch:
        for table, row in rows(reading):
            gathered[table].append(row)
    gathered["issue"] += [tuple(msgspec.structs.astuple(i)) for i in issues]
    gathered["article_state"] += [
        (r.article.id, states[r.article.id]) for r in batch if states and r.article.id in states
    ]
    _transaction(store, [r.article.id for r in batch], gathered)


def _transaction(store: Store, ids: Sequence[str], gathered: dict[str, list[Row]]) -> None:
    with transaction(store) as db:
        for table in _DERIVED:
            db.execute(f"DELETE FROM {table} WHERE article IN (SELECT unnest(?))", [list(ids)])
        db.execute("DELETE FROM issue WHERE stage <> 'read' AND article IN (SELECT unnest(?))", [list(ids)])
        db.execute("DELETE FROM article WHERE id IN (SELECT unnest(?))", [list(ids)])
        for table, found in gathered.items():
            _insert(db, table, found)


def _insert(db: duckdb.DuckDBPyConnection, table: str, found: Sequence[Row]) -> None:
    if found:
        verb = "INSERT OR REPLACE" if table == "issue" else "INSERT"
        marks = ", ".join("?" * len(found[0]))
        db.executemany(f"{verb} INTO {table} VALUES ({marks})", found)


def write_grades(store: Store, grades: Mapping[str, Grade]) -> None:
    """Replace the outlets' grades by those given."""
    with transaction(store) as db:
        db.execute("DELETE FROM admiralty")
        _insert(db, "admiralty", [(outlet, g.letter, g.reason, g.by) for outlet, g in sorted(grades.items())])


def write_issues(store: Store, issues: Iterable[Issue]) -> None:
    """Write the issues; one that stands there already is not doubled."""
    with transaction(store) as db:
        _insert(db, "issue", [tuple(msgspec.structs.astuple(i)) for i in issues])


def write_record(store: Store, record: Record) -> None:
    """Replace the happenings and deals by those of the record."""
    with transaction(store) as db:
        for table in ("event", "event_claim", "deal", "deal_claim", "deal_stage", "deal_value"):
            db.execute(f"DELETE FROM {table}")
        _insert(db, "event", [_event(e) for e in record.events])
        _insert(db, "event_claim", [(e.id, c) for e in record.events for c in e.claims])
        gathered: dict[str, list[Row]] = defaultdict(list)
        for deal in record.deals:
            for table, row in deal_rows(deal):
                gathered[table].append(row)
        for table, found in gathered.items():
            _insert(db, table, found)


def _event(e: object) -> Row:
    fields = msgspec.structs.asdict(e)  # type: ignore[arg-type]
    return tuple(list(v) if isinstance(v, tuple) else v for k, v in fields.items() if k != "claims")
