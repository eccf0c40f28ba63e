"""The terms of a transfer that a sentence tells in words: how it is paid, what is given in return, what it is for, on what condition, which batch."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from legation.extract.scene import Scene
from legation.lexicon.table import load_table
from legation.record.document import Sentence
from legation.record.span import Span

_ROLES = {
    "financing": "financing",
    "offsets": "offset",
    "end_use": "purpose",
    "conditions": "condition",
    "batch": "batch",
}


class Term(msgspec.Struct, frozen=True):
    """A term: its field in a transfer, the role that its words have, and where they stand."""

    name: str
    role: str
    span: Span


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    table: dict[str, str] = load_table("rules/transfers.toml")["terms"]
    return {name: re.compile(table[name], re.IGNORECASE) for name in _ROLES}


def terms_of(scene: Scene, sentence: Sentence) -> tuple[Term, ...]:
    """The terms of a sentence, at most one of each field, in the order of the fields."""
    text = scene.words(sentence.span)
    found = ((name, pattern.search(text)) for name, pattern in _patterns().items())
    return tuple(
        Term(name, _ROLES[name], Span(*match.span()).shift(sentence.span.start))
        for name, match in found
        if match is not None
    )
