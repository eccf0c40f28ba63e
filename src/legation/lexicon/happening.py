"""How reports are put together: `rules/happenings.toml`, checked."""

from __future__ import annotations

from functools import cache

import msgspec

from legation.errors import LexiconError
from legation.lexicon.table import load_table

PATH = "rules/happenings.toml"


class StoryRules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Of texts: the least mean likeness, words that are passed over, weights by part of speech."""

    least: float
    passed_over: frozenset[str]
    weight: dict[str, float]


class EventRules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Of event claims: the least mean sum of points, windows in days, distances in kilometres, points, families of types."""

    least: int
    near_days: int
    window_days: int
    near_km: float
    far_km: float
    score: dict[str, int]
    family: dict[str, tuple[str, ...]]

    def family_of(self, event_type: str) -> str:
        """The family of a type; a type that stands in none is its own."""
        return next((name for name, types in self.family.items() if event_type in types), event_type)


class HappeningRules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of `rules/happenings.toml`."""

    story: StoryRules
    event: EventRules


@cache
def happening_rules() -> HappeningRules:
    """The rules of the package's data file; LexiconError where it is wrong."""
    try:
        return msgspec.convert(load_table(PATH), HappeningRules)
    except msgspec.ValidationError as fault:
        raise LexiconError(f"lexicon file {PATH}: {fault}; see lexicon/happening.py for the shape") from fault
