"""Actors without a name of their own: the noun, the sector, the state."""

from __future__ import annotations

from collections import Counter

import msgspec
import pytest

from legation.lexicon.table import load_table
from legation.record.article import Article
from legation.record.link import Link
from legation.record.span import Span
from legation.resolve.unnamed import is_civil, link_unnamed, noun_of
from tests.make import article

SECTORS: dict[str, list[str]] = load_table("rules/unnamed.toml")["sectors"]


def named(made: Article, *names: tuple[str, str], kind: str = "state") -> list[Link]:
    """Links of those of the names that stand in the article, to the states given."""
    return [
        Link(
            article=made.id,
            span=Span(start, start + len(name)),
            words=name,
            sort="actor",
            target=iso3,
            name=name,
            kind=kind,
            country=iso3,
            score=1.0,
            reason="",
        )
        for name, iso3 in names
        if (start := made.text.find(name)) >= 0
    ]


def linked(text: str, words: str, *names: tuple[str, str], kind: str = "state") -> Link | None:
    """The link of the words in a text in which the names stand for the states given."""
    made = article(text)
    start = text.index(words)
    return link_unnamed(made, Span(start, start + len(words)), named(made, *names, kind=kind))


@pytest.mark.parametrize(
    ("words", "noun"),
    [
        ("police", "police"),
        ("The police", "police"),
        ("Turkish coal miners", "miner"),
        ("three policemen", "policeman"),
        ("Two women", "woman"),
        ("a court in Lima", "court"),
        ("thousands of farmers", "farmer"),
        ("members of a delegation", "member"),
        ("the head of the army", "army"),
        ("the authorities", "authority"),
        ("asylum-seekers", "asylum-seeker"),
        ("nurses from a hospital", "nurse"),
        ("the minister, a lawyer", "minister"),
        ("the bridge", None),
        ("Lima", None),
        ("policy", None),
        ("its courtyard", None),
    ],
)
def test_the_noun_of_a_phrase(words: str, noun: str | None) -> None:
    assert noun_of(words) == noun


def test_every_noun_of_the_table_is_found() -> None:
    assert [n for nouns in SECTORS.values() for n in nouns if noun_of(f"the {n}") != n.lower()] == []


@pytest.mark.parametrize(
    ("words", "noun"),
    [
        ("three aid workers", "aid worker"),
        ("Kenyan health workers", "health worker"),
        ("the lower house of Chad", "lower house"),
        ("a trade union", "trade union"),
        ("two NGOs", "ngo"),
    ],
)
def test_a_noun_of_two_words_or_in_capitals_is_found(words: str, noun: str) -> None:
    assert noun_of(words) == noun


def test_children_are_people() -> None:
    assert noun_of("three children") == "child"


def test_a_noun_has_one_sector() -> None:
    assert [n for n, count in Counter(n for nouns in SECTORS.values() for n in nouns).items() if count > 1] == []


def test_a_state_in_the_phrase_makes_the_target() -> None:
    link = linked("Peru freed Turkish coal miners.", "Turkish coal miners", ("Turkish", "TUR"), ("Peru", "PER"))
    assert link is not None
    assert (link.target, link.country, link.sector, link.kind) == ("TUR-LAB", "TUR", "LAB", "unnamed")
    assert (link.words, link.name, link.sort) == ("Turkish coal miners", "Turkish coal miners", "actor")
    assert "'miner'" in link.reason and "LAB" in link.reason


def test_a_body_of_a_state_lends_its_state_too() -> None:
    link = linked("Peru freed Turkish coal miners.", "Turkish coal miners", ("Turkish", "TUR"), kind="substate")
    assert link is not None and link.target == "TUR-LAB"


def test_a_company_lends_no_state() -> None:
    link = linked("Peru freed Turkish coal miners.", "Turkish coal miners", ("Turkish", "TUR"), kind="company")
    assert link is not None and link.country is None


def test_a_state_outside_the_phrase_says_nothing() -> None:
    link = linked("Peru freed the miners.", "the miners", ("Peru", "PER"))
    assert link is not None
    assert (link.country, link.sector) == (None, "LAB")
    assert link.target.startswith("unnamed:miner:")


def test_two_states_in_the_phrase_are_none() -> None:
    link = linked("Miners from Peru and Chile met.", "Miners from Peru and Chile", ("Peru", "PER"), ("Chile", "CHL"))
    assert link is not None and link.country is None


def test_an_unnamed_actor_is_of_its_article_alone() -> None:
    one, same, other = (linked(t, "the miners") for t in ("Peru freed the miners.",) * 2 + ("Oman freed the miners.",))
    assert one is not None and same is not None and other is not None
    assert one.target == same.target != other.target


def test_the_same_noun_is_the_same_actor_in_one_article() -> None:
    text = "Rebels fled. Peru chased the rebels."
    first, then = linked(text, "Rebels"), linked(text, "the rebels")
    assert first is not None and then is not None
    assert first.target == then.target


def test_a_thing_has_no_link() -> None:
    assert linked("Peru destroyed the bridge.", "the bridge") is None


@pytest.mark.parametrize(
    ("words", "civil"),
    [
        ("two Kenyan nurses", True),
        ("a newspaper in Kenya", True),
        ("Kenyan rebels", True),
        ("the Kenyan police", False),
        ("Kenyan soldiers", False),
        ("a court in Kenya", False),
        ("Kenyan lawmakers", False),
        ("the Kenyan ministry", False),
        ("the Kenyan bridge", False),
        ("two nurses", False),
    ],
)
def test_who_is_of_a_state_and_does_not_act_for_it(words: str, civil: bool) -> None:
    assert is_civil(words, Span(0, len(words)), named(article(words), ("Keny", "KEN"))) is civil


def test_a_body_of_a_state_or_a_state_behind_a_pronoun_makes_nobody_civil() -> None:
    words = "two Kenyan nurses"
    (state,) = named(article(words), ("Kenyan", "KEN"))
    for other in (
        msgspec.structs.replace(state, kind="substate"),
        msgspec.structs.replace(state, antecedent=Span(40, 45)),
        msgspec.structs.replace(state, span=Span(40, 45)),
    ):
        assert not is_civil(words, Span(0, len(words)), [other])
