"""Which reader an input asks for: by the ending of its name, else by its first bytes."""

from __future__ import annotations

import re
from functools import cache
from pathlib import PurePath

from legation.plugin import load, plugins
from legation.read.manner import Reader

SNIFFED = 4096
"""How many first bytes are looked at. **Source:** house choice; a page's comment or an XML prologue is shorter."""

_MARKS: tuple[tuple[str, bytes], ...] = (
    (".gz", rb"\x1f\x8b"),
    (".bz2", rb"BZh[1-9]"),
    (".xz", rb"\xfd7zXZ\x00"),
    (".zip", rb"PK(?:\x03\x04|\x05\x06)"),
    (".tar", rb"(?s).{257}ustar"),
    (".pdf", rb"%PDF-"),
    (".parquet", rb"PAR1"),
    (".jpg", rb"\xff\xd8\xff"),
    (".png", rb"\x89PNG\r\n"),
    (".tif", rb"II\*\x00|MM\x00\*"),
    (".warc", rb"WARC/\d"),
    (".mbox", rb"From \S+ .*\d{4}\s*\n"),
    (".html", rb"(?i)\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b"),
    (".xml", rb"(?i)\s*(?:<\?xml|<(?:rss|feed|newsitem|newsmessage|rdf:rdf)\b)"),
    (".json", rb"\s*\{[ \t]*\r?\n"),
    (".jsonl", rb"\s*\{"),
    (".json", rb"\s*\["),
)
"""The first bytes of each kind of file. **Source:** the formats' own specifications (RFC 1952, APPNOTE, POSIX ustar, ISO 32000, WARC 1.1, ...)."""


def suffix_of(name: str) -> str:
    """The ending of a file's name in small letters, with its dot; "" where it has none."""
    return PurePath(name).suffix.lower()


@cache
def known_suffixes() -> frozenset[str]:
    """The endings that a reader is registered for."""
    return frozenset(plugins("readers"))


def reader_for(name: str, head: bytes) -> Reader:
    """The reader of an input: by its name where that has a known ending, else by its first bytes; plain text where they tell nothing.

    PluginError when the reader's code cannot be loaded.
    """
    suffix = suffix_of(name)
    return _loaded(suffix if suffix in known_suffixes() else _sniffed(head))


@cache
def _loaded(suffix: str) -> Reader:
    found: Reader = load("readers", suffix)
    return found


def _sniffed(head: bytes) -> str:
    bare = head.removeprefix(b"\xef\xbb\xbf")
    return next((suffix for suffix, mark in _MARKS if re.match(mark, bare)), ".txt")
