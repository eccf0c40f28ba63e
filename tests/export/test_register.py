"""The register as files: SIPRI's columns, the printed table, the UN Register's form; cells that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

import pytest

from legation.corroborate.deal import fold_deals
from legation.corroborate.register import entries
from legation.export.cell import line
from legation.export.registertable import cells, register_table
from legation.export.sipri import sipri_register
from legation.export.unroca import unroca
from legation.lexicon.load import load_lexicon
from legation.record.reading import Reading
from legation.record.register import Entry
from tests.deals import tells

LEXICON = load_lexicon()
SIPRI_COLUMNS = (
    "SIPRI AT Database ID,Supplier,Recipient,Designation,Description,Armament category,Order date,Order date is estimate,"
    "Numbers delivered,Numbers delivered is estimate,Delivery year,Delivery year is estimate,Status,SIPRI estimate,TIV deal unit,"
    "TIV delivery values,Local production"
)


def register(*readings: Reading) -> tuple[Entry, ...]:
    return entries(fold_deals(readings, LEXICON), LEXICON)


def table(lines: Iterable[str]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("\r\n".join(lines), newline="")))


LOTS = (
    tells("signed", number=8, signed="2015", condition="new"),
    tells("delivered_part", number=2, delivered="2016"),
    tells("delivered_part", number=3, delivered="2017"),
)


def test_the_header_is_the_seventeen_columns_of_sipri() -> None:
    assert next(sipri_register((), LEXICON)) == SIPRI_COLUMNS


def test_each_year_of_delivery_is_a_row_of_the_deal() -> None:
    found = table(sipri_register(register(*LOTS), LEXICON))
    assert [(r["Delivery year"], r["Numbers delivered"], r["Order date"], r["Status"]) for r in found] == [
        ("2016", "2", "2015", "New"), ("2017", "3", "2015", "New"),
    ]  # fmt: skip
    assert len({r["SIPRI AT Database ID"] for r in found}) == 1


def test_a_tiv_is_never_invented() -> None:
    found = table(sipri_register(register(*LOTS), LEXICON))
    assert {r[c] for r in found for c in ("SIPRI estimate", "TIV deal unit", "TIV delivery values")} == {""}


def test_a_deal_without_a_delivery_is_one_row_with_empty_cells() -> None:
    (found,) = table(sipri_register(register(tells("signed", signed="2015")), LEXICON))
    assert (found["Order date"], found["Numbers delivered"], found["Delivery year"]) == ("2015", "", "")


def test_estimates_are_marked_each_in_its_own_column() -> None:
    (found,) = table(sipri_register(register(tells("delivered_full", number=4, on="2017-08-30")), LEXICON))
    assert (found["Numbers delivered is estimate"], found["Delivery year is estimate"]) == ("No", "Yes")


def test_a_number_that_is_not_told_is_no_estimate_either() -> None:
    (found,) = table(sipri_register(register(tells("delivered_full", delivered="2017")), LEXICON))
    assert (found["Numbers delivered"], found["Numbers delivered is estimate"], found["Delivery year"]) == (
        "",
        "",
        "2017",
    )


def test_an_unknown_party_is_told_in_words() -> None:
    (found,) = table(sipri_register(register(tells("signed", supplier=None)), LEXICON))
    assert (found["Supplier"], found["Recipient"]) == ("unknown supplier", "Pakistan")


def test_uncertain_figures_stand_in_brackets_and_sure_ones_do_not() -> None:
    (entry,) = register(tells("signed", number=20, qualifier="about", on="2015-08-20"))
    assert cells(entry)[:4] == ("(20)", "Mi-35M", "attack helicopter", "(2015)")
    (sure,) = register(tells("signed", number=4, signed="2015-08"))
    assert cells(sure)[0] == "4" and cells(sure)[3] == "2015"


def test_the_table_groups_by_recipient_and_supplier() -> None:
    lines = list(register_table(register(tells("signed", "Su-35"), tells("signed", "Mi-35M")), LEXICON))
    assert [text for text in lines if text and not text.startswith("    ")] == ["Pakistan", "  from Russia"]


def test_the_table_says_what_is_out_of_scope_where_stages_are_asked_for() -> None:
    lines = register_table(register(tells("signed", "assault rifle")), LEXICON, stages=True)
    assert "out of scope (scope@small-arms)" in " ".join(" ".join(lines).split())


def test_control_characters_of_a_name_never_reach_the_table() -> None:
    text = "\n".join(register_table(register(tells("signed", "Zorb\u202elax\x1b[2J")), LEXICON))
    assert "\u202e" not in text and "\x1b" not in text


def test_the_un_form_has_deliveries_of_the_seven_categories_only() -> None:
    found = table(unroca(register(*LOTS, tells("delivered_full", "S-400"), tells("signed", "T-90")), LEXICON))
    assert [(r["Year"], r["Category"], r["Exporter"], r["Importer"], r["Number of items"]) for r in found] == [
        ("2016", "V", "Russia", "Pakistan", "2"), ("2017", "V", "Russia", "Pakistan", "3"),
    ]  # fmt: skip


def test_the_un_form_names_the_state_of_origin_and_the_way() -> None:
    made = tells("delivered_full", number=4, delivered="2017", supplier="USA", origin="RUS", via="ARE")
    (found,) = table(unroca(register(made), LEXICON))
    assert found["State of origin (if not exporter)"] == "Russia"
    assert found["Intermediate location (if any)"] == "United Arab Emirates"


def test_a_forecast_delivery_is_not_in_the_un_form() -> None:
    assert table(unroca(register(tells("delivered_full", delivered="2017", aux="planned")), LEXICON)) == []


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1"])
def test_a_cell_is_never_a_formula(words: str) -> None:
    (cell,) = next(csv.reader(io.StringIO(line([words]), newline="")))
    assert cell == f"'{words}"


@pytest.mark.parametrize("words", ['a "b"', "a,b", "a\nb", "a\r\nb", "plain"])
def test_a_cell_comes_back_as_it_was(words: str) -> None:
    assert next(csv.reader(io.StringIO(line([words, "x"]), newline=""))) == [words, "x"]
