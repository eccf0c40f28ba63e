"""The questions that a sentence asks, as tests/cases/candidates.txt says, and what holds of all of them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from legation.extract.candidate import Candidate, candidates
from legation.extract.scene import Scene
from legation.extract.side import Party
from legation.lexicon.table import word_set
from tests.scenes import scene

FILE = Path(__file__).parent.parent / "cases" / "candidates.txt"


def cases() -> Iterator[pytest.ParameterSet]:
    """The texts of the file with their questions; one with a known fault is an expected failure."""
    for block in FILE.read_text(encoding="utf-8").split("\n\n"):
        text, *below = [line.strip() for line in block.splitlines() if not line.startswith("#")] or [""]
        if not text:
            continue
        known = [line for line in below if line.startswith("known: ")]
        marks = [pytest.mark.xfail(strict=True, raises=AssertionError, reason=known[0])] if known else []
        lines = [line for line in below if line != "nothing" and line not in known]
        assert below, f"{text!r} has no line"
        yield pytest.param(text, lines, marks=marks, id=text)


def asked(one: Scene) -> list[Candidate]:
    return [c for s in one.document.sentences for c in candidates(one, s)]


def line(one: Scene, candidate: Candidate) -> str:
    """A question in one line."""
    actors, recipients = (", ".join(one.words(p.span) for p in ps) for ps in (candidate.actors, candidate.recipients))
    behind = f" -> {recipients}" if recipients else ""
    kind = " (thing)" if candidate.thing else " (deed)" if candidate.deed else ""
    return f"{one.words(candidate.trigger)}: {actors}{behind}{kind}"


@pytest.mark.parametrize(("text", "lines"), list(cases()))
def test_a_text_asks_its_questions(text: str, lines: list[str]) -> None:
    one = scene(text)
    assert sorted(line(one, c) for c in asked(one)) == sorted(lines)


def test_there_are_enough_cases_and_some_ask_nothing() -> None:
    found = list(cases())
    assert len(found) >= 40
    assert sum(not p.values[1] for p in found) >= 5
    assert sum(bool(p.marks) for p in found) * 3 <= len(found)


def test_the_nearest_recipients_go_first() -> None:
    found = asked(scene("Sweden deported the Chadian sailor to Norway."))
    assert [c.far for c in found] == [0.0, 1.0, 1.0]


def test_no_more_than_three_recipients_are_asked_about() -> None:
    text = "Sweden moved police from Norway through Latvia over Poland to Greece with Denmark."
    assert len([c for c in asked(scene(text)) if c.recipients]) == 3


def test_an_infinitive_is_farther_from_its_object_than_its_verb_is() -> None:
    far = {c.anchor: c.far for c in asked(scene("Peru threatened to attack Chile."))}
    assert list(far.values()) == [0.5, 0.0]


def test_a_name_keeps_its_phrase() -> None:
    one = scene("The Kenyan army shelled Somali rebels near the border.")
    (found,) = asked(one)
    assert [(one.words(p.span), one.words(p.phrase)) for p in (*found.actors, *found.recipients)] == [
        ("Kenyan", "The Kenyan army"),
        ("Somali", "Somali rebels"),
    ]


def test_a_noun_has_no_frame_and_a_verb_has_its_own() -> None:
    verb, noun = asked(scene("Peru invaded Chile. There was criticism of Ghana by Togo."))
    assert verb.frame is not None and verb.frame.verb == verb.anchor
    assert noun.frame is None


def test_the_pair_is_told_in_offsets_of_its_sentence() -> None:
    one = scene("The river rose. The Kenyan army shelled Somali rebels.")
    (found,) = asked(one)
    pair = found.pair(one)
    assert pair.text == "The Kenyan army shelled Somali rebels."
    assert [pair.text[s.slice] for s in (*pair.actors, *pair.recipients)] == ["The Kenyan army", "Somali rebels"]
    assert pair.trigger is not None and pair.text[pair.trigger.slice] == "shelled"


def test_a_party_of_another_sentence_is_asked_about_and_not_marked() -> None:
    one = scene("Chile lost two ports. Nobody expected Peru's invasion.")
    found = asked(one)[-1]
    assert [one.words(p.span) for p in found.recipients] == ["Chile"]
    assert found.pair(one).recipients == () and found.pair(one).actors


@pytest.mark.xfail(strict=True, raises=AssertionError, reason="the verbs of a sentence go before its nouns")
def test_questions_stand_in_text_order() -> None:
    found = asked(scene("The fighting between the army and rebels ended when Peru freed two nurses."))
    assert len({c.anchor for c in found}) > 1
    assert [c.anchor for c in found] == sorted(c.anchor for c in found)


def test_the_nouns_of_aggression_are_event_nouns() -> None:
    assert word_set("rules/eventnouns.toml", "against_a_state") <= word_set("rules/eventnouns.toml", "nouns")


# --- properties

NAMES = st.sampled_from(
    [
        "Peru",
        "the Chilean envoy",
        "Ghana and Togo",
        "two Greek fishermen",
        "rebels",
        "the army's chief, General Ruiz,",
        "its troops",
        "we",
        "NATO",
        "a court in Lima",
        "Chile, which Peru had shelled,",
        "Kenya's invasion of Somalia",
        "the bridge",
        "Russia's invasion",
        "talks between Oman and Yemen",
    ]
)
VERBS = st.sampled_from(
    [
        "attacked",
        "met",
        "was freed by",
        "must free",
        "threatened to leave",
        "said that Mali had shelled",
        "put pressure on",
    ]
)
ENDS = st.sampled_from(
    ["", " on Monday", " and praised Norway", ", Ana Ruiz said", " with help from Latvia", " for its attack on Malta"]
)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """One to three sentences of names, verbs and what follows."""
    made = []
    for _ in range(draw(st.integers(1, 3))):
        words = f"{draw(NAMES)} {draw(VERBS)} {draw(NAMES)}{draw(ENDS)}"
        made.append(words[0].upper() + words[1:] + ".")
    return " ".join(made)


TRIES = settings(max_examples=80, deadline=None, derandomize=True, phases=(Phase.explicit, Phase.generate))


@TRIES
@given(texts())
def test_parties_lie_in_their_sentence_or_its_document(text: str) -> None:
    one = scene(text)
    for found in asked(one):
        assert found.sentence.span.contains(found.trigger)
        assert found.actors
        for party in (*found.actors, *found.recipients):
            assert party.phrase.contains(party.span)
            assert any(s.span.contains(party.phrase) for s in one.document.sentences)
        assert all(found.sentence.span.contains(p.span) for p in found.actors)


@TRIES
@given(texts())
def test_nobody_is_on_both_sides(text: str) -> None:
    for found in asked(scene(text)):
        assert not {p.span for p in found.actors} & {p.span for p in found.recipients}


@TRIES
@given(texts())
def test_the_marks_of_a_side_never_overlap_and_lie_in_the_text(text: str) -> None:
    one = scene(text)
    for found in asked(one):
        pair = found.pair(one)
        assert all(s.end <= len(pair.text) for s in (*pair.actors, *pair.recipients))
        for side in (pair.actors, pair.recipients):
            assert not any(a.overlaps(b) for a, b in itertools.combinations(side, 2))


@TRIES
@given(texts())
def test_the_marks_of_the_two_sides_never_overlap(text: str) -> None:
    one = scene(text)
    for found in asked(one):
        pair = found.pair(one)
        assert not any(a.overlaps(r) for a in pair.actors for r in pair.recipients), line(one, found)


@TRIES
@given(texts())
def test_the_same_text_asks_the_same(text: str) -> None:
    one, other = scene(text), scene(text)
    assert asked(one) == asked(one) == asked(other)


def test_marks_within_one_another_are_one() -> None:
    """Two parties whose phrases overlap give one mark, that of the first."""
    one = scene("Peru invaded Chile on Monday.")
    (found,) = asked(one)
    (party,) = found.actors
    wider = Party(party.span, found.sentence.span)
    both = type(found)(sentence=found.sentence, anchor=found.anchor, frame=None, actors=(party, wider))
    assert len(both.pair(one).actors) == 1
