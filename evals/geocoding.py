"""Predictions in the geocoding format: the places of an article's links."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from legation.lexicon.load import load_lexicon
from legation.record.reading import Reading


def predict_row(reading: Reading, name: str) -> dict[str, Any]:
    """The prediction of one article; `name` is its id in the gold."""
    states = load_lexicon().states
    return {
        "id": name,
        "places": [
            {
                "start": x.span.start,
                "end": x.span.end,
                "lat": x.lat,
                "lon": x.lon,
                "country": states[x.country].name if x.country in states else None,
            }
            for x in reading.links
            if x.sort == "place"
        ]
        + list(_metonyms(reading)),
    }


def _metonyms(reading: Reading) -> Iterator[dict[str, Any]]:
    """The capitals that stand for their government: the gold marks them as places, Legation as actors."""
    lexicon = load_lexicon()
    placed = {x.span for x in reading.links if x.sort == "place"}
    for x in reading.links:
        if (
            x.sort == "actor"
            and x.kind == "state"
            and x.span not in placed
            and x.words in lexicon.states[x.target].capitals
        ):
            town = next((p for p in lexicon.places.find(x.words) if p.country == x.country and p.kind == "town"), None)
            if town is not None:
                yield {"start": x.span.start, "end": x.span.end, "lat": town.lat, "lon": town.lon, "country": x.name}
