"""Who "I" and "we" are."""

from __future__ import annotations

import pytest

from legation.extract.claim import statements
from legation.lexicon.load import load_lexicon
from legation.record.claim import Claim, Role
from legation.record.link import Link
from legation.record.span import Span
from legation.record.statement import Statement
from legation.resolve.firstperson import first_person, is_first_person
from tests.make import article
from tests.scenes import scene


@pytest.mark.parametrize("words", ["I", "We", "we", "us", "Our government", "my country", "me"])
def test_words_of_the_first_person(words: str) -> None:
    assert is_first_person(words)


@pytest.mark.parametrize("words", ["", " ", "Weather", "it", "they", "the minister and I", "Iran", "Wei", "ourselves"])
def test_words_of_another_person(words: str) -> None:
    assert not is_first_person(words)


@pytest.mark.parametrize("words", ["US troops", "US"])
def test_the_united_states_are_no_pronoun(words: str) -> None:
    assert not is_first_person(words)


def at(text: str, words: str, last: bool = False) -> Span:
    start = text.rindex(words) if last else text.index(words)
    return Span(start, start + len(words))


def who(text: str, words: str, *named: tuple[str, str], last: bool = False, **frame: str) -> Link | None:
    """The link of a pronoun in a text in which the names stand for the targets given."""
    one = scene(text, **frame)
    actors = [_actor(text, name, target) for name, target in named]
    return first_person(one.article, at(text, words, last), list(statements(one)), actors, one.lexicon)


def _actor(text: str, name: str, target: str) -> Link:
    return Link(
        article=article(text).id,
        span=at(text, name),
        words=name,
        sort="actor",
        target=target,
        name=name,
        kind="state",
        country=target[:3],
        score=1.0,
        reason="",
    )


def test_we_are_those_whose_words_they_are() -> None:
    text = '"We will not attack Chile," the Peruvian minister said.'
    link = who(text, "We", ("Peruvian", "PER"), ("Chile", "CHL"))
    assert link is not None
    assert (link.target, link.words, link.span) == ("PER", "We", at(text, "We"))
    assert (link.reason, link.antecedent) == ("the speaker of these words", at(text, "Peruvian"))


def test_a_link_of_the_whole_source_goes_before_one_inside_it() -> None:
    text = '"We will not attack Chile," the Peruvian minister said.'
    link = who(text, "We", ("Peruvian", "PER"), ("the Peruvian minister", "PER-GOV"))
    assert link is not None and link.target == "PER-GOV"


def test_the_innermost_speaker_is_meant() -> None:
    text = "“Ana Ruiz told Oman, 'We will pay,'” the Kenyan envoy said."
    named = (("Ana Ruiz", "ana-ruiz"), ("Oman", "OMN"), ("Kenyan", "KEN"))
    link = who(text, "We", *named)
    assert link is not None and link.target == "ana-ruiz"


def test_a_speaker_whom_nobody_knows_is_none() -> None:
    assert who('"We will not attack Chile," a man said.', "We", ("Chile", "CHL")) is None


def test_the_outlet_does_not_speak_for_a_speaker_whom_nobody_knows() -> None:
    text = '"We will not attack Chile," a man said.'
    assert who(text, "We", ("Chile", "CHL"), outlet="Government of Norway") is None


def test_the_one_who_says_we_said_is_the_issuer() -> None:
    link = who("We said that Mali will not attack Chile.", "We", ("Chile", "CHL"), outlet="Kremlin")
    assert link is not None and link.target == "RUS"


def test_a_source_is_not_resolved_by_itself() -> None:
    text = "We said that we will not attack Chile."
    made = article(text)
    pronoun = at(text, "we", last=True)
    own = _statement(text, source=pronoun, content=at(text, "we will not attack Chile"))
    assert first_person(made, pronoun, [own], [_actor(text, "we", "NOR")], load_lexicon()) is None


def _statement(text: str, source: Span, content: Span) -> Claim:
    roles = tuple(Role(name, span, text[span.slice]) for name, span in (("source", source), ("content", content)))
    payload = Statement(cue_lemma="say", cue_type="assertive", speech_act="assert", quote_type="indirect")
    return Claim(
        id="clm",
        article=article(text).id,
        document="body",
        sentence=0,
        span=content,
        words="",
        payload=payload,
        roles=roles,
        made_by="test",
    )


# --- the article's own words


@pytest.mark.parametrize(
    ("outlet", "target", "country"),
    [
        ("The Kremlin", "RUS", "RUS"),
        ("Norway", "NOR", "NOR"),
        ("State Department", "state-department", "USA"),
        ("Bundeswehr", "bundeswehr", "DEU"),
    ],
)
def test_in_a_release_we_are_the_state_or_body_that_puts_it_out(outlet: str, target: str, country: str) -> None:
    link = who("We condemn the attack on Mali.", "We", ("Mali", "MLI"), outlet=outlet)
    assert link is not None
    assert (link.target, link.country, link.words) == (target, country, "We")
    assert outlet.removeprefix("The ") in link.reason


@pytest.mark.parametrize(
    ("outlet", "country"),
    [
        ("Government of Norway", "NOR"),
        ("Norwegian Ministry of Defence", "NOR"),
        ("Ministry of Foreign Affairs of Peru", "PER"),
        ("US State Department", "USA"),
    ],
)
def test_a_ministry_is_known_by_its_state(outlet: str, country: str) -> None:
    link = who("We condemn the attack on Mali.", "We", ("Mali", "MLI"), outlet=outlet)
    assert link is not None and link.country == country


@pytest.mark.parametrize("outlet", ["The Courier", "Reuters", "NATO"])
def test_a_paper_an_agency_and_a_body_of_no_state_say_nothing(outlet: str) -> None:
    assert who("We condemn the attack on Mali.", "We", ("Mali", "MLI"), outlet=outlet) is None


def test_without_an_outlet_nobody_is_known() -> None:
    assert who("We condemn the attack on Mali.", "We", ("Mali", "MLI")) is None


@pytest.mark.parametrize("outlet", ["Norway Today", "The Voice of Peru"])
def test_a_paper_that_bears_a_states_name_is_not_the_state(outlet: str) -> None:
    assert who("We condemn the attack on Mali.", "We", ("Mali", "MLI"), outlet=outlet) is None


def test_an_embassy_speaks_for_the_state_that_sends_it() -> None:
    link = who("We condemn the attack on Mali.", "We", outlet="Embassy of Chile in Oman")
    assert link is not None and link.target == "CHL"
