"""Stretches between quotation marks; an unclosed quote ends with its paragraph and loses nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from legation.record.document import Quote
from legation.record.span import Span

_CLOSING = {"“": '”|"', "«": "»", "„": "“|”", "``": "''", "''": "''", '"': '"|”', "”": "”"}
_OPENING = re.compile(r"“|«|„|``|''(?=\S)|(?<!\d)\"|(?<!\S)”(?=\w)|(?:(?<=^)|(?<=[\s(]))[‘'](?=\w)")
_SPOKEN = re.compile(r"[,.!?…][’'](?!\w)")


def quotes_in(text: str, offset: int = 0) -> tuple[Quote, ...]:
    """The quotes of one paragraph in text order, spans shifted by `offset`; what stands inside a quote is part of it.

    Single marks count only where they close behind a comma, stop or other mark, as speech does: an apostrophe is none.

    >>> [(q.inner.start, q.inner.end, q.closed) for q in quotes_in('He said "no" twice.')]
    [(9, 11, True)]
    >>> [q.inner.start for q in quotes_in("'We won,' the Peruvians' envoy said.")]
    [1]
    """
    return tuple(_quotes(text, offset))


def _quotes(text: str, offset: int) -> Iterator[Quote]:
    at = 0
    while (opening := _OPENING.search(text, at)) is not None:
        mark = opening.group()
        start = opening.end()
        end = _end(text, start, mark)
        if end is None:
            at = start
            continue
        stop = min(end + len(mark), len(text))
        if end > start:
            yield Quote(
                Span(opening.start() + offset, stop + offset), Span(start + offset, end + offset), end < len(text)
            )
        at = stop


def _end(text: str, start: int, mark: str) -> int | None:
    """Where a quote's words end: its closing mark or the end of the text; None when a single mark is an apostrophe."""
    if mark in ("‘", "'"):
        match = _SPOKEN.search(text, start)
        return match.end() - 1 if match else None
    closing = re.compile(_CLOSING[mark]).search(text, start)
    return closing.start() if closing else len(text)
