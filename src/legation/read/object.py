"""A JSON object as what it is: a ninjs item by its keys, else a row with a text (news-please's own keys are among the names known)."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from legation.read.manner import Manner, Things
from legation.read.ninjs import is_ninjs, ninjs_things
from legation.read.row import row_things
from legation.record.issue import issue


def object_things(row: Any, where: str, raw: bytes, manner: Manner) -> Things:
    """The articles and issues of one object."""
    if not isinstance(row, dict):
        reason = f"{where}: met {type(row).__name__}, expected one JSON object with a text"
        yield issue(where, "read", "broken_line", reason)
    elif is_ninjs(row):
        yield from ninjs_things(row, where, raw)
    else:
        yield from row_things(row, where, raw, manner, "application/json")


def decoded(data: bytes, where: str) -> Any:
    """What the JSON says, or the issue of JSON that is broken or nested too deep."""
    try:
        return _halves(data) if b"\\ud" in data.lower() else msgspec.json.decode(data)
    except (ValueError, RecursionError) as fault:
        return issue(where, "read", "broken_line", f"{where}: {fault}; expected one JSON object with a text")


def _halves(data: bytes) -> Any:
    """What JSON says that may have halves of characters as escapes, which other writers let through; they are replaced later."""
    try:
        return msgspec.json.decode(data)
    except msgspec.DecodeError:
        return json.loads(data)
