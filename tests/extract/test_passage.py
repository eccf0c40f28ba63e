"""The passage of an item: what of the article stands in it, and whom it names."""

from __future__ import annotations

from legation.extract.materiel import all_items
from legation.extract.passage import LONGEST, Named, Passage, passage_of
from tests.scenes import scene


def _passage(text: str, words: str, **frame: str) -> tuple[Passage, tuple[Named, ...]]:
    found = scene(text, **frame)
    sentence, item = next(
        (s, i) for s in found.document.sentences for i in all_items(found, s) if i.mention.words == words
    )
    return passage_of(found, sentence, item)


def test_all_names_of_a_state_are_one_party_and_its_bodies_and_firms_belong_to_it() -> None:
    text = "Paris said the Kuwaiti air force will get 12 Mirage fighters. Dassault makes them. Kuwait paid in oil."
    passage, parties = _passage(text, "Mirage")
    named = {
        p.key: [passage.text[s.start : s.end] for s in spans] for p, spans in zip(parties, passage.parties, strict=True)
    }
    assert named == {"FRA": ["Paris", "Dassault"], "KWT": ["Kuwaiti"]}


def test_the_item_and_the_spans_are_of_the_passage_and_of_the_article() -> None:
    text = "Talks went on for a year.\n\nPeru has ordered MiG-29 jets from Belarus."
    passage, parties = _passage(text, "MiG-29")
    assert passage.text[passage.item.slice] == "MiG-29"
    assert [text[p.spans[0].slice] for p in parties] == ["Peru", "Belarus"]


def test_a_headline_in_capitals_names_parties_that_have_no_place_in_the_text() -> None:
    passage, parties = _passage("The navy will get four frigates.", "frigates", title="CHILE BUYS DUTCH SHIPS")
    assert passage.text.startswith("CHILE BUYS DUTCH SHIPS\n")
    assert [(p.key, p.spans) for p in parties] == [("CHL", ()), ("NLD", ())]


def test_the_soviet_union_and_moscow_are_one_party() -> None:
    _, parties = _passage("Moscow shipped Soviet T-62 tanks to Aden.", "T-62", published="1979-03-01")
    assert next(p.key for p in parties) == "RUS"


def test_a_passage_keeps_to_its_length_and_holds_the_item() -> None:
    text = " ".join(f"Peru spoke of matter {n} at length." for n in range(80)) + " Peru got six frigates. The end came."
    passage, _ = _passage(text, "frigates")
    assert len(passage.text) <= LONGEST + 10
    assert passage.text[passage.item.slice] == "frigates"
