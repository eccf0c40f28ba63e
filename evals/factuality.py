"""Predictions in the factuality format: where every word that may tell an event lies between -3 and 3."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from evals.gold import parsed
from legation.extract.factuality import factuality_of
from legation.record.document import Document

Row = dict[str, Any]


def predict(row: Row) -> Row:
    """The prediction of one gold row, keyed by start offset. Every token is given; the scorer asks for those it has."""
    found = parsed(row)
    if found is None:
        return {"id": row["id"]}
    _, docs = found
    return {"id": row["id"], "events": [e for doc in docs for e in _events(doc)]}


def _events(document: Document) -> Iterator[Row]:
    for sentence in document.sentences:
        for token in sentence.tokens:
            if token.pos not in ("PUNCT", "SPACE"):
                standing = factuality_of(sentence, token.index)
                yield {
                    "start": token.start,
                    "value": standing.grade,
                    "why": f"{standing.factuality.value} {standing.reason}",
                }
