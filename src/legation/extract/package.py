"""Packages of arms aid in running text: the sum that is announced, and what "the package includes"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from legation.extract.aux import is_background
from legation.extract.claim import Find
from legation.extract.consignment import Passage, Terms, find_of, told_when
from legation.extract.donor import release_sides
from legation.extract.goods import TABLE as GOODS
from legation.extract.goods import WEAPONS, Good, goods_in
from legation.extract.listing import TABLE
from legation.extract.scene import Scene, of_sort
from legation.lexicon.table import load_table
from legation.record.claim import Aux
from legation.record.deal import Stage
from legation.record.document import Sentence
from legation.record.quantity import Qualifier, Quantity
from legation.record.span import Span

MADE_BY = "package@1"
_REACH = 140


class Sum(msgspec.Struct, frozen=True):
    """Money and the words for what it pays."""

    money: Quantity
    what: Span


def packages(scene: Scene, taken: frozenset[int]) -> Iterator[Passage]:
    """The packages of a scene: a claim for each sum, once, and one for each of the goods that a sentence on a package names; `taken` are
    sentences that another format has read."""
    told: set[float | None] = set()
    for sentence in (s for s in scene.document.sentences if _may_tell(scene, s)):
        sums = [s for s in _sums(scene, sentence) if _amount(s) not in told]
        found = [f for one in sums if (f := _sum_find(scene, sentence, one)) is not None]
        told |= {_amount(one) for one in sums}
        finds = [*found, *(_contents(scene, sentence, sums) if sentence.index not in taken else ())]
        if finds:
            yield Passage(frozenset(), tuple(finds), tuple(_own(scene, find) for find in finds))


def _own(scene: Scene, find: Find) -> Span:
    """What a find has read: its whole span, of goods for others only up to these ("ammunition for the howitzers")."""
    purpose = re.search(load_table(GOODS)["with_for"], scene.words(find.span))
    return Span(find.span.start, find.span.start + purpose.start()) if purpose and purpose.start() else find.span


def _may_tell(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence tells what is, not what is asked for or might be."""
    return not re.search(load_table(TABLE)["asked"], scene.words(sentence.span))


def _amount(one: Sum) -> float | None:
    return one.money.best or one.money.high


def _sums(scene: Scene, sentence: Sentence) -> Iterator[Sum]:
    """The sums of a sentence that one package of arms is worth; no totals of several."""
    table, text = load_table(TABLE), scene.article.text
    for money in scene.quantities(sentence.span):
        before, after = text[sentence.span.start : money.span.start], text[money.span.end : sentence.span.end]
        if not (money.unit or "").isupper() or re.search(table["total"], before) or re.match(table["totalled"], after):
            continue
        what = _behind(scene, money, sentence) or _ahead(scene, money, sentence)
        if what is not None:
            yield Sum(money, what)


def _behind(scene: Scene, money: Quantity, sentence: Sentence) -> Span | None:
    """What a sum is given in ("$40 million in military aid")."""
    table, text = load_table(TABLE), scene.article.text
    lead = re.match(table["before"], text[money.span.end : sentence.span.end])
    start = money.span.end + (lead.end() if lead else 0)
    told = re.match(table["goods"], text[start : sentence.span.end]) if lead else None
    return _military(scene, start, start + told.end()) if told else None


def _ahead(scene: Scene, money: Quantity, sentence: Sentence) -> Span | None:
    """What a sum stands behind ("military aid valued at $40 million"): the last words of arms before it."""
    table, text = load_table(TABLE), scene.article.text
    if not re.search(table["worth"], text[sentence.span.start : money.span.start]):
        return None
    start = max(sentence.span.start, money.span.start - _REACH)
    told = (
        _military(scene, start + m.start(), start + m.end())
        for m in re.finditer(table["goods"], text[start : money.span.start])
        if m.start() == 0 or not text[start + m.start() - 1].isalnum()
    )
    return next(reversed([t for t in told if t is not None]), None)


def _military(scene: Scene, start: int, end: int) -> Span | None:
    """The span of words that name arms or military aid, None for other words."""
    table = load_table(TABLE)
    words = re.sub(r"(?i)(?:[\s,]|\b(?:and|other))*$", "", scene.article.text[start:end])
    named = words and all(re.search(table[key], words) for key in ("military", "substance"))
    return Span(start, start + len(words)) if named and not re.search(table["civil"], words) else None


def _sum_find(scene: Scene, sentence: Sentence, one: Sum) -> Find | None:
    """The find of a package by its sum; None without both parties."""
    terms = _terms(scene, sentence, Span(sentence.span.start, one.money.span.end))
    if terms is None:
        return None
    ceiling = one.money.qualifier in (Qualifier.UP_TO, Qualifier.FEWER_THAN)
    named = msgspec.structs.replace(
        terms, money=one.money, value_kind="ceiling" if ceiling else "programme", transfer_type="aid"
    )
    return find_of(scene, named, Good(one.what, one.what.join(one.money.span), one.what))


def _terms(scene: Scene, sentence: Sentence, stretch: Span) -> Terms | None:
    """The terms of a sentence on a package, its stage from the words of a stretch of it; None without both parties."""
    table, words = load_table(TABLE), scene.words(stretch)
    sides, when = release_sides(scene, sentence), told_when(scene, sentence.span)
    if sides.supplier is None or sides.recipient is None:
        return None
    rung = next((row for row in table["stage"] if re.search(row["words"], words)), None)
    future = re.search(r"(?i)\b(?:will|to be|approv\w+|authori\w+)\b", words)
    return Terms(
        stage=Stage.APPROVED if rung is None or future or rung.get("type") else Stage(rung["stage"]),
        made_by=MADE_BY,
        supplier=sides.supplier.span,
        recipient=sides.recipient.span,
        transfer_type=next((row["type"] for row in table["type"] if re.search(row["words"], words)), None),
        background=is_background(scene, sentence, None, when, Aux.ASSERTED),
        when=when,
    )


def _contents(scene: Scene, sentence: Sentence, sums: Sequence[Sum]) -> Iterator[Find]:
    """The finds of the goods that a sentence tells a package holds, arms of the thesaurus among them."""
    for stretch, told, kind in _stretches(scene, sentence, sums):
        terms, goods = _terms(scene, sentence, told), _named(scene, stretch)
        if terms is None or not any(of_sort(scene.mentions(g.span), WEAPONS) for g in goods):
            continue
        own = msgspec.structs.replace(terms, transfer_type=terms.transfer_type or kind)
        yield from (f for good in goods if (f := find_of(scene, own, good)) is not None)
        return


def _stretches(scene: Scene, sentence: Sentence, sums: Sequence[Sum]) -> Iterator[tuple[Span, Span, str | None]]:
    """Where a sentence lists goods, with the words that say so and the kind of transfer: aid in a package, unsaid where arms are handed over."""
    table, words = load_table(TABLE), scene.words(sentence.span)
    for key, kind in (("subject", "aid"), ("armed", "aid"), ("handed", None)):
        found = re.search(table[key], words)
        if found is not None and found.end() < len(words) and (kind is None or _on_arms(scene, sentence, found)):
            at = sentence.span.start + found.end()
            yield Span(at, sentence.span.end), Span(sentence.span.start, at), kind
    including = (
        re.search(load_table(GOODS)["lead_in"], words[sums[-1].money.span.end - sentence.span.start :])
        if sums
        else None
    )
    if including is not None:
        at = sums[-1].money.span.end + including.end()
        yield Span(at, sentence.span.end), Span(sentence.span.start, at), "aid"


def _on_arms(scene: Scene, sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether what holds the goods is this government's package: of no other states, and a pronoun only behind a sentence on one."""
    table, before = load_table(TABLE), found.string[: found.end()]
    near = scene.document.sentences[max(0, sentence.index - 3) : sentence.index + 1]
    if re.search(table["relays"], before) or not any(re.search(table["aid"], scene.words(s.span)) for s in near):
        return False
    if not re.match(r"(?i)it\b", found.group()):
        return True
    paragraph = [s for s in scene.paragraph(sentence) if s.index == sentence.index - 1]
    return any(
        re.search(r"(?i)\b(?:package|assistance|aid|drawdown|tranche)\b", scene.words(s.span)) for s in paragraph
    )


def _named(scene: Scene, stretch: Span) -> tuple[Good, ...]:
    """The goods of a stretch; before an "including" only the counted ones, since it names the others."""
    lead = re.search(load_table(GOODS)["lead_in"], scene.words(stretch))
    if lead is None or stretch.start + lead.end() >= stretch.end:
        return goods_in(scene, stretch)
    cut = stretch.start + lead.start()
    first = goods_in(scene, Span(stretch.start, cut)) if lead.start() else ()
    behind = goods_in(scene, Span(stretch.start + lead.end(), stretch.end))
    return (*(g for g in first if g.count is not None or not behind), *behind)
