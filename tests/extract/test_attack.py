"""Attacks and their casualties."""

from __future__ import annotations

import pytest

from legation.record.attack import Attack
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
