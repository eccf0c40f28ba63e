"""How a copy of SIPRI's database is laid out and spells its parties: `codes/sipri.toml`, checked."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from legation.errors import LexiconError
from legation.lexicon.load import Lexicon
from legation.lexicon.table import load_table

PATH = "codes/sipri.toml"


class Family(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One header: `columns` are our fields with the file's names, `grain` what a row is (deal or delivery)."""

    name: str
    grain: str
    required: tuple[str, ...]
    ignored: tuple[str, ...]
    columns: dict[str, str]


class Layout(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of `codes/sipri.toml`; years are of the Gregorian calendar, `header_within` counts lines."""

    header_within: int
    header_like: float
    first_year: int
    last_year: int
    longest_range: int
    yes: tuple[str, ...]
    no: tuple[str, ...]
    unknown: tuple[str, ...]
    without_code: tuple[str, ...]
    spelling: dict[str, str]
    family: tuple[Family, ...]


class Party(msgspec.Struct, frozen=True):
    """Who a cell names: ISO 3166 alpha-3, the lexicon's id of an armed group, or None; and the sort (state, group, organisation, unknown, unlisted)."""

    code: str | None
    sort: str


@cache
def layout() -> Layout:
    """The layout of the package's data file; LexiconError where it is wrong."""
    try:
        return msgspec.convert(load_table(PATH), Layout)
    except msgspec.ValidationError as fault:
        raise LexiconError(f"lexicon file {PATH}: {fault}; see lexicon/sipri.py for the shape") from fault


def party(name: str, code: str, lexicon: Lexicon) -> Party:
    """Who the name stands for, or the code where there is no name. A star marks a group, two an organisation, as SIPRI prints them.

    A former state keeps its own code: "Soviet Union" is SUN, not RUS.
    """
    if not name:
        return _coded(code, lexicon)
    if name.casefold() in layout().unknown:
        return Party(None, "unknown")
    if name.endswith("*"):
        return Party(None, "organisation") if name.endswith("**") else Party(_group(name, lexicon), "group")
    if name in layout().without_code:
        return Party(None, "state")
    return _named(name, lexicon)


def _group(name: str, lexicon: Lexicon) -> str | None:
    """The id of the one armed group of the name, its star and the country in brackets left out; None where no list has it."""
    bare = re.sub(r"\s*(\([^)]*\))?\*+$", "", name)
    found = {c.id for c in lexicon.candidates(bare) if c.sort == "group"}
    return found.pop() if len(found) == 1 else None


def _coded(code: str, lexicon: Lexicon) -> Party:
    if code.upper() in lexicon.states:
        return Party(code.upper(), "state")
    return Party(None, "unlisted" if code else "unknown")


def _named(name: str, lexicon: Lexicon) -> Party:
    if name in layout().spelling:
        return Party(layout().spelling[name], "state")
    found = lexicon.candidates(name)
    states = {c.id for c in found if c.sort == "state" and c.form in ("name", "alias")}
    if len(states) == 1:
        return Party(states.pop(), "state")
    sorts = {c.sort for c in found} & {"group", "organisation"}
    return Party(None, sorts.pop() if len(sorts) == 1 else "unlisted")
