"""Which articles the store has read already, and by what version: what makes a second run go on instead of beginning anew."""

from __future__ import annotations

from collections.abc import Sequence

from legation.store.open import Store


def states(store: Store, ids: Sequence[str]) -> dict[str, str]:
    """The digests of those of the articles that the store has read, by article id."""
    found = store.db.execute(
        "SELECT article, digest FROM article_state WHERE article IN (SELECT unnest(?))", [list(ids)]
    )
    return dict(found.fetchall())
