"""Deals: transfer claims of one supplier, recipient and weapon, folded; conflicting figures span low to high."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from legation.corroborate.support import Told, support, told
from legation.record.claim import Aux
from legation.record.deal import Deal, Stage, Transfer
from legation.record.ident import ident
from legation.record.reading import Reading

Key = tuple[str | None, str | None, str]
_LADDER = {stage: rung for rung, stage in enumerate(Stage)}
_OFF_LADDER = frozenset({Stage.DENIED})


def fold_deals(readings: Iterable[Reading]) -> tuple[Deal, ...]:
    """The deals that the readings tell of, by id. The same claims in any order give the same deals."""
    groups: dict[Key, list[Told]] = defaultdict(list)
    for item in told(readings, "transfer"):
        for key in _keys(item):
            groups[key].append(item)
    return tuple(sorted((_deal(key, group) for key, group in groups.items()), key=lambda d: d.id))


def _keys(item: Told) -> Iterable[Key]:
    """One key per pair of supplier and recipient state."""
    suppliers: list[str | None] = [*sorted({x.country for x in item.targets("supplier", "actor") if x.country})] or [
        None
    ]
    recipients: list[str | None] = [*sorted({x.country for x in item.targets("recipient", "actor") if x.country})] or [
        None
    ]
    weapon = next((x.target for x in item.targets("weapon", "weapon")), _transfer(item).designation.lower().rstrip("s"))
    return [(s, r, weapon) for s in suppliers for r in recipients if s != r]


def _transfer(item: Told) -> Transfer:
    assert isinstance(item.claim.payload, Transfer)
    return item.claim.payload


def _rank(item: Told) -> tuple[bool, int, str]:
    stage = _transfer(item).stage
    return stage not in _OFF_LADDER, _LADDER[stage], item.claim.id


def _deal(key: Key, group: Sequence[Told]) -> Deal:
    best = max(group, key=_rank)
    top = _transfer(best)
    counted = [_transfer(t) for t in group if _transfer(t).low is not None or _transfer(t).high is not None]
    figures = [n for t in counted for n in (t.low, t.high) if n is not None]
    figure = top if top.best is not None else next((t for t in counted if t.best is not None), top)
    valued = next((t for t in (top, *map(_transfer, group)) if t.amount is not None), top)
    link = next(iter(best.targets("weapon", "weapon")), None)
    counts = support(group)
    return Deal(
        id=ident("deal", key),
        supplier=key[0],
        recipient=key[1],
        weapon=key[2],
        designation=link.name if link else top.designation,
        category=link.kind if link else None,
        designer=None,
        stage=top.stage,
        transfer_type=next((_transfer(t).transfer_type for t in group if _transfer(t).transfer_type), None),
        low=min(figures, default=None),
        best=figure.best,
        high=max(figures, default=None),
        qualifier=figure.qualifier,
        amount=valued.amount,
        currency=valued.currency,
        signed=next((_transfer(t).signed for t in group if _transfer(t).signed), None),
        delivered=next((_transfer(t).delivered for t in group if _transfer(t).delivered), None),
        aux=best.claim.aux.value if best.claim.aux is not Aux.ONGOING else "asserted",
        background=all(t.claim.background for t in group),
        documents=counts.documents,
        outlets=counts.outlets,
        origins=counts.origins,
        claims=tuple(sorted(t.claim.id for t in group)),
    )
