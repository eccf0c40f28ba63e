"""What a run keeps when it is broken off: a few points here, fifty by `python -m benchmarks.faults`."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks import faults

SOURCE_ARTICLES = 24


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    faults.write_articles(path, SOURCE_ARTICLES)
    return path


def test_a_killed_run_loses_nothing_acknowledged_and_the_next_goes_on(source: Path, tmp_path: Path) -> None:
    assert faults.killed(source, tmp_path, kills=2, seed=3).lost == "nothing"


def test_a_full_disk_is_told_and_the_store_stays_whole(source: Path, tmp_path: Path) -> None:
    outcome = faults.full_disk(source, tmp_path)
    assert outcome.lost == "nothing" and "takes no more" in outcome.told and "TRACEBACK" not in outcome.told
