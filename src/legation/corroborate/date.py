"""Dates as far as they are told: "2015", "2015-08", "2015-08-20" compared as the intervals that they are."""

from __future__ import annotations

import re
from datetime import date

from legation.record.when import When

_FORM = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$")
_GRAINS = {4: "year", 7: "month", 10: "day"}


def told_date(words: str | None) -> str | None:
    """The words where they are a date in one of the three forms, else None.

    >>> told_date("2015-08"), told_date("last summer")
    ('2015-08', None)
    """
    return words if words is not None and _FORM.match(words) else None


def grain(value: str | None) -> str | None:
    """How fine a date is: day, month or year; None for none."""
    return _GRAINS.get(len(value)) if value is not None else None


def first_day(value: str) -> str:
    """The first day that a date may stand for.

    >>> first_day("2015"), last_day("2015")
    ('2015-01-01', '2015-12-31')
    """
    return value + "-01-01"[len(value) - 4 :] if len(value) < 10 else value


def last_day(value: str) -> str:
    """The last day that a date may stand for; a month's is given as its 31st, which no day of it is after."""
    return value + "-12-31"[len(value) - 4 :] if len(value) < 10 else value


def clearly_after(later: str, earlier: str) -> bool:
    """Whether every day of the one is after every day of the other.

    >>> clearly_after("2015-08", "2015"), clearly_after("2016", "2015-08-20")
    (False, True)
    """
    return first_day(later) > last_day(earlier)


def years_between(one: str, other: str) -> float:
    """The years between the middles of two dates, never negative."""
    return abs(_middle(one) - _middle(other)) / 365.25


def _middle(value: str) -> float:
    return (_ordinal(first_day(value)) + _ordinal(last_day(value))) / 2


def _ordinal(day: str) -> int:
    year, month, number = map(int, day.split("-"))
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        return date(max(year, 1), 1, 1).toordinal()
    return date(year, month, 1).toordinal() + number - 1


def common(when: When) -> str | None:
    """The date that both ends of a time share: its day, month or year; of a longer one the year that it begins in; None without an anchor."""
    if when.start is None or when.kind != "date":
        return None
    end = when.end or when.start
    shared = next((n for n in (10, 7, 4) if when.start[:n] == end[:n]), 4)
    return told_date(when.start[:shared])
