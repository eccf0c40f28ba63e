"""The reliability of outlets on the Admiralty scale, from a file that its user edits; F where nobody has graded one."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import msgspec

from legation.errors import LexiconError
from legation.lexicon.table import load_table

DEFAULT = "actors/admiralty.toml"
UNJUDGED = "F"
UNKNOWN = 6


class Grade(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What somebody holds of an outlet: the letter, why, and who says so.

    **Source:** Admiralty scale (STANAG 2511): reliability A-F and credibility 1-6 are independent; F and 6 mean "cannot be judged".
    """

    letter: Literal["A", "B", "C", "D", "E", "F"]
    reason: str
    by: str


def load_grades(path: str | None = None) -> Mapping[str, Grade]:
    """The grades by outlet name: of the file named, else of LEGATION_ADMIRALTY, else the package's own, which has none.

    LexiconError where the file cannot be read or a grade lacks its letter, reason or author.
    """
    path = path or os.environ.get("LEGATION_ADMIRALTY") or None
    table = _read(path) if path is not None else load_table(DEFAULT)
    try:
        return msgspec.convert(table.get("outlets", {}), dict[str, Grade])
    except msgspec.ValidationError as fault:
        raise LexiconError(
            f"grades {path or DEFAULT}: {fault}; expected {{letter, reason, by}} for each outlet"
        ) from fault


def _read(path: str) -> dict[str, object]:
    try:
        return tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise LexiconError(f"grades {path}: {fault}; name a TOML file with a table [outlets]") from fault
