"""A store that is open for long: read by many threads, lent for writing to one at a time, so that other programs may read it too.

DuckDB allows one writing process or many reading ones. The desk therefore holds the file for reading and takes it for writing only for as long
as a change needs; `legation ask` works beside it, and `legation read` hands its readings in (see `token`).
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from legation.errors import StoreLocked
from legation.store.open import Store, open_store

PATIENCE = 5.0
"""Seconds to wait for another program to let go of the file. **Source:** longer than a question of `legation ask` takes, shorter than a user's patience."""


class Desk:
    """An open store. `generation` grows whenever the file may have changed: what is kept in memory is good for one generation."""

    def __init__(self, path: str) -> None:
        """Open the store at the path, migrated if nobody holds it; StoreError when it cannot be."""
        self.path = path
        self.generation = 0
        self._gate = threading.Condition()
        self._readers = 0
        self._writing = False
        self._held = ExitStack()
        self._store: Store | None = None
        self._migrate()
        self._take()

    def _migrate(self) -> None:
        with open_store(self.path, read_only=True) as store:  # refuses a file that is not there
            store.db.execute("SELECT 1")
        with patiently(self.path, read_only=False):
            pass

    def _take(self) -> None:
        self._store = self._held.enter_context(patiently(self.path, read_only=True))
        self._store.db.execute("SET enable_external_access = false")
        self._store.db.execute("SET lock_configuration = true")
        self.generation += 1

    @contextmanager
    def read(self) -> Iterator[Store]:
        """The store with a cursor of its own, for reading; waits while somebody writes. StoreLocked when another program has taken the file."""
        with self._gate:
            while self._writing:
                self._gate.wait()
            if self._store is None:
                self._take()
            assert self._store is not None
            cursor = self._store.db.cursor()
            self._readers += 1
        try:
            yield Store(self.path, cursor)
        finally:
            cursor.close()
            with self._gate:
                self._readers -= 1
                self._gate.notify_all()

    @contextmanager
    def write(self) -> Iterator[Store]:
        """The store for writing, alone; the file is held for reading again afterwards. StoreLocked when another program does not let go."""
        with self._gate:
            while self._writing:
                self._gate.wait()
            self._writing = True
            while self._readers:
                self._gate.wait()
        try:
            self._release()
            with patiently(self.path, read_only=False) as store:
                yield store
        finally:
            with self._gate:
                self._writing = False
                self._gate.notify_all()

    def _release(self) -> None:
        self._store = None
        self._held.close()

    def close(self) -> None:
        """Let go of the file once the last reader is out."""
        with self._gate:
            while self._readers or self._writing:
                self._gate.wait()
            self._release()


@contextmanager
def patiently(path: str, *, read_only: bool, patience: float = PATIENCE) -> Iterator[Store]:
    """The store as soon as others let go of it; StoreLocked when they do not within the patience, in seconds."""
    until = time.monotonic() + patience
    with ExitStack() as held:
        store = None
        while store is None:
            try:
                store = held.enter_context(open_store(path, read_only=read_only))
            except StoreLocked:
                if time.monotonic() > until:
                    raise
                time.sleep(0.05)
        yield store
