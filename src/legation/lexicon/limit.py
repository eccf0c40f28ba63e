"""How much of an input is read: `rules/limits.toml`, checked, and changed for one run where the user says so."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec

from legation.errors import LexiconError, ReadError
from legation.lexicon.table import load_table

PATH = "rules/limits.toml"


class Limits(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of `rules/limits.toml`: bytes, characters and seconds, as the names say. **Source:** the file gives the reason of each."""

    file_bytes: int
    record_bytes: int
    article_characters: int
    article_seconds: int
    unpacked_ratio: int
    unpacked_free_bytes: int
    archive_members: int
    archive_depth: int
    row_group_bytes: int
    pdf_pages: int
    fetch_seconds: int


@cache
def default_limits() -> Limits:
    """The limits of the package's data file; LexiconError where it is wrong."""
    try:
        return msgspec.convert(load_table(PATH), Limits)
    except msgspec.ValidationError as fault:
        raise LexiconError(f"lexicon file {PATH}: {fault}; see lexicon/limit.py for the shape") from fault


def limits_with(changes: Sequence[str]) -> Limits:
    """The limits with changes such as "article_seconds=60"; ReadError for an unknown name, or a value that is no whole number above 0.

    >>> limits_with(["pdf_pages=10"]).pdf_pages
    10
    """
    return msgspec.structs.replace(default_limits(), **dict(map(_change, changes)))


def _change(words: str) -> tuple[str, int]:
    name, _, value = words.partition("=")
    if name not in Limits.__struct_fields__:
        raise ReadError(f"limit {name!r}: not known; expected one of {', '.join(Limits.__struct_fields__)}")
    if not value.isascii() or not value.isdigit() or int(value) == 0:
        raise ReadError(f"limit {name}: met {value!r}, expected a whole number above 0, as in {name}=100")
    return name, int(value)
