"""CSV and TSV with a header: one article a row. Columns by their usual names, or as the user says (--column text=Story)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

import msgspec

from legation.errors import ReadError
from legation.read.manner import Manner, Things, streamed
from legation.read.row import require_text, row_things
from legation.read.text import decode_as
from legation.record.issue import issue

_DELIMITERS = (",", ";", "\t", "|")
_MARK_BYTES = 65_536


@streamed
def read_csv(stream: io.BufferedReader, name: str, manner: Manner) -> Things:
    """One article per row; a row that is broken, or has other cells than the header, is an issue with its line, and the others go on."""
    csv.field_size_limit(max(csv.field_size_limit(), manner.limits.record_bytes))
    lines = _capped(io.TextIOWrapper(stream, encoding=_encoding(stream), errors="replace", newline=""), name, manner)
    first = next(lines, "")
    delimiter = max(_DELIMITERS, key=first.count)
    header = next(csv.reader([first], delimiter=delimiter), [])
    require_text(header, name, manner)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as fault:
            where = f"{name}:{reader.line_num + 1}"
            yield issue(where, "read", "broken_line", f"{where}: {fault}; expected each quote to be closed")
            continue
        if cells is None:
            return
        yield from _row(header, cells, f"{name}:{reader.line_num + 1}", manner)


def _encoding(stream: io.BufferedReader) -> str:
    """The encoding by the mark and the first bytes; what is no UTF-8 there is Windows-1252, or what its script asks for."""
    head = stream.peek(_MARK_BYTES)[:_MARK_BYTES]
    found = decode_as(head.rsplit(b"\n", 1)[0])[1]
    return "utf-8-sig" if found == "utf-8" else found


def _capped(lines: io.TextIOWrapper, name: str, manner: Manner) -> Iterator[str]:
    """The lines of the table; ReadError at one that is longer than a record may be, since the rows behind it cannot be told apart."""
    limit = manner.limits.record_bytes
    while line := lines.readline(limit + 1):
        if len(line) > limit:
            raise ReadError(f"{name}: met a line of more than {limit:,} characters; the rows behind it are not read")
        yield line


def _row(header: list[str], cells: list[str], where: str, manner: Manner) -> Things:
    if not any(cell.strip() for cell in cells):
        return
    if len(cells) != len(header):
        reason = f"{where}: met {len(cells)} cells, expected {len(header)} as in the header; mend the row"
        yield issue(where, "read", "cells", reason)
        return
    raw = msgspec.json.encode([cell.encode("utf-8", "replace").decode() for cell in cells])
    yield from row_things(dict(zip(header, cells, strict=True)), where, raw, manner, "text/csv")
