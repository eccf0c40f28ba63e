"""Predictions in the temporal format: the time expressions of a text, and how each event stands to the day of publication."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from evals.gold import parsed
from legation.extract.day import relation_to_day
from legation.record.document import Document
from legation.record.when import When

Row = dict[str, Any]
NAMES = {"before": "before", "on": "during", "around": "includes", "after": "after"}


def predict(row: Row) -> Row:
    """The prediction of one gold row. Every token that may tell of something is given; the scorer asks for those it has."""
    found = parsed(row)
    if found is None:
        return {"id": row["id"]}
    framed, docs = found
    timexes = [t for doc in docs for t in _timexes(doc)]
    return {"id": row["id"], "timexes": timexes, "events": [e for doc in docs for e in _events(doc, framed.published)]}


def _events(document: Document, day: str | None) -> Iterator[Row]:
    for sentence in document.sentences:
        whens = [w for w in document.whens if sentence.span.contains(w.span)]
        for token in sentence.tokens:
            if token.pos in ("VERB", "AUX", "NOUN", "PROPN", "ADJ"):
                relation = relation_to_day(sentence, token.index, whens, day)
                yield {"start": token.start, "dct_rel": NAMES[relation]}


def _timexes(document: Document) -> Iterator[Row]:
    for when in document.whens:
        for one in when.parts or (when,):
            if one.span not in [w.span for w in when.parts[:1]] or not when.parts or one is when.parts[0]:
                yield {"start": one.span.start, "end": one.span.end, "value": _value(one)}


def _value(when: When) -> str | None:
    return when.timex
