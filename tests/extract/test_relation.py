"""How states stand to one another."""

from __future__ import annotations

import pytest

from legation.record.relation import Relation
from tests.conftest import Read


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Serbia is moving closer to China.", "closer"),
        ("Turkey and Egypt mended fences.", "closer"),
        ("Mali turned away from France.", "apart"),
        ("Japan is worried about North Korea.", "concerned"),
    ],
)
def test_a_relation_has_its_direction(reading: Read, text: str, direction: str) -> None:
    assert [c.payload.direction for c in reading(text).claims if isinstance(c.payload, Relation)] == [direction]


def test_a_place_is_no_relation(reading: Read) -> None:
    assert not [c for c in reading("The ship moved closer to the shore.").claims if c.kind == "relation"]
