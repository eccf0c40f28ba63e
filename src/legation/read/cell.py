"""Cells of a reference file: numbers, years and flags, with the brackets that mark an estimate."""

from __future__ import annotations

import re

from legation.errors import ReadError
from legation.lexicon.sipri import layout

_NUMBER = re.compile(r"\d+(?:\.\d+)?|\d{1,3}(?:[, ]\d{3})+")
_YEAR = re.compile(r"(\d{4})(?:-\d{2}(?:-\d{2})?)?")
_RANGE = re.compile(r"(\d{4})\s*[-\u2013]\s*(\d{4})")
_BETWEEN = re.compile(r"\s*[;,/]\s*|\s+")


def number(words: str) -> tuple[float | None, bool]:
    """The count of a cell and whether brackets mark it as an estimate; None for an empty cell. ReadError for other words.

    >>> number("(1,200)")
    (1200.0, True)
    """
    bare, bracketed = _bare(words)
    if not bare:
        return None, bracketed
    if not _NUMBER.fullmatch(bare):
        raise ReadError(f"met {words!r}, expected a number of items such as 4 or (4)")
    return float(bare.replace(",", "").replace(" ", "")), bracketed


def year(words: str) -> tuple[int | None, bool]:
    """The year of a cell, or of an ISO date in it, and whether brackets mark it. ReadError for other words or years.

    >>> year("(2015)")
    (2015, True)
    """
    bare, bracketed = _bare(words)
    if not bare:
        return None, bracketed
    match = _YEAR.fullmatch(bare)
    if match is None:
        raise ReadError(f"met {words!r}, expected a year such as 2015 or (2015)")
    return _possible(int(match[1])), bracketed


def years(words: str) -> tuple[tuple[int, bool], ...]:
    """The years of a cell in order, each with its brackets: one, a list, or a range that means every year in it.

    >>> [y for y, _ in years("2005-2007; 2009")]
    [2005, 2006, 2007, 2009]
    """
    found: dict[int, bool] = {}
    for part in filter(None, _BETWEEN.split(_RANGE.sub(r"\1-\2", words.strip()))):
        bare, bracketed = _bare(part)
        for one in _span(bare):
            found[one] = found.get(one, False) or bracketed
    return tuple(sorted(found.items()))


def flag(words: str) -> bool:
    """Whether a flag column says yes; an empty cell says no. ReadError for other words."""
    bare = words.strip().casefold()
    if bare not in layout().yes and bare not in layout().no:
        raise ReadError(f"met {words!r}, expected Yes, No, X or nothing")
    return bare in layout().yes


def _span(words: str) -> range:
    match = _RANGE.fullmatch(words)
    if match is None:
        one, _ = year(words)
        return range(0) if one is None else range(one, one + 1)
    first, last = _possible(int(match[1])), _possible(int(match[2]))
    if not 0 <= last - first < layout().longest_range:
        raise ReadError(
            f"met the years {words!r}, expected at most {layout().longest_range} from the earlier to the later"
        )
    return range(first, last + 1)


def _possible(value: int) -> int:
    if not layout().first_year <= value <= layout().last_year:
        raise ReadError(f"met the year {value}, expected one from {layout().first_year} to {layout().last_year}")
    return value


def _bare(words: str) -> tuple[str, bool]:
    bare = words.strip()
    stripped = bare.strip("()[] ")
    return stripped, stripped != bare
