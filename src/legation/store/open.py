"""Opening the store: one DuckDB file, migrated on the way, with a way on for every failure."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from legation.errors import StoreError, StoreLocked
from legation.store.migrate import migrate

_DAMAGE = (duckdb.IOException, duckdb.SerializationException, duckdb.InternalException, duckdb.FatalException)

_DAMAGE_WORDS = ("corrupt", "checksum", "not a valid", "could not read enough")


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
    except _DAMAGE as fault:
        raise StoreError(
            f"store {path}: met damage in the file ({first_line(fault)}); put back a copy of it, or read into a new one"
        ) from fault
    finally:
        store.close()


def _connect(path: str, read_only: bool) -> duckdb.DuckDBPyConnection:
    try:
        return duckdb.connect(path, read_only=read_only)
    except duckdb.Error as fault:
        if isinstance(fault, duckdb.IOException) and "lock" in str(fault).lower():
            raise StoreLocked(
                f"store {path}: another process is writing it; wait for it, or read --into another file"
            ) from fault
        raise StoreError(f"store {path}: {_told(fault)}") from fault


def _told(fault: duckdb.Error) -> str:
    if is_damage(fault):
        return f"is no DuckDB file, or damaged ({first_line(fault)}); put back a copy of it, or name another file"
    return f"cannot be opened ({first_line(fault)}); check the folder's permissions and space"


def is_damage(fault: duckdb.Error) -> bool:
    """Whether a fault of DuckDB tells of a file that is no store, or no longer a whole one. Its words are all that tells them apart."""
    words = str(fault).lower()
    return not isinstance(fault, duckdb.IOException) or any(mark in words for mark in _DAMAGE_WORDS)


def first_line(fault: Exception) -> str:
    """The first line of a fault's words, cut to 200 characters."""
    return str(fault).splitlines()[0][:200]
