"""Which entry a mention is, with the score and the reason. Derived beside the claim, which never changes."""

from __future__ import annotations

import msgspec

from legation.record.span import Span


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """A span of an article resolved to an entry.

    `sort` is actor, place or weapon; `target` the entry's id; `name` its preferred name. `country` and `sector` are those of an
    actor or place, of a weapon `country` is its designer's and `level` the one reached. `score` is in 0..1; `reason` says in words why. `antecedent` is the span that a
    pronoun or a definite description points back to. `role` keeps the office or apposition that the text gives.
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
    role: str | None = None
    affiliation: str | None = None
    score: float
    reason: str
    antecedent: Span | None = None
