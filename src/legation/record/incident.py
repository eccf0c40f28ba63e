"""Incidents: what one or many articles tell of one attack, folded from claims; a view that can always be rebuilt."""

from __future__ import annotations

import msgspec


class Toll(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of harm as a named policy makes one number of several figures. `figures` are the words of those that count, in text order."""

    kind: str
    low: int | None
    best: int | None
    high: int | None
    policy: str
    figures: tuple[str, ...] = ()


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """Who is said to answer for an attack: `relation` as in `Responsibility`, the group, who says so, and how it was claimed."""

    relation: str
    group: str
    source: str | None = None
    claim_mode: str | None = None


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """An article that tells of an attack: its id, outlet, ISO day, headline, and the last source of the claim that tells it best."""

    article: str
    outlet: str | None = None
    published: str | None = None
    title: str | None = None
    original: str | None = None


class Incident(msgspec.Struct, frozen=True, kw_only=True):
    """One attack. Parties are names where they are known, else the words of the text.

    `start`, `end` are ISO dates or None; `precision` is UCDP's where_prec of the place, None without one. `certainty` of the perpetrators is
    "stated" where the text tells it as a fact, "claimed", "blamed" or "suspected" where it only says that somebody says so, None without
    one. `competing` says that two groups claim it. `violence` is UCDP's type (1 state-based, 2 non-state, 3 one-sided), None where the sides do not tell.
    `acting` and `struck_groups` are the sorts of those sides: state, group, civilian. `claims` are the ids of the claims folded, the telling one first.
    """

    id: str
    kind: str
    suicide: bool | None
    success: bool | None
    series: bool
    clarity: str
    country: str | None
    place: str | None
    place_id: str | None
    lat: float | None
    lon: float | None
    precision: int | None
    start: str | None
    end: str | None
    day: str | None
    perpetrators: tuple[str, ...]
    certainty: str | None
    claimants: tuple[str, ...]
    competing: bool
    targets: tuple[str, ...]
    target_classes: tuple[str, ...]
    victims: tuple[str, ...]
    weapons: tuple[str, ...]
    weapon_types: tuple[str, ...]
    motive: str | None
    tolls: tuple[Toll, ...]
    answers: tuple[Answer, ...]
    violence: int | None
    acting: tuple[str, ...]
    struck_groups: tuple[str, ...]
    reports: tuple[Report, ...]
    background: bool
    documents: int
    outlets: int
    origins: int
    claims: tuple[str, ...]

    def toll(self, kind: str) -> Toll | None:
        """The toll of one kind of harm, or None where no figure is given."""
        return next((t for t in self.tolls if t.kind == kind), None)
