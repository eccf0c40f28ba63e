"""Cells of a CSV file: quoted by RFC 4180, and never a formula for the program that opens it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from legation.corroborate.saying import plain

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def line(cells: Iterable[object]) -> str:
    """One line of CSV without its end; None is an empty cell, a truth is Yes or No.

    A cell that a spreadsheet would take for a formula gets an apostrophe before it. **Source:** RFC 4180; OWASP, CSV injection.

    >>> line(["Mi-35M", None, True, '=1+1', 'a "b", c'])
    'Mi-35M,,Yes,\\'=1+1,"a ""b"", c"'
    """
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerow([_cell(cell) for cell in cells])
    return out.getvalue().removesuffix("\r\n")


def _cell(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "Yes" if cell else "No"
    if isinstance(cell, float | int):
        return plain(cell) if isinstance(cell, float) else str(cell)
    text = str(cell)
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) or text.startswith(_FORMULA) else text
