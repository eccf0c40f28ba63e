"""Which entry a mention is, with the score and the reason. Derived beside the claim, which never changes."""

from __future__ import annotations

import msgspec

from legation.record.span import Span


class Alternative(msgspec.Struct, frozen=True):
    """Another entry that the words may mean, with its score: kept beside the one that was taken."""

    target: str
    name: str
    country: str | None
    score: float


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """A span of an article resolved to an entry.

    `sort` is actor, place or weapon; `target` the entry's id; `name` its preferred name. `country` and `sector` are those of an
    actor or place, of a weapon `country` is its designer's and `level` the one reached. `score` is in 0..1; `reason` says in words why.
    `antecedent` is the span that a pronoun or a definite description points back to; `members` are the targets of a phrase that
    stands for several ("both sides"). `role` keeps the office or apposition that the text gives.
    Of a place `precision` is UCDP's where_prec (1 exact, 2 near, 3 second-level unit, 4 first-level unit, 5 region or line,
    6 country, 7 sea), `alternatives` are the other places of the name, best first, and `claimed_by` the states that hold or claim
    a disputed place: the claim, not an opinion; its `country` is then None.
    """

    article: str
    span: Span
    words: str
    sort: str
    target: str
    name: str
    kind: str
    country: str | None = None
    sector: str | None = None
    level: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: int | None = None
    role: str | None = None
    affiliation: str | None = None
    score: float
    reason: str
    antecedent: Span | None = None
    members: tuple[str, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    claimed_by: tuple[str, ...] = ()
