"""Legation reads news reports and keeps the record of international relations in them, every value with its words.

import legation
summary = legation.ingest(["articles/"], into="record.duckdb")
legation.query("SELECT supplier, recipient, designation, words FROM deals", store="record.duckdb").dicts()
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from legation.ask.question import Answer
    from legation.scale.local import Summary
    from legation.store.open import Store

__version__ = "0.1.0"
__all__ = ["__version__", "ingest", "open", "query"]


def ingest(
    paths: Sequence[str], *, into: str = "legation.duckdb", published: str | None = None, jobs: int = 1
) -> Summary:
    """The summary of reading files, folders or "-" into a store. See `legation.scale.local.read_into`."""
    from legation.scale.local import Request, read_into

    return read_into(Request(paths=tuple(paths), published=published, jobs=jobs), into)


def open(path: str = "legation.duckdb", *, read_only: bool = True) -> AbstractContextManager[Store]:
    """The store at a path, as a context manager. See `legation.store.open.open_store`."""
    from legation.store.open import open_store

    return open_store(path, read_only=read_only)


def query(
    question: str,
    *,
    store: str = "legation.duckdb",
    country: str | None = None,
    by: str | None = None,
    about: str | None = None,
    limit: int = 1000,
) -> Answer:
    """The answer to a named question or to one SELECT over a store file; `by` and `about` narrow the question statements."""
    from legation.ask.question import NAMES
    from legation.ask.question import ask as named
    from legation.ask.sql import ask_sql

    if question not in NAMES:
        return ask_sql(store, question)
    with open(store) as opened:
        return named(opened, question, country=country, by=by, about=about, limit=limit)
