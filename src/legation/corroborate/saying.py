"""What each account says for each field of a deal."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from legation.corroborate.account import Account, Dated
from legation.corroborate.date import told_date
from legation.record.claim import Role
from legation.record.deal import ARRIVED, LADDER, Stage

_TO_ORDER = frozenset({*LADDER[: LADDER.index(Stage.DELIVERED_PART)], Stage.DELIVERED_FULL})
_EXACT = ("exact", None)


class Saying(msgspec.Struct, frozen=True, kw_only=True):
    """A value that an account gives to a field, as in `record.deal.Value`; `vague` where its words leave it open."""

    field: str
    value: str
    account: Account
    number: float | None = None
    unit: str | None = None
    kind: str | None = None
    qualifier: str | None = None
    vague: bool = False
    reported_only: bool = False


def sayings(account: Account) -> Iterator[Saying]:
    """The values that an account gives, field by field."""
    for read in _READERS:
        yield from read(account)


def plain(number: float) -> str:
    """A number as it is written in a value: without a fraction where it has none.

    >>> plain(4.0), plain(0.5)
    ('4', '0.5')
    """
    return str(int(number)) if number == int(number) else f"{number:g}"


def _ordered(account: Account) -> Iterator[Saying]:
    if account.figure is not None and account.stage in _TO_ORDER:
        yield _figure("ordered", account, account.figure)


def _delivered(account: Account) -> Iterator[Saying]:
    if account.figure is not None and account.stage in (Stage.DELIVERED_PART, Stage.DELIVERED_FULL):
        yield _figure("delivered", account, account.figure)


def _figure(field: str, account: Account, number: float) -> Saying:
    qualifier = account.payload.qualifier
    vague = qualifier not in _EXACT
    return Saying(field=field, value=plain(number), account=account, number=number, qualifier=qualifier, vague=vague)


def _order_date(account: Account) -> Iterator[Saying]:
    if account.order is not None:
        yield _date("order_date", account, account.order)


def _delivery_date(account: Account) -> Iterator[Saying]:
    if account.delivery is not None and account.stage in ARRIVED:
        yield _date("delivery_date", account, account.delivery)


def _due(account: Account) -> Iterator[Saying]:
    value = told_date(account.payload.due)
    if value is not None:
        yield Saying(field="due", value=value, account=account)


def _date(field: str, account: Account, dated: Dated) -> Saying:
    reported = not dated.told
    return Saying(
        field=field, value=dated.value, account=account, vague=dated.vague or reported, reported_only=reported
    )


def _value(account: Account) -> Iterator[Saying]:
    amount, unit = account.payload.amount, account.payload.currency
    if amount is not None:
        kind = account.payload.value_kind
        value = " ".join(filter(None, (unit, plain(amount), kind)))
        yield Saying(field="value", value=value, account=account, number=amount, unit=unit, kind=kind)


def _entities(account: Account) -> Iterator[Saying]:
    for side in ("supplier", "recipient"):
        links = [x.name for x in account.told.targets(side, "actor") if x.kind in ("company", "substate")]
        parts = account.told.claim.all(f"{side}_entity")
        own = [_name(account, part) for part in parts]
        for name in dict.fromkeys([*own, *links]):
            yield Saying(field=f"{side}_entity", value=name, account=account)


def _name(account: Account, part: Role) -> str:
    link = account.told.links.get((part.span, "actor"))
    return link.name if link is not None else part.words


def _states(account: Account) -> Iterator[Saying]:
    told = account.told
    for field, role in (("origin_state", "origin"), ("via", "via")):
        for state in dict.fromkeys(x.country for x in told.targets(role, "actor") if x.country is not None):
            if field != "origin_state" or state != account.supplier:
                yield Saying(field=field, value=state, account=account)


def _words(account: Account) -> Iterator[Saying]:
    for field in ("transfer_type", "condition", "batch", "financing", "offsets", "end_use", "conditions", "notice"):
        value: str | None = getattr(account.payload, field)
        if value is not None:
            yield Saying(field=field, value=value, account=account)


_READERS: tuple[Callable[[Account], Iterator[Saying]], ...] = (
    _ordered, _delivered, _order_date, _delivery_date, _due, _value, _entities, _states, _words,
)  # fmt: skip
