"""Calendar stretches: the interval, precision and TIMEX3 value of a day, week, month, quarter, season, year, decade, century.

**Source:** TIMEX3 values after ISO 8601 as TimeML 1.2.1 prints them (2015-W34, 2015-Q3, 2015-SU, 201, 20).
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import msgspec

SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}


class Stretch(msgspec.Struct, frozen=True):
    """A stretch of days: first and last day, the precision that the words give, and its TIMEX3 value."""

    start: date
    end: date
    precision: str
    timex: str


def safe_day(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has none."""
    valid = 1 <= month <= 12 and 1 <= year <= 9999 and 1 <= day <= calendar.monthrange(year, month)[1]
    return date(year, month, day) if valid else None


def of_day(day: date) -> Stretch:
    """One day."""
    return Stretch(day, day, "day", day.isoformat())


def of_week(day: date, weekend: bool = False) -> Stretch:
    """The ISO week of a day, or its Saturday and Sunday."""
    monday = day - timedelta(days=day.weekday())
    year, week, _ = day.isocalendar()
    if weekend:
        return Stretch(monday + timedelta(days=5), monday + timedelta(days=6), "weekend", f"{year}-W{week:02}-WE")
    return Stretch(monday, monday + timedelta(days=6), "week", f"{year}-W{week:02}")


def of_month(year: int, month: int) -> Stretch:
    """A month; months beyond December or before January run into the years beside."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    last = calendar.monthrange(year, month)[1]
    return Stretch(date(year, month, 1), date(year, month, last), "month", f"{year:04}-{month:02}")


def of_quarter(year: int, quarter: int) -> Stretch:
    """A calendar quarter; numbers beyond 4 or below 1 run into the years beside."""
    year, quarter = year + (quarter - 1) // 4, (quarter - 1) % 4 + 1
    first, last = of_month(year, quarter * 3 - 2), of_month(year, quarter * 3)
    return Stretch(first.start, last.end, "quarter", f"{year:04}-Q{quarter}")


def of_half(year: int, half: int) -> Stretch:
    """The first or second half of a year."""
    first, last = of_month(year, half * 6 - 5), of_month(year, half * 6)
    return Stretch(first.start, last.end, "half", f"{year:04}-H{half}")


def of_season(year: int, season: str) -> Stretch:
    """A season of the northern half, three whole months; winter runs into the next year."""
    first, last = SEASONS[season]
    return Stretch(of_month(year, first).start, of_month(year + (last < first), last).end, "season", f"{year:04}-{season}")


def of_year(year: int) -> Stretch:
    """A calendar year."""
    return Stretch(date(year, 1, 1), date(year, 12, 31), "year", f"{year:04}")


def of_decade(year: int) -> Stretch:
    """The ten years from a year that ends in 0."""
    return Stretch(date(year, 1, 1), date(year + 9, 12, 31), "decade", f"{year // 10:03}")


def of_century(number: int) -> Stretch:
    """The nth century as the papers count it: the 20th is 1900-1999."""
    first = (number - 1) * 100
    return Stretch(date(max(first, 1), 1, 1), date(first + 99, 12, 31), "century", f"{number - 1:02}")


def part(whole: Stretch, word: str) -> Stretch:
    """The early, middle or late third of a stretch; its value stays that of the whole."""
    days = (whole.end - whole.start).days + 1
    third = timedelta(days=days // 3)
    ends = {
        "early": (whole.start, whole.start + third),
        "mid": (whole.start + third, whole.end - third),
        "late": (whole.end - third, whole.end),
    }
    start, end = ends[word]
    return Stretch(start, end, whole.precision, whole.timex)


def shifted(unit: str, anchor: date, step: int) -> Stretch:
    """The day, week, weekend, month, quarter, half, season, year or decade that lies `step` units from the anchor's own."""
    if unit in ("day", "week", "weekend"):
        days = anchor + timedelta(days=max(min(step, 40_000), -40_000) * (1 if unit == "day" else 7))
        return of_day(days) if unit == "day" else of_week(days, unit == "weekend")
    year = min(max(anchor.year + step * {"decade": 10, "century": 100}.get(unit, 1), 1), 9990)
    if unit == "month":
        return of_month(anchor.year, min(max(anchor.month + step, -20_000), 20_000))
    if unit == "quarter":
        return of_quarter(anchor.year, (anchor.month - 1) // 3 + 1 + min(max(step, -6_000), 6_000))
    if unit == "half":
        at = anchor.year * 2 + (anchor.month > 6) + step
        return of_half(at // 2, at % 2 + 1)
    return {"decade": lambda: of_decade(year - year % 10), "century": lambda: of_century(year // 100 + 1)}.get(unit, lambda: of_year(year))()
