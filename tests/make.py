"""Test objects in one line."""

from __future__ import annotations

from legation.read.text import article_of
from legation.record.article import Article


def article(text: str, **frame: str) -> Article:
    """An article of the text, in English, with the frame given."""
    found = article_of(text, "test", raw=text.encode(), media_type="text/plain", language="en", **frame)
    return next(thing for thing in found if isinstance(thing, Article))
