"""Reading of data files: TOML tables and CSV rows, cached, with errors that name the file."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

import msgspec

from legation.errors import LexiconError

T = TypeVar("T")


def read_text(path: str) -> str:
    """The text of a file under lexicon/data."""
    return (files("legation.lexicon") / "data" / path).read_text(encoding="utf-8")


@cache
def load_table(path: str) -> dict[str, Any]:
    """The tables of a TOML file under lexicon/data."""
    try:
        return tomllib.loads(read_text(path))
    except (OSError, tomllib.TOMLDecodeError) as fault:
        raise LexiconError(f"lexicon file {path}: {fault}; mend the file or reinstall legation") from fault


@cache
def word_set(path: str, *keys: str) -> frozenset[str]:
    """A list of words of a TOML file under lexicon/data, at the end of the keys, as a set; made once."""
    found: Any = load_table(path)
    for key in keys:
        found = found[key]
    return frozenset(found)


def load_entries(path: str, key: str, shape: type[T]) -> tuple[T, ...]:
    """The entries of one array of tables, checked against their shape."""
    rows = load_table(path).get(key)
    if rows is None:
        raise LexiconError(f"lexicon file {path}: met no [[{key}]] entry, expected at least one")
    try:
        return msgspec.convert(rows, tuple[shape, ...])  # type: ignore[valid-type]
    except msgspec.ValidationError as fault:
        raise LexiconError(f"lexicon file {path}, [[{key}]]: {fault}; see lexicon/entry.py for the shape") from fault


def load_rows(path: str) -> Iterator[dict[str, str]]:
    """The rows of a CSV file under lexicon/data, its comment header left out."""
    lines = (line for line in read_text(path).splitlines() if not line.startswith("#"))
    yield from csv.DictReader(lines)
