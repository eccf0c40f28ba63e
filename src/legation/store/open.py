"""Opening the store: one DuckDB file, migrated on the way, with a way on for every failure."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from legation.errors import StoreError, StoreLocked
from legation.store.migrate import migrate


class Store:
    """An open store. `path` is its file, `db` the DuckDB connection."""

    def __init__(self, path: str, db: duckdb.DuckDBPyConnection) -> None:
        """Hold the connection of the file at `path`."""
        self.path, self.db = path, db

    def close(self) -> None:
        """Close the connection; the file is whole at any time."""
        self.db.close()


@contextmanager
def open_store(path: str, *, read_only: bool = False) -> Iterator[Store]:
    """The store at a path, made and migrated where it is not there yet; closed at the end.

    StoreLocked when another process writes it; StoreError when it cannot be opened or is no store.
    """
    if read_only and not Path(path).exists():
        raise StoreError(f"store {path}: no such file; read articles into it first: legation read PATH --into {path}")
    store = Store(path, _connect(path, read_only))
    try:
        if not read_only:
            migrate(store.db)
        yield store
    finally:
        store.close()


def _connect(path: str, read_only: bool) -> duckdb.DuckDBPyConnection:
    try:
        return duckdb.connect(path, read_only=read_only)
    except duckdb.IOException as fault:
        if "lock" in str(fault).lower():
            raise StoreLocked(
                f"store {path}: another process is writing it; wait for it, or read --into another file"
            ) from fault
        raise StoreError(
            f"store {path}: cannot be opened ({_first(fault)}); check the folder's permissions and space"
        ) from fault
    except duckdb.Error as fault:
        raise StoreError(f"store {path}: is no DuckDB file ({_first(fault)}); name another file with --into") from fault


def _first(fault: Exception) -> str:
    return str(fault).splitlines()[0][:200]
