"""The store: idempotent, documented, read-only where it is asked."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from legation.ask.question import NAMES, ask
from legation.ask.sql import ask_sql
from legation.errors import AskError, StoreError
from legation.pipeline import fold
from legation.store.open import open_store
from legation.store.view import load_readings
from legation.store.write import write, write_record
from tests.conftest import Read

TEXT = "Russia delivered six Su-35 jets to Iran, Reuters reported. A car bomb killed six people in Baghdad. Iran attacked Iraq."


@pytest.fixture
def path(tmp_path: Path, reading: Read) -> str:
    place = str(tmp_path / "a.duckdb")
    with open_store(place) as store:
        write(store, [reading(TEXT)])
        write_record(store, fold(load_readings(store)))
    return place


def dump(path: str) -> list[object]:
    with open_store(path, read_only=True) as store:
        return [ask(store, name).rows for name in NAMES]


def test_the_same_article_twice_changes_nothing(path: str, reading: Read) -> None:
    before = dump(path)
    with open_store(path) as store:
        write(store, [reading(TEXT)])
        write_record(store, fold(load_readings(store)))
    assert dump(path) == before


def test_a_reading_comes_back_as_it_was(path: str, reading: Read) -> None:
    with open_store(path) as store:
        assert list(load_readings(store)) == [reading(TEXT)]


@pytest.mark.parametrize("name", NAMES)
def test_every_row_of_a_view_has_its_words(path: str, name: str) -> None:
    with open_store(path, read_only=True) as store:
        rows = ask(store, name).dicts()
    assert all(row["words"] and row["span_start"] < row["span_end"] for row in rows)


@pytest.mark.parametrize(
    "sql", ["DELETE FROM claim", "SELECT 1; SELECT 2", "COPY claim TO 'x.csv'", "ATTACH 'x.duckdb'", "SELEC 1"]
)
def test_only_one_select_is_answered(path: str, sql: str) -> None:
    with pytest.raises(AskError):
        ask_sql(path, sql)


def test_files_cannot_be_read_by_sql(path: str) -> None:
    with pytest.raises(AskError):
        ask_sql(path, "SELECT * FROM read_csv('/etc/passwd')")


def test_a_folder_that_is_not_there_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened"), open_store(str(tmp_path / "no" / "a.duckdb")):
        pass


def test_a_file_that_is_no_store_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "a.duckdb").write_text("not a database at all " * 500)
    with pytest.raises(StoreError), open_store(str(tmp_path / "a.duckdb")):
        pass


def test_the_store_is_an_ordinary_duckdb_file(path: str) -> None:
    with duckdb.connect(path, read_only=True) as db:
        assert db.execute("SELECT count(*) FROM transfers").fetchone() == (1,)
