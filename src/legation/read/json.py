"""A JSON file: one article (news-please, ninjs, or plain keys), or a list of them; JSON lines under another name are read as such."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import msgspec

from legation.read.jsonl import read_jsonl
from legation.read.manner import Manner, Things
from legation.read.object import decoded, object_things
from legation.read.text import decode
from legation.record.issue import Issue


def read_json(data: bytes, name: str, manner: Manner) -> Things:
    """The articles of the file's object, of its list, or of its lines."""
    found = decoded(decode(data)[0].encode("utf-8", "replace"), name)
    if isinstance(found, Issue) and b"\n" in data.strip():
        yield from read_jsonl(io.BufferedReader(io.BytesIO(data)), name, manner)
        return
    for where, row in [(name, found)] if isinstance(found, Issue | dict) else _listed(found, name):
        yield from [row] if isinstance(row, Issue) else object_things(row, where, msgspec.json.encode(row), manner)


def _listed(found: Any, name: str) -> Iterator[tuple[str, Any]]:
    """The things of a list, each with its place; what is no list stands alone."""
    rows = found if isinstance(found, list) else [found]
    for number, row in enumerate(rows, start=1):
        yield f"{name}:{number}", row
