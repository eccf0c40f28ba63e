"""Search: sentences that hold all the words, with facets and the chain of who says so."""

from __future__ import annotations

import re
from typing import Any

import msgspec
from markupsafe import Markup, escape

from legation.show.asked import PER_PAGE, Asked, Page
from legation.show.table import MOST, Table, bound, table, written
from legation.show.visible import visible

_WORD = re.compile(r'"([^"]+)"|(\S+)')
_FACETS = ("kind", "factuality", "outlet", "year")
_COLUMN = {
    "kind": "c.kind", "factuality": "c.factuality", "outlet": "a.outlet", "year": "CAST(year(a.published) AS VARCHAR)",
}  # fmt: skip


class Search(msgspec.Struct, frozen=True, kw_only=True):
    """The context of the search page: the words, the claims found, and for each facet its values with counts."""

    query: str
    rows: tuple[dict[str, Any], ...]
    facets: dict[str, tuple[tuple[str, int], ...]]
    chosen: dict[str, str | None]
    articles: int
    page: int
    pages: int


def search(asked: Asked) -> Page:
    """The claims whose words hold every word that is asked for; quotes hold words together."""
    words = terms(asked.word("q") or "")
    chosen = {name: asked.word(name) for name in _FACETS}
    if not words:
        return _page(asked, words, chosen, Table(columns=(), rows=(), total=0, sql="SELECT 1 WHERE false"), {}, 0)
    given = {f"w{n}": word.lower() for n, word in enumerate(words)} | chosen
    held = " AND ".join(f"contains(lower(c.words), $w{n})" for n in range(len(words)))
    facets, articles, total = _facets(asked, held, given, chosen)
    return _page(asked, words, chosen, _found(asked, held + _chosen(chosen), given, total), facets, articles)


def terms(query: str) -> tuple[str, ...]:
    """The words of a query, those in quotes together.

    >>> terms('"surface to air" Iran')
    ('surface to air', 'Iran')
    """
    return tuple((m[1] or m[2]).strip('"') for m in _WORD.finditer(query) if (m[1] or m[2]).strip('"'))[:8]


def _chosen(chosen: dict[str, str | None]) -> str:
    return "".join(f" AND {_COLUMN[name]} = ${name}" for name, value in chosen.items() if value)


def _facets(
    asked: Asked, held: str, given: dict[str, Any], chosen: dict[str, str | None]
) -> tuple[dict[str, tuple[tuple[str, int], ...]], int, int]:
    """By facet the values of the claims that hold the words and the other facets, and how many articles and claims fit in all."""
    columns = ", ".join(f"{_COLUMN[name]} AS {name}" for name in _FACETS)
    sql = f"SELECT c.article, {columns} FROM claim c JOIN article a ON a.id = c.article WHERE {held}{_chosen(chosen)}"
    sets = ", ".join(f"({name})" for name in _FACETS)
    counted = f"SELECT {', '.join(_FACETS)}, grouping({', '.join(_FACETS)}) AS g, count(*) AS n, count(DISTINCT article) AS d FROM ({sql}) GROUP BY GROUPING SETS ({sets}, ())"
    found = table(asked.store, counted, given)
    facets: dict[str, list[tuple[str, int]]] = {name: [] for name in _FACETS}
    articles = total = 0
    for row in found.dicts():
        name = next((f for bit, f in zip((7, 11, 13, 14), _FACETS, strict=True) if row["g"] == bit), None)
        if name is None:
            articles, total = row["d"], row["n"]
        elif row[name] is not None:
            facets[name].append((row[name], row["n"]))
    ordered = {name: tuple(sorted(values, key=lambda v: (-v[1], v[0]))[:10]) for name, values in facets.items()}
    return ordered, articles, total


def _found(asked: Asked, held: str, given: dict[str, Any], total: int) -> Table:
    limit, skip = (MOST, 0) if asked.form != "html" else (PER_PAGE, (asked.page - 1) * PER_PAGE)
    sql = f"""SELECT c.id, c.kind, c.words, c.said_by, c.factuality, c.aux, c.article, c.span_start, c.span_end, a.outlet, a.title, a.published
FROM claim c JOIN article a ON a.id = c.article
WHERE {held}
ORDER BY a.published DESC NULLS LAST, c.article, c.span_start, c.id LIMIT {limit} OFFSET {skip}"""
    found = table(asked.store, sql, given, total=total)
    return msgspec.structs.replace(found, sql=written(sql, bound(sql, given)))


def _page(
    asked: Asked,
    words: tuple[str, ...],
    chosen: dict[str, str | None],
    found: Table,
    facets: dict[str, Any],
    articles: int,
) -> Page:
    rows = tuple(row | {"marked": highlighted(row["words"], words)} for row in found.dicts())
    body = Search(
        query=asked.word("q") or "",
        rows=rows,
        facets=facets,
        chosen=chosen,
        articles=articles,
        page=asked.page,
        pages=max(1, -(-found.total // PER_PAGE)),
    )
    return Page(template="search.html", title="Search", body=body, table=found)


def highlighted(text: str, words: tuple[str, ...]) -> Markup:
    """The text with the words marked."""
    pattern = re.compile("|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) or r"(?!)", re.IGNORECASE)
    parts, at = [], 0
    for met in pattern.finditer(text):
        parts.append(
            escape(visible(text[at : met.start()])) + Markup("<mark>") + escape(visible(met[0])) + Markup("</mark>")
        )
        at = met.end()
    return Markup("").join([*parts, escape(visible(text[at:]))])
