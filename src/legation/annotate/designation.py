"""Designations that no list knows: by their shape, beside a weapon noun. Kept verbatim, never guessed to be a listed weapon."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from legation.record.mention import Candidate, Mention
from legation.record.span import Span

_SHAPE = re.compile(
    r"(?<![\w/.-])(?:[A-Z][A-Za-z]{0,9}-?\d{1,4}[A-Z]{0,3}(?:-\d{1,3})?|(?:Type|Project|Mk|Mark) \d{1,4}[A-Z]{0,2})(?![\w/-]|\.\d)"
)
_AHEAD = re.compile(r"(?: [\w-]+){0,2} ?")
_REACH = 30


def unknown_designations(text: str, names: Iterable[Mention], offset: int = 0) -> Iterator[Mention]:
    """The words of a designation's shape that no name covers and that a weapon noun follows within two words or just precedes."""
    names = tuple(names)
    nouns = [m.span for m in names if any(c.sort == "noun" for c in m.candidates)]
    for match in _SHAPE.finditer(text):
        span = Span(match.start() + offset, match.end() + offset)
        if not any(span.overlaps(m.span) for m in names) and _beside(span, nouns, text, offset):
            yield Mention(span, match.group(), "designation", (Candidate("designation", match.group(), "shape"),))


def _beside(span: Span, nouns: Iterable[Span], text: str, offset: int) -> bool:
    for noun in nouns:
        if 0 < noun.start - span.end < _REACH and _AHEAD.fullmatch(text[span.end - offset : noun.start - offset]):
            return True
        if text[noun.end - offset : span.start - offset] in (
            " ",
            " the ",
            " called ",
            " called the ",
            ", the ",
            " (",
            ", called the ",
        ):
            return True
    return False
