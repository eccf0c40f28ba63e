"""What the middle needs of an encoder: a pair of parties in a sentence goes in, its event's type, mode and standing come out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import msgspec

from legation.record.span import Span


class Pair(msgspec.Struct, frozen=True):
    """A question: what do the actors do to the recipients in this text? Spans are offsets of `text`, one sentence.

    Without recipients the event has one side. `trigger` is the word of the event, where the parse knows it.
    """

    text: str
    actors: tuple[Span, ...]
    recipients: tuple[Span, ...] = ()
    trigger: Span | None = None


class Coding(msgspec.Struct, frozen=True, kw_only=True):
    """An answer. `type` is None where there is no event; `confidence` is its calibrated probability, between 0 and 1.

    `typed` is the best type apart from none, with its own `share` of the probability; `mode` is the best mode of `typed`, or None.
    """

    type: str | None
    confidence: float
    typed: str
    share: float
    mode: str | None
    standing: str


class Encoder(Protocol):
    """A classifier of pairs. `version` names the model with its version."""

    version: str

    def classify(self, pairs: Sequence[Pair]) -> list[Coding]:
        """One coding per pair, in order."""
        ...
