"""Predictions in the attribution format: source, cue and content of each statement."""

from __future__ import annotations

from typing import Any

from legation.record.claim import Claim
from legation.record.reading import Reading
from legation.record.statement import Statement


def predict_row(reading: Reading, name: str) -> dict[str, Any]:
    """The prediction of one article; `name` is its id in the gold."""
    claims = [c for c in reading.claims if isinstance(c.payload, Statement)]
    return {"id": name, "attributions": [_attribution(claim) for claim in claims]}


def _attribution(claim: Claim) -> dict[str, Any]:
    return {
        role: [[part.span.start, part.span.end] for part in claim.all(role)] for role in ("source", "cue", "content")
    }
