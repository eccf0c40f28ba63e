"""Predictions in the extraction format: the main text of a saved web page."""

from __future__ import annotations

from typing import Any

from legation.read.html import read_html
from legation.record.article import Article


def predict(row: dict[str, Any]) -> dict[str, Any]:
    """The prediction of one page: its main text as the reader of pages gives it, "" where it finds none."""
    found = read_html(row["html"].encode("utf-8", "surrogatepass"), str(row["id"]))
    text = next((thing.text for thing in found if isinstance(thing, Article)), "")
    return {"id": row["id"], "text": text}
