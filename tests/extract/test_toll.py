"""Tolls: sentences of our own with the figures that they give, in the notation that the command prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from legation.export.notation import toll
from legation.extract.attack import attacks
from legation.record.attack import Attack
from tests.scenes import scene

GOLDEN = Path(__file__).with_name("tolls.txt")


def cases() -> list[tuple[str, tuple[str, ...]]]:
    """The sentences of the file, each with the indented lines below it; comments and blanks left out."""
    found: list[tuple[str, list[str]]] = []
    for line in GOLDEN.read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            found[-1][1].append(line.strip())
        elif line and not line.startswith("#"):
            found.append((line, []))
    return [(text, tuple(figures)) for text, figures in found]


def told(text: str) -> tuple[str, ...]:
    """The figures of a text, each once, in the order of its claims."""
    payloads = [c.payload for c in attacks(scene(text)) if isinstance(c.payload, Attack)]
    return tuple(dict.fromkeys(toll(k) for p in payloads for k in p.casualties))


def test_there_are_sixty_sentences() -> None:
    assert len({text for text, _ in cases()}) >= 60


@pytest.mark.parametrize(("text", "figures"), cases())
def test_a_sentence_gives_its_figures(text: str, figures: tuple[str, ...]) -> None:
    assert told(text) == figures
