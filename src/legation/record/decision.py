"""A reviewer's word on a record: append-only, and it re-attaches after re-extraction."""

from __future__ import annotations

from typing import Literal

import msgspec

from legation.record.claim import Claim
from legation.record.ident import ident, sha256

Action = Literal["accept", "edit", "reject", "merge", "split", "cannot_tell", "undo"]


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """One review decision. `text_hash` is the SHA-256 of the evidence words, so that it finds its claim again.

    `target` is the id of what was decided on, of a decision for "undo". `at` is an ISO 8601 time in UTC. `article`, `kind` and the half-open
    span say where the evidence stood and what kind of claim it was. `standing` is annotator or adjudicator; `seconds` is how long the
    item was looked at; `confidence` and `made_by` are those of the claim as it was shown.
    """

    id: str
    target: str
    action: Action
    reviewer: str
    at: str
    text_hash: str
    reason: str | None = None
    field: str | None = None
    old: str | None = None
    new: str | None = None
    article: str | None = None
    kind: str | None = None
    span_start: int | None = None
    span_end: int | None = None
    standing: str = "annotator"
    seconds: float | None = None
    confidence: float | None = None
    made_by: str | None = None


def words_hash(words: str) -> str:
    """The hash by which a decision finds its evidence again: the SHA-256 of the words in UTF-8."""
    return sha256(words.encode("utf-8", "surrogatepass"))


def decide(claim: Claim, action: Action, *, reviewer: str, at: str, **rest: str | float | None) -> Decision:
    """The decision of a reviewer on a claim; `rest` are its other fields (reason, field, old, new, standing, seconds)."""
    return Decision(
        id=ident("dec", claim.id, action, reviewer, at, rest.get("field"), rest.get("new")),
        target=claim.id,
        action=action,
        reviewer=reviewer,
        at=at,
        text_hash=words_hash(claim.words),
        article=claim.article,
        kind=claim.kind,
        span_start=claim.span.start,
        span_end=claim.span.end,
        confidence=claim.confidence,
        made_by=claim.made_by,
        **rest,  # type: ignore[arg-type]
    )


def undo(decision: Decision, *, reviewer: str, at: str) -> Decision:
    """The decision that takes another one back; both stay in the record."""
    return Decision(
        id=ident("dec", decision.id, "undo", reviewer, at),
        target=decision.id,
        action="undo",
        reviewer=reviewer,
        at=at,
        text_hash=decision.text_hash,
        article=decision.article,
        standing=decision.standing,
    )
