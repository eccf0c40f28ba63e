"""The lexicon: names of states, bodies, groups, companies, persons, outlets, weapons and places, loaded once and checked."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

import ahocorasick

from legation.lexicon.compiled import load_names
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
from legation.lexicon.gazetteer import Gazetteer
from legation.lexicon.names import Names
from legation.lexicon.surface import JUNCTION, joined
from legation.lexicon.weapon import line_of
from legation.record.mention import Candidate
from legation.record.weapon import Weapon


class Lexicon:
    """All names that Legation knows, by id; `matches` finds them in a text, `places` looks towns and units up by name."""

    def __init__(self, names: Names, automaton: ahocorasick.Automaton, places: Gazetteer) -> None:
        """Join the names with their automaton (which yields numbers of `names.surfaces`) and the gazetteer."""
        self.states: dict[str, StateEntry] = names.states
        self.groups: dict[str, GroupEntry] = names.groups
        self.organisations: dict[str, OrganisationEntry] = names.organisations
        self.companies: dict[str, CompanyEntry] = names.companies
        self.outlets: dict[str, OutletEntry] = names.outlets
        self.weapons: dict[str, WeaponEntry] = names.weapons
        self.kinds: dict[str, KindEntry] = names.kinds
        self.nouns: dict[str, NounEntry] = names.nouns
        self.regions: dict[str, Region] = names.regions
        self.terms: dict[str, tuple[Term, ...]] = names.terms
        self.surnames: dict[str, tuple[str, ...]] = names.surnames
        self._surfaces = names.surfaces
        self.places = places
        self._automaton = automaton
        self._printed = tuple(names.surfaces)
        self._candidates = tuple(names.surfaces.values())
        self._domains = {domain: e.id for e in names.outlets.values() for domain in e.domains}

    def matches(self, text: str) -> Iterator[tuple[int, int, tuple[Candidate, ...]]]:
        """Every name in the text as (start, end, candidates), by its end; they may overlap. Word boundaries are left to the caller."""
        cuts = [match.start() for match in JUNCTION.finditer(text)]
        shifts = [cut - number for number, cut in enumerate(cuts)]
        for last, number in self._automaton.iter(joined(text)):
            start = last - len(self._printed[number]) + 1
            yield start + bisect_right(shifts, start), last + 1 + bisect_right(shifts, last), self._candidates[number]

    def candidates(self, words: str) -> tuple[Candidate, ...]:
        """What the words may stand for as a whole name, in any spelling of their hyphens; empty when no entry has the name."""
        return self._surfaces.get(joined(words), ())

    def names(self) -> Iterator[tuple[str, tuple[Candidate, ...]]]:
        """Every printed form, its hyphens before figures left out, with what it may stand for."""
        yield from self._surfaces.items()

    def outlet_by_domain(self, domain: str) -> OutletEntry | None:
        """The outlet of a web domain or any of its subdomains, or None."""
        parts = domain.lower().strip(".").split(".")
        tails = (".".join(parts[cut:]) for cut in range(len(parts) - 1))
        return next((self.outlets[self._domains[tail]] for tail in tails if tail in self._domains), None)

    def outlet_by_name(self, name: str) -> OutletEntry | None:
        """The outlet of a printed name, as it stands or without a leading "the"; None where none or several have it."""
        bare = re.sub(r"^the\s+", "", name.strip(), flags=re.IGNORECASE)
        for printed in dict.fromkeys((name.strip(), bare)):
            found = {c.id for c in self.candidates(printed) if c.sort == "outlet"}
            if len(found) == 1:
                return self.outlets[found.pop()]
        return None

    def category(self, kind: str) -> str:
        """The category "group/kind label" of a kind of weapon."""
        entry = self.kinds.get(kind)
        return f"{entry.group}/{entry.label}" if entry else f"other/{kind}"

    def weapon(self, entry: WeaponEntry) -> Weapon:
        """The weapon of a thesaurus entry, with its family and the register categories of its kind."""
        kind = self.kinds[entry.kind]
        return Weapon(
            id=entry.id,
            designation=entry.designation,
            kind=entry.kind,
            level=entry.level,
            family=line_of(entry, self.weapons)[-1].id,
            category=self.category(entry.kind),
            variant_of=entry.variant_of,
            designers=entry.designers,
            sipri=entry.sipri or kind.sipri,
            unroca=entry.unroca or kind.unroca,
        )


@cache
def load_lexicon() -> Lexicon:
    """The lexicon of the package's own data files, loaded once per process."""
    return Lexicon(*load_names(), Gazetteer())
