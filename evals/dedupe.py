"""Predictions in the dedupe format: which texts tell one story, and which of the given mentions tell of one deed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from evals.gold import parsed
from legation.corroborate.gist import gist
from legation.corroborate.story import chain, deed, stories
from legation.record.document import Document
from legation.record.span import Span

Row = dict[str, Any]


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """The predictions of a file, in its order. Of the gold only the texts and the spans of the mentions are looked at."""
    given = list(rows)
    documents = {str(row["id"]): _documents(row) for row in given}
    story = stories({name: gist(own) for name, own in documents.items()})
    for row in given:
        name = str(row["id"])
        mentions = [_mention(m, documents[name], story[name]) for m in row.get("mentions") or []]
        yield {"id": row["id"], "cluster": story[name], "mentions": mentions}


def _documents(row: Row) -> tuple[Document, ...]:
    found = parsed(row)
    return found[1] if found is not None else ()


def _mention(given: Row, documents: tuple[Document, ...], story: str) -> Row:
    word = deed(documents, Span(given["start"], given["end"])) or str(given["text"]).lower()
    return {"start": given["start"], "chain": chain(story, word)}
