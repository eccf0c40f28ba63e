"""What is planned, possible, denied or history is never today's fact."""

from __future__ import annotations

import pytest

from legation.pipeline import Tools
from tests.conftest import Read


def standing(read: Read, text: str) -> set[tuple[str, str]]:
    return {(c.payload.event_type, c.aux.value) for c in read(text, published="2024-03-05").claims if c.kind == "event"}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "aux"),
    [
        ("Iran attacked Iraq.", "asserted"),
        ("Iran did not attack Iraq.", "negated"),
        ("Iran could attack Iraq next week.", "hypothetical"),
        ("If Iran attacked Iraq, the United States would respond.", "hypothetical"),
        ("Iran will attack Iraq.", "planned"),
        ("Iran is unlikely to attack Iraq.", "unlikely"),
        ("Iran refused to attack Iraq.", "negated"),
        ("Iran plans to attack Iraq.", "planned"),
    ],
)
def test_an_attack_stands_as_the_words_put_it(reading: Read, text: str, aux: str) -> None:
    assert ("ASSAULT", aux) in standing(reading, text)


def test_an_old_date_makes_background(reading: Read) -> None:
    claims = reading("In 1990 Iraq invaded Kuwait.", published="2024-03-05").claims
    assert [(c.background, c.when.value if c.when else None) for c in claims if c.kind == "event"] == [(True, "1990")]


def test_two_states_without_a_deed_give_no_event(reading: Read) -> None:
    assert standing(reading, "The flags of Iran and Iraq hung in the hall, and tea was served.") == set()


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Iran's attack on Iraq shocked the region.", "ASSAULT"),
        ("Talks between Greece and Turkey went on all night.", "CONSULT"),
        ("U.S. sanctions on Cuba are sixty years old.", "SANCTION"),
        ("Peru has asked four countries, including Chile and Brazil, for ships.", "REQUEST"),
    ],
)
def test_an_event_is_found_in_a_noun_or_a_list(reading: Read, text: str, event: str) -> None:
    assert (event, "asserted") in standing(reading, text)


@pytest.mark.parametrize("noun", ["talks", "visit", "attack"])
def test_of_a_noun_with_one_party_the_tables_tell_no_event(reading: Read, tools: Tools, noun: str) -> None:
    """The encoder may tell one, where it is sure."""
    claims = reading(f"Iran's {noun} went on all night.", published="2024-03-05").claims
    sure = [c.confidence for c in claims if c.kind == "event"]
    assert all(share is not None and share >= tools.coder.limits.one for share in sure)
