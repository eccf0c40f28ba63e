"""Notices to a parliament of a possible sale abroad: who buys which goods for at most how much, from which makers, with which offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from legation.extract.buyer import state_of
from legation.extract.consignment import Passage, Terms, find_of
from legation.extract.goods import Good, goods_in
from legation.extract.maker import makers
from legation.extract.scene import Scene, of_sort
from legation.lexicon.table import load_table
from legation.record.deal import Stage
from legation.record.mention import Mention
from legation.record.quantity import Quantity
from legation.record.span import Span

MADE_BY = "notice@1"
TABLE = "rules/notices.toml"
_HOME = "USA"
_MARKS = ("request", "beside", "cost", "contractor", "end")


class Notice(msgspec.Struct, frozen=True):
    """The paragraphs of one notice: their span, the buyer, and the buyer's stretch of the article."""

    span: Span
    buyer: Span


def notices(scene: Scene, taken: frozenset[int]) -> Iterator[Passage]:
    """The notices of a scene: a claim for each of the goods requested, and for the arms that are "also included"; `taken` are sentences that
    another format has read."""
    if not re.search(load_table(TABLE)["notice"], scene.article.text):
        return
    for one in _notices(scene):
        inside = frozenset(s.index for s in scene.document.sentences if one.span.contains(s.span))
        main, others = _goods(scene, one)
        if inside & taken or not main:
            continue
        terms = _terms(scene, one, bundled=len(main) + len(others) > 1)
        finds = [find_of(scene, terms, good) for good in main]
        finds += [find_of(scene, _beside(scene, terms, cue), good) for good, cue in others]
        yield Passage(inside, tuple(f for f in finds if f is not None))


def _notices(scene: Scene) -> Iterator[Notice]:
    """The notices in text order: each from the paragraph that names a new buyer up to the next one, or to the last of its parts."""
    found: list[tuple[Span, Mention, str]] = []
    for block in _blocks(scene):
        buyer = _buyer(scene, block)
        if buyer is not None and (not found or found[-1][2] != state_of(scene, buyer)):
            found.append((block, buyer, str(state_of(scene, buyer))))
    ends = [*(block.start for block, _, _ in found[1:]), len(scene.article.text)]
    for (block, buyer, _), end in zip(found, ends, strict=False):
        parts = [b for b in _blocks(scene) if block.start <= b.start < end and (b == block or _has_part(scene, b))]
        yield Notice(block.join(parts[-1]), buyer.span)


def _blocks(scene: Scene) -> list[Span]:
    return [scene.article.blocks[n].span for n in dict.fromkeys(s.block for s in scene.document.sentences)]


def _has_part(scene: Scene, block: Span) -> bool:
    table, words = load_table(TABLE), scene.words(block)
    return any(re.search(table[key], words) for key in (*_MARKS, "offset", "number"))


def _buyer(scene: Scene, block: Span) -> Mention | None:
    """The buyer that a paragraph names: behind "sale to", before "has requested", behind "prospective purchaser"."""
    table, words = load_table(TABLE), scene.words(block)
    approval, request = re.search(table["approval"], words), re.search(table["request"], words)
    purchaser = re.search(table["purchaser"], words)
    for mark in (approval, purchaser):
        if mark is not None and mark.end() < len(words):
            return _state(scene, Span(block.start + mark.end(), block.end))
    return _state(scene, Span(block.start, block.start + request.start())) if request and request.start() else None


def _state(scene: Scene, span: Span) -> Mention | None:
    named = of_sort(scene.mentions(span), ("state", "organisation"))
    return next((m for m in named if state_of(scene, m) != _HOME), None)


def _goods(scene: Scene, one: Notice) -> tuple[list[Good], list[tuple[Good, Span]]]:
    """The goods requested, else those of the approval; and the arms beside them, each with the words that say so."""
    asked = [good for _, part in _parts(scene, one, "request") for good in goods_in(scene, part)]
    main = asked or [good for part in _approved(scene, one) for good in goods_in(scene, part)]
    beside = [(good, cue) for cue, part in _parts(scene, one, "beside") for good in goods_in(scene, part)]
    return [g for g in main if _is_arms(scene, g)], [(g, cue) for g, cue in beside if _is_arms(scene, g)]


def _is_arms(scene: Scene, good: Good) -> bool:
    """Whether goods are more than spares and tools; counted ones always."""
    return good.count is not None or not re.search(load_table(TABLE)["minor"], scene.words(good.span))


def _parts(scene: Scene, one: Notice, key: str) -> Iterator[tuple[Span, Span]]:
    """The stretches behind each mark of one kind, with the mark: up to the next mark, within the paragraph unless that ends with the mark."""
    table, text = load_table(TABLE), scene.words(one.span)
    starts = sorted(m.start() for name in _MARKS for m in re.finditer(table[name], text))
    for mark in re.finditer(table[key], text):
        end = min((s for s in starts if s >= mark.end()), default=len(text))
        line = text.find("\n", mark.end())
        if text[mark.end() : line if line >= 0 else len(text)].strip(" .:"):
            end = min(end, line if line >= 0 else len(text))
        if mark.end() < end:
            yield (
                Span(mark.start(), mark.start() + len(mark.group().rstrip())).shift(one.span.start),
                Span(mark.end(), end).shift(one.span.start),
            )


def _approved(scene: Scene, one: Notice) -> Iterator[Span]:
    """The goods that the approval names: before its buyer ("a sale of tanks to Norway") or behind ("a sale to Norway of tanks")."""
    table, text = load_table(TABLE), scene.article.text
    mark = re.search(table["approval"], scene.words(one.span))
    start = one.span.start + mark.end() if mark else one.buyer.end
    if start >= one.buyer.start:
        return
    before = re.match(r"(?i)of\s(?P<goods>.+)\sto\s", text[start : one.buyer.start])
    behind = re.match(table["behind_buyer"], text[one.buyer.end : one.span.end])
    told, offset = (before, start) if before else (behind, one.buyer.end)
    if told is not None:
        end = re.search(table["goods_end"], told["goods"])
        yield Span(told.start("goods"), told.start("goods") + (end.start() if end else len(told["goods"]))).shift(
            offset
        )


def _terms(scene: Scene, one: Notice, bundled: bool) -> Terms:
    table, text = load_table(TABLE), scene.words(one.span)
    offset = re.search(table["offset"], text)
    number = re.search(table["number"], scene.article.text)
    entities = tuple(scene.role("supplier_entity", m) for _, part in _makers(scene, one) for m in makers(scene, part))
    return Terms(
        stage=Stage.NOTIFIED,
        made_by=MADE_BY,
        supplier=_seller(scene),
        recipient=one.buyer,
        transfer_type="sale",
        money=_cost(scene, one),
        value_kind="ceiling",
        bundled=bundled,
        offsets=offset.group().strip() if offset else None,
        notice=number["number"] if number else None,
        roles=entities,
    )


def _makers(scene: Scene, one: Notice) -> Iterator[tuple[Span, Span]]:
    """The stretches that name the makers; none where these are still to be chosen."""
    unknown = load_table(TABLE)["open_contract"]
    return ((cue, part) for cue, part in _parts(scene, one, "contractor") if not re.search(unknown, scene.words(part)))


def _seller(scene: Scene) -> Span | None:
    """The state that gives notice: its first body or name in the text."""
    named = of_sort(scene.document.mentions, ("state", "organisation"))
    return next((m.span for m in named if state_of(scene, m) == _HOME), None)


def _cost(scene: Scene, one: Notice) -> Quantity | None:
    """The sum behind the words for the total cost; without any the first sum of the notice."""
    money = [q for q in scene.quantities(one.span) if (q.unit or "").isupper()]
    marks = [one.span.start + m.end() for m in re.finditer(load_table(TABLE)["cost"], scene.words(one.span))]
    told = (q for at in marks for q in money if 0 <= q.span.start - at < 40)
    return next(told, money[0] if money else None)


def _beside(scene: Scene, terms: Terms, cue: Span) -> Terms:
    """The terms of goods that only go with others: the words that say so stand in the role cue."""
    return msgspec.structs.replace(terms, roles=(*terms.roles, scene.role("cue", cue)))
