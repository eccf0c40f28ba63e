"""Places: precision, rivals, claimants; the same in any order of sites."""

from __future__ import annotations

import pytest

from legation.record.link import Link
from tests.conftest import Read


def place(reading: Read, text: str, words: str) -> Link:
    return next(x for x in reading(text).links if x.sort == "place" and x.words == words)


@pytest.mark.parametrize(
    ("text", "words", "precision"),
    [
        ("A bomb killed two men in Quetta, Pakistan.", "Quetta", 1),
        ("A bomb killed two men near Quetta, Pakistan.", "Quetta", 2),
        ("Fighting went on in Texas all day, the governor of Texas said.", "Texas", 4),
        ("Fighting went on in Pakistan all day.", "Pakistan", 6),
        ("A tanker burned in the Black Sea.", "Black Sea", 7),
    ],
)
def test_a_place_is_as_precise_as_its_words(reading: Read, text: str, words: str, precision: int) -> None:
    assert place(reading, text, words).precision == precision


def test_the_rivals_of_a_name_are_kept(reading: Read) -> None:
    link = place(reading, "Rain fell on Hyderabad, the Pakistani city on the Indus.", "Hyderabad")
    assert link.country == "PAK" and "IND" in {a.country for a in link.alternatives}


def test_a_disputed_place_has_claimants_and_no_state(reading: Read) -> None:
    link = place(reading, "Two soldiers were shot in Crimea on Monday.", "Crimea")
    assert link.country is None and {"RUS", "UKR"} <= set(link.claimed_by)
