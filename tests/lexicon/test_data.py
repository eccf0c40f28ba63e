"""The lexicon's data: headers, counts, families, and the examples of weak names."""

from __future__ import annotations

import itertools
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

import legation.lexicon
from legation.lexicon.entry import CompanyEntry, GroupEntry, OrganisationEntry, OutletEntry, WeaponEntry
from legation.lexicon.load import load_lexicon
from legation.lexicon.weapon import line_of
from legation.record.link import Link
from tests.conftest import Read

Entry = WeaponEntry | GroupEntry | OrganisationEntry | CompanyEntry | OutletEntry
DATA = Path(legation.lexicon.__file__).parent / "data"
LEXICON = load_lexicon()
SORTS: dict[str, dict[str, Any]] = {
    "weapon": LEXICON.weapons,
    "group": LEXICON.groups,
    "organisation": LEXICON.organisations,
    "company": LEXICON.companies,
    "outlet": LEXICON.outlets,
}
WEAK = [(sort, e) for sort, entries in SORTS.items() for e in entries.values() if e.weak]
KNOWN = {
    tuple(line.split("#")[0].split())
    for line in (Path(__file__).with_name("known_weak.txt")).read_text(encoding="utf-8").splitlines()
    if line.split("#")[0].strip()
}


@pytest.mark.parametrize("path", sorted(DATA.rglob("*.*")), ids=lambda p: p.name)
def test_a_data_file_begins_with_what_it_is_its_source_and_its_licence(path: Path) -> None:
    with path.open(encoding="utf-8") as lines:
        head = "".join(line for line in itertools.islice(lines, 12) if line.startswith("#"))
    assert all(word in head for word in ("Source:", "Licence", "Known problems:"))


@pytest.mark.parametrize(
    ("entries", "least"),
    [("states", 245), ("groups", 400), ("companies", 300), ("outlets", 500), ("weapons", 1500), ("terms", 4000)],
)
def test_the_lexicon_is_as_deep_as_it_says(entries: str, least: int) -> None:
    assert len(getattr(LEXICON, entries)) >= least


def test_every_variant_leads_up_to_a_family() -> None:
    for entry in LEXICON.weapons.values():
        line = line_of(entry, LEXICON.weapons)
        assert line[-1].variant_of is None


def test_every_weapon_has_a_kind_with_its_register_categories() -> None:
    assert {w.kind for w in LEXICON.weapons.values()} | {n.kind for n in LEXICON.nouns.values()} <= set(LEXICON.kinds)
    assert all(kind.sipri and kind.unroca for kind in LEXICON.kinds.values())


def test_a_name_of_two_families_is_weak_in_one_at_least() -> None:
    """Two sure readings of one printed name would leave the choice to chance."""
    clashes = defaultdict(set)
    for surface, candidates in LEXICON.names():
        sure = {c.id for c in candidates if c.sort == "weapon" and not c.weak}
        families = {line_of(LEXICON.weapons[i], LEXICON.weapons)[-1].id for i in sure}
        if len(families) > 1:
            clashes[surface] = families
    assert dict(clashes) == {}


def test_parents_and_splinters_are_entries() -> None:
    names = {e.name for e in LEXICON.groups.values()}
    assert {e.parent for e in LEXICON.groups.values() if e.parent} <= names
    assert {e.splinter_of for e in LEXICON.groups.values() if e.splinter_of} <= names


def test_office_holders_belong_to_states_that_are_there() -> None:
    bodies = {t.body for held in LEXICON.terms.values() for t in held if len(t.body) == 3 and t.body.isupper()}
    assert {b for b in bodies if b not in LEXICON.states} <= {"ICC", "PLO", "WHO", "PKK", "IRA", "ETA", "ISI", "M23"}


def test_a_state_has_numbers_of_both_systems_apart() -> None:
    assert (LEXICON.states["DEU"].cow, LEXICON.states["DEU"].gw) == (255, 260)
    assert (LEXICON.states["NRU"].cow, LEXICON.states["NRU"].gw) == (970, 971)


@pytest.mark.parametrize(("sort", "entry"), WEAK, ids=lambda x: x if isinstance(x, str) else x.id)
def test_a_weak_name_needs_its_context(sort: str, entry: Entry, reading: Read, request: pytest.FixtureRequest) -> None:
    if (sort, entry.id) in KNOWN:
        request.applymarker(pytest.mark.xfail(strict=True, reason="known_weak.txt"))
    assert entry.example is not None and entry.not_example is not None
    assert entry.id in _targets(sort, reading(entry.example).links) and entry.id not in _targets(
        sort, reading(entry.not_example).links
    )


def _targets(sort: str, links: tuple[Link, ...]) -> set[str]:
    wanted = "weapon" if sort == "weapon" else "actor"
    return {x.target for x in links if x.sort == wanted}
