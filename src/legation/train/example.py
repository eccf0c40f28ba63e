"""The training sentences: JSON lines of type, mode, standing, register and a marked sentence, checked as they are read."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from legation.errors import ModelError
from legation.extract.encoder import Pair
from legation.record.span import Span
from legation.train.codebook import NO_MODE, Codebook

DEV_PERCENT = 8
_MARK = re.compile(r"<(/?)([a-z]+)>")


class Example(msgspec.Struct, frozen=True, kw_only=True):
    """One line: a pair and its codes; mode "-" is none. `place` is file:line, with the folder."""

    type: str
    mode: str
    standing: str
    register: str
    pair: Pair
    place: str


class Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line as it stands in a file."""

    type: str
    mode: str
    standing: str
    register: str
    sentence: str


def load_examples(codebook: Codebook) -> list[Example]:
    """The examples of a codebook's folders, by file and line; ModelError names the first wrong line."""
    paths = (path for folder in codebook.folders for path in sorted(Path(folder).glob("*.jsonl")))
    found = [e for path in paths for e in _read(path, codebook)]
    if not found:
        raise ModelError(
            f"training folder {codebook.folders[-1]}: no line in any .jsonl file; expected training/events of a checkout"
        )
    seen: dict[tuple[str, tuple[Span, ...], tuple[Span, ...]], str] = {}
    for example in found:
        key = (example.pair.text, example.pair.actors, example.pair.recipients)
        if key in seen:
            raise ModelError(f"{example.place}: the same sentence and parties as {seen[key]}; take one of them out")
        seen[key] = example.place
    return found


def _read(path: Path, codebook: Codebook) -> Iterator[Example]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            yield example_of(line, codebook, f"{path}:{number}")


def example_of(line: str, codebook: Codebook, place: str) -> Example:
    """The example of a line; ModelError says what is wrong with it."""
    try:
        one = msgspec.json.decode(line, type=Line)
    except msgspec.DecodeError as fault:
        raise ModelError(
            f"{place}: {fault}; expected an object of type, mode, standing, register and sentence"
        ) from fault
    _among(one.type, codebook.labels, f"{place}: type")
    _among(one.mode, codebook.allowed(one.type), f"{place}: mode of {one.type}")
    _among(one.standing, codebook.standings, f"{place}: standing")
    _among(one.register, codebook.registers, f"{place}: register")
    pair = pair_of(one.sentence, place)
    if (pair.trigger is None) != (one.type == codebook.none):
        raise ModelError(f"{place}: an event has one <v>, none has no <v>; met {one.type}")
    return Example(
        type=one.type, mode=one.mode or NO_MODE, standing=one.standing, register=one.register, pair=pair, place=place
    )


def _among(value: str, allowed: Iterable[str], what: str) -> None:
    if value not in allowed:
        raise ModelError(f"{what} {value!r} is not known; expected one of {', '.join(allowed)}")


def pair_of(sentence: str, place: str) -> Pair:
    """The pair of a sentence with <a>, <r> and <v> marks; marks do not nest."""
    text, spans = "", {"a": [], "r": [], "v": []}  # type: ignore[var-annotated]
    opened: tuple[str, int] | None = None
    end = 0
    for mark in _MARK.finditer(sentence):
        text += sentence[end : mark.start()]
        end = mark.end()
        closing, name = mark.groups()
        if name not in spans or (opened is None) == bool(closing) or (opened and closing and opened[0] != name):
            raise ModelError(f"{place}: mark {mark[0]} is unknown, nested or without its other half")
        if opened is None:
            opened = (name, len(text))
        else:
            spans[name].append(_span(opened[1], len(text), place))
            opened = None
    text += sentence[end:]
    if opened or not spans["a"] or len(spans["v"]) > 1 or _MARK.search(text):
        raise ModelError(f"{place}: expected closed marks, an <a> or more and at most one <v>")
    return Pair(text, tuple(spans["a"]), tuple(spans["r"]), spans["v"][0] if spans["v"] else None)


def _span(start: int, end: int, place: str) -> Span:
    if start >= end:
        raise ModelError(f"{place}: a mark with nothing in it")
    return Span(start, end)


def is_dev(example: Example) -> bool:
    """Whether an example is kept for the dev part: 8 of 100, by the hash of its unmarked sentence, so that pairs of one go together."""
    digest = hashlib.sha256(example.pair.text.encode()).digest()
    return int.from_bytes(digest[:4], "big") % 100 < DEV_PERCENT


def split(examples: Iterable[Example]) -> tuple[list[Example], list[Example]]:
    """The training part and the dev part."""
    train: list[Example] = []
    dev: list[Example] = []
    for example in examples:
        (dev if is_dev(example) else train).append(example)
    return train, dev
