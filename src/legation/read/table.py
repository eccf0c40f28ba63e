"""A delimited file with lines before its header: which header family it has, and its rows with their lines."""

from __future__ import annotations

import csv
from collections.abc import Iterator

import msgspec

from legation.errors import ReadError
from legation.lexicon.sipri import Family, Layout
from legation.record.issue import Issue, issue

_DELIMITERS = (";", ",", "\t")


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """Where the header stands (line from 1), its family and delimiter, and the cell of each field that is there."""

    line: int
    family: Family
    delimiter: str
    cells: tuple[str, ...]
    fields: dict[str, int]


class Row(msgspec.Struct, frozen=True):
    """A row: its line in the file (where a row runs over several, the last) and the words of each field, trimmed."""

    line: int
    words: dict[str, str]


def head_of(lines: list[str], name: str, layout: Layout) -> Head:
    """The header of the file; ReadError when there is none, with the columns that are missing where one is nearly there."""
    nearest: Head | None = None
    for number, line in enumerate(lines[: layout.header_within], start=1):
        for head in _heads(number, line, layout):
            if set(head.family.required) <= set(head.fields):
                return head
            nearest = max(filter(None, (nearest, head)), key=lambda h: len(h.fields))
    raise ReadError(_no_header(name, lines, nearest, layout))


def _heads(number: int, line: str, layout: Layout) -> Iterator[Head]:
    for delimiter in _DELIMITERS:
        cells = _cells(line, delimiter)
        for family in layout.family:
            fields = {f: cells.index(_folded(c)) for f, c in family.columns.items() if _folded(c) in cells}
            if len(fields) >= layout.header_like * len(family.columns):
                yield Head(line=number, family=family, delimiter=delimiter, cells=cells, fields=fields)


def _cells(line: str, delimiter: str) -> tuple[str, ...]:
    """The cells of a line that may be the header; none where it is too long to be one."""
    if len(line) > csv.field_size_limit():
        return ()
    return tuple(_folded(cell) for cell in next(csv.reader([line], delimiter=delimiter), []))


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()


def _no_header(name: str, lines: list[str], nearest: Head | None, layout: Layout) -> str:
    if nearest is not None:
        columns = nearest.family.columns
        missing = ", ".join(repr(columns[f]) for f in nearest.family.required if f not in nearest.fields)
        return f"{name}:{nearest.line}: met a header of the {nearest.family.name} without {missing}; export the file again with all columns"
    met = next((line.strip()[:60] for line in lines if line.strip()), "")
    known = " or ".join(f'"{f.columns["id"]}" ... ({f.name})' for f in layout.family)
    return (
        f"{name}: met no header in the first {layout.header_within} lines (the first is {met!r}), expected {known}; "
        "save the database's own CSV without changing it"
    )


def rows_of(lines: list[str], head: Head, name: str) -> Iterator[Row | Issue]:
    """The rows beneath the header, blank ones left out; an issue for each that has not as many cells as the header."""
    reader = csv.reader((f"{line}\n" for line in lines[head.line :]), delimiter=head.delimiter, strict=True)
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as fault:
            where = f"{name}:{head.line + reader.line_num}"
            yield issue(
                where, "read", "broken_line", f"{where}: {fault}; expected each quote to be closed, mend the row"
            )
            continue
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield _row(cells, head, head.line + reader.line_num, name)


def _row(cells: list[str], head: Head, line: int, name: str) -> Row | Issue:
    if len(cells) != len(head.cells):
        reason = f"{name}:{line}: met {len(cells)} cells, expected {len(head.cells)} as in the header; mend the row"
        return issue(f"{name}:{line}", "read", "cells", reason)
    return Row(line, {field: " ".join(cells[at].split()) for field, at in head.fields.items()})
