"""Designations that no list has: by shape, beside a weapon noun, and only there."""

from __future__ import annotations

import pytest

from tests.conftest import Read


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The army fired two XQ-61B missiles at the range.", "XQ-61B"),
        ("Its new tank, the ZB-99A, was shown to visitors.", "ZB-99A"),
    ],
)
def test_a_designation_beside_a_weapon_noun_is_kept_verbatim(reading: Read, text: str, words: str) -> None:
    link = next(x for x in reading(text).links if x.sort == "weapon" and x.words == words)
    assert (link.level, link.target) == ("unknown", f"unknown:{words.lower()}")


@pytest.mark.parametrize(
    "text", ["Doses of the CV-19 vaccine arrived.", "He took flight QZ-402 to Oslo.", "The UN-2231 text was read."]
)
def test_the_shape_alone_is_no_weapon(reading: Read, text: str) -> None:
    assert not [x for x in reading(text).links if x.sort == "weapon"]
