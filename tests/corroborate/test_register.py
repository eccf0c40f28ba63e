"""The register: columns by rule, scope with its rule's id, comments from the fields."""

from __future__ import annotations

from typing import Any

import pytest

from legation.corroborate.deal import fold_deals
from legation.corroborate.register import entries, shown
from legation.lexicon.load import load_lexicon
from legation.record.reading import Reading
from legation.record.register import Entry
from tests.deals import tells

LEXICON = load_lexicon()


def rows(*readings: Reading) -> tuple[Entry, ...]:
    return entries(fold_deals(readings, LEXICON), LEXICON)


def row(*readings: Reading) -> Entry:
    (found,) = rows(*readings)
    return found


@pytest.mark.parametrize(
    ("weapon", "in_scope", "rule"),
    [
        ("Mi-35M", True, "scope@major-arms"),
        ("S-400", True, "scope@major-arms"),
        ("FGM-148 Javelin", True, "scope@major-arms"),
        ("assault rifle", False, "scope@small-arms"),
        ("ammunition", False, "scope@ammunition"),
        ("military equipment", False, "scope@services-and-equipment"),
        ("drone", True, "scope@uav-weight-unchecked"),
        ("mortar", True, "scope@artillery-calibre-unchecked"),
        ("Zorblax", False, "scope@weapon-not-known"),
    ],
)
def test_the_scope_is_told_with_the_rule_that_decides(weapon: str, in_scope: bool, rule: str) -> None:
    found = row(tells("signed", weapon))
    assert (found.in_sipri_scope, found.scope_rule) == (in_scope, rule)


@pytest.mark.parametrize(
    ("told", "rule"), [({"transfer_type": "transit"}, "transit"), ({"end_use": "civil use"}, "civil-use")]
)
def test_transit_and_civil_use_are_out_of_scope(told: dict[str, str], rule: str) -> None:
    assert row(tells("signed", **told)).scope_rule == f"scope@{rule}"


@pytest.mark.parametrize("stage", ["signed", "in_production", "delivered_part", "delivered_full", "in_service"])
def test_an_order_or_delivery_is_in_the_view_of_sipri(stage: str) -> None:
    assert shown(row(tells(stage)))


@pytest.mark.parametrize(
    "stage",
    [
        "interest",
        "talks",
        "request",
        "offer",
        "approved",
        "notified",
        "draft_contract",
        "suspended",
        "cancelled",
        "denied",
    ],
)
def test_what_is_no_order_yet_or_never_was_one_is_not(stage: str) -> None:
    assert not shown(row(tells(stage)))


@pytest.mark.parametrize("aux", ["planned", "hypothetical", "negated", "unlikely"])
def test_a_forecast_or_denial_of_an_order_is_not(aux: str) -> None:
    assert not shown(row(tells("signed", aux=aux)))


def test_small_arms_are_not_in_the_view_of_sipri_but_keep_their_row() -> None:
    assert [shown(e) for e in rows(tells("signed", "assault rifle"))] == [False]


@pytest.mark.parametrize(("undone", "shows"), [("suspended", True), ("cancelled", False)])
def test_an_order_that_was_suspended_stays_and_one_that_was_cancelled_goes(undone: str, shows: bool) -> None:
    assert shown(row(tells("signed", signed="2015"), tells(undone, when="2016-02-01"))) is shows


def test_a_cancelled_order_of_which_something_came_stays() -> None:
    part = tells("delivered_part", number=2, delivered="2016")
    assert shown(row(tells("signed", number=8, signed="2015"), part, tells("cancelled", when="2017-02-01")))


@pytest.mark.parametrize(
    ("condition", "status"),
    [("new", "New"), ("second_hand", "Second hand"), ("modernised", "Second hand but modernized"), (None, None)],
)
def test_the_state_of_the_goods_is_in_the_registers_words(condition: str | None, status: str | None) -> None:
    assert row(tells("signed", condition=condition)).status == status


def test_a_licence_is_local_production() -> None:
    assert row(tells("signed", transfer_type="licensed_production")).local_production


def test_a_forecast_has_no_year_of_order_and_its_number_is_an_estimate() -> None:
    found = row(tells("signed", number=4, aux="planned", on="2019-04-08"))
    assert (found.order_year, found.ordered, found.ordered_is_estimate) == (None, 4, True)


@pytest.mark.parametrize(
    ("told", "comment"),
    [
        (
            {"amount": 153e6, "currency": "USD", "value_kind": "contract"},
            "value USD 153 million (contract, told by one origin)",
        ),
        (
            {"amount": 2e9, "currency": "EUR", "bundled": True},
            "value EUR 2 billion (other items included, told by one origin)",
        ),
        ({"transfer_type": "aid"}, "aid"),
        ({"transfer_type": "licensed_production"}, "produced under licence"),
        ({"financing": "a Russian loan"}, "financing: a Russian loan"),
        ({"end_use": "border patrol"}, "for border patrol"),
        ({"batch": "second batch"}, 'batch told as "second batch"'),
        ({"notice": "16-45"}, "notice 16-45"),
        ({"due": "2019"}, "delivery due 2019"),
        ({"origin": "UKR"}, "made in Ukraine"),
        ({"via": "BLR"}, "through Belarus"),
        ({}, ""),
    ],
)
def test_a_comment_is_written_from_its_field(told: dict[str, Any], comment: str) -> None:
    assert row(tells("signed", **told)).comments == comment


def test_a_figure_of_the_talks_and_other_dates_are_in_the_comments() -> None:
    found = row(
        tells("talks", number=20, on="2014-01-01"),
        tells("signed", number=4, signed="2015-08", on="2015-08-20"),
        tells("signed", signed="2016-06", on="2017-08-30"),
    )
    assert found.comments == "earlier figure 20 (talks); order date also told as 2016-06"


def test_a_denial_of_an_order_is_in_the_comments() -> None:
    assert row(tells("signed", on="2015-01-01"), tells("denied", on="2015-01-05")).comments == "denied by some"


def test_a_row_leads_back_to_its_claims() -> None:
    reading = tells("signed")
    assert row(reading).claims == (reading.claims[0].id,)


def test_rows_stand_by_recipient_supplier_and_year_unknown_last() -> None:
    found = rows(
        tells("signed", "T-90", supplier=None, recipient="IND"),
        tells("signed", "Su-35", signed="2016"),
        tells("signed", "Mi-35M", signed="2015"),
        tells("signed", "S-400", recipient=None),
    )
    assert [(e.recipient, e.supplier, e.designation) for e in found] == [
        ("IND", None, "T-90"), ("PAK", "RUS", "Mi-35M"), ("PAK", "RUS", "Su-35"), (None, "RUS", "S-400"),
    ]  # fmt: skip
