"""Where the gold stands, and how a row of it becomes an article: only what a system may see is read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from legation.annotate.document import documents
from legation.annotate.segment import segment
from legation.plugin import default_tools
from legation.read.date import day_of
from legation.read.text import article_of
from legation.record.article import Article
from legation.record.document import Document

ROOT = Path(__file__).resolve().parent.parent


def gold_dir() -> Path | None:
    """The folder of the gold: LEGATION_GOLD, or ../shared/gold beside the checkout; None when there is none."""
    place = Path(os.environ.get("LEGATION_GOLD") or ROOT.parent / "shared" / "gold")
    return place if place.is_dir() else None


def seed_dir() -> Path | None:
    """The folder of the seed article: LEGATION_SEED, or ../shared/seed; None when there is none."""
    place = Path(os.environ.get("LEGATION_SEED") or ROOT.parent / "shared" / "seed")
    return place if place.is_dir() else None


def article(row: dict[str, Any]) -> Article | None:
    """The article of a gold row: its text with outlet, url, title and day; nothing else is looked at."""
    day = day_of(row.get("published") or row.get("date") or row.get("dct"))
    found = article_of(
        row["text"],
        str(row["id"]),
        raw=row["text"].encode(),
        media_type="text/plain",
        url=row.get("url"),
        title=row.get("title"),
        outlet=row.get("outlet"),
        published=day,
        published_basis="metadata" if day else None,
        language="en",
    )
    return next((thing for thing in found if isinstance(thing, Article)), None)


def parsed(row: dict[str, Any]) -> tuple[Article, tuple[Document, ...]] | None:
    """The article of a gold row with its blocks, and its parsed documents; None when it is no article."""
    made = article(row)
    if made is None:
        return None
    tools = default_tools()
    framed = segment(made, tools.lexicon)
    return framed, documents(framed, tools.lexicon, tools.parser)
