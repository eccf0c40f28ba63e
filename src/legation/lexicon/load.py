"""The lexicon: names of states, bodies, groups, outlets, weapons and places, loaded once and checked."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

import ahocorasick
import msgspec

from legation.lexicon.entry import (
    City,
    GroupEntry,
    KindEntry,
    NounEntry,
    OrganisationEntry,
    OutletEntry,
    Region,
    StateEntry,
    WeaponEntry,
)
from legation.lexicon.table import load_entries, load_rows
from legation.record.mention import Candidate

WEAPON_FILES = (
    "helicopters",
    "combat_aircraft",
    "transport_aircraft",
    "uav",
    "missiles",
    "air_defence",
    "armour",
    "artillery",
    "ships",
    "small_arms",
)
_JUNCTION = re.compile(r"(?<=[A-Za-z])[- ](?=\d)")


class Lexicon(msgspec.Struct, frozen=True):
    """All names that Legation knows, by id, and one automaton over every surface form.

    `surfaces` maps a printed form to its candidates; `automaton` yields (end, surface) over a text.
    `cities` maps a name to towns, largest first; they are looked up, never searched for.
    """

    states: dict[str, StateEntry]
    groups: dict[str, GroupEntry]
    organisations: dict[str, OrganisationEntry]
    outlets: dict[str, OutletEntry]
    weapons: dict[str, WeaponEntry]
    kinds: dict[str, KindEntry]
    nouns: dict[str, NounEntry]
    regions: dict[str, Region]
    cities: dict[str, tuple[City, ...]]
    surfaces: dict[str, tuple[Candidate, ...]]
    domains: dict[str, str]
    automaton: ahocorasick.Automaton

    def outlet_by_domain(self, domain: str) -> OutletEntry | None:
        """The outlet of a web domain or any of its subdomains, or None."""
        parts = domain.lower().strip(".").split(".")
        tails = (".".join(parts[cut:]) for cut in range(len(parts) - 1))
        return next((self.outlets[self.domains[tail]] for tail in tails if tail in self.domains), None)

    def outlet_by_name(self, name: str) -> OutletEntry | None:
        """The outlet of a printed name, a leading "the" left out, or None."""
        bare = re.sub(r"^the\s+", "", name.strip(), flags=re.IGNORECASE)
        found = (c for c in self.surfaces.get(bare, ()) if c.sort == "outlet")
        return next((self.outlets[c.id] for c in found), None)

    def category(self, kind: str) -> str:
        """The category "group/kind label" of a kind of weapon."""
        entry = self.kinds.get(kind)
        return f"{entry.group}/{entry.label}" if entry else f"other/{kind}"


@cache
def load_lexicon() -> Lexicon:
    """The lexicon of the package's own data files, loaded once per process."""
    states = {e.iso3: e for e in load_entries("actors/states.toml", "state", StateEntry)}
    groups = {e.id: e for e in load_entries("actors/armed_groups.toml", "group", GroupEntry)}
    organisations = {e.id: e for e in load_entries("actors/organisations.toml", "organisation", OrganisationEntry)}
    outlets = {e.id: e for e in load_entries("actors/media.toml", "outlet", OutletEntry)}
    weapons = {e.id: e for name in WEAPON_FILES for e in load_entries(f"weapons/{name}.toml", "weapon", WeaponEntry)}
    nouns = {e.text: e for e in load_entries("weapons/nouns.toml", "noun", NounEntry)}
    regions = _regions()
    surfaces = _surfaces(
        [
            *_state_names(states.values()),
            *_plain_names("group", groups.values()),
            *_plain_names("organisation", organisations.values()),
            *_plain_names("outlet", outlets.values()),
            *_weapon_names(weapons.values()),
            *_noun_names(nouns.values()),
            *((r.name, Candidate("region", r.name, "name")) for r in regions.values()),
        ]
    )
    return Lexicon(
        states=states,
        groups=groups,
        organisations=organisations,
        outlets=outlets,
        weapons=weapons,
        kinds={e.id: e for e in load_entries("weapons/kinds.toml", "kind", KindEntry)},
        nouns=nouns,
        regions=regions,
        cities=_cities(),
        surfaces=surfaces,
        domains={domain: e.id for e in outlets.values() for domain in e.domains},
        automaton=_automaton(surfaces),
    )


Named = tuple[str, Candidate]


def _state_names(entries: Iterable[StateEntry]) -> Iterable[Named]:
    for entry in entries:
        forms = {"name": (entry.name,), "alias": entry.aliases, "demonym": entry.demonyms}
        forms |= {"capital": entry.capitals, "seat": entry.seats}
        for form, names in forms.items():
            for name in names:
                yield name, Candidate("state", entry.iso3, form, name in entry.weak)


def _plain_names(
    sort: str, entries: Iterable[GroupEntry] | Iterable[OrganisationEntry] | Iterable[OutletEntry]
) -> Iterable[Named]:
    for entry in entries:
        yield entry.name, Candidate(sort, entry.id, "name", entry.name in entry.weak)
        for alias in entry.aliases:
            yield alias, Candidate(sort, entry.id, "alias", alias in entry.weak)


def _weapon_names(entries: Iterable[WeaponEntry]) -> Iterable[Named]:
    for entry in entries:
        for name in entry.names:
            candidate = Candidate("weapon", entry.id, name.system, name.text in entry.weak)
            for text in _spellings(name.text):
                yield text, candidate
                if not text.endswith("s"):
                    yield text + "s", candidate


def _spellings(text: str) -> set[str]:
    """The spellings of a designation: "Mi-35" also as "Mi 35", "Mi35" and "MI-35"."""
    joined = {_JUNCTION.sub(glue, text) for glue in ("-", " ", "")} if _JUNCTION.search(text) else {text}
    return joined | {t.upper() for t in joined if any(c.isdigit() for c in t)}


def _noun_names(entries: Iterable[NounEntry]) -> Iterable[Named]:
    for entry in entries:
        for text in filter(None, (entry.text, entry.plural)):
            yield text, Candidate("noun", entry.text, "noun")
            yield text[0].upper() + text[1:], Candidate("noun", entry.text, "noun")


def _surfaces(named: Iterable[Named]) -> dict[str, tuple[Candidate, ...]]:
    gathered: dict[str, dict[Candidate, None]] = defaultdict(dict)
    for surface, candidate in named:
        for printed in {surface, surface.replace("'", "’")}:
            gathered[printed][candidate] = None
    return {surface: tuple(candidates) for surface, candidates in gathered.items()}


def _automaton(surfaces: Iterable[str]) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for surface in surfaces:
        automaton.add_word(surface, surface)
    automaton.make_automaton()
    return automaton


def _regions() -> dict[str, Region]:
    rows = load_rows("places/regions.csv")
    regions = (
        Region(r["name"], r["kind"], float(r["lat"]), float(r["lon"]), tuple(filter(None, r["countries"].split("|"))))
        for r in rows
    )
    return {region.name: region for region in regions}


def _cities() -> dict[str, tuple[City, ...]]:
    named: dict[str, list[City]] = defaultdict(list)
    for r in load_rows("places/cities.csv"):
        city = City(
            int(r["geonameid"]), r["name"], r["country_iso3"], float(r["lat"]), float(r["lon"]), int(r["population"])
        )
        for name in {r["name"], r["ascii"], *(r["alt"] or "").split("|")} - {""}:
            named[name].append(city)
    return {name: tuple(sorted(cities, key=lambda c: -c.population)) for name, cities in named.items()}
