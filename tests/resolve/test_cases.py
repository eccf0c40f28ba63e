"""Names in their sentences: look-alikes, what points back, and places, as the case files beside this one say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from legation.lexicon.load import load_lexicon
from legation.record.ident import slug
from legation.record.link import Link
from tests.conftest import Read


class Case(msgspec.Struct):
    """One case: its text, the day, and the lines of what must and must not be linked as (words, sort, target)."""

    file: str
    text: str
    day: str | None
    yes: list[tuple[str, str, str]]
    no: list[tuple[str, str, str]]
    known: str | None


def cases() -> Iterator[Case]:
    for path in sorted(Path(__file__).parent.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            lines = [line for line in block.splitlines() if line.strip() and not line.startswith("#")]
            if lines:
                yield _case(path.stem, lines)


def _case(file: str, lines: list[str]) -> Case:
    case = Case(file, "", None, [], [], None)
    for line in lines:
        key, _, value = line.partition(":")
        value = value.strip()
        if key in ("yes", "no"):
            words, _, rest = value.rpartition("=>")
            sort, _, target = rest.strip().partition(" ")
            getattr(case, key).append((words.strip(), sort, target.strip()))
        else:
            setattr(case, key, value)
    return case


CASES = list(cases())


@pytest.mark.parametrize("case", CASES, ids=[f"{c.file}-{n}" for n, c in enumerate(CASES)])
def test_names_are_linked_as_the_case_says(case: Case, reading: Read, request: pytest.FixtureRequest) -> None:
    if case.known:
        request.applymarker(pytest.mark.xfail(strict=True, reason=case.known))
    links = reading(case.text, **({"published": case.day} if case.day else {})).links
    for words, sort, target in case.yes:
        assert any(_is(x, words, sort, target) for x in links), (
            f"{words!r} is not {sort} {target}: {_said(links, words)}"
        )
    for words, sort, target in case.no:
        assert not any(_is(x, words, sort, target) for x in links), f"{words!r} is {sort} {target}"


def _is(link: Link, words: str, sort: str, target: str) -> bool:
    said = link.words.removesuffix("'s").removesuffix("’s").removeprefix("The ")
    longer = sort == "weapon" and said.startswith(words + " ")
    if link.kind == "unnamed" and target != link.target:  # a sector and no more: it settles nobody
        return False
    if link.sort != sort or not (longer or said == words.removeprefix("The ")):
        return False
    return target == "*" or target in _names(link)


def _names(link: Link) -> set[str]:
    """The ways in which a case may name what a link means."""
    if link.sort == "place":
        place = f"{link.name} {link.country}" if link.country else link.name
        alias = f"{link.words} {link.country}"
        return {link.target, place, alias, *(f"region:{a}" for a in _aliases(link))}
    return {link.target, slug(link.name), f"{link.country}-{link.sector}" if link.kind == "substate" else link.target}


def _aliases(link: Link) -> tuple[str, ...]:
    region = load_lexicon().regions.get(link.name)
    return region.aliases if region is not None else ()


def _said(links: tuple[Link, ...], words: str) -> list[str]:
    return [
        f"{x.words}={x.sort} {x.target} ({x.name} {x.country})" for x in links if x.words in words or words in x.words
    ]
