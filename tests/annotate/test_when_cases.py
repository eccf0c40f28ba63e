"""Time expressions in their sentences, as when.txt says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from legation.annotate.when import Anchor, whens_in
from legation.record.when import When


class Case(msgspec.Struct, frozen=True):
    """One line: the text, the day of publication, the expected (words, value) pairs, and why it is known to fail."""

    text: str
    day: str | None
    expected: tuple[tuple[str, str], ...]
    known: str | None = None


def cases() -> Iterator[Case]:
    day: str | None = None
    for line in Path(__file__).with_name("when.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("## day "):
            said = line.removeprefix("## day ").strip()
            day = None if said == "none" else said
        elif line.strip() and not line.startswith("#"):
            text, _, rest = line.partition(" | ")
            rest, _, known = rest.partition(" # known: ")
            pairs = () if rest.strip() == "none" else tuple(_pair(part) for part in rest.split(" ; "))
            yield Case(text, day, pairs, known.strip() or None)


def _pair(part: str) -> tuple[str, str]:
    words, _, value = part.rpartition(" => ")
    return words.strip(), value.strip()


def said(when: When) -> str:
    """The value of an expression as the cases write it."""
    if when.kind != "date":
        return "span"
    if when.start is None or when.end is None:
        return "open"
    if when.precision in ("day", "month", "year"):
        return str(when.timex).split("T")[0]
    return f"{when.start}..{when.end}" if when.start != when.end else when.start


def _bare(words: str) -> str:
    return re.sub(
        r"^(?:(?:the|on|at|from|between|early|late|later|earlier|end of|beginning of|start of|middle of|mid-?) ?)+(?=\S)",
        "",
        words.removesuffix("'s").removesuffix("’s").rstrip(",."),
        flags=re.IGNORECASE,
    )


CASES = list(cases())


@pytest.mark.parametrize("case", CASES, ids=[str(n) for n in range(len(CASES))])
def test_an_expression_is_read_as_the_case_says(case: Case, request: pytest.FixtureRequest) -> None:
    if case.known:
        request.applymarker(pytest.mark.xfail(strict=True, reason=case.known))
    found = {
        (_bare(w.verbatim).lower(), said(w))
        for w in whens_in(case.text, Anchor(case.day, "published" if case.day else "unanchored"))
    }
    assert found == {(_bare(words).lower(), value) for words, value in case.expected}
