"""Tolls told without a verb of harm: "the death toll rose to 11", "12 dead", "no casualties", "bodies of four men"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from legation.extract.casualty import Harmed, figure
from legation.extract.headcount import Part, counted
from legation.extract.scene import Scene
from legation.extract.victim import RULES
from legation.lexicon.table import load_entries
from legation.record.document import Sentence
from legation.record.quantity import Qualifier, Quantity
from legation.record.span import Span

_MARK = "\x01"
_NUMBER = f"{_MARK}+"


class Pattern(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A phrase that gives a toll: its kind, its form, and whether it says that nobody was harmed or that deaths are only feared."""

    kind: str
    regex: str
    zero: bool = False
    feared: bool = False
    needs: str | None = None

    def form(self) -> re.Pattern[str]:
        """The form with N for a number as it stands in a marked sentence."""
        return _compiled(self.regex)


@cache
def _compiled(regex: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\bN\b", _NUMBER, regex), re.IGNORECASE)


@cache
def _patterns() -> tuple[Pattern, ...]:
    return load_entries(RULES, "pattern", Pattern)


def tolls(scene: Scene, sentence: Sentence) -> Iterator[Harmed]:
    """The tolls that the phrases of a sentence give, each stretch once, in the order of the table."""
    counts = [q for q in scene.quantities(sentence.span) if q.unit is None and not _nobody(scene, q)]
    marked = _marked(scene, sentence, counts)
    taken: list[Span] = []
    for pattern in _patterns():
        if pattern.needs is not None and pattern.needs not in marked:
            continue
        for match in pattern.form().finditer(marked):
            span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
            if not any(span.overlaps(t) and scene.words(span) for t in taken) or pattern.zero:
                found = _harmed(scene, sentence, pattern, (match, span), counts)
                if found is not None:
                    taken.append(span)
                    yield found


def _marked(scene: Scene, sentence: Sentence, counts: list[Quantity]) -> str:
    """The sentence with every number written as marks of its length."""
    letters = list(scene.words(sentence.span))
    for count in counts:
        start, end = count.span.start - sentence.span.start, min(_end(count), sentence.span.end) - sentence.span.start
        letters[start:end] = _MARK * (end - start)
    return "".join(letters)


def _nobody(scene: Scene, count: Quantity) -> bool:
    """Whether the number is the "one" of "no one"."""
    return (
        count.words.lower() == "one"
        and scene.article.text[max(0, count.span.start - 3) : count.span.start].lower() == "no "
    )


def _end(count: Quantity) -> int:
    """Where the number ends, without "other", "others" or "more" behind it."""
    return count.span.start + len(re.sub(r"\s+(?:others?|more|of)$", "", count.words))


def _harmed(
    scene: Scene, sentence: Sentence, pattern: Pattern, found: tuple[re.Match[str], Span], counts: list[Quantity]
) -> Harmed | None:
    match, span = found
    if pattern.zero:
        return figure(scene, pattern.kind, span, [Part(0, 0, 0, Qualifier.EXACT, "0")])
    start = sentence.span.start + match.start(1)
    count = next((q for q in counts if q.span.start == start), None)
    if count is None:
        return None
    part = counted(count)
    if pattern.feared:
        part = Part(0, None, part.high or part.best or part.low, Qualifier.UP_TO, part.shown)
    return figure(scene, pattern.kind, span, [part])
