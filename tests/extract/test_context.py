"""PLOVER's contexts, read off the words of a sentence."""

from __future__ import annotations

import pytest

from legation.extract.context import contexts_of
from legation.extract.event import types
from legation.lexicon.table import load_table
from tests.scenes import scene

EXAMPLES = {
    "military": "Kenya sent two battalions to the lake.",
    "intelligence": "Norway expelled a man for espionage.",
    "executive": "The prime minister thanked Ghana.",
    "legislative": "Lawmakers in Lima rejected the offer.",
    "election": "Togo called a referendum.",
    "political_institutions": "Chad rewrote its constitution.",
    "pro_democracy": "The generals promised a return to civilian rule.",
    "pro_autocracy": "The junta named a new council.",
    "economic": "Brazil raised its tariffs again.",
    "legal": "A tribunal cleared the two men.",
    "reparations": "Namibia asked for restitution.",
    "human_rights": "Oman denied the torture of three men.",
    "rights_freedoms": "Chad ended its censorship.",
    "repression": "The crackdown in Minsk went on.",
    "human_security": "Famine drove them over the lake.",
    "gender": "Two women led the talks.",
    "lgbt": "Ghana dropped the case against a gay couple.",
    "religion_ethnicity": "A bomb tore through the mosque.",
    "inequality": "They marched against poverty.",
    "diplomatic": "Togo called its ambassador home.",
    "territory": "They quarrelled over the frontier.",
    "peacekeeping": "Fiji offered three hundred peacekeepers.",
    "health": "Cuba gave a vaccine to Haiti.",
    "asylum": "Kenya took in the refugees.",
    "migration": "Malta turned the migrants back.",
    "disasters": "Japan sent tents after the earthquake.",
    "natural_resource": "The pipeline was shut by Libya.",
    "environment": "Fiji spoke of the climate.",
    "technology": "India put the satellite up for Bhutan.",
    "terrorism": "The jihadists left the village.",
    "cbrn": "Iran spoke of enrichment.",
    "cyber": "Estonia blamed the hackers.",
    "misinformation": "Latvia complained of propaganda.",
    "crime": "The gang held the driver for a week.",
    "corruption": "He was charged with bribery.",
    "illegal_drugs": "Police found cocaine in the boat.",
    "trafficking": "They were freed from slavery.",
}


# Words of the table with a hyphen or a numeral. "democracy" alone sets the context of "pro-democracy".
SPLIT = [
    ("military", "cease-fire"),
    ("pro_autocracy", "one-party"),
    ("lgbt", "same-sex"),
    ("peacekeeping", "peace-keeping"),
    ("terrorism", "al-qaeda"),
    ("terrorism", "al-shabaab"),
]


# Words of the table that the parser gives another lemma or calls verbs, each in a plain sentence.
OTHER_LEMMA = {
    ("military", "arms"): "Peru sold arms to Chile.",
    ("rights_freedoms", "media"): "Chad closed independent media.",
    ("diplomatic", "relations"): "Peru broke off relations with Chile.",
    ("human_security", "displaced"): "Kenya fed displaced families.",
    ("territory", "disputed"): "They met in the disputed region.",
}


# Words that are met before a noun only, and one that the parser splits and that is not met at all.
NOT_ALONE = {("human_security", "displaced"), ("territory", "disputed"), ("technology", "5g")}


def contexts(text: str, mode: str | None = None) -> tuple[str, ...]:
    (sentence,) = scene(text).document.sentences
    return contexts_of(sentence, mode)


def words() -> list[tuple[str, str]]:
    table: dict[str, list[str]] = load_table("codes/contexts.toml")["words"]
    return [(context, word) for context, found in table.items() for word in found]


def test_each_of_plovers_37_contexts_has_words() -> None:
    table = load_table("codes/contexts.toml")["words"]
    assert len(EXAMPLES) == 37
    assert set(table) == set(EXAMPLES)
    assert all(len(set(found)) == len(found) >= 3 for found in table.values())


@pytest.mark.parametrize(("context", "text"), EXAMPLES.items(), ids=list(EXAMPLES))
def test_a_sentence_sets_its_context(context: str, text: str) -> None:
    assert context in contexts(text)


@pytest.mark.parametrize(
    "text",
    [
        "The fire spread to the next street.",
        "The party lasted until dawn.",
        "The power of his voice moved them.",
        "Peru beat Chile by two goals.",
    ],
)
def test_a_word_of_many_senses_sets_nothing(text: str) -> None:
    assert contexts(text) == ()


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        pytest.param("Rebels stormed the palace.", "disasters", id="a verb of the form of the noun storm"),
        pytest.param("They played on a tennis court.", "legal", id="left out, says the header, yet in the list"),
        pytest.param(
            "A friend of mine is here.",
            "natural_resource",
            id="a pronoun of the form of the noun mine",
            marks=pytest.mark.xfail(strict=True, raises=AssertionError, reason="the parser calls the pronoun a noun"),
        ),
    ],
)
def test_another_sense_sets_no_context(text: str, wrong: str) -> None:
    assert wrong not in contexts(text)


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("Syria used chemical weapons.", "cbrn"),
        ("The foreign ministers of Oman and Yemen met.", "diplomatic"),
        ("Chad freed its political prisoners.", "human_rights"),
    ],
)
def test_a_phrase_may_stand_in_the_plural(text: str, context: str) -> None:
    assert context in contexts(text)


@pytest.mark.parametrize("context", EXAMPLES)
def test_every_word_of_a_context_can_be_met(context: str) -> None:
    found = [word for name, word in words() if name == context and (name, word) not in NOT_ALONE]
    assert [word for word in found if context not in contexts(f"They spoke of the {word} again.")] == []


@pytest.mark.parametrize(("context", "word"), SPLIT)
def test_a_word_that_the_parser_splits_can_be_met(context: str, word: str) -> None:
    assert context in contexts(f"They spoke of the {word} again.")


@pytest.mark.parametrize(
    ("context", "text"), [pytest.param(context, text, id=word) for (context, word), text in OTHER_LEMMA.items()]
)
def test_a_word_of_another_lemma_can_be_met(context: str, text: str) -> None:
    assert context in contexts(text)


@pytest.mark.xfail(strict=True, raises=AssertionError, reason="the parser splits '5G' into '5' and 'G'")
def test_a_numeral_with_its_letter_can_be_met() -> None:
    assert "technology" in contexts("India built a 5G network.")


def test_several_contexts_are_sorted_and_told_once() -> None:
    found = contexts("The army and the navy left the hospital near the mosque.")
    assert found == ("health", "military", "religion_ethnicity")


def test_a_sentence_without_any_has_none() -> None:
    assert contexts("Peru thanked Chile.") == ()


@pytest.mark.parametrize(
    ("mode", "found"),
    [("censor", ("rights_freedoms",)), ("suicide-attack", ("terrorism",)), ("visit", ()), (None, ())],
)
def test_a_mode_sets_a_context_by_itself(mode: str | None, found: tuple[str, ...]) -> None:
    assert contexts("Peru thanked Chile.", mode) == found


def test_the_modes_are_plovers_and_their_contexts_too() -> None:
    table: dict[str, list[str]] = load_table("codes/contexts.toml")["modes"]
    assert set(table) <= {mode for entry in types().values() for mode in entry.modes}
    assert {context for found in table.values() for context in found} <= set(EXAMPLES)
