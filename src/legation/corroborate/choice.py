"""Several values of one field: folded with their tellers, and one taken by the policy of the field's rule; its rivals stay.

**Source:** the rules of `rules/deals.toml`, [[field]]; origins are counted by `corroborate.support`, never articles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec

from legation.corroborate.account import Account
from legation.corroborate.rules import Field, rules
from legation.corroborate.saying import Saying, sayings
from legation.corroborate.support import support
from legation.errors import LexiconError
from legation.record.deal import LADDER, Stage, Value

Rank = tuple[Any, ...]
_NEVER = "9999"


def values(accounts: Iterable[Account]) -> tuple[Value, ...]:
    """Every value told, by field in the order of the rules, the one taken first among those of its field."""
    told: dict[str, dict[str, list[Saying]]] = defaultdict(lambda: defaultdict(list))
    for account in accounts:
        for saying in sayings(account):
            told[saying.field][saying.value].append(saying)
    return tuple(value for field in rules().field if field.id in told for value in _chosen(field, told[field.id]))


def _chosen(field: Field, told: dict[str, list[Saying]]) -> list[Value]:
    """The values of one field, the one taken first and marked, the others by the same policy."""
    if field.policy not in POLICIES:
        raise LexiconError(f"rule {field.rule!r}: met policy {field.policy!r}, expected one of {', '.join(POLICIES)}")
    rank = POLICIES[field.policy]
    ranked = sorted((_value(field, own) for own in told.values()), key=rank)
    if field.policy.startswith("earliest-report"):
        ranked = _refined(ranked)
    return [msgspec.structs.replace(value, best=number == 0) for number, value in enumerate(ranked)]


def _value(field: Field, own: Sequence[Saying]) -> Value:
    """The value that some sayings share; it is no estimate where one of them is none."""
    counts = support(s.account.told for s in own)
    exact = next((s for s in own if not s.vague), own[0])
    qualifier = exact.qualifier if not exact.vague else min((s.qualifier or "" for s in own), default=None)
    stage = min((s.account.stage for s in own), key=_firmness)
    early = field.id == "ordered" and _level(stage) >= rules().quantity.firm_levels
    return Value(
        field=field.id,
        value=exact.value,
        number=exact.number,
        unit=exact.unit,
        kind=exact.kind,
        qualifier=qualifier,
        stage=stage,
        first_report=min((s.account.published for s in own if s.account.published is not None), default=None),
        reported_only=all(s.reported_only for s in own),
        is_estimate=all(s.vague for s in own) or early,
        rule=field.rule,
        claims=tuple(sorted({s.account.id for s in own})),
        documents=counts.documents,
        origins=counts.origins,
    )


def _level(stage: Stage) -> int:
    levels = rules().quantity.stages
    return next((number for number, level in enumerate(levels) if stage.value in level), len(levels))


def _firmness(stage: Stage) -> tuple[int, int]:
    return _level(stage), -LADDER.index(stage) if stage in LADDER else 1


def _contract_stage(value: Value) -> Rank:
    """The figure of the firmest stage, of those the one of most origins, then an exact one, then the earliest told."""
    return _level(value.stage), -value.origins, value.is_estimate, value.first_report or _NEVER, value.value


def _most_origins(value: Value) -> Rank:
    """The value of most origins; of several sums first the firmest kind; then an exact one, then the earliest told."""
    return _kind(value), -value.origins, value.is_estimate, value.first_report or _NEVER, value.value


def _earliest_report(value: Value) -> Rank:
    """A date that the words give before a day of publication; of those what the earliest report tells, then the one of most origins."""
    return value.reported_only, value.first_report or _NEVER, -value.origins, value.value


def _kind(value: Value) -> int:
    if value.field != "value":
        return 0
    kinds = rules().values.kinds
    return next((number for number, level in enumerate(kinds) if (value.kind or "") in level), len(kinds))


def _refined(ranked: list[Value]) -> list[Value]:
    """The dates with the first one changed for the next that only tells it more finely: "2015-08" for "2015"."""
    if not ranked or ranked[0].reported_only:
        return ranked
    finer = [v for v in ranked[1:] if v.value.startswith(ranked[0].value) and not v.reported_only]
    return [finer[0], *(v for v in ranked if v is not finer[0])] if finer else ranked


POLICIES: dict[str, Callable[[Value], Rank]] = {
    "contract-stage": _contract_stage,
    "most-origins": _most_origins,
    "earliest-report": _earliest_report,
    "earliest-report-of-signing": _earliest_report,
    "earliest-report-of-delivery": _earliest_report,
}
