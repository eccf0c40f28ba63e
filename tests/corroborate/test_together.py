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
    assert set(found) == {"2024-03-05", "2024-03-18"}
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


def _fold(tools: Tools, *told: tuple[str, str, str]) -> list[tuple[str | None, int | None, int]]:
    """Day, dead and documents of the attacks that articles tell, by day and dead."""
    made = read_articles([article(text, outlet=outlet, published=day) for outlet, day, text in told], tools)
    found = [(i.day, toll.best if (toll := i.toll("killed")) else None, i.documents) for i in fold_attacks(made)]
    return sorted(found, key=str)


def test_a_bomb_a_day_in_one_town_is_not_one_attack(tools: Tools) -> None:
    days = ("Monday", "Tuesday", "Wednesday", "Thursday")
    told = [
        (
            "Baltic Wire",
            f"2024-03-0{n + 5}",
            f"A bomb killed {n + 2} people in Quetta, Pakistan, on {day}, police said.",
        )
        for n, day in enumerate(days)
    ]
    assert [dead for _, dead, _ in _fold(tools, *told)] == [2, 3, 4, 5]


def test_what_one_article_tells_apart_is_not_joined_by_another(tools: Tools) -> None:
    two = "A bomb killed six people at a market in Quetta, Pakistan, on Tuesday. A second bomb killed three soldiers at a bus station in Quetta."
    one = "A bomb killed six people at a market in Quetta, Pakistan, on Tuesday, officials said."
    found = _fold(tools, ("Baltic Wire", "2024-03-06", two), ("Meridian", "2024-03-06", one))
    assert sorted((dead, documents) for _, dead, documents in found) == [(3, 1), (6, 2)]


def test_reports_that_differ_by_a_day_are_one_attack_where_a_victim_is_the_same(tools: Tools) -> None:
    first = "Gunmen shot dead the journalist Rosa Quispe in Lima, Peru, on Monday, police said."
    second = "Gunmen shot dead the journalist Rosa Quispe in Lima, Peru, on Tuesday, officials said."
    assert [n for *_, n in _fold(tools, ("Meridian", "2024-03-06", first), ("Baltic Wire", "2024-03-06", second))] == [
        2
    ]
