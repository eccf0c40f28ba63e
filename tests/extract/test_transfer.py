"""Who sells which arms to whom."""

from __future__ import annotations

import pytest

from legation.pipeline import fold
from tests.conftest import Read


@pytest.mark.parametrize(
    ("text", "deal"),
    [
        ("Egypt ordered 24 Rafale fighters from France.", ("FRA", "EGY", "Rafale", "signed", 24)),
        ("Russia delivered six Su-35 jets to Iran.", ("RUS", "IRN", "Su-35", "delivered_full", 6)),
        ("Serbia may buy Mi-35 helicopters from Russia.", ("RUS", "SRB", "Mi-35", "interest", None)),
        ("Sweden donated CV90 vehicles to Ukraine.", ("SWE", "UKR", "CV90", "delivered_full", None)),
    ],
)
def test_a_deal_has_its_parties_weapon_stage_and_number(reading: Read, text: str, deal: tuple[object, ...]) -> None:
    (found,) = fold([reading(text)]).deals
    assert (found.supplier, found.recipient, found.designation, found.stage.value, found.best) == deal


@pytest.mark.parametrize(
    "text",
    [
        "The club signed a striker from Brazil.",
        "Egypt bought wheat from France.",
        "France ordered 12 Rafale fighters for its own air force.",
    ],
)
def test_what_is_no_transfer_between_states_gives_no_deal(reading: Read, text: str) -> None:
    assert fold([reading(text)]).deals == ()
