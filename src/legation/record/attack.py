"""Attacks, their casualties and who answers for them."""

from __future__ import annotations

import msgspec

from legation.record.span import Span


class Casualty(msgspec.Struct, frozen=True, kw_only=True):
    """One source's figure for one kind of harm: killed, injured, missing, captured, hostages, displaced, or casualties (dead or injured).

    `low`, `best`, `high` as the words give them; `arithmetic` shows a sum that the text itself states
    ("1 + at least 8"). `verbatim` are the exact words, `span` where they stand. `victim_class` is civilian, security_force, militant,
    perpetrator, child, journalist, foreign_national or None; `includes_perpetrators` None where the words do not say. `part` marks a figure
    that counts some of those that another counts ("among them five children"); `vague_words` is the word of the policy table that
    counts ("dozens").
    """

    kind: str
    low: int | None
    best: int | None
    high: int | None
    qualifier: str
    verbatim: str
    span: Span
    arithmetic: str | None = None
    victim_class: str | None = None
    includes_perpetrators: bool | None = None
    part: bool = False
    vague_words: str | None = None


class Attack(msgspec.Struct, frozen=True, tag="attack", kw_only=True):
    """One claim of an attack. Perpetrator, target, victim, instrument, place stand in the claim's roles.

    `attack_kind` is bombing, suicide_bombing, shooting, assassination, airstrike, drone_strike, shelling, missile_strike,
    stabbing, kidnapping, hijacking, arson, clash or attack; codes/attacks.toml gives the codes of GTD, ACLED, UCDP and PLOVER.
    `clarity` is "single" or "aggregate" (**Source:** UCDP event_clarity). `success` is False where the words say that it failed, None where
    they do not say; `series` that it is one of several at once; `ordinal` the word that numbers it ("second"); `told_before` that the
    words point to an attack told before ("the blast"). `weapon_types` and `target_classes` are GTD's.
    """

    attack_kind: str
    suicide: bool | None = None
    clarity: str = "single"
    casualties: tuple[Casualty, ...] = ()
    named_victims: tuple[str, ...] = ()
    motive: str | None = None
    success: bool | None = None
    series: bool = False
    ordinal: str | None = None
    told_before: bool = False
    weapon_types: tuple[str, ...] = ()
    target_classes: tuple[str, ...] = ()


class Responsibility(msgspec.Struct, frozen=True, tag="responsibility", kw_only=True):
    """Who answers for an attack: `relation` is claimed, blamed, denied, suspected or convicted.

    The group stands in the role perpetrator, the one who says so in the role source. `attack` is a claim id. `claim_mode` is how it was
    claimed: letter, call, email, note, video, online, other (**Source:** GTD, claimmode), None where the words do not say.
    """

    relation: str
    attack: str | None = None
    claim_mode: str | None = None
