"""Which deal of the record is which of a reference: points, what rules a pair out, one to one, ties."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from legation.corroborate.pair import pairs
from legation.lexicon.load import load_lexicon
from legation.record.comparison import Pair
from legation.record.listed import Listed
from legation.record.register import Entry
from tests.registers import entry, listed

LEXICON = load_lexicon()


def paired(entries: list[Entry], deals: list[Listed]) -> dict[str, str]:
    """Ours with theirs, by id."""
    return {pair.ours.deal: pair.theirs.id for pair in pairs(entries, deals, LEXICON)}


def points(mine: dict[str, Any], other: dict[str, Any]) -> dict[str, int] | None:
    """The points of a pair by feature, None where it is none."""
    found: tuple[Pair, ...] = pairs([entry(**mine)], [listed(**other)], LEXICON)
    return {f.name: f.score for f in found[0].features} if found else None


class TestPoints:
    def test_the_same_deal_has_all_points_and_each_has_a_reason(self) -> None:
        mine, other = entry(ordered=4, order_year=2015), listed(delivered=4, order_year=2015)
        (pair,) = pairs([mine], [other], LEXICON)
        assert pair.score == 3 + 3 + 4 + 2 + 2 == sum(f.score for f in pair.features)
        assert [f.reason for f in pair.features] == [
            "both to PAK", "ordered 2015, there 2015", "the same weapon: mi-35m", "both from RUS", "4, there 4",
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("mine", "other", "score"),
        [
            ("Mi-35M", "Mi-35M/Hind", 4),
            ("Mi-24", "Mi-35M", 3),
            ("Mi-35M", "Mi-24V", 2),
            ("Zorblax 9", "Zorblax-9", 4),
        ],
    )
    def test_a_weapon_counts_by_how_near_the_names_come(self, mine: str, other: str, score: int) -> None:
        found = points({"designation": mine, "order_year": 2015}, {"designation": other, "order_year": 2015})
        assert found is not None and found["weapon"] == score

    def test_a_kind_of_weapon_is_little_and_needs_a_year_or_a_number(self) -> None:
        mine = {"designation": "helicopter", "weapon": "kind:transport_helicopter"}
        assert points(mine, {"order_year": 2015}) is None
        found = points({**mine, "order_year": 2015}, {"order_year": 2015})
        assert found is not None and found["weapon"] == 1

    def test_two_weapons_of_one_kind_are_two(self) -> None:
        same = {"order_year": 2015}
        assert points({"designation": "Mi-35M", **same}, {"designation": "AH-1Z", **same}) is None

    @pytest.mark.parametrize(("year", "score"), [(2015, 2), (2016, 1), (2012, 0)])
    def test_a_year_counts_by_its_distance(self, year: int, score: int) -> None:
        found = points({"order_year": 2015}, {"order_year": year})
        assert found is not None and found["year"] == score

    def test_beyond_the_window_it_is_another_deal_unless_a_year_is_an_estimate(self) -> None:
        assert points({"order_year": 2015}, {"order_year": 2010}) is None
        assert points({"order_year": 2015}, {"order_year": 2010, "order_is_estimate": True}) is not None

    def test_without_an_order_the_nearest_years_decide(self) -> None:
        assert points({"years": [2017]}, {"order_year": 2015}) is not None
        assert points({"years": [1987]}, {"order_year": 2015}) is None

    def test_another_recipient_rules_a_pair_out(self) -> None:
        assert (
            points({"order_year": 2015, "ordered": 4}, {"order_year": 2015, "delivered": 4, "recipient": "IND"}) is None
        )

    def test_another_supplier_speaks_against_it_unless_all_else_is_the_same(self) -> None:
        mine, other = {"order_year": 2015, "ordered": 4}, {"order_year": 2015, "supplier": "USA"}
        assert points(mine, other) is None
        assert points(mine, {**other, "delivered": 4}) is not None

    def test_the_maker_of_what_another_supplied_counts(self) -> None:
        found = points({"supplier": "USA", "origin_state": "RUS", "order_year": 2015}, {"order_year": 2015})
        assert found is not None and found["supplier"] == 1

    def test_a_state_carries_on_the_former_one(self) -> None:
        found = points({"order_year": 1991}, {"order_year": 1991, "supplier": "SUN"})
        assert found is not None and found["supplier"] == 2

    def test_a_supplier_that_the_file_calls_unknown_is_open(self) -> None:
        found = points({"order_year": 2015}, {"order_year": 2015, "supplier": None})
        assert found is not None and found["supplier"] == 0

    @pytest.mark.parametrize(("number", "score"), [(100, 2), (110, 1), (150, 0), (300, -1), (None, 0)])
    def test_a_number_counts_by_its_ratio(self, number: int | None, score: int) -> None:
        found = points({"order_year": 2015, "ordered": 100}, {"order_year": 2015, "delivered": number})
        assert found is not None and found["number"] == score


class TestOneToOne:
    def test_each_deal_is_in_one_pair_the_best_first(self) -> None:
        mine = [entry("a", order_year=2015, ordered=4), entry("b", order_year=2016, ordered=12)]
        other = [listed("1", order_year=2016, delivered=12), listed("2", order_year=2015, delivered=4)]
        assert paired(mine, other) == {"a": "2", "b": "1"}

    def test_the_sum_goes_before_the_nearer_year(self) -> None:
        other = [listed("1", order_year=2015, delivered=40), listed("2", order_year=2016, delivered=4)]
        assert paired([entry(order_year=2015, ordered=4)], other) == {"d1": "2"}

    def test_a_deal_too_many_stays_alone(self) -> None:
        assert paired([entry("a", order_year=2015), entry("b", order_year=2016)], [listed(order_year=2016)]) == {
            "b": "1"
        }

    def test_a_tie_goes_to_the_earlier_line_and_is_told(self) -> None:
        found = pairs([entry(order_year=2015)], [listed("2", order_year=2015), listed("1", order_year=2015)], LEXICON)
        assert (found[0].theirs.id, found[0].rivals) == ("1", ("2",))

    def test_the_order_of_either_side_changes_nothing(self) -> None:
        mine = [entry("a", order_year=2015), entry("b", order_year=2015), entry("c", "Mi-17", order_year=2015)]
        other = [listed("1", order_year=2015), listed("2", order_year=2016), listed("3", "Mi-171", order_year=2015)]
        found = {
            tuple(sorted(paired(list(m), list(o)).items())) for m in permutations(mine) for o in permutations(other)
        }
        assert found == {(("a", "1"), ("b", "2"), ("c", "3"))}
