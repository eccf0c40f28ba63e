"""The named questions: one SQL file and one typed function each, the same names everywhere."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import duckdb
import msgspec

from legation.errors import AskError
from legation.store.open import Store

NAMES = (
    "events",
    "deals",
    "transfers",
    "attacks",
    "statements",
    "relations",
    "sources",
    "places",
    "actors",
    "codings",
    "grades",
)


class Answer(msgspec.Struct, frozen=True):
    """The rows of an answer with their columns' names."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    def dicts(self) -> list[dict[str, Any]]:
        """The rows as dictionaries."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def events(store: Store, *, country: str | None = None, limit: int = 1000) -> Answer:
    """Happenings, one row per supporting claim."""
    return ask(store, "events", country=country, limit=limit)


def deals(store: Store, *, country: str | None = None, limit: int = 1000) -> Answer:
    """Arms deals, one row per supporting claim."""
    return ask(store, "deals", country=country, limit=limit)


def transfers(store: Store, *, country: str | None = None, limit: int = 1000) -> Answer:
    """Arms transfer claims."""
    return ask(store, "transfers", country=country, limit=limit)


def attacks(store: Store, *, country: str | None = None, limit: int = 1000) -> Answer:
    """Attacks with their casualties."""
    return ask(store, "attacks", country=country, limit=limit)


def statements(
    store: Store, *, country: str | None = None, by: str | None = None, about: str | None = None, limit: int = 1000
) -> Answer:
    """Who says what: `by` a speaker's name or part of it, `about` a country's code or an actor's name in what is said."""
    return ask(store, "statements", country=country, by=by, about=about, limit=limit)


def relations(store: Store, *, country: str | None = None, limit: int = 1000) -> Answer:
    """How states stand to one another."""
    return ask(store, "relations", country=country, limit=limit)


def sources(store: Store, *, country: str | None = None, limit: int = 1000) -> Answer:
    """Outlets, agencies and speakers with what they carry."""
    return ask(store, "sources", country=country, limit=limit)


def places(store: Store, *, country: str | None = None, limit: int = 1000) -> Answer:
    """Places named, with point, precision and, where disputed, their claimants."""
    return ask(store, "places", country=country, limit=limit)


def actors(store: Store, *, country: str | None = None, limit: int = 1000) -> Answer:
    """Actors named or pointed back to, with office and sector."""
    return ask(store, "actors", country=country, limit=limit)


def codings(store: Store, *, country: str | None = None, limit: int = 1000) -> Answer:
    """CAMEO, ACLED and UCDP codes of event claims, each with its rule."""
    return ask(store, "codings", country=country, limit=limit)


def grades(store: Store, *, country: str | None = None, limit: int = 1000) -> Answer:
    """Both Admiralty axes of each claim."""
    return ask(store, "grades", country=country, limit=limit)


def ask(
    store: Store,
    name: str,
    *,
    country: str | None = None,
    by: str | None = None,
    about: str | None = None,
    limit: int = 1000,
) -> Answer:
    """The answer to a named question; AskError lists the names when there is none such, or when it takes no speaker."""
    if name not in NAMES:
        raise AskError(f"question {name!r}: not known; expected one of {', '.join(NAMES)}, or SQL in quotes")
    sql = (files("legation.ask") / "sql" / f"{name}.sql").read_text(encoding="utf-8")
    if name != "statements" and (by or about):
        raise AskError(f"question {name!r}: met by or about, which only the question statements takes")
    narrower = {"by": by, "about": about} if name == "statements" else {}
    return answer(store.db.execute(sql, {"country": country, "limit": limit} | narrower))


def answer(cursor: duckdb.DuckDBPyConnection) -> Answer:
    """The answer that a cursor holds."""
    columns = tuple(str(column[0]) for column in cursor.description or ())
    return Answer(columns, tuple(cursor.fetchall()))
