"""Predictions in the temporal format: the time expressions of a text, and how each event stands to the day of publication."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from evals.gold import article
from legation.annotate.document import documents
from legation.annotate.segment import segment
from legation.plugin import default_tools
from legation.record.document import Document
from legation.record.when import When

Row = dict[str, Any]


def predict(row: Row) -> Row:
    """The prediction of one gold row. Every token that may tell of something is given; the scorer asks for those it has."""
    made = article(row)
    if made is None:
        return {"id": row["id"]}
    tools = default_tools()
    framed = segment(made, tools.lexicon)
    docs = documents(framed, tools.lexicon, tools.parser)
    return {"id": row["id"], "timexes": [t for doc in docs for t in _timexes(doc)], "events": []}


def _timexes(document: Document) -> Iterator[Row]:
    for when in document.whens:
        for one in when.parts or (when,):
            if one.span not in [w.span for w in when.parts[:1]] or not when.parts or one is when.parts[0]:
                yield {"start": one.span.start, "end": one.span.end, "value": _value(one)}


def _value(when: When) -> str | None:
    return when.timex
