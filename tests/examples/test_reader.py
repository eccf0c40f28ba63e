"""The example of a third party's reader: short, and found by its entry point alone."""

from __future__ import annotations

import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from legation import plugin
from legation.read import media
from legation.read.source import read_paths
from legation.record.article import Article

FOLDER = Path(__file__).parents[2] / "examples" / "reader"
DISPATCHES = b"""Desk: Andes Desk
Day: 2024-03-04
Title: Boats

Peru signed a contract for six patrol boats.
====
Desk: Andes Desk
====
Day: none

Chile did not comment.
"""


@pytest.fixture(autouse=True)
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the example's package were installed."""
    monkeypatch.syspath_prepend(FOLDER)
    found = [EntryPoint(".dsp", "legation_dispatch:read_dispatches", "legation.readers")]
    monkeypatch.setattr(plugin, "entry_points", lambda group: found if group == "legation.readers" else [])
    media.known_suffixes.cache_clear()
    yield
    media.known_suffixes.cache_clear()
    sys.modules.pop("legation_dispatch", None)


def test_it_is_found_for_its_ending_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "reports.dsp").write_bytes(DISPATCHES)
    found = list(read_paths([str(tmp_path)]))
    articles = [thing for thing in found if isinstance(thing, Article)]
    assert [(a.outlet, a.published) for a in articles] == [("Andes Desk", "2024-03-04"), (None, None)]
    assert len(found) == 3


def test_it_has_fewer_than_sixty_lines_and_says_what_its_package_registers() -> None:
    code = (FOLDER / "legation_dispatch.py").read_text(encoding="utf-8")
    assert len(code.splitlines()) < 60
    assert '".dsp" = "legation_dispatch:read_dispatches"' in (FOLDER / "pyproject.toml").read_text(encoding="utf-8")
