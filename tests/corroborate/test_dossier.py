"""The golden dossier: nine articles on one order of helicopters, and the row of the register that they must come to.

The claims are made by hand, so that the folding is tested strictly; the articles are read as well, as far as the extraction goes.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from legation.corroborate.deal import fold_deals
from legation.corroborate.register import entries, shown
from legation.export.registertable import register_table
from legation.lexicon.load import load_lexicon
from legation.pipeline import Tools, fold, read_articles
from legation.read.source import read_paths
from legation.record.article import Article
from legation.record.deal import Deal
from legation.record.register import Entry
from tests.deals import tells

FOLDER = Path(__file__).parents[1] / "cases" / "dossier"
LEXICON = load_lexicon()
SELLER = {"supplier_entity": "Rosoboronexport", "recipient_entity": "Ministry of Defence"}
JUNE = {"on": "2014-06-02", "outlet": "Eastern Courier"}
ENVOY = {"on": "2014-11-12", "outlet": "Eastern Courier"}
JANES = {"on": "2014-11-13", "outlet": "Jane's Defence Weekly"}
DRAFT = {"on": "2015-06-18", "outlet": "Dawn", "agency": "TASS"}
SIGNED = {"on": "2015-08-20", "outlet": "vpk.name", "agency": "Interfax"}
PRICE = {"on": "2016-12-19", "outlet": "Jane's Defence Weekly"}
MORE = {"on": "2017-02-15", "outlet": "Katehon"}
CAME = {"on": "2017-08-30", "outlet": "Press TV"}
FORECAST = {"on": "2019-04-08", "outlet": "The Nation", "agency": "RIA Novosti", "aux": "planned"}
DOSSIER = [
    tells("talks", "Mi-35", **JUNE),
    tells("approved", "Mi-35", **ENVOY),
    tells("talks", number=20, qualifier="up_to", **JANES),
    tells("draft_contract", number=4, **DRAFT),
    tells("in_service", "Mi-17", **{**DRAFT, "supplier": "USA", "origin": "RUS"}),
    tells("signed", number=4, signed="2015-08", **SIGNED, **SELLER),
    tells(
        "signed", number=4, amount=153e6, currency="USD", value_kind="contract", due="2017", **PRICE, paper="Dunya News"
    ),
    tells("signed", signed="2015-08", **PRICE, agency="Interfax"),
    tells("interest", batch="more", **MORE, agency="Sputnik"),
    tells("interest", "S-400", **MORE, agency="Sputnik"),
    tells("signed", number=4, signed="2015-08", **MORE, agency="Interfax"),
    tells("delivered_full", number=4, delivered="2017-08", **CAME),
    tells("signed", signed="2016-06", **CAME),
    tells("signed", signed="2017-08", **CAME),
    tells("signed", amount=153e6, currency="USD", value_kind="contract", **CAME, paper="Dunya News"),
    tells("signed", "MiG-35", amount=9e9, currency="USD", **FORECAST),
    tells("signed", "Mi-26", **FORECAST),
]


@pytest.fixture(scope="module")
def deals() -> tuple[Deal, ...]:
    return fold_deals(DOSSIER, LEXICON)


@pytest.fixture(scope="module")
def deal(deals: tuple[Deal, ...]) -> Deal:
    (found,) = [d for d in deals if d.supplier == "RUS" and d.placed]
    return found


@pytest.fixture(scope="module")
def entry(deals: tuple[Deal, ...]) -> Entry:
    (found,) = [e for e in entries(deals, LEXICON) if e.supplier == "RUS" and shown(e)]
    return found


def test_the_order_is_one_row_of_the_register(entry: Entry) -> None:
    told = (entry.recipient, entry.designation, entry.description, entry.sipri_category, entry.unroca_category)
    assert told == ("PAK", "Mi-35M", "attack helicopter", "Aircraft", "V")


def test_its_order_is_dated_by_the_earliest_report_of_the_signing(deal: Deal, entry: Entry) -> None:
    taken = deal.taken("order_date")
    assert taken is not None and (taken.value, taken.rule) == ("2015-08", "order-date@earliest-report-of-signing")
    assert (entry.order_year, entry.order_is_estimate) == (2015, False)


def test_three_reports_of_one_agency_are_one_origin_of_the_date(deal: Deal) -> None:
    taken = deal.taken("order_date")
    assert taken is not None and (taken.documents, taken.origins) == (3, 1)


def test_the_other_dates_of_signing_are_kept(deal: Deal) -> None:
    assert [v.value for v in deal.rivals("order_date") if not v.reported_only] == ["2016-06", "2017-08"]


def test_the_number_is_the_contracts_and_that_of_the_talks_is_kept(deal: Deal, entry: Entry) -> None:
    assert (entry.ordered, entry.ordered_is_estimate) == (4, False)
    assert [(v.number, v.stage.value) for v in deal.rivals("ordered")] == [(20, "talks")]


def test_the_value_has_one_origin_though_two_outlets_print_it(deal: Deal, entry: Entry) -> None:
    taken = deal.taken("value")
    assert (entry.amount, entry.currency) == (153e6, "USD")
    assert taken is not None and (taken.documents, taken.origins) == (2, 1)


def test_four_came_in_2017(entry: Entry) -> None:
    assert (entry.delivered, entry.delivery_years, entry.stage.value) == (4, (2017,), "delivered_full")
    assert not (entry.delivered_is_estimate or entry.delivery_is_estimate)


def test_the_entities_that_signed_are_named(entry: Entry) -> None:
    assert (entry.supplier_entity, entry.recipient_entity) == ("Rosoboronexport", "Ministry of Defence")


def test_the_ladder_stands_in_time_order(deal: Deal) -> None:
    facts = [rung for rung in deal.stages if rung.basis != "reported" or rung.stage.value not in ("signed",)]
    assert [(r.stage.value, (r.date or "")[:7]) for r in facts] == [
        ("talks", "2014-06"), ("approved", "2014-11"), ("talks", "2014-11"), ("draft_contract", "2015-06"), ("signed", "2015-08"),
        ("signed", "2016-06"), ("signed", "2017-08"), ("delivered_full", "2017-08"),
    ]  # fmt: skip


def test_the_forecast_is_in_no_row_of_the_register_but_in_the_view_of_all(deals: tuple[Deal, ...]) -> None:
    found = {
        e.designation: (e.forecast, shown(e)) for e in entries(deals, LEXICON) if e.designation in ("MiG-35", "Mi-26")
    }
    assert found == {"MiG-35": (True, False), "Mi-26": (True, False)}


def test_the_wish_for_more_is_an_order_of_its_own_and_not_in_the_register(deals: tuple[Deal, ...]) -> None:
    found = [e for e in entries(deals, LEXICON) if e.stage.value == "interest"]
    assert [(e.designation, shown(e)) for e in found] == [("Mi-35M", False), ("S-400", False)]


def test_the_transport_helicopters_came_from_the_united_states_and_were_made_in_russia(deals: tuple[Deal, ...]) -> None:
    (found,) = [e for e in entries(deals, LEXICON) if e.designation == "Mi-17"]
    assert (found.supplier, found.origin_state) == ("USA", "RUS")


@pytest.mark.parametrize("view", ["sipri", "all"])
def test_the_table_is_as_accepted(deals: tuple[Deal, ...], view: str) -> None:
    wanted = [e for e in entries(deals, LEXICON) if view == "all" or shown(e)]
    table = "\n".join(register_table(wanted, LEXICON, stages=view == "all")) + "\n"
    assert table == (FOLDER / f"register-{view}.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def read_deals(tools: Tools) -> tuple[Deal, ...]:
    """The deals that the articles themselves come to."""
    articles = [a for a in read_paths([str(FOLDER / "articles.jsonl")]) if isinstance(a, Article)]
    assert len(articles) == 9
    return fold(read_articles(articles, tools)).deals


@pytest.fixture(scope="module")
def read(read_deals: tuple[Deal, ...]) -> Entry | None:
    """The row of the helicopters."""
    found = entries(read_deals, LEXICON)
    return next((e for e in found if e.designation == "Mi-35M" and e.supplier == "RUS" and shown(e)), None)


def test_the_articles_give_the_row_with_its_number(read: Entry | None) -> None:
    assert read is not None and (read.recipient, read.ordered, read.delivered) == ("PAK", 4, 4)


def test_the_articles_give_the_date_of_the_order(read: Entry | None) -> None:
    assert read is not None and (read.order_date or "")[:7] == "2015-08"


def test_the_articles_give_the_year_of_the_delivery(read: Entry | None) -> None:
    assert read is not None and read.delivery_years == (2017,)


def test_the_articles_give_the_value(read: Entry | None) -> None:
    assert read is not None and (read.amount, read.currency) == (153e6, "USD")


def test_the_articles_give_the_exporter(read: Entry | None) -> None:
    assert read is not None and read.supplier_entity == "Rosoboronexport"


def test_the_articles_give_the_figure_of_the_talks_as_an_earlier_one(
    read: Entry | None, read_deals: tuple[Deal, ...]
) -> None:
    (deal,) = [d for d in read_deals if read is not None and d.id == read.deal]
    value = deal.taken("value")
    assert [(v.number, v.stage.value) for v in deal.rivals("ordered")] == [(20, "talks")]
    assert value is not None and value.origins == 1


def test_the_articles_forecast_enters_no_row_of_the_register(read_deals: tuple[Deal, ...]) -> None:
    assert not [e for e in entries(read_deals, LEXICON) if e.designation in ("MiG-35", "Mi-26", "S-400") and shown(e)]
