"""A time expression: an interval with its precision, and what it hangs on."""

from __future__ import annotations

import msgspec

from legation.record.span import Span


class When(msgspec.Struct, frozen=True, kw_only=True):
    """A time in the text. `start` and `end` are ISO dates, inclusive, or None where no anchor gives them.

    `kind` is date, duration or set ("every Friday"); only a date says when. `precision` is day, week, weekend, month, quarter,
    half, season, year, fiscal_year, decade, century, range or None; `basis` is "stated" (the words give the date), "published", "dateline" or
    "caption" (counted from that anchor), or "unanchored". `timex` is the TIMEX3 value where there is one (PRESENT_REF for "now").
    `verbatim` keeps the words; `weekday` a bare weekday (Monday = 0); `part` is early, mid or late where
    the words say so of the whole unit; `parts` are the two ends of a range.
    """

    span: Span
    verbatim: str
    start: str | None = None
    end: str | None = None
    precision: str | None = None
    basis: str = "unanchored"
    weekday: int | None = None
    kind: str = "date"
    timex: str | None = None
    part: str | None = None
    parts: tuple[When, ...] = ()

    @property
    def value(self) -> str | None:
        """The date cut to its precision: YYYY-MM-DD, YYYY-MM or YYYY; None without an anchor.

        >>> When(span=Span(0, 4), verbatim="2007", start="2007-01-01", end="2007-12-31", precision="year").value
        '2007'
        """
        if self.start is None:
            return None
        return {
            "year": self.start[:4],
            "decade": self.start[:4],
            "century": self.start[:4],
            "month": self.start[:7],
        }.get(self.precision or "", self.start)

    @property
    def dated(self) -> bool:
        """Whether the words say when something was, if only by a weekday: no duration, no set, no vague reference."""
        return self.kind == "date" and (self.start is not None or self.weekday is not None or not self.timex)
