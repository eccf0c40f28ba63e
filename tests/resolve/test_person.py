"""Persons: the office of the day, former afterwards, and the words beside the name where no table knows it."""

from __future__ import annotations

import pytest

from legation.record.link import Link
from tests.conftest import Read


def person(reading: Read, text: str, day: str | None = None) -> Link:
    links = reading(text, **({"published": day} if day else {})).links
    return next(x for x in links if x.kind == "person")


@pytest.mark.parametrize(
    ("day", "role", "sector"),
    [("2015-08-20", "Prime Minister", "GOV"), ("2018-03-01", "former Prime Minister", "ELI")],
)
def test_an_office_is_that_of_the_articles_day(reading: Read, day: str, role: str, sector: str) -> None:
    link = person(reading, "Nawaz Sharif spoke in Lahore about the treaty.", day)
    assert (link.target, link.country, link.role, link.sector) == ("nawaz-sharif", "PAK", role, sector)


def test_without_a_day_no_office_is_told(reading: Read) -> None:
    link = person(reading, "Nawaz Sharif spoke in Lahore about the treaty.")
    assert (link.country, link.role) == ("PAK", None)


def test_the_title_beside_the_name_is_kept(reading: Read) -> None:
    link = person(reading, "Former Prime Minister Nawaz Sharif spoke in Lahore.")
    assert (link.role, link.sector) == ("Former Prime Minister", "ELI")


def test_a_stranger_has_the_office_of_his_apposition(reading: Read) -> None:
    link = person(reading, "Tariq Belhaj, a former senior Pakistani diplomat, doubted the offer.")
    assert (link.country, link.sector, "diplomat" in (link.role or "")) == ("PAK", "ELI", True)


def test_a_surname_is_the_person_named_before(reading: Read) -> None:
    links = reading("Tariq Belhaj, a Pakistani diplomat, doubted the offer. Belhaj said so on Monday.").links
    assert {x.target for x in links if x.kind == "person"} == {"tariq-belhaj"}


def test_a_bare_surname_needs_the_state_or_the_day(reading: Read) -> None:
    links = reading("Merkel baked a cake for the fair.").links
    assert not any(x.target == "angela-merkel" for x in links)


def test_the_title_before_a_name_is_not_the_sentence_behind_it(reading: Read) -> None:
    links = reading("The Vice President, Owen Carver, said on Friday that the minister had agreed.").links
    assert {x.role for x in links if x.words == "Owen Carver"} == {"Vice President"}


@pytest.mark.parametrize("words", ["COVID-19", "ET"])
def test_what_has_figures_or_is_an_abbreviation_is_no_person(reading: Read, words: str) -> None:
    links = reading(f"Peru lifted its rules against {words} on Monday. Chile kept {words} as its reason.").links
    assert not [x for x in links if x.words == words and x.kind == "person"]
