"""Statements as examples: texts of one or a few paragraphs, and below each the lines that it gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from legation.record.claim import Claim
from legation.record.reading import Reading
from legation.record.statement import Statement

Read = Callable[..., Reading]
FOLDER = Path(__file__).parent


def line(claim: Claim, payload: Statement) -> str:
    """A statement in one line: source | cue | content | kind."""
    parts = [" ... ".join(p.words for p in claim.all(role)) or "-" for role in ("source", "cue", "content")]
    return " | ".join([*parts, f"{payload.cue_type} {payload.quote_type}"])


def cases(path: Path) -> Iterator[tuple[str, list[str]]]:
    """The texts of a file with their lines; a text ends at its lines, or at "nothing"."""
    text: list[str] = []
    lines: list[str] = []
    for row in path.read_text(encoding="utf-8").splitlines():
        if row.startswith("#"):
            continue
        if row.startswith("    "):
            lines.append(row.strip())
        elif lines and row.strip():
            yield "\n".join(text).strip(), [w for w in lines if w != "nothing"]
            text, lines = [row], []
        else:
            text.append(row)
    yield "\n".join(text).strip(), [w for w in lines if w != "nothing"]


CASES = [(path.stem, *case) for path in sorted(FOLDER.glob("*.txt")) for case in cases(path)]


@pytest.mark.parametrize(("name", "text", "lines"), CASES, ids=[f"{n}: {t[:50]}" for n, t, _ in CASES])
def test_a_text_gives_its_statements(reading: Read, name: str, text: str, lines: list[str]) -> None:
    claims = reading(text).claims
    assert [line(c, c.payload) for c in claims if isinstance(c.payload, Statement)] == lines
