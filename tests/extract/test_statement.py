"""Who says so."""

from __future__ import annotations

import pytest

from legation.record.claim import Claim
from legation.record.statement import Statement
from tests.conftest import Read


def told(read: Read, text: str) -> list[tuple[str | None, str]]:
    found = []
    for claim in read(text).claims:
        if claim.kind == "statement":
            source, content = claim.one("source"), claim.one("content")
            found.append((source.words if source else None, content.words if content else ""))
    return found


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The minister said the talks had failed.", "The minister", "the talks had failed"),
        ("The talks had failed, a spokesman said.", "a spokesman", "The talks had failed"),
        ("According to Reuters, the talks had failed.", "Reuters", "the talks had failed"),
        ("Peru reportedly bought tanks.", None, "bought tanks"),
        ("“We will not sign,” the envoy said.", "the envoy", "We will not sign,"),
    ],
)
def test_source_and_content_are_found(reading: Read, text: str, source: str | None, content: str) -> None:
    assert (source, content) in told(reading, text)


def test_a_relay_stands_before_the_speaker(reading: Read) -> None:
    (claim,) = [
        c for c in reading("A diplomat told Reuters that the talks had failed.").claims if c.kind == "statement"
    ]
    assert [s.holder for s in claim.chain] == ["Reuters", "A diplomat"]


def test_an_unclosed_quote_loses_nothing(reading: Read) -> None:
    assert reading("“We will not sign, the envoy said.\n\nPeru attacked Chile.").claims


def test_a_text_without_speech_has_no_statement(reading: Read) -> None:
    assert told(reading, "The river rose by two metres. The bridge was closed.") == []


def first(reading: Read, text: str, **frame: str) -> Claim:
    return next(c for c in reading(text, **frame).claims if c.kind == "statement")


def test_a_broken_quote_has_one_content_per_piece(reading: Read) -> None:
    claim = first(reading, "“We won,” she said, “and they know it.”")
    assert [part.words for part in claim.all("content")] == ["We won,", "and they know it."]


def test_a_quote_that_goes_on_keeps_its_speaker_and_says_why(reading: Read) -> None:
    text = "“We have begun to withdraw,” the general said.\n\n“Nobody can stop us, and nobody will try.”"
    last = [c for c in reading(text).claims if c.kind == "statement"][-1]
    assert (last.chain[-1].holder, last.chain[-1].reason) == (
        "the general",
        "the quotation goes on from the sentence before",
    )


def test_a_chain_runs_from_the_outlet_to_the_source_cited(reading: Read) -> None:
    text = "LIMA (AFP) -- The New York Times reported on Monday that an official said Peru had attacked Chile."
    (event,) = [c for c in reading(text, outlet="Daily Star").claims if c.kind == "event"]
    assert [s.holder for s in event.chain] == [
        "Daily Star",
        "Agence France-Presse",
        "The New York Times",
        "an official",
    ]


def test_a_wish_vouches_for_nothing(reading: Read) -> None:
    claims = reading("Peru wants to attack Chile.", outlet="Daily Star").claims
    assert [s.holder for c in claims if c.kind == "event" for s in c.chain] in ([], ["Daily Star"])


@pytest.mark.parametrize(
    ("text", "aux"),
    [
        ("Peru said that Chile had lied.", "asserted"),
        ("Peru did not say whether Chile had lied.", "negated"),
        ("Peru may say that Chile has lied.", "hypothetical"),
        ("Peru will say that Chile has lied.", "planned"),
        ("Peru has no plans to sign.", "negated"),
    ],
)
def test_what_is_not_yet_said_is_marked(reading: Read, text: str, aux: str) -> None:
    assert first(reading, text).aux.value == aux


@pytest.mark.parametrize(
    ("text", "forum", "audience"),
    [
        ("Ana Ruiz told reporters at a news conference that Peru had lied.", "press_conference", "reporters"),
        ("Ana Ruiz told Reuters in an interview that Peru had lied.", "interview", "Reuters"),
        ("“Peru has lied,” Ana Ruiz wrote on Twitter.", "social_media", None),
        ("Ana Ruiz told parliament that Peru had lied.", "parliament", "parliament"),
        ("In a letter to the council, Ana Ruiz said Peru had lied.", "letter", None),
        ("In a statement, Ana Ruiz said Peru had lied.", "statement", None),
        ("An official said on condition of anonymity that Peru had lied.", "on_background", None),
        ("Ana Ruiz said Peru had lied.", None, None),
        ("Ana Ruiz said the letter was late.", None, None),
    ],
)
def test_forum_and_audience_are_read_beside_the_cue(
    reading: Read, text: str, forum: str | None, audience: str | None
) -> None:
    claim = first(reading, text)
    part = claim.one("audience")
    assert isinstance(claim.payload, Statement)
    assert (claim.payload.forum, part.words if part else None) == (forum, audience)


def test_a_statement_is_about_the_actors_that_it_names(reading: Read) -> None:
    claim = first(reading, "The envoy said that Russia had sold tanks to Peru and that Russia would sell more.")
    assert [part.words for part in claim.all("about")] == ["Russia", "Peru"]


def test_the_pronoun_of_a_relative_clause_stands_beside_its_source(reading: Read) -> None:
    claim = first(reading, "The general, who said that Peru had lied, resigned.")
    source, pronoun = claim.one("source"), claim.one("pronoun")
    assert source is not None and pronoun is not None
    assert (source.words, pronoun.words) == ("The general", "who")


def test_a_transcript_gives_each_speaker_his_words(reading: Read) -> None:
    text = "MR. RUIZ: We will sign the treaty. It is good.\n\nIt is also cheap.\n\nQ: When?\n\nMR. RUIZ: I think soon."
    assert told(reading, text) == [
        ("MR. RUIZ", "We will sign the treaty. It is good.\n\nIt is also cheap."),
        ("Q", "When?"),
        ("MR. RUIZ", "I think soon."),
    ]


@pytest.mark.parametrize(
    ("text", "holder", "named", "plural"),
    [
        ("A senior official said that Peru had lied.", "official_unnamed", False, False),
        ("Military officials said that Peru had lied.", "military", False, True),
        ("Villagers said that Peru had lied.", "eyewitness", False, True),
        ("The letter said that Peru had lied.", "document", False, False),
        ("The newspaper said that Peru had lied.", "media", False, False),
        ("Analysts said that Peru had lied.", "expert_unnamed", False, True),
        ("Voters said that Peru had lied.", "public", False, True),
    ],
)
def test_a_holder_has_a_class(reading: Read, text: str, holder: str, named: bool, plural: bool) -> None:
    step = first(reading, text).chain[-1]
    assert (step.source_class, step.named, step.plural) == (holder, named, plural)
