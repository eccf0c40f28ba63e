"""Deals: which claims are of one deal, the rung it stands on, the value taken of several, and the rivals kept."""

from __future__ import annotations

import pytest

from legation.corroborate.deal import fold_deals
from legation.lexicon.load import load_lexicon
from legation.record.deal import Deal, Stage
from legation.record.reading import Reading
from tests.deals import tells


def deals(*readings: Reading) -> tuple[Deal, ...]:
    return fold_deals(readings, load_lexicon())


def deal(*readings: Reading) -> Deal:
    (found,) = deals(*readings)
    return found


def by_weapon(*readings: Reading) -> dict[str, int]:
    """How many claims each deal has, by its weapon."""
    return {found.weapon: len(found.claims) for found in deals(*readings)}


class TestWeapons:
    @pytest.mark.parametrize("name", ["Mi-24", "Mi-35"])
    def test_a_claim_on_the_family_or_type_joins_the_deal_on_the_variant(self, name: str) -> None:
        assert by_weapon(tells("signed", "Mi-35M"), tells("talks", name)) == {"mi-35m": 2}

    def test_a_claim_on_the_family_stays_its_own_where_two_variants_compete(self) -> None:
        found = by_weapon(tells("signed", "Mi-35M"), tells("signed", "Mi-24V"), tells("talks", "Mi-24"))
        assert found == {"mi-35m": 1, "mi-24v": 1, "mi-24": 1}

    def test_a_claim_on_the_type_joins_the_variant_below_it_though_another_line_competes(self) -> None:
        found = by_weapon(tells("signed", "Mi-35M"), tells("signed", "Mi-24V"), tells("talks", "Mi-35"))
        assert found == {"mi-35m": 2, "mi-24v": 1}

    def test_a_plain_noun_joins_the_only_deal_of_its_kind_between_the_two(self) -> None:
        assert by_weapon(tells("signed", "Mi-35M"), tells("delivered_full", "helicopter")) == {"mi-35m": 2}

    def test_a_plain_noun_stays_its_own_where_two_deals_are_of_its_kind(self) -> None:
        found = by_weapon(tells("signed", "Mi-35M"), tells("signed", "Mi-17"), tells("talks", "helicopter"))
        assert found == {"mi-35m": 1, "mi-17": 1, "kind:transport_helicopter": 1}

    def test_a_plain_noun_of_another_kind_stays_its_own(self) -> None:
        assert len(deals(tells("signed", "Mi-35M"), tells("signed", "tank"))) == 2

    def test_a_plain_noun_told_of_decades_later_stays_its_own(self) -> None:
        assert len(deals(tells("signed", "Mi-35M", signed="1990"), tells("talks", "helicopter", on="2015-01-01"))) == 2

    def test_a_name_that_no_list_has_makes_a_deal_of_its_own(self) -> None:
        assert by_weapon(tells("signed", "Zorblax"), tells("signed", "Mi-35M")) == {"zorblax": 1, "mi-35m": 1}


class TestParties:
    def test_a_claim_without_a_supplier_joins_the_only_deal_that_fits(self) -> None:
        assert len(deal(tells("signed"), tells("talks", supplier=None)).claims) == 2

    def test_a_claim_without_a_supplier_stays_its_own_where_two_deals_fit(self) -> None:
        found = deals(tells("signed"), tells("signed", supplier="BLR"), tells("talks", supplier=None))
        assert sorted(str(d.supplier) for d in found) == ["BLR", "None", "RUS"]

    def test_a_claim_without_a_recipient_never_joins_the_deal_of_another_supplier(self) -> None:
        assert len(deals(tells("signed"), tells("talks", supplier="CHN", recipient=None))) == 2

    def test_a_state_sells_nothing_to_itself(self) -> None:
        assert deals(tells("signed", supplier="PAK")) == ()


class TestOrders:
    def test_a_second_batch_is_another_order(self) -> None:
        found = deals(tells("signed", number=4), tells("signed", number=6, batch="second batch"))
        assert sorted((d.ordered, d.apart) for d in found) == [(4, None), (6, "order@batch-words")]

    def test_the_first_batch_is_the_order_itself(self) -> None:
        assert len(deals(tells("signed", number=4), tells("signed", number=4, batch="first batch"))) == 1

    def test_a_second_batch_that_only_arrives_is_a_lot_of_the_one_order(self) -> None:
        assert len(deals(tells("signed", number=8), tells("delivered_part", number=4, batch="second batch"))) == 1

    def test_orders_of_other_quantities_years_apart_are_two(self) -> None:
        found = deals(tells("signed", number=4, signed="2010"), tells("signed", number=6, signed="2015"))
        assert {d.apart for d in found} == {None, "order@years-apart"}

    @pytest.mark.parametrize(("number", "year"), [(4, "2015"), (6, "2011"), (None, "2015")])
    def test_the_same_quantity_or_a_near_year_or_no_number_is_one_order(self, number: int | None, year: str) -> None:
        assert len(deals(tells("signed", number=4, signed="2010"), tells("signed", number=number, signed=year))) == 1

    def test_an_order_signed_after_the_first_was_delivered_whole_is_another(self) -> None:
        found = deals(
            tells("signed", number=4, signed="2015-08"),
            tells("delivered_full", number=4, delivered="2016-03"),
            tells("signed", number=4, signed="2017-05"),
        )
        assert {d.apart for d in found} == {None, "order@after-full-delivery"}

    def test_an_order_signed_after_a_part_delivery_is_the_same(self) -> None:
        first = tells("signed", number=8, signed="2015-08")
        assert (
            len(deals(first, tells("delivered_full", number=2, delivered="2016"), tells("signed", signed="2017"))) == 1
        )

    def test_a_delivery_goes_to_the_order_of_its_own_figure(self) -> None:
        found = deals(
            tells("signed", number=4, signed="2010"),
            tells("signed", number=6, signed="2015"),
            tells("delivered_full", number=4, on="2016-01-01"),
        )
        assert {d.ordered: d.received for d in found} == {4: 4, 6: None}

    def test_talks_before_an_order_are_of_that_order(self) -> None:
        found = deals(
            tells("signed", number=4, signed="2010"),
            tells("signed", number=6, signed="2015"),
            tells("talks", on="2013-01-01"),
        )
        assert {d.ordered: len(d.claims) for d in found} == {4: 1, 6: 2}


class TestStage:
    def test_the_highest_rung_told_as_a_fact_is_the_deals(self) -> None:
        assert deal(tells("talks"), tells("signed"), tells("offer")).stage is Stage.SIGNED

    @pytest.mark.parametrize("aux", ["planned", "hypothetical", "unlikely", "negated"])
    def test_what_is_no_fact_never_makes_a_deal_delivered(self, aux: str) -> None:
        found = deal(tells("signed", number=4), tells("delivered_full", number=9, amount=5e6, aux=aux))
        assert (found.stage, found.ordered, found.received, found.amount) == (Stage.SIGNED, 4, None, None)

    def test_a_denial_takes_back_talks(self) -> None:
        assert deal(tells("talks", on="2015-01-01"), tells("denied", on="2015-01-05")).stage is Stage.DENIED

    def test_a_denial_takes_no_order_back(self) -> None:
        found = deal(tells("signed", on="2015-01-01"), tells("denied", on="2015-01-05"))
        assert (found.stage, found.placed) == (Stage.SIGNED, True)

    def test_a_later_suspension_wins_over_an_earlier_order(self) -> None:
        assert deal(tells("signed", signed="2015"), tells("suspended", when="2016-02-01")).stage is Stage.SUSPENDED

    def test_a_late_report_that_repeats_the_signing_takes_no_suspension_back(self) -> None:
        found = deal(
            tells("signed", on="2015-08-20"), tells("suspended", when="2016-02-01"), tells("signed", on="2019-01-01")
        )
        assert found.stage is Stage.SUSPENDED

    def test_a_delivery_after_the_suspension_takes_it_back(self) -> None:
        found = deal(tells("suspended", when="2016-02-01"), tells("delivered_part", delivered="2017"))
        assert found.stage is Stage.DELIVERED_PART

    def test_the_rungs_stand_in_time_order_with_what_their_dates_rest_on(self) -> None:
        found = deal(
            tells("delivered_full", delivered="2017", on="2018-01-01"),
            tells("talks", on="2014-06-01"),
            tells("signed", signed="2015-08", on="2015-08-20"),
        )
        assert [(r.stage.value, r.date, r.precision, r.basis) for r in found.stages] == [
            ("talks", "2014-06-01", "day", "reported"),
            ("signed", "2015-08", "month", "signed"),
            ("delivered_full", "2017", "year", "delivered"),
        ]

    def test_a_delivery_that_tells_its_signing_is_two_rungs(self) -> None:
        found = deal(tells("delivered_full", signed="2016-06", delivered="2017"))
        assert [r.stage.value for r in found.stages] == ["signed", "delivered_full"]

    def test_a_week_in_one_month_is_no_finer_than_the_month(self) -> None:
        found = deal(tells("signed", signed="2015-08-10", when=("2015-08-10", "2015-08-16")))
        assert found.order_date == "2015-08"

    def test_what_is_only_planned_is_a_forecast(self) -> None:
        found = deal(tells("signed", aux="planned"))
        assert (found.standing, found.placed, found.aux) == ("forecast", False, "planned")


class TestValues:
    def test_the_figure_of_the_contract_wins_over_an_earlier_one_of_more_origins(self) -> None:
        found = deal(
            tells("talks", number=20, outlet="Dawn"),
            tells("talks", number=20, outlet="Haaretz"),
            tells("signed", number=4),
        )
        taken = found.taken("ordered")
        assert taken is not None and (taken.value, taken.rule) == ("4", "quantity@contract-stage")
        assert [(v.value, v.stage.value, v.origins) for v in found.rivals("ordered")] == [("20", "talks", 2)]

    def test_of_two_contract_figures_the_one_of_most_origins_is_taken(self) -> None:
        found = deal(
            tells("signed", number=6, outlet="Dawn"),
            tells("signed", number=4, outlet="Haaretz"),
            tells("signed", number=4, outlet="Janes"),
        )
        assert found.ordered == 4

    def test_a_value_repeated_from_one_origin_adds_nothing(self) -> None:
        found = deal(
            tells("signed", number=6, outlet="Dawn", agency="TASS"),
            tells("signed", number=6, outlet="Haaretz", agency="TASS"),
            tells("signed", number=4, outlet="Janes"),
            tells("signed", number=4, outlet="Reuters"),
        )
        assert {v.value: (v.documents, v.origins) for v in found.values if v.field == "ordered"} == {
            "4": (2, 2),
            "6": (2, 1),
        }
        assert found.ordered == 4

    def test_the_order_date_is_that_of_the_earliest_report_and_rivals_stay(self) -> None:
        found = deal(
            tells("signed", signed="2016-06", on="2017-08-30"), tells("signed", signed="2015-08", on="2015-08-20")
        )
        assert (found.order_date, [v.value for v in found.rivals("order_date")]) == ("2015-08", ["2016-06"])

    def test_a_date_that_the_words_give_wins_over_a_day_of_publication(self) -> None:
        found = deal(tells("signed", on="2015-08-20"), tells("signed", signed="2014", on="2018-01-01"))
        assert found.order_date == "2014"

    def test_a_finer_date_of_the_same_year_is_taken(self) -> None:
        found = deal(
            tells("signed", signed="2015", on="2015-08-20"), tells("signed", signed="2015-08", on="2016-01-01")
        )
        assert found.order_date == "2015-08"

    def test_a_date_known_only_by_its_report_is_an_estimate(self) -> None:
        taken = deal(tells("signed", on="2015-08-20")).taken("order_date")
        assert taken is not None and (taken.value, taken.is_estimate) == ("2015-08-20", True)

    def test_without_any_date_there_is_none(self) -> None:
        assert deal(tells("signed")).order_date is None

    @pytest.mark.parametrize(("qualifier", "estimate"), [("exact", False), ("about", True), ("up_to", True)])
    def test_a_vague_number_is_an_estimate(self, qualifier: str, estimate: bool) -> None:
        taken = deal(tells("signed", number=4, qualifier=qualifier)).taken("ordered")
        assert taken is not None and taken.is_estimate is estimate

    def test_a_figure_of_talks_is_an_estimate_of_the_order(self) -> None:
        taken = deal(tells("talks", number=20), tells("signed")).taken("ordered")
        assert taken is not None and (taken.number, taken.is_estimate) == (20, True)

    def test_the_sum_of_most_origins_is_taken_and_its_rival_kept(self) -> None:
        found = deal(
            tells("signed", amount=2e8, currency="USD", outlet="Dawn"),
            tells("signed", amount=1.53e8, currency="USD", outlet="Haaretz"),
            tells("signed", amount=1.53e8, currency="USD", outlet="Janes"),
        )
        assert (found.amount, [v.number for v in found.rivals("value")]) == (1.53e8, [2e8])

    def test_a_ceiling_never_wins_over_the_sum_of_a_contract(self) -> None:
        found = deal(
            tells("notified", amount=9e8, currency="USD", value_kind="ceiling", outlet="Dawn"),
            tells("notified", amount=9e8, currency="USD", value_kind="ceiling", outlet="Haaretz"),
            tells("signed", amount=7e8, currency="USD", value_kind="contract", outlet="Janes"),
        )
        assert (found.amount, found.value_kind) == (7e8, "contract")

    def test_entities_are_kept_beside_the_states(self) -> None:
        found = deal(tells("signed", supplier_entity="Rosoboronexport", recipient_entity="Ministry of Defence"))
        assert (found.supplier_entity, found.recipient_entity) == ("Rosoboronexport", "Ministry of Defence")

    def test_the_state_of_origin_is_kept_where_another_supplies(self) -> None:
        assert deal(tells("delivered_full", "Mi-17", supplier="USA", origin="RUS")).origin_state == "RUS"


class TestDeliveries:
    def test_lots_of_different_dates_are_added_up(self) -> None:
        found = deal(
            tells("signed", number=8),
            tells("delivered_part", number=2, delivered="2016"),
            tells("delivered_part", number=3, delivered="2017"),
        )
        taken = found.taken("delivered")
        assert taken is not None and (taken.number, taken.rule, taken.is_estimate) == (5, "delivered@lots", True)
        assert [(d.year, d.number) for d in found.deliveries] == [(2016, 2), (2017, 3)]

    def test_the_same_lot_told_twice_is_one(self) -> None:
        found = deal(
            tells("delivered_part", number=2, delivered="2016", outlet="Dawn"),
            tells("delivered_part", number=2, delivered="2016", outlet="Janes"),
        )
        assert found.received == 2

    def test_lots_never_come_to_more_than_was_ordered(self) -> None:
        found = deal(
            tells("signed", number=4),
            tells("delivered_part", number=2, delivered="2016"),
            tells("delivered_part", number=4, delivered="2017"),
        )
        assert found.received == 4

    def test_a_full_delivery_of_fewer_than_the_contract_is_a_lot(self) -> None:
        found = deal(tells("signed", number=24), tells("delivered_full", number=6, delivered="2017"))
        assert (found.stage, found.received) == (Stage.DELIVERED_PART, 6)

    def test_a_full_delivery_without_a_number_is_all_that_was_ordered_as_an_estimate(self) -> None:
        taken = deal(tells("signed", number=4), tells("delivered_full", delivered="2017")).taken("delivered")
        assert taken is not None and (taken.number, taken.is_estimate, taken.rule) == (4, True, "delivered@all-ordered")

    def test_a_year_known_only_by_its_report_is_an_estimate(self) -> None:
        (only,) = deal(tells("delivered_full", number=4, on="2017-08-30")).deliveries
        assert (only.year, only.year_is_estimate) == (2017, True)

    def test_what_is_in_service_gives_no_year_of_delivery(self) -> None:
        assert deal(tells("in_service", number=40, on="2017-08-30")).deliveries == ()
