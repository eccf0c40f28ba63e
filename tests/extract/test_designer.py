"""What the thesaurus says of who designed a weapon, weighed against what the encoder answers."""

from __future__ import annotations

import pytest

from legation.extract.designer import settled, weighed

TURKEY = {"supplier": 0.2, "recipient": 0.7, "none": 0.1}
POLAND = {"supplier": 0.65, "recipient": 0.25, "none": 0.1}


def test_a_designer_is_sooner_a_supplier_than_a_recipient() -> None:
    raised = weighed(TURKEY, True)
    assert raised["supplier"] > raised["recipient"] and sum(raised.values()) == pytest.approx(1)


def test_clear_words_win_over_the_design() -> None:
    raised = weighed({"supplier": 0.01, "recipient": 0.98, "none": 0.01}, True)
    assert max(raised, key=lambda part: raised[part]) == "recipient"


def test_the_shares_of_others_stay() -> None:
    assert weighed(POLAND, False) == POLAND


def test_of_two_signatories_the_one_that_did_not_design_the_weapon_gets_it() -> None:
    found = settled(
        {"TUR": "supplier", "POL": "supplier"},
        {"TUR": TURKEY, "POL": POLAND},
        frozenset({"TUR"}),
        [frozenset({"TUR", "POL"})],
        0.15,
    )
    assert found == {"TUR": "supplier", "POL": "recipient"}


SENT = {"USA": {"supplier": 0.9, "recipient": 0.05}, "RUS": {"supplier": 0.5, "recipient": 0.05}}


def test_a_designer_beside_the_likelier_supplier_is_the_origin() -> None:
    parts = {"USA": "supplier", "RUS": "supplier", "PAK": "recipient"}
    assert settled(parts, SENT, frozenset({"RUS"}), [], 0.15) == {**parts, "RUS": "origin"}


def test_two_suppliers_of_one_list_both_stay() -> None:
    parts = {"USA": "supplier", "RUS": "supplier", "PAK": "recipient"}
    assert settled(parts, SENT, frozenset({"RUS"}), [frozenset({"USA", "RUS"})], 0.15) == parts


def test_without_a_designer_nothing_changes() -> None:
    parts = {"USA": "supplier", "RUS": "supplier"}
    assert settled(parts, SENT, frozenset(), [], 0.15) == parts
