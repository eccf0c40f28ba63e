"""Rows of one deal as one deal: the deliveries of all years, the numbers added, what does not fit told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from legation.record.deal import Delivery
from legation.record.issue import Issue, issue
from legation.record.listed import Listed

_KEPT = frozenset({"order_year", "second_row"})
"""Faults of a row that is folded all the same."""


def fold_rows(rows: Sequence[Listed], path: str, grain: str) -> tuple[tuple[Listed, ...], tuple[Issue, ...]]:
    """The deals in the order of their first rows, and the issues of rows that repeat or contradict another row of their id.

    `grain` is what a row of the file is: of a delivery, numbers are added; of a deal, a repeated id keeps its largest number.
    """
    groups: dict[str, list[Listed]] = defaultdict(list)
    issues: list[Issue] = []
    for row in rows:
        fault = _fault(groups[row.id], row, path, grain)
        if fault is not None:
            issues.append(fault)
        if fault is None or fault.rule in _KEPT:
            groups[row.id].append(row)
    return tuple(_deal(group, grain) for group in groups.values()), tuple(issues)


def _fault(group: Sequence[Listed], row: Listed, path: str, grain: str) -> Issue | None:
    """What is wrong with a further row of a deal, or None."""
    if not group:
        return None
    first, where = group[0], f"{path}:{row.lines[0]}"
    if any(msgspec.structs.replace(r, lines=row.lines) == row for r in group):
        return issue(
            where, "read", "repeated_row", f"{where}: repeats a row of deal {row.id}; counted once", severity="noted"
        )
    if _who(first) != _who(row):
        reason = f"{where}: deal {row.id} is met with other parties or another designation than on line {first.lines[0]}; the row is left out"
        return issue(where, "read", "mixed_deal", reason)
    if first.order_year != row.order_year:
        reason = f"{where}: deal {row.id} has the order year {row.order_year}, on line {first.lines[0]} {first.order_year}; the first is kept"
        return issue(where, "read", "order_year", reason, severity="noted")
    if grain == "deal":
        reason = f"{where}: deal {row.id} stands twice where a row is a deal; its years are united, the larger number is kept"
        return issue(where, "read", "second_row", reason, severity="noted")
    return None


def _who(row: Listed) -> tuple[str, ...]:
    return row.supplier_name, row.recipient_name, row.designation


def _deal(group: Sequence[Listed], grain: str) -> Listed:
    counts = [r.delivered for r in group if r.delivered is not None]
    total = (sum(counts) if grain == "delivery" else max(counts)) if counts else None
    return msgspec.structs.replace(
        group[0],
        ordered=max((r.ordered for r in group if r.ordered is not None), default=None),
        ordered_is_estimate=any(r.ordered_is_estimate for r in group),
        order_is_estimate=any(r.order_is_estimate for r in group),
        delivered=total,
        delivered_is_estimate=any(r.delivered_is_estimate for r in group) or 0 < len(counts) < len(group),
        deliveries=tuple(_by_year(group, grain)),
        lines=tuple(line for r in group for line in r.lines),
    )


def _by_year(group: Sequence[Listed], grain: str) -> Iterator[Delivery]:
    found: dict[int, list[Delivery]] = defaultdict(list)
    for delivery in (d for row in group for d in row.deliveries):
        found[delivery.year].append(delivery)
    for year, same in sorted(found.items()):
        known = [d.number for d in same if d.number is not None]
        number = (sum(known) if grain == "delivery" else max(known)) if known else None
        yield Delivery(
            year=year,
            number=number,
            number_is_estimate=any(d.number_is_estimate for d in same),
            year_is_estimate=any(d.year_is_estimate for d in same),
        )
