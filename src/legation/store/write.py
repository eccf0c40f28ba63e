"""Writing readings: idempotent, one transaction per batch; happenings and deals are rebuilt as a whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import duckdb
import msgspec

from legation.errors import StoreError
from legation.lexicon.admiralty import Grade
from legation.pipeline import Record
from legation.record.issue import Issue
from legation.record.reading import Reading
from legation.store.dealrow import deal_rows
from legation.store.open import Store
from legation.store.row import Row, rows

_DERIVED = ("block", "claim", "role", "step", "casualty", "link", "coding")


def write(store: Store, readings: Iterable[Reading]) -> None:
    """Write the readings: rows of an article that was read before are replaced, so that a second reading changes nothing."""
    batch = list({r.article.id: r for r in readings}.values())
    gathered: dict[str, list[Row]] = defaultdict(list)
    for reading in batch:
        for table, row in rows(reading):
            gathered[table].append(row)
    _transaction(store, [r.article.id for r in batch], gathered)


def _transaction(store: Store, ids: Sequence[str], gathered: dict[str, list[Row]]) -> None:
    db = store.db
    db.execute("BEGIN")
    try:
        for table in _DERIVED:
            db.execute(f"DELETE FROM {table} WHERE article IN (SELECT unnest(?))", [list(ids)])
        db.execute("DELETE FROM article WHERE id IN (SELECT unnest(?))", [list(ids)])
        for table, found in gathered.items():
            _insert(db, table, found)
        db.execute("COMMIT")
    except duckdb.Error as fault:
        db.execute("ROLLBACK")
        raise StoreError(
            f"store {store.path}: the batch was not written ({fault}); nothing of it is kept, read again"
        ) from fault


def _insert(db: duckdb.DuckDBPyConnection, table: str, found: Sequence[Row]) -> None:
    if found:
        verb = "INSERT OR REPLACE" if table == "issue" else "INSERT"
        marks = ", ".join("?" * len(found[0]))
        db.executemany(f"{verb} INTO {table} VALUES ({marks})", found)


def write_grades(store: Store, grades: Mapping[str, Grade]) -> None:
    """Replace the outlets' grades by those given."""
    store.db.execute("DELETE FROM admiralty")
    _insert(store.db, "admiralty", [(outlet, g.letter, g.reason, g.by) for outlet, g in sorted(grades.items())])


def write_issues(store: Store, issues: Iterable[Issue]) -> None:
    """Write the issues; one that stands there already is not doubled."""
    _insert(store.db, "issue", [tuple(msgspec.structs.astuple(i)) for i in issues])


def write_record(store: Store, record: Record) -> None:
    """Replace the happenings and deals by those of the record."""
    db = store.db
    db.execute("BEGIN")
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
    db.execute("COMMIT")


def _event(e: object) -> Row:
    fields = msgspec.structs.asdict(e)  # type: ignore[arg-type]
    return tuple(list(v) if isinstance(v, tuple) else v for k, v in fields.items() if k != "claims")
