"""Attacks folded: what is one attack, what are two, and which number a policy makes of several."""

from __future__ import annotations

import pytest

from legation.corroborate.attack import incidents_of
from legation.corroborate.toll import Figure, tolls
from legation.extract.attack import attacks
from legation.extract.claim import extract
from legation.lexicon.load import load_lexicon
from legation.record.attack import Casualty
from legation.record.incident import Incident
from legation.record.span import Span
from legation.resolve.article import resolve
from tests.scenes import scene


def incidents(text: str) -> tuple[Incident, ...]:
    """The attacks that a text tells."""
    staged = scene(text)
    claims = extract([staged], [attacks])
    return incidents_of(resolve(staged.article, [staged.document], claims, load_lexicon()))


def figure(low: int, high: int | None, day: str | None = None, official: bool = False) -> Figure:
    """A figure of the dead as one report gives it."""
    words = f"{low} dead"
    row = Casualty(
        kind="killed", low=low, best=low, high=high, qualifier="exact", verbatim=words, span=Span(0, len(words))
    )
    return Figure(row, day, official)


def test_the_blast_is_the_bombing_told_before() -> None:
    (one,) = incidents("A bombing killed six people in Kabul on Monday. The blast also wounded 20 others.")
    assert [(t.kind, t.low) for t in one.tolls] == [("killed", 6), ("injured", 20)]


def test_attacks_in_two_states_are_two() -> None:
    found = incidents("A bombing killed six people in Kabul. Gunmen killed two policemen in Lima.")
    assert [i.country for i in found] == ["AFG", "PER"]


def test_another_attack_is_another() -> None:
    assert len(incidents("A bombing killed six people in Kabul. Another attack killed two guards.")) == 2


def test_a_second_bomb_is_another_attack() -> None:
    found = incidents(
        "A bomb killed six people at a market in Kabul. A second bomb killed three soldiers at a bus station in Kabul."
    )
    assert [i.toll("killed").best for i in found if i.toll("killed")] == [6, 3]  # type: ignore[union-attr]


def test_a_second_bomb_of_two_told_as_one_is_not_counted_again() -> None:
    (one,) = incidents("Two bombs killed nine people in Kabul. A second bomb killed three soldiers at a bus station.")
    toll = one.toll("killed")
    assert one.series and toll is not None and toll.best == 9


def test_an_attack_that_is_only_feared_is_none() -> None:
    assert incidents("Police fear that rebels may attack the market in Kabul.") == ()


def test_who_claims_it_and_who_is_blamed_are_both_kept() -> None:
    text = (
        "A bombing killed six people in Quetta. The Baloch Liberation Army claimed responsibility for the attack in a statement. "
        "Police blamed the Pakistani Taliban for the bombing."
    )
    (one,) = incidents(text)
    assert {(a.relation, a.group) for a in one.answers} == {
        ("claimed", "Baloch Liberation Army"),
        ("blamed", "Tehrik-i-Taliban Pakistan"),
    }
    assert one.certainty == "claimed"


@pytest.mark.parametrize(
    ("policy", "wanted"), [("ucdp", (9, 12, 12)), ("conservative", (9, 9, 9)), ("latest_official", (12, 12, 12))]
)
def test_a_policy_makes_one_number_of_two(policy: str, wanted: tuple[int, int, int]) -> None:
    (toll,) = tolls([figure(9, 9), figure(12, 12, official=True)], policy)
    assert (toll.low, toll.best, toll.high, toll.policy) == (*wanted, policy)


def test_a_toll_that_rises_over_days_is_revised() -> None:
    (toll,) = tolls([figure(6, 6, "2024-05-01"), figure(11, 11, "2024-05-02")], "ucdp")
    assert (toll.low, toll.best) == (11, 11)


def test_no_official_figure_is_none() -> None:
    (toll,) = tolls([figure(6, 6)], "latest_official")
    assert (toll.low, toll.best, toll.high) == (None, None, None)
