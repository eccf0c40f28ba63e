"""JSON lines: one object a line, with a text and whatever of url, title, outlet, published, language, byline is there."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from typing import Protocol

from legation.read.manner import Manner, Things, streamed
from legation.read.object import decoded, object_things
from legation.record.issue import Issue, issue


class _Lined(Protocol):
    """What gives lines, at most so many bytes of one at a time."""

    def readline(self, size: int, /) -> bytes: ...


_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@streamed
def read_jsonl(stream: io.BufferedReader, name: str, manner: Manner) -> Things:
    """One article per line; a broken or overlong line is an issue with its number, and the others go on."""
    for number, line in enumerate(_lines(_utf8(stream), manner.limits.record_bytes), start=1):
        where = f"{name}:{number}"
        if isinstance(line, int):
            reason = f"{where}: met a line of {line:,} bytes, expected at most {manner.limits.record_bytes:,}"
            yield issue(where, "read", "too_long", reason)
        elif line.strip():
            yield from _line(line.removeprefix(codecs.BOM_UTF8), where, manner)


def _utf8(stream: io.BufferedReader) -> _Lined:
    """The stream in UTF-8; where it begins with the mark of UTF-16 it is recoded on the way."""
    if not stream.peek(2).startswith(_UTF16):
        return stream
    return codecs.EncodedFile(stream, "utf-8", "utf-16", errors="replace")


def _lines(stream: _Lined, limit: int) -> Iterator[bytes | int]:
    """The lines; of a line longer than the limit only its length, which is never in memory as a whole."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit or line.endswith(b"\n"):
            yield line
            continue
        length = len(line)
        while not line.endswith(b"\n") and (line := stream.readline(limit)):
            length += len(line)
        yield length


def _line(line: bytes, where: str, manner: Manner) -> Things:
    row = decoded(line, where)
    yield from [row] if isinstance(row, Issue) else object_things(row, where, line, manner)
