"""The paragraphs of a text: stretches between blank lines, or single lines where a text has no blank ones."""

from __future__ import annotations

import re

from legation.record.span import Span

_LONGEST = 20_000
# A line that begins with a bullet, and one with cells (bars, tabs, wide gaps), are paragraphs of their own.
_APART = re.compile(r"^\s*(?:[•▪‣➢*–—-]\s|\|)|\S(?:\t| {3,}|\s\|\s)\s*\S")


def paragraphs(text: str) -> tuple[Span, ...]:
    """The trimmed spans of the paragraphs, in text order; every character that is no white space lies in one.

    Lines of one paragraph stay together when they are wrapped (the line before is long and ends without a stop), bullets and rows of a table not;
    a paragraph of more than 20,000 characters is cut at white space.

    >>> [(s.start, s.end) for s in paragraphs("One.\\n\\nTwo.")]
    [(0, 4), (6, 10)]
    """
    found: list[Span] = []
    for chunk in re.finditer(r"\S(?:.*?\S)??(?=\s*\n[^\S\n]*\n|\s*\Z)", text, re.DOTALL):
        found.extend(_lines(text, chunk.start(), chunk.end()))
    return tuple(piece for span in found for piece in _cut(text, span))


def _lines(text: str, start: int, end: int) -> list[Span]:
    spans: list[Span] = []
    for line in re.finditer(r"[^\n]*\S[^\n]*", text[start:end]):
        raw = line.group()
        left = start + line.start() + len(raw) - len(raw.lstrip())
        span = Span(left, start + line.start() + len(raw.rstrip()))
        if spans and _wrapped(text[spans[-1].slice]) and not is_apart(line.group()):
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
    return spans


def is_apart(line: str) -> bool:
    """Whether a line stands alone by its form: it begins with a bullet, or is a row of cells.

    >>> is_apart("- 12 tanks"), is_apart("Chile   12"), is_apart("12 tanks - no more")
    (True, True, False)
    """
    return bool(_APART.search(line))


def _wrapped(line: str) -> bool:
    """Whether a line runs on into the next: as long as a wrapped line is, without a stop at its end."""
    last = line.rsplit("\n", 1)[-1]
    return 50 <= len(last) <= 100 and last[-1] not in '.!?:;”"'


def _cut(text: str, span: Span) -> list[Span]:
    pieces, at = [], span.start
    while span.end - at > _LONGEST:
        stop = text.rfind(" ", at + 1, at + _LONGEST)
        stop = stop if stop > at else at + _LONGEST
        pieces.append(Span(at, stop))
        at = stop
        while at < span.end and text[at].isspace():
            at += 1
    return [*pieces, Span(at, span.end)] if at < span.end else pieces
