"""Predictions in the attribution format: source, cue and content of each statement."""

from __future__ import annotations

from typing import Any

from legation.record.claim import Claim
from legation.record.reading import Reading
from legation.record.statement import Statement


def predict_row(reading: Reading, name: str) -> dict[str, Any]:
    """The prediction of one article; `name` is its id in the gold.

    PolNeAR's relations are flat: what is said inside another's words is no relation of its own, and a quote with the quotes that
    go on from it is one relation with its content in pieces.
    """
    said = [c for c in reading.claims if isinstance(c.payload, Statement)]
    flat = [c for c in said if not any(_tells(other, c) for other in said)]
    found: dict[str, dict[str, Any]] = {}
    for claim in flat:
        first = _goes_on(claim, flat)
        if first in found:
            found[first]["content"] += _attribution(claim)["content"]
        else:
            found[claim.id] = _attribution(claim)
    return {"id": name, "attributions": list(found.values())}


def _tells(outer: Claim, inner: Claim) -> bool:
    """Whether a statement stands in what another says."""
    cue = inner.one("cue")
    return outer is not inner and cue is not None and any(p.span.contains(cue.span) for p in outer.all("content"))


def _goes_on(claim: Claim, said: list[Claim]) -> str:
    """The id of the statement that a quote without a cue goes on from, the last one with the same source; else its own."""
    if not isinstance(claim.payload, Statement) or not claim.payload.continued:
        return claim.id
    before = [c.id for c in said if _quoted(c) and c.one("source") == claim.one("source") and c.span < claim.span]
    return before[-1] if before else claim.id


def _quoted(claim: Claim) -> bool:
    payload = claim.payload
    return isinstance(payload, Statement) and not payload.continued and payload.quote_type in ("direct", "mixed")


def _attribution(claim: Claim) -> dict[str, Any]:
    """The spans by role; of a relative clause the pronoun is the source ("who said"), as PolNeAR marks it."""
    row = {role: [[p.span.start, p.span.end] for p in claim.all(role)] for role in ("source", "cue", "content")}
    pronoun = claim.one("pronoun")
    return row if pronoun is None else row | {"source": [[pronoun.span.start, pronoun.span.end]]}
