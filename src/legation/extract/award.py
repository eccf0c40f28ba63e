"""Contract announcements of the US Department of Defense read as such: one claim for each buying state and ware."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec

from legation.extract.buyer import Buyer, buyers, listed, shared, telling
from legation.extract.claim import Find
from legation.extract.consignment import Passage
from legation.extract.scene import Scene, of_sort
from legation.extract.ware import Ware, wares_in
from legation.lexicon.table import load_table
from legation.record.claim import Aux, Role
from legation.record.deal import Stage, Transfer
from legation.record.document import Sentence
from legation.record.quantity import Quantity
from legation.record.span import Span

MADE_BY = "award@1"


class Sale(msgspec.Struct, frozen=True):
    """One buyer's share of one ware: its count, the sum, and whether that sum pays for other wares too."""

    buyer: Buyer
    ware: Ware
    count: Quantity | None
    money: Quantity | None
    bundled: bool


class Announcement(msgspec.Struct, frozen=True):
    """A paragraph that announces a contract for foreign buyers, with its telling sentences: who sells, who buys, what."""

    paragraph: tuple[Sentence, ...]
    telling: tuple[Sentence, ...]
    supplier: Span
    buyers: tuple[Buyer, ...]
    wares: tuple[Ware, ...]


def awarded(scene: Scene, taken: frozenset[int]) -> Iterator[Passage]:
    """The contract announcements of a scene with what they tell, one find per ware and buying state; `taken` are sentences that another
    format has read."""
    for one in announcements(scene):
        inside = frozenset(s.index for s in one.paragraph)
        if not inside & taken:
            yield Passage(inside, tuple(_finds(scene, one)))


def announcements(scene: Scene) -> Iterator[Announcement]:
    """The announcements of a scene: an award with its sum, words of sale abroad, a seller, a buying state and goods."""
    table = load_table("rules/awards.toml")
    for _, group in groupby(scene.document.sentences, key=lambda s: s.block):
        paragraph = tuple(group)
        text = scene.words(paragraph[0].span.join(paragraph[-1].span))
        award = re.search(table["awarded"], text)
        if award is None or "$" not in text[award.end() : award.end() + 120] or not re.search(table["foreign"], text):
            continue
        own = telling(scene, paragraph)
        supplier, told, wares = _supplier(scene, paragraph), buyers(scene, own), wares_in(scene, own)
        if supplier is not None and told and wares:
            yield Announcement(paragraph, own, supplier, told, wares)


def _finds(scene: Scene, one: Announcement) -> Iterator[Find]:
    """A find per ware and buyer. The sum is the whole announcement's, or a buyer's part of it; it is bundled where it pays for several."""
    together = shared(scene, one.telling) or len(one.buyers) > 1
    total = _total(scene, one.paragraph)
    sold = [(ware, b, count) for ware in one.wares for b, count in _for_whom(scene, one, ware, together)]
    for ware, buyer, count in sold:
        bundled = sum(b.state == buyer.state for _, b, _ in sold) > 1
        yield _find(scene, one.supplier, Sale(buyer, ware, count, buyer.sum if together else total, bundled))


def _for_whom(scene: Scene, one: Announcement, ware: Ware, together: bool) -> Iterator[tuple[Buyer, Quantity | None]]:
    """The buyers of a ware with their counts: those of the list behind it; without one all of the announcement, a buyer's own count being
    that of the ware told last before it."""
    after = [w.span.start for w in one.wares if w.sentence is ware.sentence and w.span.start > ware.span.start]
    end = min([*after, ware.sentence.span.end])
    own = listed(scene, ware.sentence, Span(ware.span.end, end)) if end > ware.span.end else None
    for buyer in one.buyers:
        here = next((b for b in own or () if b.state == buyer.state), None)
        if own is None:
            count = (buyer.count if ware is _meant(one.wares, buyer) else None) if together else ware.count
            yield buyer, count
        elif here is not None:
            yield buyer, here.count


def _meant(wares: Sequence[Ware], buyer: Buyer) -> Ware | None:
    """The goods that a buyer's own count is of."""
    at = buyer.count.span.start if buyer.count is not None else 0
    before = [w for w in wares if w.span.start < at]
    return max(before, key=lambda w: w.span.start, default=None)


def _supplier(scene: Scene, paragraph: Sequence[Sentence]) -> Span | None:
    """The agency that contracts; where the announcement ends before it is named, the programme of sales; None without either."""
    table = load_table("rules/awards.toml")
    whole = paragraph[0].span.join(paragraph[-1].span)
    text = scene.words(whole)
    found = re.search(table["activity"], text) or re.search(table["program"], text)
    if found is None:
        return None
    told = Span(*found.span("agency" if "agency" in found.re.groupindex else 0)).shift(whole.start)
    return next((m.span for m in of_sort(scene.mentions(told), ("organisation",))), told)


def _total(scene: Scene, paragraph: Sequence[Sentence]) -> Quantity | None:
    money = (q for s in paragraph for q in scene.quantities(s.span) if (q.unit or "").isupper())
    return next(money, None)


def _find(scene: Scene, supplier: Span, sale: Sale) -> Find:
    ware, count = sale.ware, sale.count
    number = (scene.role("number", count.span),) if count is not None else ()
    roles: tuple[Role, ...] = (
        scene.role("supplier", supplier),
        scene.role("recipient", sale.buyer.span),
        scene.role("weapon", _weapon(scene, ware)),
        *number,
    )
    anchor = next(t.index for t in ware.sentence.tokens if t.start <= ware.span.start < t.end)
    return Find(
        sentence=ware.sentence,
        anchor=anchor,
        span=ware.sentence.span,
        payload=_payload(scene, sale),
        roles=roles,
        made_by=MADE_BY,
        aux=Aux.ASSERTED,
        background=False,
    )


def _weapon(scene: Scene, ware: Ware) -> Span:
    """The designation within the goods' name, where there is one: what the resolver links. A service is none."""
    inside = () if ware.service else of_sort(scene.mentions(ware.span), ("weapon", "designation", "noun"))
    return next((m.span for m in inside), ware.span)


def _payload(scene: Scene, sale: Sale) -> Transfer:
    count, money = sale.count, sale.money
    return Transfer(
        stage=Stage.SIGNED,
        designation=scene.words(sale.ware.span),
        transfer_type="sale",
        low=count.low if count else None,
        best=count.best if count else None,
        high=count.high if count else None,
        qualifier=count.qualifier.value if count else None,
        quantity_words=count.words if count else None,
        amount=money.best if money else None,
        currency=money.unit if money else None,
        value_words=money.words if money else None,
        value_kind="contract" if money else None,
        bundled=sale.bundled and money is not None,
        signed=scene.article.published,
    )
