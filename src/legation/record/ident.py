"""Content-hash ids: a re-run makes the same id, so merging shards is set union."""

from __future__ import annotations

import hashlib
import re

import msgspec

_LENGTH = 16


def ident(prefix: str, *fields: object) -> str:
    """The id of a record: its kind, an underscore, 16 hex digits.

    The digits are the start of the SHA-256 of a JSON array of the fields, so that
    ("a", "b.c") and ("a.b", "c") never meet.

    >>> ident("art", "a", "b.c") == ident("art", "a.b", "c")
    False
    """
    digest = hashlib.sha256(msgspec.json.encode(list(fields))).hexdigest()
    return f"{prefix}_{digest[:_LENGTH]}"


def sha256(data: bytes) -> str:
    """The SHA-256 of the bytes, in hex."""
    return hashlib.sha256(data).hexdigest()


def slug(name: str) -> str:
    """The readable id of a name: its words in lower case, joined by hyphens.

    >>> slug("Zafar Hilaly")
    'zafar-hilaly'
    """
    return re.sub(r"[^\w]+", "-", name.lower().replace("+", "-plus")).strip("-") or "unnamed"
