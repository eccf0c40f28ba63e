"""The gazetteer finds places by any printed spelling, and only those."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.errors import LexiconError
from legation.lexicon.gazetteer import Gazetteer, key_of

PLACES = Gazetteer()


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("Fallujah", "IRQ"),
        ("Al-Fallujah", "IRQ"),
        ("N'Djamena", "TCD"),
        ("St Petersburg", "RUS"),
        ("Khan Yunis", "PSE"),
        ("Zürich", "CHE"),
    ],
)
def test_a_town_is_found_by_its_spellings(words: str, country: str) -> None:
    assert country in {place.country for place in PLACES.find(words)}


def test_the_largest_place_of_a_name_comes_first() -> None:
    assert next(p.country for p in PLACES.find("Paris") if p.kind == "town") == "FRA"


def test_another_name_says_that_it_is_one() -> None:
    assert all(p.alias for p in PLACES.find("Fallujah"))


@pytest.mark.parametrize("words", ["", "#", "Qwertzuiop", "zzzz", "​"])
def test_no_place_has_such_a_name(words: str) -> None:
    assert PLACES.find(words) == ()


@given(st.text(max_size=30))
def test_no_name_raises(words: str) -> None:
    for place in PLACES.find(words):
        assert key_of(words) and -90 <= place.lat <= 90 and -180 <= place.lon <= 180


def test_a_missing_file_is_a_lexicon_error() -> None:
    with pytest.raises(LexiconError, match="reinstall"):
        Gazetteer("places/none.tsv")
