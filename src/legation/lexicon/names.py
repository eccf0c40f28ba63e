"""All names of the lexicon in one checked struct, built from the data files."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from legation.errors import LexiconError
from legation.lexicon.entry import (
    CompanyEntry,
    GroupEntry,
    KindEntry,
    NounEntry,
    OrganisationEntry,
    OutletEntry,
    Region,
    StateEntry,
    Term,
    WeaponEntry,
)
from legation.lexicon.office import by_surname, load_terms
from legation.lexicon.surface import (
    noun_forms,
    person_forms,
    plain_forms,
    region_forms,
    state_forms,
    surfaces,
    weapon_forms,
)
from legation.lexicon.table import load_entries, load_rows
from legation.lexicon.weapon import FILES, weapons_by_id
from legation.record.mention import Candidate

Plain = TypeVar("Plain", GroupEntry, OrganisationEntry, CompanyEntry, OutletEntry)


class Names(msgspec.Struct, frozen=True, kw_only=True):
    """Every entry by id, the office holders by person, and the candidates of every printed form."""

    states: dict[str, StateEntry]
    groups: dict[str, GroupEntry]
    organisations: dict[str, OrganisationEntry]
    companies: dict[str, CompanyEntry]
    outlets: dict[str, OutletEntry]
    weapons: dict[str, WeaponEntry]
    kinds: dict[str, KindEntry]
    nouns: dict[str, NounEntry]
    regions: dict[str, Region]
    terms: dict[str, tuple[Term, ...]]
    surnames: dict[str, tuple[str, ...]]
    surfaces: dict[str, tuple[Candidate, ...]]


def build_names() -> Names:
    """The names of the data files; LexiconError for the first file that is wrong."""
    states = {e.iso3: e for e in load_entries("actors/states.toml", "state", StateEntry)}
    groups = _by_id("actors/armed_groups.toml", "group", GroupEntry)
    organisations = _by_id("actors/organisations.toml", "organisation", OrganisationEntry)
    companies = _by_id("actors/companies.toml", "company", CompanyEntry)
    outlets = _by_id("actors/media.toml", "outlet", OutletEntry)
    kinds = {e.id: e for e in load_entries("weapons/kinds.toml", "kind", KindEntry)}
    lines = (e for name in FILES for e in load_entries(f"weapons/{name}.toml", "weapon", WeaponEntry))
    weapons = weapons_by_id(lines, kinds)
    nouns = {e.text: e for e in load_entries("weapons/nouns.toml", "noun", NounEntry)}
    regions = {region.name: region for region in _regions()}
    terms = load_terms()
    forms = (
        *state_forms(states.values()),
        *plain_forms("organisation", organisations.values()),
        *plain_forms("group", groups.values()),
        *plain_forms("company", companies.values()),
        *plain_forms("outlet", outlets.values()),
        *weapon_forms(weapons.values()),
        *noun_forms(nouns.values()),
        *region_forms(regions.values()),
        *person_forms(term for held in terms.values() for term in held),
    )
    return Names(
        states=states,
        groups=groups,
        organisations=organisations,
        companies=companies,
        outlets=outlets,
        weapons=weapons,
        kinds=kinds,
        nouns=nouns,
        regions=regions,
        terms=terms,
        surnames=by_surname(terms),
        surfaces=surfaces(forms),
    )


def _by_id(path: str, key: str, shape: type[Plain]) -> dict[str, Plain]:
    entries = load_entries(path, key, shape)
    found = {entry.id: entry for entry in entries}
    if len(found) < len(entries):
        ids = [entry.id for entry in entries]
        twice = sorted({i for i in ids if ids.count(i) > 1})
        raise LexiconError(f"lexicon file {path}: met twice: {', '.join(twice)}; keep one entry of each")
    return found


def _regions() -> list[Region]:
    return [
        Region(
            r["name"], r["kind"], float(r["lat"]), float(r["lon"]),
            tuple(filter(None, r["countries"].split("|"))), tuple(filter(None, (r.get("aliases") or "").split("|"))),
        )
        for name in ("regions", "bases")
        for r in load_rows(f"places/{name}.csv")
    ]  # fmt: skip
