"""The lexicon's data: headers, ids, families, and the examples of weak names."""

from __future__ import annotations

from pathlib import Path

import pytest

import legation.lexicon
from legation.lexicon.load import load_lexicon
from tests.conftest import Read

DATA = Path(legation.lexicon.__file__).parent / "data"
LEXICON = load_lexicon()
WEAK = [w for w in LEXICON.weapons.values() if w.weak]


@pytest.mark.parametrize("path", sorted(DATA.rglob("*.*")), ids=lambda p: p.name)
def test_a_data_file_begins_with_what_it_is_its_source_and_its_licence(path: Path) -> None:
    head = "\n".join(line for line in path.read_text(encoding="utf-8").splitlines()[:12] if line.startswith("#"))
    assert all(word in head for word in ("Source:", "Licence", "Known problems:"))


def test_every_family_and_variant_of_a_weapon_is_there() -> None:
    wanted = {w.family for w in LEXICON.weapons.values()} | {
        w.variant_of for w in LEXICON.weapons.values() if w.variant_of
    }
    assert wanted <= set(LEXICON.weapons)


def test_every_kind_of_a_weapon_is_known() -> None:
    assert {w.kind for w in LEXICON.weapons.values()} | {n.kind for n in LEXICON.nouns.values()} <= set(LEXICON.kinds)


def test_there_are_all_states() -> None:
    assert len(LEXICON.states) >= 195


@pytest.mark.parametrize("weapon", WEAK, ids=lambda w: w.id)
def test_a_weak_name_needs_its_context(weapon: object, reading: Read) -> None:
    entry = LEXICON.weapons[weapon.id]  # type: ignore[attr-defined]
    assert entry.example is not None and entry.not_example is not None
    found = {x.target for x in reading(entry.example).links if x.sort == "weapon"}
    missed = {x.target for x in reading(entry.not_example).links if x.sort == "weapon"}
    assert entry.id in found and entry.id not in missed
