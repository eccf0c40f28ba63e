"""A page's rows, with the SQL that gives them: what the buttons JSON, CSV and SQL hand out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import msgspec

from legation.export.cell import line
from legation.show.visible import visible
from legation.store.open import Store

MOST = 10_000
"""Rows that JSON and CSV hold at most; the total stands beside them."""
_PARAMETER = re.compile(r"\$([a-z_][a-z0-9_]*)")


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """Rows with their columns' names and the SQL behind them; `total` counts the rows of all pages together."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    total: int
    sql: str
    left_out: tuple[str, ...] = ()

    def dicts(self) -> list[dict[str, Any]]:
        """The rows as dictionaries."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def table(store: Store, sql: str, given: Mapping[str, Any] | None = None, *, total: int | None = None) -> Table:
    """The table of a query; of the parameters given those that the query names are bound."""
    used = bound(sql, given or {})
    cursor = store.db.execute(sql, used)
    columns = tuple(str(column[0]) for column in cursor.description or ())
    rows = tuple(cursor.fetchall())
    return Table(columns=columns, rows=rows, total=len(rows) if total is None else total, sql=written(sql, used))


def bound(sql: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters that a query names, None for those that are not given."""
    return {name: given.get(name) for name in _PARAMETER.findall(sql)}


def written(sql: str, given: Mapping[str, Any]) -> str:
    """The query with its parameters written in, as a user may run it."""
    return _PARAMETER.sub(lambda m: literal(given.get(m[1])), sql).strip()


def literal(value: Any) -> str:
    """The value as SQL.

    >>> literal("Cote d'Ivoire")
    "'Cote d''Ivoire'"
    """
    if value is None:
        return "NULL"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(literal, value)) + "]"
    return str(value) if isinstance(value, int | float) else "'" + str(value).replace("'", "''") + "'"


def as_json(name: str, found: Table) -> bytes:
    """The table as one JSON document."""
    document = {
        "schema_version": 1,
        "page": name,
        "total": found.total,
        "left_out": found.left_out,
        "sql": found.sql,
        "rows": found.dicts(),
    }
    return msgspec.json.encode(document, enc_hook=str)


def as_csv(found: Table) -> str:
    """The table as CSV: quoted, acting characters visible, no formula for a spreadsheet; lists are joined by semicolons."""
    rows = (found.columns, *found.rows)
    return "".join(line(map(_cell, row)) + "\r\n" for row in rows)


def _cell(value: Any) -> Any:
    if isinstance(value, list | tuple):
        value = "; ".join(map(str, value))
    return visible(value) if isinstance(value, str) else value
