"""Admiralty: two axes apart, F6 until somebody grades the outlet in a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from legation.ask.question import grades
from legation.errors import LexiconError
from legation.lexicon.admiralty import load_grades
from legation.scale.local import Request, read_into
from legation.store.open import open_store

ARTICLE = '{"id": "1", "text": "Peru expelled two Chilean diplomats on Monday, officials said.", "outlet": "Harbour Post", "published": "2021-03-02"}\n'


def graded(tmp_path: Path, admiralty: str | None) -> list[dict[str, object]]:
    source = tmp_path / "a.jsonl"
    source.write_text(ARTICLE, encoding="utf-8")
    store = str(tmp_path / "s.duckdb")
    read_into(Request(paths=(str(source),), admiralty=admiralty), store)
    with open_store(store, read_only=True) as opened:
        return grades(opened).dicts()


def test_an_outlet_that_nobody_graded_is_f6(tmp_path: Path) -> None:
    rows = graded(tmp_path, None)
    assert rows and {(r["reliability"], r["information"]) for r in rows} == {("F", 6)}


def test_a_letter_of_the_file_leaves_the_other_axis_alone(tmp_path: Path) -> None:
    file = tmp_path / "grades.toml"
    file.write_text('[outlets]\n"Harbour Post" = {letter = "B", reason = "names its sources", by = "A. Reader"}\n')
    rows = graded(tmp_path, str(file))
    assert {(r["reliability"], r["information"], r["graded_by"]) for r in rows} == {("B", 6, "A. Reader")}


@pytest.mark.parametrize(
    "text", ["[outlets]\nX = {letter = 'G', reason = 'r', by = 'b'}", "[outlets]\nX = {letter = 'A'}", "not toml ="]
)
def test_a_wrong_file_is_refused_with_its_name(tmp_path: Path, text: str) -> None:
    file = tmp_path / "grades.toml"
    file.write_text(text)
    with pytest.raises(LexiconError, match=r"grades\.toml"):
        load_grades(str(file))
