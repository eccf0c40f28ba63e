"""Reading back: the readings of a store, exactly as they were written."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from legation.pipeline import fold
from legation.record.deal import Deal
from legation.record.reading import Reading
from legation.store.open import Store

_BATCH = 200


def load_readings(store: Store) -> Iterator[Reading]:
    """The readings of the store by article id, a batch at a time."""
    cursor = store.db.cursor().execute("SELECT reading FROM article ORDER BY id")
    while found := cursor.fetchmany(_BATCH):
        for (blob,) in found:
            yield msgspec.json.decode(blob, type=Reading)


def load_telling(store: Store, kinds: tuple[str, ...]) -> Iterator[Reading]:
    """The readings with a claim of one of the kinds, by article id, a batch at a time."""
    asked = (
        "SELECT reading FROM article WHERE id IN (SELECT article FROM claim WHERE list_contains(?, kind)) ORDER BY id"
    )
    cursor = store.db.cursor().execute(asked, [list(kinds)])
    while found := cursor.fetchmany(_BATCH):
        for (blob,) in found:
            yield msgspec.json.decode(blob, type=Reading)


def find_reading(store: Store, start: str) -> Reading | None:
    """The one reading whose article id begins with the words, or None."""
    found = store.db.execute("SELECT reading FROM article WHERE id LIKE ? || '%' LIMIT 2", [start]).fetchall()
    return msgspec.json.decode(found[0][0], type=Reading) if len(found) == 1 else None


def load_reading(store: Store, article: str) -> Reading | None:
    """The reading of the article of exactly that id, or None."""
    found = store.db.execute("SELECT reading FROM article WHERE id = ?", [article]).fetchone()
    return msgspec.json.decode(found[0], type=Reading) if found else None


def load_deals(store: Store) -> tuple[Deal, ...]:
    """The deals of the store by id, as they were folded at the last read; folded here from the claims where the store has none kept."""
    kept = store.db.execute(
        "SELECT count(*) FROM information_schema.columns WHERE table_name = 'deal' AND column_name = 'record'"
    ).fetchone()
    found = store.db.execute("SELECT record FROM deal ORDER BY id").fetchall() if kept and kept[0] else []
    if found:
        return tuple(msgspec.json.decode(blob, type=Deal) for (blob,) in found)
    return fold(load_readings(store)).deals
