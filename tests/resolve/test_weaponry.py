"""Plain nouns that point back to a named weapon."""

from __future__ import annotations

import pytest

from legation.lexicon.load import load_lexicon
from legation.record.link import Link
from legation.resolve.article import resolve
from tests.scenes import scene


def _weapons(text: str) -> list[tuple[str, str]]:
    found = scene(text)
    links: tuple[Link, ...] = resolve(found.article, [found.document], (), load_lexicon()).links
    return [(x.words, x.name) for x in links if x.sort == "weapon"]


def test_a_definite_noun_is_the_named_weapon_before_it() -> None:
    text = "Iraq has fired Exocet missiles. The French-made missiles hit a ship."
    assert _weapons(text)[-1] == ("missiles", _weapons(text)[0][1])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Iraq has fired Exocet missiles. Iran answered with missiles of another sort.", "missiles"),
        ("Iraq has Exocet missiles and Roland missiles. The missiles were paraded.", "missiles"),
        ("Iraq flies Mirage F1 jets. The missiles were paraded.", "missiles"),
    ],
)
def test_without_a_determiner_or_with_two_weapons_or_of_another_sort_it_stays_a_kind(text: str, words: str) -> None:
    assert _weapons(text)[-1] == (words, "missile")
