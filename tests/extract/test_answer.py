"""Answers that give a number for each year. All figures are invented."""

from __future__ import annotations

import pytest

from legation.extract.official import officials
from legation.record.deal import Transfer
from tests.scenes import scene, told

LICENCES = "Germany granted the following licences for the export of armoured vehicles to Algeria: 2029: 12 licences; 2030: 3 licences; 2031: none."


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            LICENCES,
            [
                "DEU > DZA | approved | 12 licences | armoured vehicles",
                "DEU > DZA | approved | 3 licences | armoured vehicles",
            ],
        ),
        (
            "The minister gave these numbers. Denmark has delivered the following number of Leopard 1A5 tanks to Ukraine:\n\n2029: 20\n\n2030: 45",
            ["DNK > UKR | delivered_full | 20 | Leopard 1A5", "DNK > UKR | delivered_full | 45 | Leopard 1A5"],
        ),
    ],
)
def test_each_year_is_a_claim(text: str, lines: list[str]) -> None:
    assert told(text) == lines


def test_licences_are_no_number_of_goods() -> None:
    payloads = [c.payload for c in officials(scene(LICENCES)) if isinstance(c.payload, Transfer)]
    assert [(p.best, p.quantity_words) for p in payloads] == [(None, "12 licences"), (None, "3 licences")]


def test_the_year_of_a_delivery_is_its_own() -> None:
    text = "The minister spoke. Denmark has delivered these numbers of Leopard 1A5 tanks to Ukraine:\n\n2029: 20\n\n2030: 45"
    payloads = [c.payload for c in officials(scene(text)) if isinstance(c.payload, Transfer)]
    assert [p.delivered for p in payloads] == ["2029", "2030"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway exported fish to Ghana: 2029: 12 tons; 2030: 9 tons.",
        "The cup went to Chile in 2029: 3 goals; 2030: 4 goals.",
    ],
)
def test_years_of_other_things_tell_no_transfer(text: str) -> None:
    assert told(text) == []
