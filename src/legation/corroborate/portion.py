"""How many items of a deal belong to which year: delivered ones by year of delivery, else ordered ones."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from legation.record.register import Entry


class Portion(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a deal in one year. `number` counts items, None where no claim gives any; `basis` is delivered or ordered.

    `estimated` says that the register marks the number or the year so; `spread` that the number is an even part of the deal's; `by_order`
    that items delivered in a year not told stand in the year of the order.
    """

    year: int
    number: float | None
    basis: str
    estimated: bool = False
    spread: bool = False
    by_order: bool = False


def portions(entry: Entry) -> tuple[Portion, ...]:
    """The parts of a deal by year; none when it has no year. Once a delivered number is known the rest of the order is not counted."""
    if entry.delivered:
        return _delivered(entry)
    years = entry.delivery_years or _order(entry)
    marked = entry.ordered_is_estimate or (
        entry.delivery_is_estimate if entry.delivery_years else entry.order_is_estimate
    )
    number = None if entry.ordered is None else entry.ordered / max(len(years), 1)
    spread = number is not None and len(years) > 1
    return tuple(Portion(year=y, number=number, basis="ordered", estimated=marked, spread=spread) for y in years)


def _order(entry: Entry) -> Sequence[int]:
    return () if entry.order_year is None else (entry.order_year,)


def _delivered(entry: Entry) -> tuple[Portion, ...]:
    years = entry.delivery_years or _order(entry)
    marked = entry.delivered_is_estimate or entry.delivery_is_estimate
    own = {d.year: d.number for d in entry.deliveries if d.number is not None}
    rest = [year for year in years if year not in own]
    left = (entry.delivered or 0) - sum(own.values())
    if rest and left < 0:  # the figures of single years exceed that of the deal, which stands
        own, rest, left = {}, list(years), entry.delivered or 0
    return tuple(
        Portion(
            year=year,
            number=own[year] if year in own else left / len(rest),
            basis="delivered",
            estimated=marked,
            spread=year in rest and len(rest) > 1,
            by_order=not entry.delivery_years,
        )
        for year in years
    )
