"""One transaction: all of it is kept or nothing of it, and what stopped it is told with the way on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress

import duckdb

from legation.errors import StoreError
from legation.store.open import Store, first_line, is_damage

_FULL = ("no space left", "disk full", "quota", "file too large", "could not write")


@contextmanager
def transaction(store: Store) -> Iterator[duckdb.DuckDBPyConnection]:
    """The connection within a transaction, committed at the end; rolled back on any fault. StoreError for one of the store's own."""
    try:
        store.db.execute("BEGIN")
        yield store.db
        store.db.execute("COMMIT")
    except duckdb.Error as fault:
        _undo(store)
        raise StoreError(f"store {store.path}: {_told(fault)}") from fault
    except BaseException:
        _undo(store)
        raise


def _undo(store: Store) -> None:
    with suppress(
        duckdb.Error
    ):  # after a fatal fault the connection takes no more; the file is as it was before the transaction
        store.db.execute("ROLLBACK")


def _told(fault: duckdb.Error) -> str:
    words = first_line(fault)
    if any(mark in words.lower() for mark in _FULL):
        return f"the disk takes no more ({words}); make room and run the same command again, what was written is kept"
    if isinstance(fault, duckdb.IOException) and is_damage(fault):
        return f"met damage in the file ({words}); put back a copy of it, or read into a new one"
    return f"the batch was not written ({words}); nothing of it is kept, run the same command again"
