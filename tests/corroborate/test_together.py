"""One attack in many articles: joined by country, day, place or victim; never by a country and a day alone."""

from __future__ import annotations

import random

import pytest

from legation.corroborate.attack import fold_attacks
from legation.corroborate.toll import POLICIES
from legation.pipeline import Tools, read_articles
from legation.record.reading import Reading
from tests.make import article

REPORTS = (
    ("Baltic Wire", "2024-03-05", "A bomb killed six people at a market in Quetta, Pakistan, on Tuesday, police said."),
    ("Meridian", "2024-03-06", "At least nine people were killed when a bomb exploded at a market in Quetta, Pakistan, on Tuesday, officials said."),
    ("Aegean Courier", "2024-03-06", "A bomb in Quetta, Pakistan, killed 11 people on Tuesday. The Baloch Liberation Army claimed responsibility for the attack."),
    ("Baltic Wire", "2024-03-06", "Gunmen killed two policemen in Peshawar, Pakistan, on Tuesday, police said."),
    ("Meridian", "2024-03-20", "A bomb killed three people at a market in Quetta, Pakistan, on Monday, police said."),
)  # fmt: skip


@pytest.fixture(scope="module")
def readings(tools: Tools) -> list[Reading]:
    return read_articles([article(text, outlet=outlet, published=day) for outlet, day, text in REPORTS], tools)


def test_three_reports_are_one_attack_and_its_counts(readings: list[Reading]) -> None:
    found = {i.day: i for i in fold_attacks(readings) if i.place == "Quetta"}
    assert sorted(found) == ["2024-03-05", "2024-03-18"]
    assert (found["2024-03-05"].documents, found["2024-03-05"].outlets) == (3, 3)


def test_another_town_on_the_same_day_is_another_attack(readings: list[Reading]) -> None:
    assert [i.place for i in fold_attacks(readings) if i.day == "2024-03-05"].count("Peshawar") == 1


def test_the_toll_is_revised_and_the_policy_named(readings: list[Reading]) -> None:
    (attack,) = [i for i in fold_attacks(readings, "ucdp") if i.documents == 3]
    toll = attack.toll("killed")
    assert toll is not None and (toll.low, toll.best, toll.policy) == (9, 11, "ucdp")


@pytest.mark.parametrize("policy", list(POLICIES))
def test_every_policy_is_printed_with_its_number(readings: list[Reading], policy: str) -> None:
    assert {t.policy for i in fold_attacks(readings, policy) for t in i.tolls} == {policy}


def test_the_claimant_of_one_report_is_the_attacks(readings: list[Reading]) -> None:
    (attack,) = [i for i in fold_attacks(readings) if i.documents == 3]
    assert "Baloch Liberation Army" in attack.claimants


@pytest.mark.parametrize("seed", range(5))
def test_order_and_repeats_change_nothing(readings: list[Reading], seed: int) -> None:
    shuffled = [*readings, readings[0]]
    random.Random(seed).shuffle(shuffled)
    assert fold_attacks(shuffled) == fold_attacks(readings)


def test_without_a_window_only_the_same_day_is_joined(readings: list[Reading]) -> None:
    assert len(fold_attacks(readings, window=0)) == len(fold_attacks(readings, window=1)) == 3
