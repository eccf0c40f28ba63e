"""Plain goods: nouns that are arms where an army gets them, with their count, and nouns that are not."""

from __future__ import annotations

import pytest

from legation.extract.materiel import all_items
from tests.scenes import scene


def _items(text: str) -> list[tuple[str, float | None]]:
    found = scene(text)
    return [
        (i.designation, i.quantity.best if i.quantity else None)
        for s in found.document.sentences
        for i in all_items(found, s)
    ]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Fiji took delivery of two coast guard cutters.", [("coast guard cutters", 2)]),
        ("Oman bought 40 army trucks and six Leopard tanks.", [("army trucks", 40), ("Leopard tanks", 6)]),
        ("Norway promised Ukraine military aid.", [("military aid", None)]),
        ("Kenya received 3,000 sets of protective equipment.", [("protective equipment", 3000)]),
    ],
)
def test_goods_have_their_own_words_and_their_count(text: str, items: list[tuple[str, float | None]]) -> None:
    assert _items(text) == items


@pytest.mark.parametrize(
    "text",
    [
        "Fiji received food aid and farm equipment.",
        "The parts of the treaty were read out.",
        "The system of quotas was dropped.",
    ],
)
def test_vague_nouns_without_an_army_are_no_goods(text: str) -> None:
    assert _items(text) == []
