"""Deals: transfer claims of one supplier, recipient, weapon and order, folded; every value told is kept, one taken by a named rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from legation.corroborate.account import Account, accounts
from legation.corroborate.choice import values
from legation.corroborate.delivery import Received, received
from legation.corroborate.join import Group, groups
from legation.corroborate.stage import highest, rungs, standing
from legation.corroborate.support import support
from legation.lexicon.load import Lexicon
from legation.record.claim import Aux
from legation.record.deal import LADDER, Deal, Rung, Stage, Value
from legation.record.ident import ident
from legation.record.reading import Reading

_WORDS = ("supplier_entity", "recipient_entity", "origin_state", "via", "transfer_type")


def fold_deals(readings: Iterable[Reading], lexicon: Lexicon) -> tuple[Deal, ...]:
    """The deals that the readings tell of, by id. The same claims in any order, and a reading met twice, give the same deals."""
    found = groups(accounts(readings, lexicon))
    return tuple(sorted((_deal(group) for group in found), key=lambda d: d.id))


def _deal(group: Group) -> Deal:
    own = sorted(group.accounts, key=lambda a: a.id)
    stages = rungs(own)
    kind = standing(stages)
    speaking = [a for a in own if a.standing == kind]
    told = values(speaking)
    came = received(speaking, _taken(told, "ordered")) if kind == "fact" else Received()
    told = _with_total(told, came.total)
    return Deal(
        **_frame(group), **_counts(own), **_standing(own, stages, kind, came), **_figures(speaking, told, came),
        **_sum(told, speaking), **_texts(told), stages=stages, values=told,
    )  # fmt: skip


def _taken(told: Sequence[Value], field: str) -> Value | None:
    return next((v for v in told if v.field == field and v.best), None)


def _texts(told: Sequence[Value]) -> dict[str, Any]:
    taken = {field: _taken(told, field) for field in _WORDS}
    return {field: value.value if value is not None else None for field, value in taken.items()}


def _with_total(told: Sequence[Value], total: Value | None) -> tuple[Value, ...]:
    """The values with the number delivered as the fold of deliveries takes it; what the claims tell of it stays beside it as rivals."""
    if total is None:
        return tuple(told)
    marked = msgspec.structs.replace(total, field="delivered", best=True)
    rest = [_rival(v) for v in told if v.field == "delivered" and (v.value, v.rule) != (total.value, total.rule)]
    before = [v for v in told if v.field == "ordered"]
    return (*before, marked, *rest, *(v for v in told if v.field not in ("ordered", "delivered")))


def _rival(value: Value) -> Value:
    return msgspec.structs.replace(value, best=False)


def _frame(group: Group) -> dict[str, Any]:
    supplier, recipient, weapon, _ = group.key
    return {
        "id": ident("deal", group.key),
        "supplier": supplier,
        "recipient": recipient,
        "weapon": weapon,
        "family": group.ware.family,
        "designation": group.ware.name,
        "category": group.ware.category,
        "designer": group.ware.designer,
        "apart": group.apart,
    }


def _counts(own: Sequence[Account]) -> dict[str, Any]:
    counts = support(a.told for a in own)
    return {
        "documents": counts.documents,
        "outlets": counts.outlets,
        "origins": counts.origins,
        "background": all(a.told.claim.background for a in own),
        "claims": tuple(sorted({a.id for a in own})),
    }


def _standing(own: Sequence[Account], stages: Sequence[Rung], kind: str, came: Received) -> dict[str, Any]:
    """The stage, and how the claims that put the deal on it stand to the world."""
    told = highest(stages)
    stage = Stage.DELIVERED_PART if told is Stage.DELIVERED_FULL and came.short else told
    auxes = {a.told.claim.aux for a in own if a.stage is told and a.standing == kind}
    real = auxes & {Aux.ASSERTED, Aux.ONGOING} or not auxes
    aux = Aux.ASSERTED if real else min(auxes, key=tuple(Aux).index)
    return {"stage": stage, "standing": kind, "aux": aux.value}


def _figures(speaking: Sequence[Account], told: Sequence[Value], came: Received) -> dict[str, Any]:
    """The counts and dates. `best` is what was ordered, else delivered, else the figure of the highest stage."""
    ordered, order, arrival = (_taken(told, field) for field in ("ordered", "order_date", "delivery_date"))
    bounds = [n for a in speaking for n in (a.payload.low, a.payload.high) if n is not None]
    top = next((a for a in sorted(speaking, key=_down) if a.figure is not None), None)
    best = ordered or came.total
    return {
        "low": min(bounds, default=None),
        "high": max(bounds, default=None),
        "best": best.number if best is not None else top.payload.best if top is not None else None,
        "qualifier": best.qualifier if best is not None else top.payload.qualifier if top is not None else None,
        "ordered": ordered.number if ordered is not None else None,
        "received": came.total.number if came.total is not None else None,
        "deliveries": came.years,
        "order_date": order.value if order is not None else None,
        "signed": order.value if order is not None and not order.reported_only else None,
        "delivered": arrival.value if arrival is not None and not arrival.reported_only else None,
    }


def _down(account: Account) -> tuple[int, str]:
    return -LADDER.index(account.stage) if account.stage in LADDER else 1, account.id


def _sum(told: Sequence[Value], speaking: Sequence[Account]) -> dict[str, Any]:
    value = _taken(told, "value")
    if value is None:
        return {"amount": None, "currency": None}
    bundled = any(a.payload.bundled for a in speaking if a.id in value.claims)
    return {"amount": value.number, "currency": value.unit, "value_kind": value.kind, "bundled": bundled}
