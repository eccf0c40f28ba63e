"""The atom: one source says one thing, in these words. A claim never changes."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from legation.record.attack import Attack, Responsibility
from legation.record.chain import Step
from legation.record.deal import Transfer, Variant
from legation.record.event import EventCode
from legation.record.ident import ident
from legation.record.relation import Relation
from legation.record.span import Span
from legation.record.statement import Statement
from legation.record.when import When

Payload = Statement | EventCode | Transfer | Variant | Attack | Responsibility | Relation


class Aux(StrEnum):
    """How the claim stands to the world. **Source:** PLOVER auxiliary modes, with FactBank's tenses."""

    ASSERTED = "asserted"
    ONGOING = "ongoing"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"
    UNLIKELY = "unlikely"


class Role(msgspec.Struct, frozen=True):
    """A part of a claim: what it does there, where it stands, its exact words.

    `role` is trigger, actor, recipient, supplier, place, time, number, weapon, cue, source, content, audience, target,
    victim, perpetrator, claimant, value, purpose, through, hedge, negation; of a transfer those that `Transfer` names; of a statement also pronoun (the relative pronoun that
    stands for its source) and about (an actor that what is said names).
    """

    role: str
    span: Span
    words: str


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One source saying one thing. `span` is the evidence; `sentence` the index in its document.

    `background` marks what the article tells as history and not as its news. `day` says how the thing told stands to the day of
    publication: before, on, around or after; None in a caption. `confidence` is None for rules that have
    not been calibrated. `made_by` names the rule or model, with its version.
    """

    id: str
    article: str
    document: str
    sentence: int
    span: Span
    words: str
    payload: Payload
    roles: tuple[Role, ...] = ()
    chain: tuple[Step, ...] = ()
    aux: Aux = Aux.ASSERTED
    background: bool = False
    when: When | None = None
    day: str | None = None
    confidence: float | None = None
    made_by: str

    @property
    def kind(self) -> str:
        """The kind of the payload, as its tag says: statement, event, transfer, attack ..."""
        return str(self.payload.__struct_config__.tag)

    def all(self, role: str) -> tuple[Role, ...]:
        """The roles of one name, in the order in which the claim lists them."""
        return tuple(part for part in self.roles if part.role == role)

    def one(self, role: str) -> Role | None:
        """The first role of that name, or None."""
        return next((part for part in self.roles if part.role == role), None)


def claim_id(article: str, payload: Payload, span: Span, roles: tuple[Role, ...]) -> str:
    """The id of a claim: the hash of its article, payload, evidence and roles."""
    return ident("clm", article, msgspec.to_builtins(payload), msgspec.to_builtins(span), msgspec.to_builtins(roles))
