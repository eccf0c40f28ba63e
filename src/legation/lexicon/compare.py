"""The score table of a comparison: `rules/compare.toml`, checked."""

from __future__ import annotations

from functools import cache

import msgspec

from legation.errors import LexiconError
from legation.lexicon.table import load_table

PATH = "rules/compare.toml"


class Scores(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of `rules/compare.toml`: scores by feature and outcome, windows in years, ratios of two counts, sentences by field."""

    least: int
    near_years: int
    window_years: int
    window_years_estimate: int
    loose_years: int
    near_ratio: float
    far_ratio: float
    score: dict[str, int]
    meaning: dict[str, str]


@cache
def scores() -> Scores:
    """The table of the package's data file; LexiconError where it is wrong."""
    try:
        return msgspec.convert(load_table(PATH), Scores)
    except msgspec.ValidationError as fault:
        raise LexiconError(f"lexicon file {PATH}: {fault}; see lexicon/compare.py for the shape") from fault
