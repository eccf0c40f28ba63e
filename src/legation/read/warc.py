"""WARC, plain or gzipped, as CC-NEWS and web crawls publish it: each page that was answered is one article. Needs the extra `readers` (warcio)."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import redirect_stderr
from typing import Any

from legation.errors import TooLarge
from legation.read.extra import library
from legation.read.html import page_article
from legation.read.manner import Manner, Things, streamed
from legation.read.text import article_of, decode
from legation.record.issue import issue

_PAGES = ("text/html", "application/xhtml+xml")


@streamed
def read_warc(stream: io.BufferedReader, name: str, manner: Manner) -> Things:
    """The articles of the pages (`response` with HTML) and of texts taken from pages (`conversion`), in the file's order.

    The day of the crawl (WARC-Date) is not the day of publication and is not taken. Other records are passed over.
    """
    archive = library("warcio.archiveiterator", name)
    logging.getLogger("warcio").setLevel(logging.CRITICAL)
    try:
        for number, record in enumerate(_records(archive.ArchiveIterator(stream)), start=1):
            yield from _record(record, f"{name}:{number}", manner)
    except _Broken as fault:
        reason = f"{name}: broken off ({fault.__cause__}); what stands behind the break cannot be read"
        yield issue(name, "read", "damaged", reason)


class _Broken(Exception):
    """The archive cannot be read on."""


def _records(archive: Any) -> Iterator[Any]:
    """The records; _Broken where the next cannot be made out. The library prints pieces of hostile input on the terminal, which is kept away."""
    while True:
        try:
            with redirect_stderr(io.StringIO()):
                record = next(archive, None)
        except TooLarge:
            raise
        except Exception as fault:
            raise _Broken from fault
        if record is None:
            return
        yield record


def _record(record: Any, where: str, manner: Manner) -> Things:
    if record.rec_type not in ("response", "conversion", "resource"):
        return
    kind, _, rest = _type(record).partition(";")
    is_page = kind.strip().lower() in _PAGES
    if not is_page and kind.strip().lower() != "text/plain":
        return
    limit = manner.limits.record_bytes
    data = record.content_stream().read(limit + 1)
    if len(data) <= limit and record.raw_stream.limit > 0:
        yield issue(where, "read", "damaged", f"{where}: the page is cut off; it is left out, fetch the file again")
    elif len(data) > limit:
        yield issue(
            where, "read", "too_long", f"{where}: met a page of more than {limit:,} bytes; set --limit record_bytes"
        )
    elif data.strip():
        yield from _article(data, where, record.rec_headers.get_header("WARC-Target-URI"), rest if is_page else None)


def _type(record: Any) -> str:
    """The media type of what was answered, or of the record itself where it holds no answer; "" for an answer that is no success."""
    if record.http_headers is None:
        return record.rec_headers.get_header("Content-Type") or ""
    if not str(record.http_headers.get_statuscode() or "").startswith("2"):
        return ""
    return record.http_headers.get_header("Content-Type") or ""


def _article(data: bytes, where: str, url: str | None, parameters: str | None) -> Things:
    if parameters is None:
        yield from article_of(decode(data)[0], where, raw=data, media_type="text/plain", url=url)
        return
    declared = parameters.lower().partition("charset=")[2].split(";")[0]
    yield from page_article(data, where, url=url, declared=declared or None)
