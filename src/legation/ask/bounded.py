"""Read-only SQL of a stranger over a store that is open: one SELECT, so many seconds, so many rows."""

from __future__ import annotations

import threading
from typing import Any

import duckdb
import msgspec

from legation.ask.sql import checked_select
from legation.errors import AskError
from legation.store.open import Store

SECONDS = 5.0
"""How long a query may run. **Source:** every question of our own takes under a second on 20,000 articles."""
ROWS = 1000
WIDEST = 100_000
"""Characters that a cell may have in an answer; what is longer is cut."""


class Bounded(msgspec.Struct, frozen=True, kw_only=True):
    """The answer: columns, rows, and whether there were more rows than were asked for."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    more: bool


def bounded(store: Store, sql: str, *, seconds: float = SECONDS, rows: int = ROWS) -> Bounded:
    """The answer to one SELECT; AskError when it is anything else, does not run, or does not end in time."""
    checked_select(store.db, sql)
    stop = threading.Timer(seconds, store.db.interrupt)
    stop.start()
    try:
        cursor = store.db.execute(sql)
        columns = tuple(str(column[0]) for column in cursor.description or ())
        found = cursor.fetchmany(rows + 1)
    except duckdb.InterruptException as fault:
        raise AskError(
            f"SQL: met no end within {seconds:g} seconds; narrow the query or run it outside the app"
        ) from fault
    except duckdb.Error as fault:
        raise AskError(f"SQL: {fault}") from fault
    finally:
        stop.cancel()
    return Bounded(columns=columns, rows=tuple(tuple(map(_cut, row)) for row in found[:rows]), more=len(found) > rows)


def _cut(value: Any) -> Any:
    return value[:WIDEST] if isinstance(value, str) else value
