"""Dates of metadata: the day of an ISO 8601 date or time, or None."""

from __future__ import annotations

import re
from datetime import date

_DAY = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})(?!\d)")

_FIRST, _LAST = 1605, 2199
"""Years of publication: others are what programs write for "no day" (0001, 9999). **Source:** 1605 is the year of the first newspaper, the
Relation of Strasbourg; the last is a house choice."""


def day_of(words: str | None) -> str | None:
    """The day as YYYY-MM-DD, in the zone that the words are in; None when they are no ISO date, or none on which news can have been published.

    >>> day_of("2019-01-28T14:00:00Z")
    '2019-01-28'
    """
    match = _DAY.match(words or "")
    if match is None or not _FIRST <= int(match[1]) <= _LAST:
        return None
    try:
        return date(*map(int, match.groups())).isoformat()
    except ValueError:
        return None
