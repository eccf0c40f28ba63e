"""Parquet: one article a row, columns as in CSV; read a few rows at a time. Needs the extra `readers` (pyarrow)."""

from __future__ import annotations

import io
from typing import Any

import msgspec

from legation.errors import ReadError, TooLarge
from legation.read.extra import library
from legation.read.manner import Manner, Things, streamed
from legation.read.row import fields_of, require_text, row_things
from legation.record.issue import issue

_TOGETHER = 32


@streamed
def read_parquet(stream: io.BufferedReader, name: str, manner: Manner) -> Things:
    """One article per row, in the file's order. A row without text is an issue; a damaged file ends with one."""
    parquet = library("pyarrow.parquet", name)
    arrow = library("pyarrow", name)
    seekable = stream if stream.seekable() else io.BytesIO(_whole(stream, name, manner))
    try:
        file = parquet.ParquetFile(seekable)
        yield from _rows(file, name, manner)
    except (arrow.ArrowException, OSError) as fault:
        yield issue(name, "read", "damaged", f"{name}: no whole Parquet file ({_first(fault)}); write it again")


def _rows(file: Any, name: str, manner: Manner) -> Things:
    _within(file.metadata, name, manner)
    require_text(file.schema_arrow.names, name, manner)
    wanted = _wanted(file.schema_arrow.names, manner)
    number = 0
    for batch in file.iter_batches(batch_size=_TOGETHER, columns=wanted):
        for row in batch.to_pylist():
            number += 1
            raw = msgspec.json.encode(row, enc_hook=str)
            yield from row_things(
                {key: _plain(cell) for key, cell in row.items()}, f"{name}:{number}", raw, manner, "application/parquet"
            )


def _wanted(names: list[str], manner: Manner) -> list[str]:
    """The columns that are fields, in the file's order."""
    found = fields_of({name: name for name in names}, manner)
    return sorted(set(found.values()), key=names.index)


def _within(metadata: Any, name: str, manner: Manner) -> None:
    limit = manner.limits.row_group_bytes
    largest = max((metadata.row_group(n).total_byte_size for n in range(metadata.num_row_groups)), default=0)
    if largest > limit:
        raise TooLarge(
            f"{name}: met a row group of {largest:,} bytes, expected at most {limit:,}; write smaller row groups"
        )


def _whole(stream: io.BufferedReader, name: str, manner: Manner) -> bytes:
    data = stream.read(manner.limits.file_bytes + 1)
    if len(data) > manner.limits.file_bytes:
        raise ReadError(
            f"{name}: a Parquet file of more than {manner.limits.file_bytes:,} bytes in a pipe; name it as a file"
        )
    return data


def _plain(cell: object) -> object:
    """The cell as text where it is a day or a time."""
    return cell.isoformat() if hasattr(cell, "isoformat") else cell


def _first(fault: Exception) -> str:
    return (str(fault).splitlines() or [type(fault).__name__])[0][:200]
