"""JSON lines: `text` plus whatever of url, title, outlet, published, language, byline is there."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from legation.read.date import day_of
from legation.read.text import article_of, decode
from legation.record.article import Article
from legation.record.issue import Issue, issue

MAX_LINE = 8 * 1024 * 1024


class Line(msgspec.Struct):
    """The fields that Legation reads of a line; others are passed over."""

    text: str
    id: str | int | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    byline: str | None = None


def read_jsonl(data: bytes, name: str) -> Iterator[Article | Issue]:
    """One article per line; a broken line is an issue with its number, and the others go on."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = decode(data)[0].encode()
    for number, line in enumerate(data.splitlines(), start=1):
        if line.strip():
            yield from _line(line.removeprefix(b"\xef\xbb\xbf"), f"{name}:{number}")


def _line(line: bytes, where: str) -> Iterator[Article | Issue]:
    if len(line) > MAX_LINE:
        yield issue(
            where, "read", "too_long", f"{where}: met a line of {len(line):,} bytes, expected at most {MAX_LINE:,}"
        )
        return
    try:
        row = msgspec.json.decode(line, type=Line)
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        yield issue(where, "read", "broken_line", f"{where}: {fault}; expected one JSON object with a text")
        return
    day = day_of(row.published)
    if row.published and day is None:
        reason = f"{where}: published {row.published!r} is no ISO date; the article stays undated"
        yield issue(where, "read", "date", reason, severity="noted")
    yield from article_of(
        row.text,
        where,
        raw=line,
        media_type="application/jsonl",
        url=row.url,
        title=row.title,
        outlet=row.outlet,
        published=day,
        published_basis="metadata" if day else None,
        language=row.language,
        byline=row.byline,
    )
