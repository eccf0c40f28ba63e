"""What the parse says of training sentences, and how often a word is an event's."""

from __future__ import annotations

import pytest

from legation.extract.encoder import Manner, Uses
from legation.train.example import Example, pair_of
from legation.train.study import Study, studies, uses_of

MANNER = Manner(symmetric=("CONSULT",), two_sided=("AID",), on_things=("ASSAULT",))


def example(event_type: str, sentence: str, place: str) -> Example:
    pair = pair_of(sentence, place)
    return Example(type=event_type, mode="-", standing="asserted", register="wire", pair=pair, place=place)


def study(sentence: str) -> Study:
    (found,) = studies([pair_of(sentence, "x:1")])
    return found


def uses(*lines: tuple[str, str]) -> dict[str, Uses]:
    examples = [example(kind, sentence, f"x:{n}") for n, (kind, sentence) in enumerate(lines)]
    studied = dict(zip((e.place for e in examples), studies(e.pair for e in examples), strict=True))
    return uses_of(examples, studied, MANNER)


def test_parties_are_widened_to_their_noun_phrases() -> None:
    found = study("The <a>Iranian</a> foreign minister <v>praised</v> four engineers from <r>Peru</r>.").wide
    assert [found.text[s.slice] for s in (*found.actors, *found.recipients)] == ["The Iranian foreign minister", "Peru"]


def test_verbs_and_event_nouns_are_words_that_may_be_an_events() -> None:
    found = study("<a>Peru</a> said that talks with <r>Chile</r> had helped.")
    assert set(found.words.values()) >= {"say", "talk", "help"}
    assert found.event is None


def test_words_within_the_parties_are_none() -> None:
    assert "win" not in study("<a>The party that won</a> met <r>the Greens</r>.").words.values()


def test_the_events_word_has_its_lemma() -> None:
    assert study("<a>Peru</a> <v>met</v> <r>Chile</r>.").event == "meet"


def test_uses_are_shares_of_the_places_of_a_word() -> None:
    found = uses(
        ("ASSAULT", "<a>Peru</a> <v>shelled</v> <r>Chile</r>."),
        ("NONE", "<a>The cook</a> shelled peas for <r>Chile</r>."),
        ("NONE", "<a>The cook</a> shelled peas."),
        ("NONE", "<a>The girl</a> shelled peas."),
    )
    assert found["shell"] == Uses(two=0.25, thing=0.25, one=0.25)


@pytest.mark.parametrize(
    ("kind", "sentence", "expected"),
    [
        ("AID", "<a>Peru</a> <v>helped</v> <r>Chile</r>.", Uses(two=1.0, thing=0.0, one=0.0)),
        ("ACCUSE", "<a>Peru</a> <v>helped</v> <r>Chile</r>.", Uses(two=1.0, thing=0.0, one=1.0)),
        ("CONSULT", "<a>Peru</a> and <a>Chile</a> <v>helped</v>.", Uses(two=1.0, thing=0.0, one=1.0)),
    ],
)
def test_what_an_event_may_be_asked_of_hangs_on_its_type(kind: str, sentence: str, expected: Uses) -> None:
    assert uses((kind, sentence))["help"] == expected
