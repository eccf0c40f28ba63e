"""Tolls: one number of several figures under a named policy; pure functions, the policy printed with the number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import msgspec

from legation.record.attack import Casualty
from legation.record.incident import Toll


class Figure(msgspec.Struct, frozen=True):
    """A casualty row with what a policy asks of it: the day of its report (ISO) and whether an official gives it."""

    casualty: Casualty
    as_of: str | None = None
    official: bool = False

    @property
    def least(self) -> int | None:
        """The fewest that the words allow: the low figure, else the best."""
        return self.casualty.low if self.casualty.low is not None else self.casualty.best

    @property
    def most(self) -> int | None:
        """The most that the words name: the high figure, else the best, else the low one."""
        found = (self.casualty.high, self.casualty.best, self.casualty.low)
        return next((n for n in found if n is not None), None)


Policy = Callable[[Sequence[Figure]], tuple[int | None, int | None, int | None]]


def whole(figures: Iterable[Figure]) -> list[Figure]:
    """The figures that count all: parts of others, and smaller ones of one class of victims beside one of people at large, are left out."""
    kept = [f for f in figures if not f.casualty.part] or list(figures)
    tops = [f.most for f in kept if f.casualty.victim_class is None and f.most is not None]
    return [f for f in kept if f.casualty.victim_class is None or not tops or (f.most or 0) >= max(tops)] or kept


def latest(figures: Sequence[Figure]) -> list[Figure]:
    """The figures of the latest report: a toll that rises over days is revised, not contested."""
    days = [f.as_of for f in figures if f.as_of]
    return [f for f in figures if f.as_of == max(days)] if days else list(figures)


def ucdp(figures: Sequence[Figure]) -> tuple[int | None, int | None, int | None]:
    """low, best, high: the lowest of the latest report, its best figure, the highest of all. **Source:** UCDP GED codebook."""
    now = latest(figures)
    lows = [f.least for f in now if f.least is not None]
    bests = [f.casualty.best if f.casualty.best is not None else f.least for f in now]
    exact = [f.most for f in figures if f.casualty.high is not None and f.most is not None]
    open_ended = any(f.casualty.high is None for f in now)
    return (
        min(lows, default=None),
        max((b for b in bests if b is not None), default=None),
        None if open_ended else max(exact, default=None),
    )


def conservative(figures: Sequence[Figure]) -> tuple[int | None, int | None, int | None]:
    """The lowest figure of the latest report, as low, best and high. **Source:** ACLED, "Fatalities" FAQ: the most conservative estimate."""
    low = min((f.least for f in latest(figures) if f.least is not None), default=None)
    return low, low, low


def latest_official(figures: Sequence[Figure]) -> tuple[int | None, int | None, int | None]:
    """The latest figure that an official gives; None where none does."""
    found = latest([f for f in figures if f.official])
    if not found:
        return None, None, None
    last = found[-1]
    return last.least, last.casualty.best if last.casualty.best is not None else last.least, last.casualty.high


POLICIES: dict[str, Policy] = {"ucdp": ucdp, "conservative": conservative, "latest_official": latest_official}


def tolls(figures: Sequence[Figure], policy: str = "ucdp") -> tuple[Toll, ...]:
    """One toll for each kind of harm that the figures tell, by the policy of that name; a revision of an earlier day gives way."""
    kinds = dict.fromkeys(f.casualty.kind for f in figures)
    return tuple(_toll(kind, whole([f for f in figures if f.casualty.kind == kind]), policy) for kind in kinds)


def _toll(kind: str, figures: Sequence[Figure], policy: str) -> Toll:
    low, best, high = POLICIES[policy](figures)
    words = tuple(dict.fromkeys(f.casualty.verbatim for f in figures))
    return Toll(kind=kind, low=low, best=best, high=high, policy=policy, figures=words)
