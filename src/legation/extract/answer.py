"""Answers by year ("2019: 12 licences; 2020: 3 licences"): a sentence that says of which goods to whom, and a number for each year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from legation.extract.claim import Find
from legation.extract.consignment import Passage, Terms, find_of
from legation.extract.goods import WEAPONS, Good, goods_in
from legation.extract.grid import TABLE
from legation.extract.listing import terms_of
from legation.extract.scene import Scene, of_sort
from legation.lexicon.table import load_table
from legation.record.document import Sentence, sentence_at
from legation.record.quantity import Qualifier, Quantity
from legation.record.span import Span

MADE_BY = "answer@1"


class Entry(msgspec.Struct, frozen=True):
    """What an answer says of a year: the year's span, and the span of what stands behind it."""

    year: Span
    told: Span


def answers(scene: Scene, taken: frozenset[int]) -> Iterator[Passage]:
    """The answers of a scene that give two years or more; `taken` are sentences that another format has read."""
    for run in _runs(scene):
        intro = _intro(scene, run[0])
        if intro is None:
            continue
        asked = Span(intro.span.start, max(intro.span.start + 1, min(intro.span.end, run[0].year.start)))
        spans = [intro.span, *(e.year.join(e.told) for e in run)]
        inside = frozenset(s.index for s in scene.document.sentences if any(s.span.overlaps(span) for span in spans))
        finds = () if inside & taken else tuple(_finds(scene, asked, intro, run))
        if finds:
            yield Passage(inside, finds)


def _finds(scene: Scene, asked: Span, intro: Sentence, run: Sequence[Entry]) -> Iterator[Find]:
    """The finds of the years, none of them background: the answer is what is told."""
    terms = terms_of(scene, asked, intro, MADE_BY)
    if terms is not None:
        own = msgspec.structs.replace(terms, background=False, when=None)
        yield from (f for entry in run if (f := _find(scene, own, asked, entry)) is not None)


def _runs(scene: Scene) -> Iterator[tuple[Entry, ...]]:
    """The runs of entries with nothing but their own words between them, of two at least."""
    found: list[Entry] = []
    for entry in _entries(scene):
        if found and scene.words(Span(found[-1].told.end, entry.year.start + 1))[:-1].strip(" \n;,.•*-–—()") not in (
            "",
            "and",
            "in",
            "and in",
        ):
            yield from [tuple(found)] if len(found) > 1 else []
            found = []
        found.append(entry)
    yield from [tuple(found)] if len(found) > 1 else []


def _entries(scene: Scene) -> Iterator[Entry]:
    for number in dict.fromkeys(s.block for s in scene.document.sentences):
        block = scene.article.blocks[number].span
        for mark in re.finditer(load_table(TABLE)["answer"], scene.words(block)):
            at = block.start + mark.end()
            end = re.search(
                r"[;\n]|,\s(?=(?:in\s)?(?:19|20)\d\d)|\.(?:\s|$)|\sand\s(?:in\s)?(?=(?:19|20)\d\d)|$",
                scene.article.text[at : block.end],
            )
            if end is not None and end.start() and not _is_empty(scene, at, at + end.start()):
                yield Entry(Span(*mark.span("year")).shift(block.start), Span(at, at + end.start()))


def _is_empty(scene: Scene, start: int, end: int) -> bool:
    return bool(re.match(load_table(TABLE)["empty"], scene.article.text[start:end].strip()))


def _intro(scene: Scene, first: Entry) -> Sentence | None:
    """The sentence that the answer stands in, from its beginning; the one before where the year begins it."""
    own = sentence_at(scene.document.sentences, first.year.start)
    if own is None or first.year.start - own.span.start > 25:
        return own
    return scene.document.sentences[own.index - 1] if own.index else None


def _find(scene: Scene, terms: Terms, asked: Span, entry: Entry) -> Find | None:
    """The find of a year: goods that it names itself, else those that the answer is about."""
    year = scene.words(entry.year)
    own = msgspec.structs.replace(terms, day=year, roles=(*terms.roles, scene.role("time", entry.year)))
    named = goods_in(scene, entry.told)
    about = named or _about(scene, asked)
    if not about:
        return None
    money = next((q for q in scene.quantities(entry.told) if (q.unit or "").isupper()), None)
    own = msgspec.structs.replace(own, money=money, value_kind="programme" if money else None)
    good = about[0] if named else Good(about[0].span, about[0].span, about[0].weapon, _count(scene, entry))
    found = find_of(scene, own, good)
    sentence = sentence_at(scene.document.sentences, entry.year.start)
    return msgspec.structs.replace(found, span=entry.year.join(entry.told)) if found and sentence else found


def _about(scene: Scene, asked: Span) -> Sequence[Good]:
    """The first arms that the sentence before the years names."""
    arms = of_sort(scene.mentions(asked), WEAPONS)
    return [Good(arms[0].span, arms[0].span, arms[0].span)] if arms else []


def _count(scene: Scene, entry: Entry) -> Quantity | None:
    """The number of a year; of licences and contracts only its words stand, since it counts no goods."""
    count = next((q for q in scene.quantities(entry.told) if q.unit is None), None)
    out = (
        re.match(load_table(TABLE)["counted_out"], scene.article.text[count.span.end : entry.told.end])
        if count
        else None
    )
    if count is None or out is None:
        return count
    whole = Span(count.span.start, count.span.end + out.end())
    return Quantity(
        span=whole, words=scene.words(whole), low=None, best=None, high=None, qualifier=Qualifier.UNDISCLOSED
    )
