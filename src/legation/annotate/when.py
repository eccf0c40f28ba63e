"""Time expressions: intervals with precision and basis; without an anchor they stay relative, nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from legation.annotate import dated, deictic
from legation.annotate.calendar import Stretch
from legation.annotate.deictic import weekday_of
from legation.annotate.timex import Anchor, Bare, Context, Found, Range, Reader, Rule, compiled
from legation.lexicon.table import load_table
from legation.record.span import Span
from legation.record.when import When

__all__ = ["Anchor", "whens_in"]

_CLAUSE = 80
_LEAD = re.compile(
    r"(?:in|since|by|until|till|from|of|during|after|before|for|between|and|to|through|as of|at|on|over|within|ended|follow(?:s|ed|ing)|about|around)\s+",
    re.IGNORECASE,
)
_TO = re.compile(r"\s+(?:and|to|until|till|through)\s+", re.IGNORECASE)
_FROM = re.compile(r"\b(?:between|from)\s+$", re.IGNORECASE)
_OPEN: Reader = lambda match, context: Bare()  # noqa: E731
_READERS: tuple[tuple[str, Reader], ...] = (
    *((name, getattr(dated, name)) for name in (
        "full", "slashed", "day_near", "day_range", "month_range", "last_day", "week_of", "day_of_month", "month_of_year", "month_near",
        "quarter", "half", "months_of", "fiscal", "season", "nineties", "decade", "century", "year_range", "year", "spoken", "event_day",
    )),
    *((name, getattr(deictic, name)) for name in (
        "named_day", "weekday", "deictic_day", "end_of", "latest", "year_back", "counted", "duration", "plural", "vague_span", "every",
        "weekdays", "adverb", "feast", "clock",
    )),
    ("shifted", deictic.shift_of),
    ("open", _OPEN),
    ("past", lambda match, context: Bare(timex="PAST_REF")),
    ("present", lambda match, context: Bare(timex="PRESENT_REF")),
    ("future", lambda match, context: Bare(timex="FUTURE_REF")),
)  # fmt: skip


def grammar() -> tuple[Rule, ...]:
    """The rules in the order in which they are preferred between matches of one length."""
    return compiled(_READERS)


def whens_in(text: str, anchor: Anchor, offset: int = 0) -> tuple[When, ...]:
    """The time expressions of a stretch in text order, the longest of those that begin together, without overlap.

    >>> [w.value for w in whens_in("on July 10, 2015", Anchor(None, "unanchored"))]
    ['2015-07-10']
    """
    found = [_when(match, rule, read, anchor, offset) for match, rule, read in _chosen(text, anchor)]
    return tuple(_ranges(list(_clocked(found, text, offset)), text, offset))


def _chosen(text: str, anchor: Anchor) -> Iterator[tuple[re.Match[str], Rule, Found]]:
    """The readings that stand: leftmost first, the longest of those that begin together, earlier rules before later ones."""
    day = anchor.as_date()
    matches = [
        (_span(m).start, -m.end(), n, m) for n, rule in enumerate(grammar()) for m in rule.pattern.finditer(text)
    ]
    reached = 0
    for start, _, number, match in sorted(matches, key=lambda m: m[:3]):
        if start < reached or _named(match):
            continue
        rule = grammar()[number]
        read = _read(rule, match, Context(day, _ahead(text, match)))
        if read is not None:
            reached = match.end()
            yield match, rule, read


def _read(rule: Rule, match: re.Match[str], context: Context) -> Found | None:
    """What the rule reads; None where the time lies before year 1 or behind year 9999, which no calendar here has ("90,000 years ago")."""
    try:
        return rule.reader(match, context)
    except (OverflowError, ValueError):
        return None


@cache
def _ahead_cues() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = load_table("text/times.toml")
    return re.compile("|".join(table["ahead"]), re.IGNORECASE), re.compile(table["ahead_behind"])


def _ahead(text: str, match: re.Match[str]) -> bool:
    """Whether the clause speaks of what is to come, before the expression or just behind one that opens it."""
    before, behind = _ahead_cues()
    clause = re.split(
        r"[.;:!?\n]\s|, (?!and )|\b(?:said|told|announced|says|reported)\b",
        text[max(0, match.start() - _CLAUSE) : match.start()],
    )[-1]
    return bool(before.search(clause) or behind.match(text[match.end() : match.end() + 20]))


@cache
def _names() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = load_table("text/times.toml")
    behind = "|".join(re.escape(word) for word in table["never_behind"])
    ahead = "|".join(re.escape(word) for word in table["never_ahead"])
    return re.compile(rf"\s?(?:{behind})\b"), re.compile(rf"(?:^|[\s(“\"])(?:{ahead}) $")


def _named(match: re.Match[str]) -> bool:
    """Whether the words beside it make the expression part of a name or number ("Sunday Times", "Resolution 1973")."""
    behind, ahead = _names()
    span = _span(match)
    return bool(
        behind.match(match.string, match.end()) or ahead.search(match.string[max(0, span.start - 14) : span.start])
    )


def _span(match: re.Match[str]) -> Span:
    """The expression's own words: the preposition that the rule needed is left out."""
    lead = _LEAD.match(match.group())
    return Span(match.start() + (lead.end() if lead and lead.end() < len(match.group()) else 0), match.end())


def _when(match: re.Match[str], rule: Rule, read: Found, anchor: Anchor, offset: int) -> When:
    own = _span(match)
    span, words = Span(own.start + offset, own.end + offset), match.string[own.slice]
    day = weekday_of(match) if match.groupdict().get("weekday") else None
    if isinstance(read, Bare):
        return When(
            span=span, verbatim=words, kind=read.kind, timex=read.timex, weekday=day if read.kind == "date" else None
        )
    basis = anchor.basis if rule.relative and not match.groupdict().get("year") else "stated"
    if isinstance(read, Range):
        ends = [_dated(span, words, end, basis, None) for end in (read.first, read.last)]
        return _ranged(span, words, ends[0], ends[1])
    assert read is not None
    said = (match.groupdict().get("part") or "").lower()
    return msgspec.structs.replace(_dated(span, words, read, basis, day), part=_part(said))


def _part(said: str) -> str | None:
    """Early, mid or late, as the words say in any of their ways."""
    kinds = {
        "early": "early",
        "start": "early",
        "beginning": "early",
        "earlier": "early",
        "mid": "mid",
        "late": "late",
        "end": "late",
        "close": "late",
    }
    return next((kind for word, kind in kinds.items() if word in said), None) if said else None


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


def _ranged(span: Span, words: str, first: When, last: When) -> When:
    return When(
        span=span,
        verbatim=words,
        start=first.start,
        end=last.end,
        precision="range",
        basis=first.basis if first.basis == last.basis else "stated",
        timex=f"{first.timex}/{last.timex}",
        parts=(first, last),
    )


def _clocked(found: Sequence[When], text: str, offset: int) -> Iterator[When]:
    """The expressions, with a clock time and the date beside it made one ("at 3 p.m. on Friday")."""
    at = 0
    while at < len(found):
        pair = found[at : at + 2]
        if len(pair) == 2 and _one_time(pair[0], pair[1], text, offset):
            span = pair[0].span.join(pair[1].span)
            day, time = (pair[1], pair[0]) if _is_clock(pair[0]) else (pair[0], pair[1])
            yield msgspec.structs.replace(
                day,
                span=span,
                verbatim=text[span.start - offset : span.end - offset],
                timex=f"{day.timex}{time.timex}" if day.timex else None,
            )
            at += 2
        else:
            yield found[at]
            at += 1


def _is_clock(when: When) -> bool:
    return bool(when.timex) and str(when.timex).startswith("T")


def _one_time(first: When, last: When, text: str, offset: int) -> bool:
    between = text[first.span.end - offset : last.span.start - offset]
    days = {w.precision for w in (first, last)} | {w.weekday for w in (first, last)}
    return (
        _is_clock(first) != _is_clock(last)
        and between in (" ", " on ", " at ", ", ", " at about ", " at around ")
        and ("day" in days or days - {None} != set())
    )


def _ranges(found: Sequence[When], text: str, offset: int) -> Iterator[When]:
    """The expressions, with "from A to B" and "between A and B" made one range of their two ends."""
    at = 0
    while at < len(found):
        joined = _joined(found[at], found[at + 1], text, offset) if at + 1 < len(found) else None
        yield joined or found[at]
        at += 2 if joined else 1


def _joined(first: When, last: When, text: str, offset: int) -> When | None:
    between = text[first.span.end - offset : last.span.start - offset]
    if not _FROM.search(text[: first.span.start - offset]) or not _TO.fullmatch(between) or first.parts or last.parts:
        return None
    if first.start is None or last.end is None:
        return None
    first = _before(first, last)
    span = first.span.join(last.span)
    return (
        _ranged(span, text[span.start - offset : span.end - offset], first, last)
        if first.start and first.start <= last.end
        else None
    )


def _before(first: When, last: When) -> When:
    """The first end moved to the year of the last where only that one states it ("from May to July 2014")."""
    if first.basis == "stated" or last.start is None or first.start is None or first.end is None:
        return first
    if last.basis != "stated" and first.start <= last.start:
        return first
    years = int(last.start[:4]) - int(first.start[:4])
    years -= first.start[5:] > last.start[5:]
    start, end = (f"{int(d[:4]) + years:04}{d[4:]}" for d in (first.start, first.end))
    return msgspec.structs.replace(first, start=start, end=end, timex=start[: len(first.timex or start)])
