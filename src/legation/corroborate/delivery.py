"""What came, and in which years: full deliveries, and lots that are added up where no full delivery is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from legation.corroborate.account import Account
from legation.corroborate.choice import values
from legation.record.deal import Delivery, Stage, Value

LOTS = "delivered@lots"
ALL = "delivered@all-ordered"


class Received(msgspec.Struct, frozen=True, kw_only=True):
    """The number delivered as a value with its rule, None where none can be said; and the years, each with its own number."""

    total: Value | None = None
    years: tuple[Delivery, ...] = ()
    short: bool = False


def received(accounts: Sequence[Account], ordered: Value | None) -> Received:
    """What the accounts (facts only) tell of deliveries. `short` says that what is told as a delivery is less than what was ordered.

    A full delivery with a number takes the figure of most origins; one without a number stands for all that was ordered, as an estimate;
    a "full" delivery of fewer than the contract's figure is a lot. Lots of different dates are added up, never beyond the number ordered.
    """
    lots = [a for a in accounts if a.stage is Stage.DELIVERED_PART or _is_lot(a, ordered)]
    full = [a for a in accounts if a.stage is Stage.DELIVERED_FULL and not _is_lot(a, ordered)]
    if full:
        total = _figure(full) or _all_ordered(full, ordered)
        return Received(total=total, years=_years(full, lots, total))
    total = _added(lots, ordered)
    short = ordered is None or total is None or (total.number or 0) < (ordered.number or 0)
    return Received(total=total, years=_years(full, lots, total), short=bool(lots) and short)


def _is_lot(account: Account, ordered: Value | None) -> bool:
    """Whether a delivery told as full is of fewer than the contract's figure."""
    if account.stage is not Stage.DELIVERED_FULL or account.figure is None or ordered is None or ordered.is_estimate:
        return False
    contract = ordered.stage in (Stage.SIGNED, Stage.IN_PRODUCTION)
    return contract and ordered.number is not None and account.figure < ordered.number


def _taken(accounts: Sequence[Account], field: str) -> Value | None:
    return next((v for v in values(accounts) if v.field == field and v.best), None)


def _figure(accounts: Sequence[Account]) -> Value | None:
    return _taken(accounts, "delivered")


def _all_ordered(full: Sequence[Account], ordered: Value | None) -> Value | None:
    if ordered is None:
        return None
    claims = tuple(sorted({*ordered.claims, *(a.id for a in full)}))
    return msgspec.structs.replace(
        ordered, field="delivered", rule=ALL, is_estimate=True, claims=claims, stage=Stage.DELIVERED_FULL
    )


def _added(lots: Sequence[Account], ordered: Value | None) -> Value | None:
    """The lots of different dates added up; one lot is its own figure."""
    by_date = _by_date(lots)
    figures = [figure for own in by_date.values() if (figure := _figure(own)) is not None]
    if len(figures) < 2:
        return figures[0] if figures else None
    number = sum(f.number or 0.0 for f in figures)
    capped = min(number, ordered.number) if ordered is not None and ordered.number is not None else number
    claims = tuple(sorted({claim for f in figures for claim in f.claims}))
    return msgspec.structs.replace(
        figures[0], value=f"{capped:g}", number=capped, rule=LOTS, is_estimate=True, claims=claims, qualifier=None,
        origins=min(f.origins for f in figures), documents=max(f.documents for f in figures),
    )  # fmt: skip


def _by_date(lots: Sequence[Account]) -> dict[str, list[Account]]:
    """The lots by the date that their words give; those without one stand together, apart only where no lot has a date."""
    found: dict[str, list[Account]] = defaultdict(list)
    for lot in lots:
        found[lot.delivery.value if lot.delivery is not None and lot.delivery.told else ""].append(lot)
    if len(found) > 1:
        found.pop("", None)
    return dict(sorted(found.items()))


def _years(full: Sequence[Account], lots: Sequence[Account], total: Value | None) -> tuple[Delivery, ...]:
    """The years of delivery in order: those that words give; without any, that of the earliest report, as an estimate."""
    best = _taken(full, "delivery_date") if full else None
    dated = [lot for lot in lots if lot.delivery is not None and lot.delivery.told]
    if not dated and (best is None or best.reported_only):
        first = best or _taken(lots, "delivery_date")
        return (_year(first.value, total, estimate=True),) if first is not None else ()
    years: dict[int, bool] = {int(best.value[:4]): best.is_estimate} if best and not best.reported_only else {}
    for lot in dated:
        assert lot.delivery is not None
        year = int(lot.delivery.value[:4])
        years[year] = years.get(year, True) and lot.delivery.vague
    if len(years) == 1:
        return tuple(_year(str(year), total, estimate=vague) for year, vague in years.items())
    return tuple(_lot_year(year, vague, dated) for year, vague in sorted(years.items()))


def _year(value: str, total: Value | None, *, estimate: bool) -> Delivery:
    number, vague = (total.number, total.is_estimate) if total is not None else (None, False)
    return Delivery(year=int(value[:4]), number=number, number_is_estimate=vague, year_is_estimate=estimate)


def _lot_year(year: int, vague: bool, lots: Sequence[Account]) -> Delivery:
    own = [lot for lot in lots if lot.delivery is not None and lot.delivery.value.startswith(str(year))]
    total = _added(own, None)
    return _year(str(year), total, estimate=vague)
