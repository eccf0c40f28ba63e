"""On whom a state depends for arms, or who depends on it: shares of counts by windows of years. Counts are no volumes."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Standing(StrEnum):
    """What a concentration rests on."""

    ALL = "all"
    AT_LEAST = "at_least"
    KNOWN_ONLY = "known_only"


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """One party's part of a window; `party` is None for deals whose other party is not known.

    Items are counts, fractions where a deal's number was spread over years. `items` is the sum of those delivered and those that are only
    known as ordered. Shares are 0 to 1; `items_share` is None in a window without any number.
    """

    party: str | None
    items_delivered: float
    items_ordered: float
    items_share: float | None
    deals: int
    deals_share: float

    @property
    def items(self) -> float:
        """Delivered and ordered items together."""
        return self.items_delivered + self.items_ordered


class Concentration(msgspec.Struct, frozen=True, kw_only=True):
    """The Herfindahl-Hirschman index, 0 to 1, None where no party is known. **Source:** Hirschman 1945, Herfindahl 1950.

    `standing` is all (every share is known), at_least (the party of some is not known: they add to the whole, not to the index, which is
    then a lower bound) or known_only (some deals have no number: it is the index of the others, and no bound).
    """

    value: float | None
    standing: Standing


class Window(msgspec.Struct, frozen=True, kw_only=True):
    """The shares of the years `since` to `until`, both in it, largest first.

    `deals` and `origins` (independent ones) stand behind it. `without_number`, `unknown_party`, `estimated`, `spread` and `dated_by_order`
    count its deals that have no number, no known other party, a number or year that is an estimate, a number spread evenly over its years of
    delivery, and items delivered in a year not told, put into the year of the order. `thin` marks one with too little behind it.
    """

    since: int
    until: int
    shares: tuple[Share, ...]
    items_hhi: Concentration
    deals_hhi: Concentration
    deals: int
    origins: int
    without_number: int
    unknown_party: int
    estimated: int
    spread: int
    dated_by_order: int
    thin: bool


class Dependence(msgspec.Struct, frozen=True, kw_only=True):
    """The windows of one state, earliest first. `parties` says whose shares they are: suppliers or recipients.

    `left_out` counts the deals that are in no window, by reason in words: the state's, and those that may be its.
    """

    of: str
    parties: str
    window_years: int
    windows: tuple[Window, ...]
    left_out: dict[str, int]
