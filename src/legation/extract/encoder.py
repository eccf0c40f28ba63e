"""What the middle needs of an encoder: a pair of parties in a sentence goes in, its event's type, mode and standing come out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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


class Uses(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How often a word of the training sentences is an event's there, as shares of its places: of any event (`two`), of one that may be done
    to a thing (`thing`), of one that its actor may do alone (`one`)."""

    two: float
    thing: float
    one: float


class Ask(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The least use of a word for a question to be asked of it, by the kind of question; a word that the training sentences do not hold is
    asked about between two parties only.

    **Source:** set by hand so that the encoder costs less than the parse, with a look at what that leaves out: see docs/training.md.
    """

    two: float = 0.05
    thing: float = 0.2
    one: float = 0.4


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When a coding is believed: the least share of the probability for an event of two sides (`two`) and of a single side (`one`), what a
    step of the recipients' distance costs there (`step`) and where the recipients of one word are compared (`nearer`), and the least
    share, less the steps, for further recipients of a word (`more`). `ask`: which questions are asked.

    **Source:** the codebook's; how they were set: docs/training.md.
    """

    two: float = 0.5
    one: float = 0.9
    step: float = 0.02
    nearer: float = 0.2
    more: float = 0.9
    ask: Ask = Ask()


class Kind(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A type that is the codebook's own and not PLOVER's: its quad class, its score from -10 to 10, its codes in other schemes."""

    quad: int
    score: float
    codes: dict[str, str] = {}


class Manner(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the types of a codebook take their parties.

    Either party of a `symmetric` type may be called actor or recipient; a `two_sided` one needs both; what one `on_things` is done to may
    be a thing ("destroyed a bridge"); one `on_deeds` may be aimed at a party by way of its deed ("condemned Peru's raid"); one `in_place` is a
    deed of power, done by the state where it is done if no doer is told ("was arrested in Peru").
    """

    symmetric: tuple[str, ...] = ()
    two_sided: tuple[str, ...] = ()
    on_things: tuple[str, ...] = ()
    on_deeds: tuple[str, ...] = ()
    in_place: tuple[str, ...] = ()


class Encoder(Protocol):
    """A classifier of pairs. `version` names the model with its version; limits, manner and own types are its codebook's; `uses` are those
    of the words of its training sentences, by lemma."""

    version: str
    limits: Limits
    manner: Manner
    own: Mapping[str, Kind]
    uses: Mapping[str, Uses]

    def classify(self, pairs: Sequence[Pair]) -> list[Coding]:
        """One coding per pair, in order."""
        ...
