"""Files, folders and standard input as a stream of articles and issues; memory stays flat."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import BinaryIO

import msgspec

from legation.errors import ReadError
from legation.read.html import read_html
from legation.read.jsonl import read_jsonl
from legation.read.text import read_text
from legation.record.article import Article
from legation.record.issue import Issue, issue

MAX_BYTES = 64 * 1024 * 1024
"""The largest file read whole. **Source:** house limit; a day of wire copy is smaller."""

Reader = Callable[[bytes, str], Iterator[Article | Issue]]
READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
}


def read_paths(
    paths: Sequence[str], *, published: str | None = None, stdin: BinaryIO | None = None
) -> Iterator[Article | Issue]:
    """The articles of files, folders (in sorted order) and "-" (standard input), one at a time, with issues in between.

    `published` (YYYY-MM-DD) dates the articles that do not date themselves; ReadError when it is no date.
    """
    day = _day(published)
    for path in paths:
        for thing in _path(path, stdin):
            yield _dated(thing, day) if isinstance(thing, Article) else thing


def _day(published: str | None) -> str | None:
    if published is None:
        return None
    try:
        return date.fromisoformat(published).isoformat()
    except ValueError as fault:
        raise ReadError(f"--published {published!r}: not a date; expected YYYY-MM-DD, as in 2015-08-20") from fault


def _dated(article: Article, day: str | None) -> Article:
    if day is None or article.published:
        return article
    return msgspec.structs.replace(article, published=day, published_basis="option")


def _path(path: str, stdin: BinaryIO | None) -> Iterator[Article | Issue]:
    if path == "-":
        yield from _stdin(stdin)
        return
    place = Path(path)
    if place.is_dir():
        yield from _folder(place)
    elif place.is_file():
        yield from _file(place)
    else:
        yield issue(path, "read", "missing", f"{path}: no such file or folder; check the path")


def _stdin(stdin: BinaryIO | None) -> Iterator[Article | Issue]:
    data = stdin.read(MAX_BYTES + 1) if stdin is not None else b""
    yield from _bytes(data, "-", _sniffed(data))


def _folder(place: Path) -> Iterator[Article | Issue]:
    found = False
    for path in sorted(place.rglob("*")):
        if path.is_file() and path.suffix.lower() in READERS:
            found = True
            yield from _file(path)
    if not found:
        known = " ".join(sorted(READERS))
        yield issue(
            str(place), "read", "no_articles", f"{place}: met no file to read, expected one of {known} in the folder"
        )


def _file(path: Path) -> Iterator[Article | Issue]:
    name = str(path)
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as fault:
        yield issue(name, "read", "unreadable", f"{name}: {fault.strerror}; check its permissions")
        return
    if size > MAX_BYTES:
        yield issue(
            name, "read", "too_long", f"{name}: met {size:,} bytes, expected at most {MAX_BYTES:,}; split the file"
        )
        return
    yield from _bytes(data, name, READERS.get(path.suffix.lower()) or _sniffed(data))


def _bytes(data: bytes, name: str, reader: Reader) -> Iterator[Article | Issue]:
    if len(data) > MAX_BYTES:
        yield issue(name, "read", "too_long", f"{name}: met more than {MAX_BYTES:,} bytes; split the input")
    elif not data.strip():
        yield issue(name, "read", "empty", f"{name}: the file has no text; leave it out")
    elif b"\x00" in data[:8192] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield issue(name, "read", "binary", f"{name}: met binary data, expected text, HTML or JSON lines")
    else:
        yield from reader(data, name)


def _sniffed(data: bytes) -> Reader:
    """The reader that the first bytes ask for."""
    head = data.lstrip()[:512].lower()
    if head.startswith((b"<!doctype", b"<html", b"<head", b"<body")):
        return read_html
    return read_jsonl if head.startswith(b"{") else read_text
