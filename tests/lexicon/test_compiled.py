"""The compiled names: the same as those of the data files, rebuilt when damaged, done without where they cannot be kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from legation.lexicon.compiled import load_names


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LEGATION_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_a_second_load_gives_the_same_names(cache: Path) -> None:
    first, _ = load_names()
    second, automaton = load_names()
    assert second == first
    assert [tuple(first.surfaces)[n] for _, n in automaton.iter("in Pakistan.")] == ["Pakistan"]


def test_a_damaged_cache_is_made_anew(cache: Path) -> None:
    names, _ = load_names()
    for kept in cache.iterdir():
        kept.write_bytes(kept.read_bytes()[:100])
    assert load_names()[0] == names


def test_without_a_cache_the_data_files_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("LEGATION_CACHE", str(tmp_path / "file" / "below"))
    assert load_names()[0].states["PAK"].name == "Pakistan"
