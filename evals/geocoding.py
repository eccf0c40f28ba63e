"""Predictions in the geocoding format: the places of an article's links."""

from __future__ import annotations

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
        ],
    }
