"""Dates of metadata: the day of an ISO 8601 date or time, or None."""

from __future__ import annotations

import re
from datetime import date

_DAY = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})(?!\d)")


def day_of(words: str | None) -> str | None:
    """The day as YYYY-MM-DD, in the zone that the words are in; None when they are no ISO date.

    >>> day_of("2019-01-28T14:00:00Z")
    '2019-01-28'
    """
    match = _DAY.match(words or "")
    if match is None:
        return None
    try:
        return date(*map(int, match.groups())).isoformat()
    except ValueError:
        return None
