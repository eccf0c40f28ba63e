"""The question attacks: narrowed by country and year, tolls by a policy; deaths by month and place; UCDP's and ACLED's columns."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from legation.ask.attacks import Wanted, attacks, deaths
from legation.errors import AskError
from legation.export.acled import HEADER as ACLED
from legation.export.acled import acled_like
from legation.export.incidenttable import attack_lines, deaths_lines
from legation.export.ucdp import HEADER as UCDP
from legation.export.ucdp import date_prec, ucdp_like
from legation.lexicon.load import load_lexicon
from legation.pipeline import Tools, read_articles
from legation.store.open import open_store
from legation.store.write import write
from tests.make import article

TEXTS = (
    ("2024-03-06", "Fighters of the Taliban killed four soldiers in Kunduz, Afghanistan, on Tuesday, the ministry said."),
    ("2024-04-10", "Boko Haram killed at least seven villagers in Maiduguri, Nigeria, on Tuesday, police said."),
    ("2019-04-10", "Gunmen killed two farmers in Lima, Peru, on Tuesday, police said."),
)  # fmt: skip


@pytest.fixture(scope="module")
def store(tools: Tools, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("attacks") / "a.duckdb"
    made = read_articles([article(text, outlet="Baltic Wire", published=day) for day, text in TEXTS], tools)
    with open_store(str(path)) as opened:
        write(opened, made)
    return path


def _found(store: Path, **wanted: object) -> list[str | None]:
    with open_store(str(store), read_only=True) as opened:
        return [i.country for i in attacks(opened, Wanted(**wanted))]  # type: ignore[arg-type]


def test_all_attacks_stand_by_day(store: Path) -> None:
    assert _found(store) == ["PER", "AFG", "NGA"]


def test_country_and_years_narrow(store: Path) -> None:
    assert _found(store, country="afg") == ["AFG"]
    assert _found(store, since=2020) == ["AFG", "NGA"]
    assert _found(store, to=2019) == ["PER"]


def test_an_unknown_policy_is_refused_with_those_there_are(store: Path) -> None:
    with pytest.raises(AskError, match=r"policy 'best'.*ucdp, conservative, latest_official"):
        _found(store, policy="best")


def test_years_that_run_backwards_are_refused(store: Path) -> None:
    with pytest.raises(AskError, match="runs backwards"):
        _found(store, since=2024, to=2020)


def _rows(store: Path, form: str) -> list[dict[str, str]]:
    lexicon = load_lexicon()
    with open_store(str(store), read_only=True) as opened:
        found = attacks(opened)
    lines = ucdp_like(found, lexicon) if form == "ucdp" else acled_like(found, lexicon)
    return list(csv.DictReader(lines))


def test_ucdp_rows_have_type_of_violence_toll_and_country_number(store: Path) -> None:
    rows = _rows(store, "ucdp")
    assert list(rows[0]) == list(UCDP) and len(UCDP) == 49
    told = [(r["country"], r["country_id"], r["type_of_violence"], r["low"], r["best"], r["date_prec"]) for r in rows]
    assert ("Afghanistan", "700", "1", "4", "4", "1") in told
    assert ("Nigeria", "475", "3", "7", "7", "1") in told


def test_acled_rows_have_its_types_and_codes(store: Path) -> None:
    rows = {r["country"]: r for r in _rows(store, "acled")}
    assert list(rows["Nigeria"]) == list(ACLED) and len(ACLED) == 31
    assert (rows["Nigeria"]["event_type"], rows["Nigeria"]["civilian_targeting"]) == (
        "Violence against civilians",
        "Civilian targeting",
    )
    assert (rows["Afghanistan"]["event_type"], rows["Afghanistan"]["sub_event_type"]) == ("Battles", "Armed clash")
    assert rows["Peru"]["fatalities"] == "2" and float(rows["Peru"]["longitude"]) < 0


def test_deaths_are_summed_by_month_and_place_with_the_policy(store: Path) -> None:
    with open_store(str(store), read_only=True) as opened:
        counted = deaths(attacks(opened), "ucdp")
    assert [(d.month, d.country, d.low, d.best) for d in counted] == [
        ("2019-04", "PER", 2, 2), ("2024-03", "AFG", 4, 4), ("2024-04", "NGA", 7, 7),
    ]  # fmt: skip
    assert "ucdp" in next(deaths_lines(counted, "ucdp"))


def test_the_table_names_policy_window_and_the_three_counts(store: Path) -> None:
    with open_store(str(store), read_only=True) as opened:
        lines = list(attack_lines(attacks(opened), "ucdp", 1))
    assert "policy ucdp" in lines[0] and "1 day" in lines[0]
    assert any("documents 1, outlets 1, origins 1" in line for line in lines)


@pytest.mark.parametrize(
    ("start", "end", "level"),
    [("2024-03-05", "2024-03-05", 1), ("2024-03-05", "2024-03-08", 2), ("2024-03-01", "2024-03-31", 4), ("2024-01-01", "2024-12-31", 5), (None, None, None)],
)  # fmt: skip
def test_precision_of_a_date(start: str | None, end: str | None, level: int | None) -> None:
    assert date_prec(start, end) == level
