"""One input, whole file or member of an archive: its reader is chosen and run, and whatever goes wrong becomes its issue."""

from __future__ import annotations

import io
from collections.abc import Iterator

from legation.errors import PluginError, ReadError, TooLarge
from legation.read.manner import Manner, Reader, Things, call, is_streamed
from legation.read.media import SNIFFED, reader_for
from legation.read.text import is_binary
from legation.read.unpack import BREAKS, fault_of
from legation.record.article import Article
from legation.record.issue import Issue, issue

_PLAIN = ("read_text", "read_html")
_DAMAGE = (*BREAKS, ValueError, RuntimeError, NotImplementedError)


def read_stream(stream: io.BufferedReader, name: str, manner: Manner) -> Things:
    """The articles and issues of one input. A fault of the input or of its reader ends this input only, with an issue."""
    try:
        yield from (_checked(thing, name, manner) for thing in _read(stream, name, manner))
        if (broken := fault_of(stream)) is not None:
            raise broken
    except TooLarge as fault:
        yield issue(name, "read", "too_large", str(fault))
    except ReadError as fault:
        yield issue(name, "read", "unreadable", str(fault))
    except PluginError as fault:
        yield issue(name, "read", "no_reader", f"{name}: {fault}")
    except _DAMAGE as fault:
        yield issue(name, "read", "damaged", f"{name}: {type(fault).__name__}: {fault}; the rest of it cannot be read")
    except Exception as fault:  # noqa: BLE001 - a reader's fault never stops the other inputs
        reason = f"{name}: its reader failed, {type(fault).__name__}: {fault}; please report it with the file"
        yield issue(name, "read", "reader_fault", reason)


def _read(stream: io.BufferedReader, name: str, manner: Manner) -> Things:
    head = stream.peek(SNIFFED)[:SNIFFED]
    reader = reader_for(manner.inner or name, head)
    if is_streamed(reader):
        yield from call(reader, stream, name, manner)
        return
    limit = manner.limits.file_bytes
    data = stream.read(limit + 1)
    yield from _refused(data, name, limit, reader) or call(reader, data, name, manner)


def _refused(data: bytes, name: str, limit: int, reader: Reader) -> Iterator[Issue] | None:
    """The issue that keeps the bytes from their reader, or None."""
    if len(data) > limit:
        return iter([issue(name, "read", "too_long", f"{name}: met more than {limit:,} bytes; split the file")])
    if not data.strip():
        return iter([issue(name, "read", "empty", f"{name}: the file has no text; leave it out")])
    if reader.__name__ in _PLAIN and is_binary(data):
        return iter([issue(name, "read", "binary", f"{name}: met binary data, expected text, HTML or JSON lines")])
    return None


def _checked(thing: Article | Issue, name: str, manner: Manner) -> Article | Issue:
    """The thing, or an issue where it is none, or longer than an article may be."""
    if isinstance(thing, Issue):
        return thing
    if not isinstance(thing, Article):
        reason = f"{name}: its reader gave {type(thing).__name__}, expected Article or Issue; mend the reader"
        return issue(name, "read", "reader_fault", reason)
    limit = manner.limits.article_characters
    if len(thing.text) > limit:
        reason = f"{name}: met {len(thing.text):,} characters, expected at most {limit:,}; split it"
        return issue(thing.source_name, "read", "too_long", reason)
    return thing
