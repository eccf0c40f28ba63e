"""A reviewer's word on a record: append-only, and it re-attaches after re-extraction."""

from __future__ import annotations

from typing import Literal

import msgspec


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """One review decision. `text_hash` is the SHA-256 of the evidence words, so that it finds its claim again.

    `at` is an ISO 8601 time in UTC.
    """

    id: str
    target: str
    action: Literal["accept", "edit", "reject", "merge", "split", "cannot_tell"]
    reviewer: str
    at: str
    text_hash: str
    reason: str | None = None
    field: str | None = None
    old: str | None = None
    new: str | None = None
