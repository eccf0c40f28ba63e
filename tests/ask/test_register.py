"""The question "register": from the store, narrowed by party, year and view."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import legation
from legation.cli.app import main
from legation.errors import AskError
from legation.pipeline import fold
from legation.store.open import open_store
from legation.store.view import load_deals, load_readings
from legation.store.write import write, write_record
from tests.deals import tells

READINGS = [
    tells("signed", number=4, signed="2015-08", on="2015-08-20"),
    tells("signed", number=4, signed="2016-06", on="2017-08-30"),
    tells("delivered_full", "Su-35", supplier="RUS", recipient="IRN", delivered="2021"),
    tells("talks", "F-16", supplier="USA", recipient="PAK", on="2014-01-01"),
    tells("signed", "assault rifle", supplier="CHN", recipient="PAK", signed="2016"),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("register") / "r.duckdb")
    with open_store(path) as opened:
        write(opened, READINGS)
        write_record(opened, fold(load_readings(opened)))
    return path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_the_store_gives_back_the_deals_as_they_were_folded(store: str) -> None:
    with open_store(store, read_only=True) as opened:
        assert load_deals(opened) == fold(READINGS).deals


def test_a_store_without_kept_deals_is_folded_on_the_way(tmp_path: Path) -> None:
    path = str(tmp_path / "r.duckdb")
    with open_store(path) as opened:
        write(opened, READINGS)
        assert load_deals(opened) == fold(READINGS).deals


def test_the_view_of_sipri_has_orders_and_deliveries_in_scope(store: str) -> None:
    assert [e.designation for e in legation.register(store=store)] == ["Su-35", "Mi-35M"]


def test_the_view_of_all_has_every_deal(store: str) -> None:
    assert len(legation.register(store=store, view="all")) == 4


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"recipient": "PAK"}, ["Mi-35M"]),
        ({"recipient": "pak"}, ["Mi-35M"]),
        ({"supplier": "USA"}, []),
        ({"since": 2016}, ["Su-35"]),
        ({"since": 2015, "to": 2015}, ["Mi-35M"]),
        ({"to": 2014}, []),
    ],
)
def test_the_register_is_narrowed_by_party_and_year(store: str, wanted: dict[str, str], found: list[str]) -> None:
    assert [e.designation for e in legation.register(store=store, **wanted)] == found  # type: ignore[arg-type]


@pytest.mark.parametrize("wanted", [{"view": "best"}, {"since": 2020, "to": 2010}])
def test_what_cannot_be_asked_is_a_clear_error(store: str, wanted: dict[str, str]) -> None:
    with pytest.raises(AskError, match=r"expected one of sipri, all|runs backwards"):
        legation.register(store=store, **wanted)  # type: ignore[arg-type]


def test_the_command_prints_json_lines_in_a_pipe(store: str) -> None:
    result = run("ask", "register", "--recipient", "PAK", "--from", "2010", "--to", "2020", "--store", store)
    (row,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert (row["designation"], row["order_date"], row["claims"] != []) == ("Mi-35M", "2015-08", True)


def test_the_command_prints_the_table_on_a_terminal(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("legation.cli.output.piped", lambda: False)
    result = run("ask", "register", "--supplier", "RUS", "--store", store)
    assert [line for line in result.stdout.splitlines() if line and line[0] != " "] == ["Iran", "Pakistan"]


def test_nothing_found_is_exit_code_3(store: str) -> None:
    assert run("ask", "register", "--supplier", "FRA", "--store", store).exit_code == 3


def test_only_register_and_dependence_take_a_supplier(store: str) -> None:
    result = run("ask", "deals", "--supplier", "RUS", "--store", store)
    assert (
        result.exit_code == 1
        and "--supplier, which only register, dependence, attacks and deaths take" in result.stderr
    )


def test_the_register_takes_no_country(store: str) -> None:
    result = run("ask", "register", "--country", "RUS", "--store", store)
    assert result.exit_code == 1 and "give --supplier or --recipient" in result.stderr


@pytest.mark.parametrize(
    ("form", "begins"),
    [("sipri-register", "SIPRI AT Database ID,"), ("sipri-table", "    ordered"), ("unroca", "Year,Category,")],
)
def test_the_register_is_exported(store: str, form: str, begins: str) -> None:
    result = run("export", form, "--store", store)
    assert result.exit_code == 0 and result.stdout.startswith(begins)


def test_every_value_told_is_a_row_with_the_rule_that_took_it(store: str) -> None:
    sql = "SELECT v.value, v.best, v.rule FROM deal_value v JOIN deal d ON d.id = v.deal WHERE v.field = 'order_date' AND d.weapon = 'mi-35m'"
    rule = "order-date@earliest-report-of-signing"
    assert legation.query(sql, store=store).rows == (("2015-08", True, rule), ("2016-06", False, rule))


def test_the_rungs_of_a_deal_are_rows_in_time_order(store: str) -> None:
    sql = "SELECT s.stage, s.date FROM deal_stage s JOIN deal d ON d.id = s.deal WHERE d.weapon = 'mi-35m' ORDER BY s.number"
    assert legation.query(sql, store=store).rows == (("signed", "2015-08"), ("signed", "2016-06"))


def test_the_view_deals_keeps_its_columns_and_has_the_new_ones(store: str) -> None:
    columns = set(legation.query("SELECT * FROM deals", store=store).columns)
    old = {
        "id",
        "supplier",
        "recipient",
        "weapon",
        "designation",
        "category",
        "stage",
        "low",
        "best",
        "high",
        "signed",
        "aux",
        "claim",
        "words",
    }
    assert old | {"family", "standing", "placed", "order_date", "ordered", "received", "estimates"} <= columns
