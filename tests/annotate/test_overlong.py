"""Texts without stops: lists, tables, run-on prose."""

from __future__ import annotations

from legation.pipeline import Tools, read_article
from tests.make import article


def test_a_sentence_without_end_is_read_in_pieces(tools: Tools) -> None:
    text = "The minister said that " * 400 + "Peru sold tanks to Chile."
    reading = read_article(article(text), tools)
    assert any(c.words.endswith("Peru sold tanks to Chile") for c in reading.claims)
