"""Read-only SQL over the store: one SELECT, no files, no network."""

from __future__ import annotations

import duckdb

from legation.ask.question import NAMES, Answer, answer
from legation.errors import AskError
from legation.store.open import open_store

_ALLOWED = frozenset({"SELECT", "EXPLAIN"})


def ask_sql(path: str, sql: str) -> Answer:
    """The answer to one SELECT over a store file; AskError when it is anything else or does not run."""
    with open_store(path, read_only=True) as store:
        db = store.db
        db.execute("SET enable_external_access = false")
        db.execute("SET lock_configuration = true")
        checked_select(db, sql)
        try:
            return answer(db.execute(sql))
        except duckdb.Error as fault:
            raise AskError(f"SQL: {fault}; the views are {', '.join(NAMES)}, DESCRIBE shows their columns") from fault


def checked_select(db: duckdb.DuckDBPyConnection, sql: str) -> None:
    """Nothing when the words are one SELECT; AskError says what else they are."""
    try:
        found = db.extract_statements(sql)
    except duckdb.Error as fault:
        raise AskError(f"SQL: {fault}; expected one SELECT, as in: SELECT * FROM deals") from fault
    kinds = [str(statement.type).rsplit(".", 1)[-1].removesuffix("_STATEMENT") for statement in found]
    if len(kinds) != 1 or kinds[0] not in _ALLOWED:
        raise AskError(
            f"SQL: met {' then '.join(kinds) or 'nothing'}, expected one SELECT: the record is read-only here"
        )
