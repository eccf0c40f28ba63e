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
    from legation.record.comparison import Comparison
    from legation.record.dependence import Dependence
    from legation.record.incident import Incident
    from legation.record.register import Entry
    from legation.scale.local import Summary
    from legation.store.open import Store

__version__ = "0.1.0"
__all__ = ["__version__", "attacks", "compare_sipri", "dependence", "ingest", "open", "query", "register"]


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


def register(
    *,
    store: str = "legation.duckdb",
    supplier: str | None = None,
    recipient: str | None = None,
    since: int | None = None,
    to: int | None = None,
    view: str = "sipri",
) -> tuple[Entry, ...]:
    """The arms register of a store file, one entry per deal: the view "sipri" has orders and deliveries in scope, "all" every deal.

    Parties are alpha-3 codes, years inclusive. See `legation.ask.register`.
    """
    from legation.ask.register import Wanted
    from legation.ask.register import register as wanted

    asked = Wanted(supplier=supplier, recipient=recipient, since=since, to=to, view=view)
    with open(store) as opened:
        return wanted(opened, asked)


def compare_sipri(
    file: str,
    *,
    store: str = "legation.duckdb",
    supplier: str | None = None,
    recipient: str | None = None,
    since: int | None = None,
    to: int | None = None,
) -> Comparison:
    """The register of a store file beside a SIPRI file of your own; nothing of the file is kept. See `legation.ask.compare`."""
    from legation.ask.compare import compare_sipri as compared
    from legation.record.comparison import Choice

    choice = Choice(supplier=supplier, recipient=recipient, since=since, until=to)
    with open(store) as opened:
        return compared(opened, file, choice)


def dependence(
    *,
    store: str = "legation.duckdb",
    recipient: str | None = None,
    supplier: str | None = None,
    since: int | None = None,
    to: int | None = None,
    window: int | None = None,
) -> Dependence:
    """The shares of a recipient's suppliers, or of a supplier's recipients, by windows of years. See `legation.ask.dependence`."""
    from legation.ask.dependence import ask_dependence
    from legation.corroborate.dependence import Asked

    asked = Asked(recipient=recipient, supplier=supplier, since=since, until=to, window=window)
    with open(store) as opened:
        return ask_dependence(opened, asked)


def attacks(
    *,
    store: str = "legation.duckdb",
    country: str | None = None,
    since: int | None = None,
    to: int | None = None,
    policy: str = "ucdp",
) -> tuple[Incident, ...]:
    """The attacks of a store file, each told once however many articles report it, tolls by the policy. See `legation.ask.attacks`."""
    from legation.ask.attacks import Wanted
    from legation.ask.attacks import attacks as wanted

    with open(store) as opened:
        return wanted(opened, Wanted(country=country, since=since, to=to, policy=policy))
