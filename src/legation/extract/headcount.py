"""Counting: how many people a noun phrase tells, and the sum of several."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import msgspec

from legation.extract.scene import Scene
from legation.extract.side import sector_of
from legation.extract.tree import kids, noun_phrase
from legation.lexicon.table import load_table
from legation.record.document import Sentence, Token
from legation.record.quantity import Qualifier, Quantity
from legation.record.span import Span

COLLECTIVES = frozenset({"family", "group", "crew", "team", "couple", "party", "total", "dozen"})

_MARKS = {
    Qualifier.AT_LEAST: "at least ",
    Qualifier.MORE_THAN: "more than ",
    Qualifier.UP_TO: "up to ",
    Qualifier.ABOUT: "about ",
}


class Part(msgspec.Struct, frozen=True):
    """One member of a list of victims: its count as far as the words give one, and how it was counted."""

    low: int | None
    best: int | None
    high: int | None
    qualifier: Qualifier
    shown: str


def parts_of(scene: Scene, sentence: Sentence, index: int) -> tuple[Part, ...]:
    """The counts of one member: its number ("a family of five" is five, "four Malian and two French soldiers" four and two), or one for a
    single person; none for a plural without a number and for a thing."""
    phrase = noun_phrase(sentence, index)
    token = sentence.tokens[index]
    counts = [q for q in scene.quantities(phrase) if q.unit is None and q.span.start <= token.start]
    if token.lemma in _things():
        return ()
    if counts:
        listed = all(" and " in scene.words(Span(a.span.end, b.span.start)) for a, b in pairwise(counts))
        return tuple(counted(q) for q in counts) if listed else (counted(counts[0]),)
    marks = [t.lemma for t in kids(sentence, index, "det", "nummod", "predet")]
    if "both" in marks:
        return (_exact(2),)
    return _people(scene, sentence, token, marks)


def _people(scene: Scene, sentence: Sentence, token: Token, marks: list[str]) -> tuple[Part, ...]:
    """The count of a phrase without a number before it: of a collective with "of", of a name, of a single person."""
    behind = [
        n for p in kids(sentence, token.index, "prep") if p.lemma == "of" for n in kids(sentence, p.index, "pobj")
    ]
    found = [q for n in behind for q in scene.quantities(Span(n.start, n.end)) if token.lemma in COLLECTIVES]
    if found:
        return (counted(found[0]),)
    person = any(m.label == "PERSON" for m in scene.mentions(noun_phrase(sentence, token.index)))
    owned = bool(kids(sentence, token.index, "poss")) and sector_of(token) is not None
    single = token.tag in ("NN", "NNP") and (owned or any(m in ("a", "an", "one", "another") for m in marks))
    return (_exact(1),) if person or single else ()


def _exact(number: int) -> Part:
    return Part(number, number, number, Qualifier.EXACT, str(number))


@cache
def _things() -> frozenset[str]:
    table: dict[str, list[str]] = load_table("rules/attacks.toml")["targets"]
    return frozenset(noun for nouns in table.values() for noun in nouns)


def counted(count: Quantity) -> Part:
    """A number of the text as a part, with the words that qualify it shown; a vague word counts as the policy table has it."""
    low, best, high = (None if n is None else int(n) for n in (count.low, count.best, count.high))
    if count.qualifier is Qualifier.VAGUE:
        low = _vague().get(vague_words(count.words) or "")
    number = next((n for n in (low, best, high) if n is not None), None)
    return Part(
        low, best, high, count.qualifier, f"{_MARKS.get(count.qualifier, '')}{'?' if number is None else number}"
    )


def total(parts: Sequence[Part]) -> tuple[int | None, int | None, int | None, Qualifier]:
    """low, best and high of several parts together, and the qualifier of the first that is not exact.

    >>> one, some = Part(1, 1, 1, Qualifier.EXACT, "1"), Part(8, None, None, Qualifier.AT_LEAST, "at least 8")
    >>> total([one, some])
    (9, None, None, <Qualifier.AT_LEAST: 'at_least'>)
    """
    low = _sum([p.low for p in parts])
    exact = all(p.qualifier is Qualifier.EXACT for p in parts)
    best = low if exact else _sum([p.best for p in parts])
    qualifier = next((p.qualifier for p in parts if p.qualifier is not Qualifier.EXACT), Qualifier.EXACT)
    return low, best, _sum([p.high for p in parts]), qualifier


def _sum(numbers: list[int | None]) -> int | None:
    return None if any(n is None for n in numbers) else sum(n for n in numbers if n is not None)


def vague_words(words: str) -> str | None:
    """The word of the policy table by which the words count ("dozens"), or None."""
    low = words.lower()
    return next((word for word in _vague() if low.startswith(word) or f" {word} " in low), None)


def _vague() -> dict[str, int]:
    table: dict[str, int] = load_table("codes/policies.toml")["vague"]
    return table
