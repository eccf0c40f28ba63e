"""The limits of the question "dependence": `rules/dependence.toml`, checked."""

from __future__ import annotations

from functools import cache

import msgspec

from legation.errors import LexiconError
from legation.lexicon.table import load_table

PATH = "rules/dependence.toml"


class Limits(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of `rules/dependence.toml`: years of a window, and the deals and origins below which it is thin."""

    window_years: int
    thin_deals: int
    thin_origins: int


@cache
def limits() -> Limits:
    """The limits of the package's data file; LexiconError where it is wrong."""
    try:
        return msgspec.convert(load_table(PATH), Limits)
    except msgspec.ValidationError as fault:
        raise LexiconError(f"lexicon file {PATH}: {fault}; see lexicon/dependence.py for the shape") from fault
