"""Attacks and their casualties."""

from __future__ import annotations

import pytest

from legation.record.attack import Attack, Responsibility
from tests.conftest import Read


def attacks(read: Read, text: str) -> list[Attack]:
    return [c.payload for c in read(text).claims if isinstance(c.payload, Attack)]


@pytest.mark.parametrize(
    ("text", "kind", "low"),
    [
        ("A suicide attack killed a minister and at least eight other people in Quetta.", "suicide_bombing", 9),
        ("Gunmen killed 12 soldiers near Maiduguri on Friday.", "attack", 12),
        ("A car bomb killed six people in Baghdad.", "bombing", 6),
    ],
)
def test_an_attack_has_its_kind_and_toll(reading: Read, text: str, kind: str, low: int) -> None:
    found = attacks(reading, text)
    assert [(a.casualties[0].kind, a.casualties[0].low) for a in found] == [("killed", low)]
    assert found[0].attack_kind in (kind, "shooting")


def test_a_sum_that_the_text_states_is_shown(reading: Read) -> None:
    (found,) = attacks(reading, "A bombing killed one of the ministers and at least eight other people in Kabul.")
    assert found.casualties[0].arithmetic == "1 + at least 8"


@pytest.mark.parametrize(
    "text",
    [
        "The striker led the attack in the second half.",
        "The senator attacked the budget in a speech.",
        "The storm killed six people.",
    ],
)
def test_what_is_no_violence_is_no_attack(reading: Read, text: str) -> None:
    assert attacks(reading, text) == []


def responsibilities(read: Read, text: str) -> list[tuple[str, str, str | None]]:
    """The relation, the group's words and the mode of each claim of responsibility."""
    found = [c for c in read(text).claims if isinstance(c.payload, Responsibility)]
    return [(c.payload.relation, c.all("perpetrator")[0].words, c.payload.claim_mode) for c in found]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Taliban claimed responsibility for the bombing in a video.", ("claimed", "Taliban", "video")),
        ("The Taliban denied any involvement in the attack.", ("denied", "Taliban", None)),
        ("Police blamed the Taliban for the bombing in Kabul.", ("blamed", "Taliban", None)),
        ("The court convicted Juan Quispe of the murder of two guards.", ("convicted", "Juan Quispe", None)),
        ("Boko Haram is the prime suspect.", ("suspected", "Boko Haram", None)),
    ],
)
def test_who_answers_for_an_attack(reading: Read, text: str, wanted: tuple[str, str, str | None]) -> None:
    assert wanted in responsibilities(reading, text)


@pytest.mark.parametrize(
    ("text", "role", "words"),
    [
        ("Rebels blew up two pylons with dynamite near Arauca.", "target", "two pylons"),
        ("Rebels blew up two pylons with dynamite near Arauca.", "instrument", "dynamite"),
        ("Guerrillas burned a bus near Bogota.", "perpetrator", "Guerrillas"),
        ("The murder of Jorge Quispe was carried out by hooded men.", "victim", "Jorge Quispe"),
        ("A grenade was thrown at a bank in Lima.", "target", "bank"),
    ],
)
def test_the_roles_of_an_attack_are_its_shortest_phrases(reading: Read, text: str, role: str, words: str) -> None:
    found = [c for c in reading(text).claims if isinstance(c.payload, Attack)]
    assert words in {r.words for c in found for r in c.all(role)}


def test_a_weapon_that_was_found_is_not_used(reading: Read) -> None:
    claims = reading("Police seized two rifles after the attack on a bank in Lima.").claims
    assert not [r for c in claims for r in c.all("instrument")]
