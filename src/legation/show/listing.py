"""Lists: a relation of the store with columns, filters and an order; each says what its filters leave out."""

from __future__ import annotations

from typing import Any

import msgspec

from legation.show.asked import PER_PAGE, Asked, Page
from legation.show.table import MOST, Table, bound, table, written


class Column(msgspec.Struct, frozen=True):
    """A column: its name in the relation, its heading, and how a cell is drawn: text, words, code, codes, chain, number, date, tag, name."""

    name: str
    heading: str
    kind: str = "text"


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """A filter: the parameter, its label, the condition on a row with $name in it, and what is said of the rows that it leaves out.

    `choices` are the values of a menu; `default` is what holds where nothing is asked, "any" stands for no filter.
    """

    name: str
    label: str
    sql: str
    says: str
    kind: str = "text"
    choices: tuple[tuple[str, str], ...] = ()
    default: str | None = None


class Listing(msgspec.Struct, frozen=True, kw_only=True):
    """A list: name (also its address), title, what a row is, the relation in SQL, columns, filters, order.

    `light` is a cheaper relation with the same ids that has what filters and order need: rows are chosen there, and only those are worked out.
    `chosen` is the relation narrowed to the claims in $ids: DuckDB does not push such a choice down into the views.
    `then` are columns that are worked out for the rows of the page only, in SQL over the row `t`.
    `sort` is what a row is (claim, event, deal, article): with `key` it gives the page of a row and the provenance of a cell.
    """

    name: str
    title: str
    about: str
    relation: str
    columns: tuple[Column, ...]
    filters: tuple[Filter, ...] = ()
    order: str
    then: str = ""
    light: str | None = None
    chosen: str | None = None
    sort: str | None = None
    key: str = "id"
    empty: str = "Nothing in the store fits."


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """The context of a list's page: the list, the values of its filters, the rows as dictionaries, and where the page stands."""

    listing: Listing
    values: dict[str, str | None]
    rows: tuple[dict[str, Any], ...]
    page: int
    pages: int
    first: int
    everything: int


def listed(listing: Listing, asked: Asked) -> Page:
    """The page of a list as it was asked for."""
    values = {f.name: value_of(f, asked) for f in listing.filters}
    held = [f for f in listing.filters if values[f.name] is not None]
    everything, total, out = _counts(listing, held, values, asked)
    found = _rows(listing, held, values, asked, total)
    found = msgspec.structs.replace(found, left_out=out)
    pages = max(1, -(-total // PER_PAGE))
    body = Listed(
        listing=listing,
        values={f.name: values[f.name] or ("any" if f.default else None) for f in listing.filters},
        rows=tuple(found.dicts()),
        page=asked.page,
        pages=pages,
        first=(asked.page - 1) * PER_PAGE,
        everything=everything,
    )
    return Page(template="listing.html", title=listing.title, body=body, table=found)


def value_of(wanted: Filter, asked: Asked) -> str | None:
    """The value of a filter: as asked, else its default; None where it does not hold."""
    value = (asked.code if wanted.kind == "country" else asked.word)(wanted.name) or wanted.default
    if wanted.choices and value not in {code for code, _ in wanted.choices}:
        value = wanted.default
    return None if value == "any" else value


def _counts(
    listing: Listing, held: list[Filter], values: dict[str, str | None], asked: Asked
) -> tuple[int, int, tuple[str, ...]]:
    """All rows, the rows that fit, and a sentence for each filter that leaves some out."""
    passes = [f"coalesce(({f.sql}), false)" for f in held]
    outs = "".join(f", count(*) FILTER (WHERE NOT {condition})" for condition in passes)
    sql = f"SELECT count(*), count(*) FILTER (WHERE {' AND '.join(passes) or 'true'}){outs} FROM {listing.light or listing.relation}"
    row = asked.store.db.execute(sql, bound(sql, values)).fetchone() or (0, 0)
    out = tuple(
        f"{count:,} {f.says.format(value=_told(f, values))}" for f, count in zip(held, row[2:], strict=True) if count
    )
    return row[0], row[1], out


def _told(wanted: Filter, values: dict[str, str | None]) -> str:
    value = values[wanted.name] or ""
    return dict(wanted.choices).get(value, value)


def _rows(listing: Listing, held: list[Filter], values: dict[str, str | None], asked: Asked, total: int) -> Table:
    """The rows of the page, or for JSON and CSV all of them up to a limit."""
    whole = asked.form != "html"
    limit, skip = (MOST, 0) if whole else (PER_PAGE, (asked.page - 1) * PER_PAGE)
    where = "".join(f"\n  AND ({f.sql})" for f in held)
    chosen = f"FROM {listing.light or listing.relation}\nWHERE true{where}\nORDER BY {listing.order}\nLIMIT {limit} OFFSET {skip}"
    if listing.light:
        told = f"SELECT * FROM {listing.relation}\nWHERE id IN (SELECT id {chosen})\nORDER BY {listing.order}"
        ids = [row[0] for row in asked.store.db.execute(f"SELECT id {chosen}", bound(chosen, values)).fetchall()]
        rows = f"SELECT * FROM {listing.chosen or listing.relation} WHERE id IN (SELECT unnest($ids)) ORDER BY {listing.order}"
        found = table(asked.store, rows, {"ids": ids}, total=total)
        return msgspec.structs.replace(found, sql=written(told, bound(told, values)))
    sql = f"SELECT * {chosen}"
    if listing.then:
        sql = f"SELECT t.*, {listing.then}\nFROM ({sql}) t\nORDER BY {listing.order}"
    return table(asked.store, sql, values, total=total)
