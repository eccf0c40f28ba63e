"""Time expressions: intervals with precision and basis; without an anchor they stay relative, nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from legation.annotate.calendar import Stretch
from legation.annotate.timex import Anchor, Bare, Context, Found, Range, Rule, grammar, weekday_of
from legation.lexicon.table import load_table
from legation.record.span import Span
from legation.record.when import When

__all__ = ["Anchor", "whens_in"]

_CLAUSE = 60
_JOINS = re.compile(r"\s+(?:and|to|until|till|through)\s+", re.IGNORECASE)
_LEADS = re.compile(r"\b(?:between|from)\s+$", re.IGNORECASE)


def whens_in(text: str, anchor: Anchor, offset: int = 0) -> tuple[When, ...]:
    """The time expressions of a stretch in text order, the longest of those that begin together, without overlap.

    >>> [w.value for w in whens_in("on July 10, 2015", Anchor(None, "unanchored"))]
    ['2015-07-10']
    """
    found: list[When] = []
    for match, rule, read in _chosen(text, anchor):
        found.append(_when(match, rule, read, anchor, offset))
    return tuple(_ranges(found, text, offset))


def _chosen(text: str, anchor: Anchor) -> Iterator[tuple[re.Match[str], Rule, Found]]:
    """The readings that stand: leftmost first, the longest of those that begin together, earlier rules before later ones."""
    day = anchor.as_date()
    matches = [(_span(m, 0).start, -m.end(), n, m) for n, rule in enumerate(grammar()) for m in rule.pattern.finditer(text)]
    reached = 0
    for start, _, number, match in sorted(matches, key=lambda m: m[:3]):
        if start < reached:
            continue
        rule = grammar()[number]
        read = rule.reader(match, Context(day, _ahead(text, match.start())))
        if read is not None:
            reached = match.end()
            yield match, rule, read


def _ahead(text: str, at: int) -> bool:
    """Whether the clause before the expression speaks of what is to come."""
    clause = re.split(r"[.;:!?\n]|, ", text[max(0, at - _CLAUSE) : at])[-1]
    return bool(set(re.findall(r"[\w']+", clause.lower())) & set(load_table("text/calendar.toml")["future_cues"]))


def _when(match: re.Match[str], rule: Rule, read: Found, anchor: Anchor, offset: int) -> When:
    span = _span(match, offset)
    words = match.string[span.start - offset : span.end - offset]
    weekday = weekday_of(match) if match.groupdict().get("weekday") else None
    if isinstance(read, Bare):
        return When(span=span, verbatim=words, kind=read.kind, timex=read.timex, weekday=weekday if read.kind == "date" else None)
    ends = (read.first, read.last) if isinstance(read, Range) else None
    whole = Stretch(ends[0].start, ends[1].end, "range", f"{ends[0].timex}/{ends[1].timex}") if ends else read
    assert isinstance(whole, Stretch)
    basis = anchor.basis if rule.relative and not match.groupdict().get("year") else "stated"
    made = _dated(span, words, whole, basis, weekday)
    return made if ends is None else _with_parts(made, *(_dated(span, words, end, basis, None) for end in ends))


_LEAD = re.compile(r"(?:in|since|by|until|till|from|of|during|after|before|for|between|and|to|through|as of|at|on|over|within)\s+", re.IGNORECASE)


def _span(match: re.Match[str], offset: int) -> Span:
    """The expression's own words: the preposition that the rule needed is left out."""
    lead = _LEAD.match(match.group())
    start = match.start() + (lead.end() if lead else 0)
    return Span(start + offset, match.end() + offset)


def _dated(span: Span, words: str, found: Stretch, basis: str, weekday: int | None) -> When:
    return When(
        span=span,
        verbatim=words,
        start=found.start.isoformat(),
        end=found.end.isoformat(),
        precision=found.precision,
        basis=basis,
        weekday=weekday,
        timex=found.timex,
    )


def _with_parts(whole: When, first: When, last: When) -> When:
    return When(**{f: getattr(whole, f) for f in whole.__struct_fields__} | {"parts": (first, last)})


def _ranges(found: Sequence[When], text: str, offset: int) -> Iterator[When]:
    """The expressions, with "from A to B" and "between A and B" made one range of their two ends."""
    at = 0
    while at < len(found):
        joined = _joined(found[at], found[at + 1], text, offset) if at + 1 < len(found) else None
        yield joined or found[at]
        at += 2 if joined else 1


def _joined(first: When, last: When, text: str, offset: int) -> When | None:
    lead = _LEADS.search(text[: first.span.start - offset])
    between = text[first.span.end - offset : last.span.start - offset]
    if lead is None or not _JOINS.fullmatch(between) or first.kind != "date" or last.kind != "date":
        return None
    if first.parts or last.parts or first.start is None or last.end is None or first.start > last.end:
        return None
    span = Span(lead.start() + offset, last.span.end)
    basis = first.basis if first.basis == last.basis else "stated"
    return When(
        span=span,
        verbatim=text[span.start - offset : span.end - offset],
        start=first.start,
        end=last.end,
        precision="range",
        basis=basis,
        timex=f"{first.timex}/{last.timex}",
        parts=(first, last),
    )
