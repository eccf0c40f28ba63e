"""Files, folders, addresses and standard input as a stream of articles and issues; memory stays flat."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import BinaryIO

import msgspec

from legation.errors import ReadError
from legation.read.fetch import fetched, is_address
from legation.read.manner import Manner, Things
from legation.read.media import known_suffixes, suffix_of
from legation.read.member import read_stream
from legation.read.unpack import outermost
from legation.record.article import Article
from legation.record.issue import Issue, issue

MAX_BYTES = 64 * 1024 * 1024
"""The largest reference file read whole. **Source:** house limit, as `file_bytes` of rules/limits.toml."""


def read_paths(
    paths: Sequence[str],
    *,
    published: str | None = None,
    stdin: BinaryIO | None = None,
    manner: Manner | None = None,
) -> Things:
    """The articles of files, folders (in sorted order), addresses and "-" (standard input), one at a time, with issues in between.

    `published` (YYYY-MM-DD) dates the articles that do not date themselves; ReadError when it is no date. Nothing is fetched but an
    http or https address that is itself one of the paths.
    """
    day = _day(published)
    for path in paths:
        for thing in _path(path, stdin, manner or Manner()):
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


def _path(path: str, stdin: BinaryIO | None, manner: Manner) -> Iterator[Article | Issue]:
    if path == "-":
        yield from read_stream(outermost(stdin or io.BytesIO(), path, manner.limits), path, manner)
    elif is_address(path):
        yield from _address(path, manner)
    elif (place := Path(path)).is_dir():
        yield from _folder(place, manner)
    elif place.is_file() or place.is_fifo():
        yield from _file(place, manner)
    else:
        yield issue(path, "read", "missing", f"{path}: no such file or folder; check the path")


def _address(address: str, manner: Manner) -> Things:
    try:
        data, name = fetched(address, manner.limits)
    except ReadError as fault:
        yield issue(address, "read", "fetch", str(fault))
        return
    yield from read_stream(outermost(io.BytesIO(data), name, manner.limits), name, manner)


def _folder(place: Path, manner: Manner) -> Iterator[Article | Issue]:
    found, known = False, known_suffixes()
    for path in sorted(place.rglob("*")):
        if path.is_file() and suffix_of(path.name) in known:
            found = True
            yield from _file(path, manner)
    if not found:
        listed = " ".join(sorted(known))
        yield issue(
            str(place), "read", "no_articles", f"{place}: met no file to read, expected one of {listed} in the folder"
        )


def _file(path: Path, manner: Manner) -> Iterator[Article | Issue]:
    name = str(path)
    try:
        stream = path.open("rb")
    except OSError as fault:
        yield issue(name, "read", "unreadable", f"{name}: {fault.strerror}; check its permissions")
        return
    with stream:
        yield from read_stream(outermost(stream, name, manner.limits), name, manner)
