"""Attacks, their casualties and who answers for them."""

from __future__ import annotations

import msgspec

from legation.record.span import Span


class Casualty(msgspec.Struct, frozen=True, kw_only=True):
    """One source's figure for one kind of harm: killed, injured, missing, captured, displaced.

    `low`, `best`, `high` as the words give them; `arithmetic` shows a sum that the text itself states
    ("1 + at least 8"). `verbatim` are the exact words, `span` where they stand.
    """

    kind: str
    low: int | None
    best: int | None
    high: int | None
    qualifier: str
    verbatim: str
    span: Span
    arithmetic: str | None = None


class Attack(msgspec.Struct, frozen=True, tag="attack", kw_only=True):
    """One claim of an attack. Perpetrator, target, victims, place stand in the claim's roles.

    `attack_kind` is bombing, suicide_bombing, shooting, assassination, airstrike, drone_strike, shelling, missile_strike,
    stabbing, kidnapping, arson, clash or attack. `clarity` is "single" or "aggregate" (**Source:** UCDP event_clarity).
    """

    attack_kind: str
    suicide: bool | None = None
    clarity: str = "single"
    casualties: tuple[Casualty, ...] = ()
    named_victims: tuple[str, ...] = ()
    motive: str | None = None


class Responsibility(msgspec.Struct, frozen=True, tag="responsibility", kw_only=True):
    """Who answers for an attack: `relation` is claimed, blamed, denied, suspected or convicted.

    The group stands in the role perpetrator, the one who says so in the role source. `attack` is a claim id.
    """

    relation: str
    attack: str | None = None
