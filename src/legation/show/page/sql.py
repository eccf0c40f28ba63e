"""SQL: the record for those who ask in its own language."""

from __future__ import annotations

import msgspec

from legation.ask.bounded import ROWS, SECONDS, Bounded, bounded
from legation.errors import AskError
from legation.show.asked import Asked, Page
from legation.show.table import Table, table

_VIEWS = """SELECT view_name AS name, comment FROM duckdb_views() WHERE NOT internal
UNION ALL SELECT table_name, comment FROM duckdb_tables() WHERE NOT internal ORDER BY name"""
FIRST = "SELECT supplier, recipient, designation, stage, origins\nFROM deal\nORDER BY origins DESC\nLIMIT 20"
_LONGEST = 20_000


class Sql(msgspec.Struct, frozen=True, kw_only=True):
    """The context of the SQL page: the query, its answer or what was wrong with it, and the views that there are."""

    query: str
    answer: Bounded | None
    fault: str | None
    views: tuple[tuple[str, str | None], ...]
    seconds: float = SECONDS
    limit: int = ROWS


def sql(asked: Asked) -> Page:
    """The page with the answer to the query asked for."""
    query = asked.given.get("q", "").strip()[:_LONGEST]
    answer, fault = None, None
    if query:
        try:
            answer = bounded(asked.store, query)
        except AskError as met:
            fault = str(met)
    views = tuple((str(name), comment) for name, comment in table(asked.store, _VIEWS).rows)
    body = Sql(query=query or FIRST, answer=answer, fault=fault, views=views)
    out = (f"rows after the first {ROWS:,}",) if answer and answer.more else ()
    rows = Table(
        columns=answer.columns if answer else (),
        rows=answer.rows if answer else (),
        total=len(answer.rows) if answer else 0,
        sql=query,
        left_out=out,
    )
    return Page(template="sql.html", title="SQL", body=body, table=rows, status=400 if fault else 200)
