"""A number in the text with its qualifier: raw beside normal."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from legation.record.span import Span


class Qualifier(StrEnum):
    """What the words say of a number. **Source:** IISS numeric hedges; UCDP low/best/high."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    UP_TO = "up_to"
    FEWER_THAN = "fewer_than"
    ABOUT = "about"
    BETWEEN = "between"
    VAGUE = "vague"
    UNDISCLOSED = "undisclosed"


class Quantity(msgspec.Struct, frozen=True, kw_only=True):
    """A count or an amount. `low`, `best`, `high` are None where the words do not give them.

    `unit` is an ISO 4217 code for money, "percent", a unit of length, weight or time, or None for a plain count.
    `others` marks "N other people", who come on top of those named before.
    """

    span: Span
    words: str
    low: float | None
    best: float | None
    high: float | None
    qualifier: Qualifier
    unit: str | None = None
    others: bool = False
