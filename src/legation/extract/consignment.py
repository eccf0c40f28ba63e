"""What an official text says of goods that go together: the parties, the stage, the sum; and the find of one of them."""

from __future__ import annotations

import re

import msgspec

from legation.extract.claim import Find
from legation.extract.goods import Good
from legation.extract.scene import Scene
from legation.extract.tree import token_at
from legation.record.claim import Aux, Role
from legation.record.deal import Stage, Transfer
from legation.record.document import sentence_at
from legation.record.quantity import Quantity
from legation.record.span import Span
from legation.record.when import When


class Terms(msgspec.Struct, frozen=True, kw_only=True):
    """What holds for all goods of a passage. `roles` are further roles; `when` is the time that the passage gives, None where
    it gives none; `day` a date that stands alone ("2019")."""

    stage: Stage
    made_by: str
    supplier: Span | None = None
    recipient: Span | None = None
    transfer_type: str | None = None
    background: bool = False
    money: Quantity | None = None
    value_kind: str | None = None
    bundled: bool = False
    offsets: str | None = None
    notice: str | None = None
    roles: tuple[Role, ...] = ()
    when: When | None = None
    day: str | None = None


class Passage(msgspec.Struct, frozen=True):
    """Sentences (their indices) that a format reader has read whole, the stretches that it has read in others, and what it found."""

    sentences: frozenset[int]
    finds: tuple[Find, ...]
    stretches: tuple[Span, ...] = ()


def find_of(scene: Scene, terms: Terms, good: Good) -> Find | None:
    """The find of one of the goods; None where it stands in no parsed sentence or no party is known."""
    sentence = sentence_at(scene.document.sentences, good.span.start)
    token = token_at(sentence, good.span.start) if sentence is not None else None
    if sentence is None or token is None or (terms.supplier is None and terms.recipient is None):
        return None
    return Find(
        sentence=sentence,
        anchor=token.index,
        span=good.whole,
        payload=_payload(scene, terms, good),
        roles=_roles(scene, terms, good),
        made_by=terms.made_by,
        aux=Aux.ASSERTED,
        background=terms.background,
        when=terms.when,
        undated=True,
    )


def _roles(scene: Scene, terms: Terms, good: Good) -> tuple[Role, ...]:
    told = (
        ("supplier", terms.supplier),
        ("recipient", terms.recipient),
        ("weapon", good.weapon),
        ("number", good.count.span if good.count else None),
        ("value", terms.money.span if terms.money else None),
    )
    own = tuple(scene.role(name, span) for name, span in told if span is not None)
    return tuple(dict.fromkeys((*own, *terms.roles)))


def _payload(scene: Scene, terms: Terms, good: Good) -> Transfer:
    count, money = good.count, terms.money
    dated = terms.day or (terms.when.value if terms.when is not None else None)
    return Transfer(
        stage=terms.stage,
        designation=scene.words(good.span),
        transfer_type=terms.transfer_type,
        low=count.low if count else None,
        best=count.best if count else None,
        high=count.high if count else None,
        qualifier=count.qualifier.value if count else None,
        quantity_words=count.words if count else None,
        amount=(money.best or money.high) if money else None,
        currency=money.unit if money else None,
        value_words=money.words if money else None,
        value_kind=terms.value_kind if money else None,
        bundled=terms.bundled and money is not None,
        offsets=terms.offsets,
        notice=terms.notice,
        signed=dated if terms.stage is Stage.SIGNED else None,
        delivered=dated if terms.stage in (Stage.DELIVERED_FULL, Stage.DELIVERED_PART) else None,
    )


def told_when(scene: Scene, span: Span) -> When | None:
    """The first time in a span that says when goods change hands: not one since which they have been counted."""
    text = scene.article.text
    return next(
        (
            w
            for w in scene.whens(span)
            if not re.search(r"(?i)\b(?:since|until|until the|since the) $", text[: w.span.start][-12:])
        ),
        None,
    )
