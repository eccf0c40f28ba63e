"""The rules of deals as the data file has them: standings, orders, batches, nouns, levels, policies."""

from __future__ import annotations

from functools import cache

import msgspec

from legation.errors import LexiconError
from legation.lexicon.table import load_table

PATH = "rules/deals.toml"


class _Shape(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of the file; an unknown key is refused."""


class Standings(_Shape, frozen=True):
    """Which aux values make a claim a fact, which do so for a stage below the order, and which deny it."""

    fact: frozenset[str]
    below_signed: frozenset[str]
    denial: frozenset[str]


class Orders(_Shape, frozen=True):
    """When two orders are apart: the ids of the rules, and thresholds in years."""

    batch_rule: str
    years_rule: str
    years_apart: float
    full_rule: str
    window_years: float


class Batches(_Shape, frozen=True):
    """The words that number a batch."""

    same: frozenset[str]
    further: frozenset[str]
    numbered: dict[str, int]


class Quantities(_Shape, frozen=True):
    """The levels of stages whose figure is the number ordered, the firmest first, and how many of them are firm."""

    stages: tuple[frozenset[str], ...]
    firm_levels: int


class Sums(_Shape, frozen=True):
    """The kinds of sum, the firmest first."""

    kinds: tuple[frozenset[str], ...]


class Estimates(_Shape, frozen=True):
    """The words and precisions that make a date an estimate."""

    words: tuple[str, ...]
    precisions: frozenset[str]


class Field(_Shape, frozen=True):
    """A field of a deal and the rule that takes its value, as "name@policy"."""

    id: str
    rule: str

    @property
    def policy(self) -> str:
        """The policy that the rule names."""
        return self.rule.partition("@")[2]


class Rules(_Shape, frozen=True):
    """The whole file."""

    standing: Standings
    orders: Orders
    batches: Batches
    nouns: dict[str, frozenset[str]]
    quantity: Quantities
    values: Sums
    estimates: Estimates
    field: tuple[Field, ...]


@cache
def rules() -> Rules:
    """The rules, checked; LexiconError where the file has another shape."""
    try:
        return msgspec.convert(load_table(PATH), Rules)
    except msgspec.ValidationError as fault:
        raise LexiconError(f"lexicon file {PATH}: {fault}; see corroborate/rules.py for the shape") from fault
