"""Time expressions: intervals with precision and basis; without an anchor they stay relative, nothing is guessed."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

import msgspec

from legation.lexicon.table import load_table
from legation.record.span import Span
from legation.record.when import When


class Anchor(msgspec.Struct, frozen=True):
    """The day that relative expressions hang on, as an ISO date, and what it is; None leaves them unanchored."""

    day: str | None
    basis: str

    def as_date(self) -> date | None:
        """The day as a date, or None."""
        return date.fromisoformat(self.day) if self.day else None


Interval = tuple[date, date, str]
Reader = Callable[[re.Match[str], "date | None"], "Interval | None"]


@cache
def _months() -> dict[str, int]:
    return {k: int(v) for k, v in load_table("text/calendar.toml")["months"].items()}


@cache
def _weekdays() -> dict[str, int]:
    return {k: int(v) for k, v in load_table("text/calendar.toml")["weekdays"].items()}


def whens_in(text: str, anchor: Anchor, offset: int = 0) -> tuple[When, ...]:
    """The time expressions of a stretch in text order, longest reading first, without overlap.

    >>> [w.value for w in whens_in("on July 10, 2015", Anchor(None, "unanchored"))]
    ['2015-07-10']
    """
    found: list[When] = []
    for pattern, reader, relative in _grammar():
        for match in pattern.finditer(text):
            span = Span(match.start() + offset, match.end() + offset)
            if not any(w.span.overlaps(span) for w in found):
                found.append(_when(match, span, reader, relative, anchor))
    return tuple(sorted(found, key=lambda w: w.span))


def _when(match: re.Match[str], span: Span, reader: Reader, relative: bool, anchor: Anchor) -> When:
    day = anchor.as_date()
    interval = reader(match, day)
    weekday = _weekdays().get((match.groupdict().get("weekday") or "").lower().rstrip("."))
    if interval is None:
        return When(span=span, verbatim=match.group(), weekday=weekday)
    start, end, precision = interval
    basis = anchor.basis if relative else "stated"
    return When(
        span=span,
        verbatim=match.group(),
        start=start.isoformat(),
        end=end.isoformat(),
        precision=precision,
        basis=basis,
        weekday=weekday,
    )


@cache
def _grammar() -> tuple[tuple[re.Pattern[str], Reader, bool], ...]:
    """The rules, most specific first: pattern, reader, and whether the reading hangs on the anchor."""
    month = "|".join(sorted(_months(), key=len, reverse=True))
    weekday = "|".join(sorted(_weekdays(), key=len, reverse=True))
    number = "a|an|one|two|three|four|five|six|seven|eight|nine|ten|\\d+"

    def rule(pattern: str, reader: Reader, relative: bool) -> tuple[re.Pattern[str], Reader, bool]:
        return re.compile(pattern, re.IGNORECASE), reader, relative

    return (
        rule(rf"\b(?P<month>{month})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})\b", _full, False),
        rule(
            rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{month})\.?,? (?P<year>\d{{4}})\b", _full, False
        ),
        rule(r"\b(?P<year>\d{4})-(?P<monthno>\d\d)-(?P<day>\d\d)\b", _full, False),
        rule(rf"\b(?P<month>{month})\.?,? (?P<year>(?:19|20)\d\d)\b", _month_of_year, False),
        rule(rf"\b(?P<month>{month})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!,? \d{{4}})", _day_near, True),
        rule(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{month})\b(?!,? \d{{4}})", _day_near, True),
        rule(rf"\b(?P<shift>last|next|this) (?P<unit>week|month|year|quarter|{month})\b", _shifted, True),
        rule(rf"\b(?P<count>{number}) (?P<unit>day|week|month|year|decade)s? ago\b", _ago, True),
        rule(r"\b(?P<named>yesterday|today|tonight|tomorrow)\b", _named_day, True),
        rule(rf"\b(?:(?P<shift>last|next|this) )?(?P<weekday>{weekday})\b", _weekday, True),
        rule(r"\b(?P<year>(?:19|20)\d0)s\b", _decade, False),
        rule(
            r"\b(?:in|since|by|until|from|of|during|after|before|for|late|early|mid|between|and|to|the)[- ](?P<year>(?:19|20)\d\d)\b(?![-,]\d)",
            _year,
            False,
        ),
        rule(r"(?<=\()(?P<year>(?:19|20)\d\d)(?=\))", _year, False),
        rule(rf"\b(?:in|since|by|until|from|of|during|late|early) (?P<month>{month})\b(?! \d)", _month_near, True),
    )


def _named(match: re.Match[str]) -> int:
    groups = match.groupdict()
    return int(groups["monthno"]) if groups.get("monthno") else _months()[groups["month"].lower().rstrip(".")]


def _full(match: re.Match[str], _: date | None) -> Interval | None:
    day = _safe(int(match["year"]), _named(match), int(match["day"]))
    return (day, day, "day") if day else None


def _safe(year: int, month: int, day: int) -> date | None:
    valid = 1 <= month <= 12 and 1 <= year <= 9999 and 1 <= day <= calendar.monthrange(year, month)[1]
    return date(year, month, day) if valid else None


def _month(year: int, month: int) -> Interval:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month"


def _month_of_year(match: re.Match[str], _: date | None) -> Interval | None:
    return _month(int(match["year"]), _named(match))


def _day_near(match: re.Match[str], anchor: date | None) -> Interval | None:
    """The named day nearest to the anchor: a date without a year lies within half a year of the report."""
    if anchor is None:
        return None
    days = (_safe(anchor.year + step, _named(match), int(match["day"])) for step in (-1, 0, 1))
    near = min((d for d in days if d), key=lambda d: abs((d - anchor).days), default=None)
    return (near, near, "day") if near else None


def _month_near(match: re.Match[str], anchor: date | None) -> Interval | None:
    """The named month nearest to the anchor."""
    if anchor is None:
        return None
    at = anchor.year * 12 + anchor.month - 1
    options = [(anchor.year + step) * 12 + _named(match) - 1 for step in (-1, 0, 1)]
    best = min(options, key=lambda m: (abs(m - at), m > at))
    return _month(best // 12, best % 12 + 1)


def _shifted(match: re.Match[str], anchor: date | None) -> Interval | None:
    if anchor is None:
        return None
    step = {"last": -1, "this": 0, "next": 1}[match["shift"].lower()]
    unit = match["unit"].lower()
    if unit == "week":
        monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=step)
        return monday, monday + timedelta(days=6), "week"
    if unit == "year":
        return _whole_year(anchor.year + step)
    if unit == "month":
        at = anchor.year * 12 + anchor.month - 1 + step
        return _month(at // 12, at % 12 + 1)
    if unit == "quarter":
        return _quarter(anchor, step)
    return _named_month(_months()[unit], anchor, step)


def _quarter(anchor: date, step: int) -> Interval:
    at = anchor.year * 4 + (anchor.month - 1) // 3 + step
    first = _month(at // 4, at % 4 * 3 + 1)
    return first[0], _month(at // 4, at % 4 * 3 + 3)[1], "quarter"


def _named_month(month: int, anchor: date, step: int) -> Interval:
    """ "Last October": the nearest such month wholly before the anchor's; "next October" after it."""
    year = anchor.year
    if step < 0 and month >= anchor.month:
        year -= 1
    if step > 0 and month <= anchor.month:
        year += 1
    return _month(year, month)


def _whole_year(year: int) -> Interval:
    return date(year, 1, 1), date(year, 12, 31), "year"


def _ago(match: re.Match[str], anchor: date | None) -> Interval | None:
    if anchor is None:
        return None
    words = load_table("text/numbers.toml")["words"]
    said = match["count"].lower()
    count = int(said) if said.isdigit() else int(words.get(said, 1))
    unit = match["unit"].lower()
    if unit == "day":
        day = anchor - timedelta(days=min(count, 30000))
        return day, day, "day"
    if unit == "week":
        monday = anchor - timedelta(days=anchor.weekday()) - timedelta(weeks=min(count, 4000))
        return monday, monday + timedelta(days=6), "week"
    if unit == "month":
        at = anchor.year * 12 + anchor.month - 1 - min(count, 1200)
        return _month(at // 12, at % 12 + 1)
    return _whole_year(max(anchor.year - count * (10 if unit == "decade" else 1), 1))


def _named_day(match: re.Match[str], anchor: date | None) -> Interval | None:
    if anchor is None:
        return None
    step = {"yesterday": -1, "tomorrow": 1}.get(match["named"].lower(), 0)
    day = anchor + timedelta(days=step)
    return day, day, "day"


def _weekday(match: re.Match[str], anchor: date | None) -> Interval | None:
    """The weekday in the week up to the anchor ("on Wednesday"); after it when the words say next."""
    if anchor is None:
        return None
    wanted = _weekdays()[match["weekday"].lower().rstrip(".")]
    back = (anchor.weekday() - wanted) % 7
    shift = (match["shift"] or "").lower()
    if shift == "next":
        day = anchor + timedelta(days=7 - back)
    else:
        day = anchor - timedelta(days=back + (7 if shift == "last" and back == 0 else 0))
    return day, day, "day"


def _decade(match: re.Match[str], _: date | None) -> Interval | None:
    year = int(match["year"])
    return date(year, 1, 1), date(year + 9, 12, 31), "decade"


def _year(match: re.Match[str], _: date | None) -> Interval | None:
    return _whole_year(int(match["year"]))
