"""A state's bodies by pattern, with their sector."""

from __future__ import annotations

import pytest

from tests.conftest import Read


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("The Pakistani army said the shells came from the east.", "PAK-MIL"),
        ("Russia's Defence Ministry said the ship had left.", "RUS-GOV"),
        ("The parliament of Georgia rejected the bill, and Russia protested.", "GEO-LEG"),
        ("Kenyan police said the two men were held.", "KEN-COP"),
        ("Brazil's Supreme Court ordered the release of the letters.", "BRA-JUD"),
    ],
)
def test_a_body_has_its_state_and_sector(reading: Read, text: str, target: str) -> None:
    assert target in {x.target for x in reading(text).links}


def test_a_government_is_its_state(reading: Read) -> None:
    links = reading("The Indian government rejected the report.").links
    assert {x.target for x in links if x.sort == "actor"} == {"IND"}
