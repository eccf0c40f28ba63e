"""A claim's words in their sentence: what stands before and after, and the parts marked."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import msgspec

from legation.record.claim import Claim
from legation.record.reading import Reading
from legation.record.span import Span

_AROUND = 240
"""Code points of context on either side, cut at the block's end. Two lines of a page."""


class Part(msgspec.Struct, frozen=True):
    """A stretch of the evidence with the roles that cover it, outermost first."""

    text: str
    roles: tuple[str, ...]


class Cut(msgspec.Struct, frozen=True, kw_only=True):
    """The words before the evidence, the evidence in parts, and the words after it."""

    before: str
    parts: tuple[Part, ...]
    after: str


def cut(reading: Reading, claim: Claim) -> Cut:
    """The claim's evidence with its context in the same block; put together it is the text, unchanged."""
    text, span = reading.article.text, claim.span
    blocks = [b.span for b in reading.article.blocks if b.span.start <= span.start < b.span.end]
    start = max(span.start - _AROUND, blocks[0].start if blocks else 0)
    end = min(span.end + _AROUND, max(blocks[0].end if blocks else len(text), span.end))
    return Cut(before=text[start : span.start], parts=tuple(_parts(text, claim)), after=text[span.end : end])


def _parts(text: str, claim: Claim) -> Iterator[Part]:
    """The evidence cut where a role begins or ends; roles that cover all of it mark nothing."""
    inside = [(r.role, r.span) for r in claim.roles if r.span.start < claim.span.end and claim.span.start < r.span.end]
    inside = [(name, s) for name, s in inside if not (s.start <= claim.span.start and claim.span.end <= s.end)]
    cuts = sorted({claim.span.start, claim.span.end, *(at for _, s in inside for at in _within(s, claim.span))})
    for start, end in itertools.pairwise(cuts):
        covering = [name for name, s in inside if s.start <= start and end <= s.end]
        yield Part(text[start:end], tuple(dict.fromkeys(covering)))


def _within(span: Span, around: Span) -> tuple[int, int]:
    return max(span.start, around.start), min(span.end, around.end)
