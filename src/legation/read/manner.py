"""How a run reads: its limits, the user's names of columns, and how deep in archives it is. A reader may ask for it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

import msgspec

from legation.lexicon.limit import Limits, default_limits
from legation.record.article import Article
from legation.record.issue import Issue

Things = Iterator[Article | Issue]
Reader = Callable[..., Things]
"""`(data: bytes, name: str)`, or `(data, name, manner)`; with `@streamed` the first is a binary stream."""


class Manner(msgspec.Struct, frozen=True, kw_only=True):
    """How to read. `columns` maps our fields to the names that the user's file has; `depth` counts the archives around the input, whose name
    without their endings is `inner` ("a.jsonl" of "a.jsonl.gz"): by it the reader is chosen, by the full name the input is told."""

    limits: Limits = msgspec.field(default_factory=default_limits)
    columns: dict[str, str] = {}
    depth: int = 0
    inner: str = ""


def streamed(reader: Reader) -> Reader:
    """The reader, marked as one that takes a stream instead of bytes: for files of many articles, which may be of any size."""
    vars(reader)["streamed"] = True
    return reader


def is_streamed(reader: Reader) -> bool:
    """Whether the reader takes a stream."""
    return bool(getattr(reader, "streamed", False))


def call(reader: Reader, given: bytes | BinaryIO, name: str, manner: Manner) -> Things:
    """What the reader makes of the bytes or stream; it is handed the manner where it has a third parameter for it."""
    parameters: Any = inspect.signature(reader).parameters
    return reader(given, name, manner) if len(parameters) > 2 else reader(given, name)
