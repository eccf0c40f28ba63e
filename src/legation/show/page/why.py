"""The provenance of a cell: the way from a value to its words, its tellers, and what read it."""

from __future__ import annotations

from legation.show.asked import Asked, Page
from legation.show.missing import missing
from legation.show.page.claim import claim
from legation.show.page.deal import deal
from legation.show.page.event import event

_PAGES = {"claim": claim, "event": event, "deal": deal}


def why(asked: Asked) -> Page:
    """The page of the thing that holds the cell, opened at the cell: the key is sort, id and field, joined by slashes."""
    sort, _, rest = asked.key.partition("/")
    identity, _, field = rest.partition("/")
    if sort not in _PAGES:
        return missing(asked, "cell")
    inner = Asked(
        store=asked.store,
        lexicon=asked.lexicon,
        given={**asked.given, "field": field},
        key=identity,
        path=asked.path,
        form=asked.form,
        generation=asked.generation,
    )
    return _PAGES[sort](inner)
