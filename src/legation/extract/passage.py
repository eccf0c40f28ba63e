"""A weapon item in its passage: the question that the encoder of arms transfers is asked, and its answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

import msgspec

from legation.annotate.name import names_in
from legation.extract.item import Item
from legation.extract.scene import Scene
from legation.lexicon.load import Lexicon
from legation.record.document import Sentence
from legation.record.mention import Mention
from legation.record.span import Span

# **Source:** chosen by us: 900 characters are some 200 word-pieces, and a question's cost grows with their number.
LONGEST = 900
_BEFORE = 3
_SORTS = ("state", "organisation", "company", "group")


class Passage(msgspec.Struct, frozen=True):
    """A question: `text` with the item's span and, for each party, all the spans that name it; offsets of `text`."""

    text: str
    item: Span
    parties: tuple[tuple[Span, ...], ...]


class Answer(msgspec.Struct, frozen=True):
    """An answer: the calibrated shares of the stages (none among them) and of the types of transfer, and for each party, in the
    passage's order, the shares of the parts that it may play (supplier, recipient, origin, via, none)."""

    stages: dict[str, float]
    types: dict[str, float]
    parts: tuple[dict[str, float], ...]


class TransferEncoder(Protocol):
    """What the middle needs of an encoder of transfers. `version` names the model; `limits` say when it is believed."""

    version: str
    limits: Mapping[str, float]

    def read(self, passages: Sequence[Passage]) -> list[Answer]:
        """One answer per passage, in order."""
        ...


class Named(msgspec.Struct, frozen=True):
    """A party that the passage names: its key (a state's code, or a group's or body's id), and its mentions' spans in the article, those of
    the headline left out."""

    key: str
    spans: tuple[Span, ...]


class Piece(msgspec.Struct, frozen=True):
    """A stretch of the passage: its words, where they begin in the article (None for the headline), and the names in them."""

    words: str
    start: int | None
    named: tuple[tuple[str, Span], ...]


def passage_of(scene: Scene, sentence: Sentence, item: Item) -> tuple[Passage, tuple[Named, ...]]:
    """The passage of an item and the parties that it names, in order of first mention: the headline, the first sentence, up to three sentences
    before the item's own and one after it, as many as fit."""
    text, at = "", item.mention.span
    asked: dict[str, list[Span]] = {}
    told: dict[str, list[Span]] = {}
    for piece in _pieces(scene, sentence, item):
        offset = len(text) - (piece.start or 0)
        if piece.start is not None and Span(piece.start, piece.start + len(piece.words)).contains(item.mention.span):
            at = item.mention.span.shift(offset)
        for key, span in piece.named:
            if piece.start is None or not span.overlaps(item.mention.span):
                asked.setdefault(key, []).append(span.shift(offset))
                told.setdefault(key, []).extend([] if piece.start is None else [span])
        text += piece.words + "\n"
    parties = tuple(Named(key, tuple(own)) for key, own in told.items())
    return Passage(text.rstrip("\n"), at, tuple(tuple(spans) for spans in asked.values())), parties


def _pieces(scene: Scene, sentence: Sentence, item: Item) -> Iterator[Piece]:
    own = _piece(scene, _cut(sentence.span, item.mention.span))
    title = headline(scene.article.title, scene.lexicon) if scene.document.kind == "body" else None
    shown = title is not None and len(title.words) <= LONGEST - len(own.words)
    left = LONGEST - len(own.words) - (len(title.words) if title is not None and shown else 0)
    chosen = {sentence.index: own}
    for other in _around(scene, sentence):
        length = other.span.end - other.span.start
        if other.index not in chosen and length <= left:
            chosen[other.index] = _piece(scene, other.span)
            left -= length
    if title is not None and shown:
        yield title
    yield from (chosen[index] for index in sorted(chosen))


def _around(scene: Scene, sentence: Sentence) -> Iterator[Sentence]:
    """The sentences about one, the most telling first: that before it, the document's first, the one after, those further up."""
    all_ = scene.document.sentences
    before = [all_[n] for n in range(sentence.index - 1, max(-1, sentence.index - 1 - _BEFORE), -1)]
    yield from (*before[:1], all_[0], *all_[sentence.index + 1 : sentence.index + 2], *before[1:])


def _cut(whole: Span, item: Span) -> Span:
    """A sentence's span; of a longer one than the passage may be, the stretch about the item."""
    if whole.end - whole.start <= LONGEST:
        return whole
    start = max(whole.start, item.start - LONGEST // 2)
    return Span(start, min(whole.end, start + LONGEST))


def _piece(scene: Scene, span: Span) -> Piece:
    named = [(key, m.span) for m in scene.mentions(span) if (key := party_key(m, scene.lexicon)) is not None]
    return Piece(scene.words(span), span.start, tuple(named))


def headline(title: str | None, lexicon: Lexicon) -> Piece | None:
    """The headline as a piece; one in capitals is looked up in ordinary letters. None without one."""
    if not title:
        return None
    spelt = title.title() if _is_shouted(title) else title
    both = (names_in(t, lexicon, 0) for t in dict.fromkeys((title, spelt)) if len(t) == len(title))
    found: dict[Span, str] = {}
    for mention in (m for names in both for m in names if not all(c.weak for c in m.candidates)):
        key = party_key(mention, lexicon)
        if key is not None and not any(span.overlaps(mention.span) for span in found):
            found[mention.span] = key
    return Piece(title, None, tuple((key, span) for span, key in sorted(found.items())))


def _is_shouted(title: str) -> bool:
    """Whether a headline is in capitals, names of products and a possessive's s apart."""
    letters = [c for c in title if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) > 0.8 * len(letters)


def party_key(mention: Mention, lexicon: Lexicon) -> str | None:
    """Which party a mention names: the code of the state that it is, belongs to or acts for, else the id of the group or body; the Soviet Union is
    one with its capital's state. None when it names none."""
    by_sort = {c.sort: c.id for c in reversed(mention.candidates)}
    sort = next((s for s in _SORTS if s in by_sort), None)
    if sort is None:
        return None
    entry = by_sort[sort]
    if sort == "organisation":
        return _carried(lexicon.organisations[entry].country) or entry
    if sort == "company":
        return _carried(lexicon.companies[entry].country)
    return _carried(entry) if sort == "state" else entry


def _carried(state: str | None) -> str | None:
    """The Soviet Union as Russia, which its capital's name stands for as well."""
    return "RUS" if state == "SUN" else state
