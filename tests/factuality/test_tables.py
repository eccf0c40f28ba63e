"""The tables of factuality: one class per word and complement, values that exist, the seven ICD 203 degrees."""

from __future__ import annotations

from collections import Counter

import pytest

from legation.annotate.hedge import hedges_in
from legation.extract.signature import TABLE, Connective, Governor, Modifier
from legation.lexicon.table import load_entries
from legation.record.chain import Factuality
from tests.conftest import Read

VALUES = {"+", "-", "F", *(f.value for f in Factuality)}
ICD_203 = [
    ("almost no chance", "remote", (1, 5)),
    ("very unlikely", "highly improbable", (5, 20)),
    ("unlikely", "improbable", (20, 45)),
    ("roughly even chance", "roughly even odds", (45, 55)),
    ("likely", "probable", (55, 80)),
    ("very likely", "highly probable", (80, 95)),
    ("almost certain", "nearly certain", (95, 99)),
]


def test_a_word_stands_in_one_class_per_kind_of_complement() -> None:
    places = Counter(
        (sort, word, slot)
        for entry in load_entries(TABLE, "governor", Governor)
        for sort in ("verbs", "nouns", "adjectives")
        for word in getattr(entry, sort)
        for slot in entry.slots
    )
    assert [place for place, count in places.items() if count > 1] == []


def test_every_class_has_a_source_and_values_that_exist() -> None:
    for entry in load_entries(TABLE, "governor", Governor):
        assert entry.source
        assert {entry.if_true, entry.if_not} <= VALUES
    for one in (*load_entries(TABLE, "modifier", Modifier), *load_entries(TABLE, "connective", Connective)):
        assert one.value in VALUES


@pytest.mark.parametrize(("one", "other", "band"), ICD_203)
def test_the_degrees_of_icd_203_have_both_terms(one: str, other: str, band: tuple[int, int]) -> None:
    for words in (one, other):
        assert [(h.words, h.band) for h in hedges_in(f"It is {words} so.")] == [(words, band)]


@pytest.mark.parametrize(
    ("text", "words", "band"),
    [
        ("The minister said Iran was very unlikely to attack Iraq.", "very unlikely", (5, 20)),
        ("The minister said Iran had almost certainly attacked Iraq.", "almost certainly", (95, 99)),
        ("The minister said Iran attacked Iraq.", None, None),
        ("The minister said Iran attacked Iraq and that Oman would probably mediate.", None, None),
    ],
)
def test_a_step_keeps_the_words_of_likelihood_and_their_band(
    reading: Read, text: str, words: str | None, band: tuple[int, int] | None
) -> None:
    found = [c for c in reading(text).claims if c.kind == "event"]
    assert [(c.chain[-1].likelihood, c.chain[-1].band) for c in found[:1]] == [(words, band)]
