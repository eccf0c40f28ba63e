"""The ladder of a deal: its dated rungs in time order, and the rung that it stands on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from legation.corroborate.account import Account, Dated
from legation.corroborate.date import clearly_after, first_day, grain
from legation.corroborate.support import support
from legation.record.deal import ARRIVED, LADDER, PLACED, Rung, Stage

_RANK = {stage: rank for rank, stage in enumerate(LADDER)}
_UNDONE = frozenset({Stage.SUSPENDED, Stage.CANCELLED})
_FINAL = frozenset({Stage.DELIVERED_FULL, Stage.IN_SERVICE})


def rungs(accounts: Sequence[Account]) -> tuple[Rung, ...]:
    """The rungs in time order, those without a date last: one per stage, date and standing, with all who tell it."""
    told: dict[tuple[Stage, Dated | None, str], list[Account]] = defaultdict(list)
    for account in accounts:
        for stage, dated in _told(account):
            told[stage, _bare(dated), account.standing].append(account)
    made = [_rung(stage, dated, standing, own) for (stage, dated, standing), own in told.items()]
    return tuple(sorted(made, key=_in_time))


def _told(account: Account) -> Iterator[tuple[Stage, Dated | None]]:
    """The stage of the account, and the signing that it looks back on where it gives its date."""
    yield account.stage, account.at
    if account.order is not None and account.stage in (PLACED | _UNDONE) - {Stage.SIGNED}:
        yield Stage.SIGNED, account.order


def _bare(dated: Dated | None) -> Dated | None:
    return Dated(dated.value, dated.basis) if dated is not None else None


def _rung(stage: Stage, dated: Dated | None, standing: str, own: Sequence[Account]) -> Rung:
    counts = support(a.told for a in own)
    return Rung(
        stage=stage,
        date=dated.value if dated else None,
        precision=grain(dated.value) if dated else None,
        basis=dated.basis if dated else None,
        standing=standing,
        claims=tuple(sorted({a.id for a in own})),
        documents=counts.documents,
        origins=counts.origins,
    )


def _in_time(rung: Rung) -> tuple[bool, str, int, str, str, str]:
    day = first_day(rung.date) if rung.date else ""
    return rung.date is None, day, tuple(Stage).index(rung.stage), rung.date or "", rung.basis or "", rung.standing


def standing(stages: Sequence[Rung]) -> str:
    """What the deal is as a whole: fact where anything is told as one, else forecast, else denial."""
    found = {rung.standing for rung in stages}
    return next(name for name in ("fact", "forecast", "denial") if name in found)


def highest(stages: Sequence[Rung]) -> Stage:
    """The rung that the deal stands on.

    The highest told as a fact; a suspension or cancellation takes it back, unless an order or delivery comes clearly after it or all has
    been delivered. A denial takes back what is below the order only, told by as many origins and not clearly before it. Without a fact,
    the highest told as a forecast; `denied` where there are denials only.
    """
    facts = [rung for rung in stages if rung.standing == "fact"]
    if not facts:
        open_ = [rung for rung in stages if rung.standing == "forecast"]
        return max((r.stage for r in open_), key=_rank, default=Stage.DENIED)
    undone = [rung for rung in facts if rung.stage in _UNDONE]
    up = [rung for rung in facts if rung.stage in _RANK]
    if not up:
        return max((rung.stage for rung in undone), key=tuple(Stage).index)
    top = max((rung.stage for rung in up), key=_rank)
    lasting = [rung for rung in undone if not _undone_no_more(rung, up)]
    if lasting and top not in _FINAL:
        return max(lasting, key=lambda r: (first_day(r.date) if r.date else "", tuple(Stage).index(r.stage))).stage
    return Stage.DENIED if top not in PLACED and _denied(stages, up) else top


def _rank(stage: Stage) -> int:
    return _RANK.get(stage, len(_RANK) + tuple(Stage).index(stage))


def _undone_no_more(undone: Rung, up: Sequence[Rung]) -> bool:
    """Whether a step up comes clearly after: by a date of its own, or because nobody told of that step before.

    A late report that only repeats an early signing takes no suspension back.
    """
    if undone.date is None:
        return False
    first: dict[Stage, Rung] = {}
    for rung in up:
        if rung.date is not None and rung.stage not in first:
            first[rung.stage] = rung
    later = [r for r in up if r.date is not None and (r.basis != "reported" or r is first[r.stage])]
    return any(r.stage in PLACED and clearly_after(r.date or "", undone.date) for r in later)


def _denied(stages: Sequence[Rung], up: Sequence[Rung]) -> bool:
    denials = [rung for rung in stages if rung.standing == "denial"]
    last = max((first_day(r.date) for r in up if r.date), default="")
    after = [r for r in denials if r.date is None or r.date >= last]
    return bool(after) and max(r.origins for r in after) >= max(r.origins for r in up)


def arrived(stages: Sequence[Rung]) -> bool:
    """Whether any delivery is told as a fact."""
    return any(rung.standing == "fact" and rung.stage in ARRIVED for rung in stages)
