"""Shares and concentration, with numbers worked by hand; and all that a share leaves out."""

from __future__ import annotations

from typing import Any

import pytest

from legation.corroborate.dependence import (
    OUTSIDE,
    SCOPE,
    UNDATED,
    UNPLACED,
    UNSIGNED,
    Asked,
    concentration,
    dependence,
    spans,
)
from legation.corroborate.portion import portions
from legation.record.deal import Stage
from legation.record.dependence import Dependence, Standing, Window
from legation.record.register import Entry
from tests.registers import entry

CHN = entry("a", "tank", supplier="CHN", delivered=8, years={2016: 3, 2018: 5}, claims=("c1",))
RUS = entry("b", delivered=4, years=[2017], order_year=2015, claims=("c2",))
ITA = entry("c", "AW139", supplier="ITA", ordered=2, order_year=2019, claims=("c3",))


def asked(*entries: Entry, **choice: Any) -> Dependence:
    return dependence(entries, Asked(**{"recipient": "PAK", "since": 2015, "until": 2019, **choice}), tellers={})


def window(*entries: Entry, **choice: Any) -> Window:
    (found,) = asked(*entries, **choice).windows
    return found


class TestShares:
    def test_shares_are_parts_of_all_items_and_of_all_deals(self) -> None:
        """8 + 4 + 2 = 14 items, 3 deals."""
        found = window(CHN, RUS, ITA)
        assert [(s.party, s.items, s.deals) for s in found.shares] == [("CHN", 8, 1), ("RUS", 4, 1), ("ITA", 2, 1)]
        assert [s.items_share for s in found.shares] == pytest.approx([8 / 14, 4 / 14, 2 / 14])
        assert [s.deals_share for s in found.shares] == pytest.approx([1 / 3] * 3)

    def test_delivered_and_ordered_items_are_told_apart(self) -> None:
        assert [(s.items_delivered, s.items_ordered) for s in window(CHN, ITA).shares] == [(8, 0), (0, 2)]

    def test_the_index_is_the_sum_of_squared_shares(self) -> None:
        """(64 + 16 + 4) / 196 = 0.4286 by items; 3 x 1/9 = 0.3333 by deals."""
        found = window(CHN, RUS, ITA)
        assert (found.items_hhi.value, found.deals_hhi.value) == (0.4286, 0.3333)
        assert found.items_hhi.standing is Standing.ALL

    def test_an_unknown_supplier_makes_it_a_lower_bound(self) -> None:
        """84 / 400 = 0.21 with 6 more items of nobody known; 3 / 16 = 0.1875 by deals."""
        found = window(CHN, RUS, ITA, entry("d", "Su-35", supplier=None, ordered=6, order_year=2018))
        assert (found.items_hhi.value, found.items_hhi.standing) == (0.21, Standing.AT_LEAST)
        assert (found.deals_hhi.value, found.unknown_party) == (0.1875, 1)

    def test_a_deal_without_a_number_counts_as_a_deal_and_the_index_is_no_bound(self) -> None:
        """Items 8 and 4 of 12: 80 / 144 = 0.5556; deals 3."""
        found = window(CHN, RUS, entry("d", supplier="USA", order_year=2016))
        assert (found.items_hhi.value, found.items_hhi.standing) == (0.5556, Standing.KNOWN_ONLY)
        assert (found.deals, found.without_number, found.deals_hhi.standing) == (3, 1, Standing.ALL)

    def test_a_sole_supplier_is_one_and_nobody_known_is_none(self) -> None:
        assert concentration({"CHN": 5}).value == 1
        assert concentration({None: 5}).value is None

    def test_recipients_of_a_supplier_are_shared_the_same_way(self) -> None:
        found = dependence(
            [CHN, RUS, entry("d", recipient="IND", delivered=12, years=[2016])], Asked(supplier="RUS"), tellers={}
        )
        assert found.parties == "recipients"
        assert [(s.party, s.items_share) for s in found.windows[0].shares] == [("IND", 0.75), ("PAK", 0.25)]

    def test_the_order_of_deals_changes_nothing(self) -> None:
        assert asked(CHN, RUS, ITA) == asked(ITA, CHN, RUS)


class TestWindows:
    def test_windows_end_with_the_last_year_and_the_earliest_is_cut(self) -> None:
        assert spans(2012, 2024, 5) == [(2012, 2014), (2015, 2019), (2020, 2024)]
        assert spans(1990, 2024, 5)[0] == (1990, 1994)

    def test_without_years_the_windows_are_whole_and_have_all_deals(self) -> None:
        found = asked(CHN, RUS, ITA, since=None, until=None, window=3)
        assert [(w.since, w.until, w.deals) for w in found.windows] == [(2014, 2016, 1), (2017, 2019, 3)]

    def test_deliveries_over_two_windows_fall_into_both(self) -> None:
        found = asked(CHN, since=2014, window=3).windows
        assert [(w.shares[0].items, w.deals) for w in found] == [(3, 1), (5, 1)]

    def test_origins_are_counted_once_over_all_deals(self) -> None:
        tellers = {"c1": "agency", "c2": "agency", "c3": "paper"}
        (found,) = dependence([CHN, RUS, ITA], Asked(recipient="PAK", since=2015, until=2019), tellers=tellers).windows
        assert (found.deals, found.origins, found.thin) == (3, 2, True)


class TestPortions:
    def test_a_number_without_years_of_its_own_is_spread_evenly(self) -> None:
        found = portions(entry(delivered=6, years=[2016, 2017, 2018]))
        assert [(p.year, p.number, p.spread) for p in found] == [(2016, 2, True), (2017, 2, True), (2018, 2, True)]

    def test_what_single_years_leave_open_goes_to_the_others(self) -> None:
        found = portions(entry(delivered=10, years={2016: 4, 2017: None}))
        assert [(p.number, p.spread) for p in found] == [(4, False), (6, False)]

    def test_the_number_of_the_deal_stands_where_years_exceed_it(self) -> None:
        assert [p.number for p in portions(entry(delivered=4, years={2016: 9, 2017: None}))] == [2, 2]

    def test_the_rest_of_an_order_is_not_counted_once_some_came(self) -> None:
        assert [(p.number, p.basis) for p in portions(entry(ordered=10, delivered=4, years=[2017]))] == [
            (4, "delivered")
        ]

    def test_items_delivered_in_a_year_not_told_stand_in_the_year_of_the_order(self) -> None:
        (found,) = portions(entry(delivered=4, order_year=2015))
        assert (found.year, found.number, found.by_order) == (2015, 4, True)

    def test_a_deal_without_any_year_has_no_part(self) -> None:
        assert portions(entry(delivered=4)) == ()


def test_what_is_left_out_is_counted_by_reason() -> None:
    found = asked(
        entry("a", stage=Stage.TALKS, placed=False, order_year=2016),
        entry("b", in_sipri_scope=False, order_year=2016),
        entry("c", ordered=4),
        entry("d", ordered=4, order_year=1999),
        entry("e", ordered=4, order_year=2016, recipient=None),
        entry("f", ordered=4, order_year=2016, recipient="IND"),
    )
    assert found.left_out == {UNSIGNED: 1, SCOPE: 1, UNDATED: 1, OUTSIDE: 1, UNPLACED.format(side="recipient"): 1}
    assert found.windows[0].deals == 0


def test_estimates_are_in_and_counted() -> None:
    found = window(CHN, entry("b", ordered=4, order_year=2016, order_is_estimate=True))
    assert (found.deals, found.estimated) == (2, 1)
