"""Stretches between quotation marks; an unclosed quote ends with its paragraph and loses nothing."""

from __future__ import annotations

from collections.abc import Iterator

from legation.record.document import Quote
from legation.record.span import Span

_CLOSING = {"“": "”", "«": "»", "„": "“"}


def quotes_in(text: str, offset: int = 0) -> tuple[Quote, ...]:
    """The quotes of one paragraph in text order, double marks only, spans shifted by `offset`.

    >>> [(q.inner.start, q.inner.end, q.closed) for q in quotes_in('He said "no" twice.')]
    [(9, 11, True)]
    """
    return tuple(_quotes(text, offset))


def _quotes(text: str, offset: int) -> Iterator[Quote]:
    at = 0
    while (start := _opening(text, at)) is not None:
        mark = _CLOSING.get(text[start], text[start])
        end = text.find(mark, start + 1)
        closed = end >= 0
        stop = end if closed else len(text)
        if stop > start + 1:
            outer = Span(start + offset, min(stop + 1, len(text)) + offset)
            yield Quote(outer, Span(start + 1 + offset, stop + offset), closed)
        at = stop + 1


def _opening(text: str, at: int) -> int | None:
    """Where the next opening mark stands; an inch mark behind a digit is none."""
    for position in range(at, len(text)):
        char = text[position]
        if char in _CLOSING or (char == '"' and not (position and text[position - 1].isdigit())):
            return position
    return None
