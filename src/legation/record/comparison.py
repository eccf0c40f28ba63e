"""Two registers side by side: which deals are one, why, and in which fields they differ."""

from __future__ import annotations

import msgspec

from legation.record.issue import Issue
from legation.record.listed import Listed
from legation.record.register import Entry


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """Which deals are asked for: parties as ISO 3166 alpha-3, years of order (of deliveries where no order is known), both ends in it."""

    supplier: str | None = None
    recipient: str | None = None
    since: int | None = None
    until: int | None = None

    def takes(self, deal: Entry | Listed) -> bool:
        """Whether the deal is asked for; one without any year is not where years are asked for."""
        if self.supplier not in (None, deal.supplier) or self.recipient not in (None, deal.recipient):
            return False
        if self.since is None and self.until is None:
            return True
        years = deal.delivery_years if deal.order_year is None else (deal.order_year,)
        first, last = self.since or 0, self.until or 9999
        return any(first <= year <= last for year in years)


class Feature(msgspec.Struct, frozen=True):
    """One line of the score of a pair: what was compared, the points, and why in words."""

    name: str
    score: int
    reason: str


class Backing(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that says the value of a field: its id, article and words."""

    claim: str
    article: str
    words: str


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """A field in which a pair differs. `ours` and `theirs` are in print, "" where that side does not know it, in brackets an estimate.

    `sort` is differs, only_ours, only_theirs, finer (one side names the variant, the other its family) or estimate (the values differ,
    and one side calls its own an estimate).
    `claims` are those of ours that say `ours`, `agreeing` those that say `theirs` (a rival that the register kept); `meaning` is what such
    a difference may mean.
    """

    field: str
    sort: str
    ours: str
    theirs: str
    meaning: str
    claims: tuple[Backing, ...] = ()
    agreeing: tuple[Backing, ...] = ()


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """A deal found in both, with the points of each feature. `rivals` are ids of the other side that scored as high for either of the two."""

    ours: Entry
    theirs: Listed
    score: int
    features: tuple[Feature, ...]
    differences: tuple[Difference, ...] = ()
    rivals: tuple[str, ...] = ()


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """All of a comparison. `early` are pairs whose deal the record does not know as signed. `left_out` counts deals that are not listed,
    by reason in words; `issues` are the file's.
    """

    path: str
    family: str
    both: tuple[Pair, ...]
    early: tuple[Pair, ...]
    only_ours: tuple[Entry, ...]
    only_theirs: tuple[Listed, ...]
    left_out: dict[str, int]
    issues: tuple[Issue, ...]

    @property
    def agreeing(self) -> int:
        """How many pairs contradict each other in no field; a value that one side does not know is no contradiction."""
        return sum(all(d.sort != "differs" for d in pair.differences) for pair in self.both)
