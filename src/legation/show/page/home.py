"""Home: what is in the store, how healthy it is, and what it does not cover."""

from __future__ import annotations

from typing import Any

import msgspec
from markupsafe import Markup

from legation.show import url
from legation.show.asked import Asked, Page
from legation.show.chart import Bar, bars
from legation.show.table import table

_COUNTS = """SELECT (SELECT count(*) FROM article) AS articles, (SELECT count(DISTINCT outlet) FROM article) AS outlets,
    (SELECT count(*) FROM claim) AS claims, (SELECT count(*) FROM event) AS happenings, (SELECT count(*) FROM deal) AS deals,
    (SELECT count(*) FROM claim WHERE kind = 'attack') AS attacks,
    (SELECT count(*) FROM issue WHERE severity = 'failed') AS failed, (SELECT count(*) FROM issue WHERE severity = 'noted') AS noted,
    (SELECT count(*) FROM article WHERE published IS NULL) AS undated, (SELECT min(published) FROM article) AS first,
    (SELECT max(published) FROM article) AS last,
    (SELECT count(*) FROM article a WHERE NOT EXISTS (SELECT 1 FROM claim c WHERE c.article = a.id)) AS silent,
    (SELECT count(*) FILTER (WHERE start_day IS NOT NULL) FROM event) AS dated_events,
    (SELECT count(DISTINCT claim) FROM role WHERE role = 'place') AS placed"""
_MONTHS = """SELECT strftime(published, '%Y-%m') AS month, count(*) AS articles, count(DISTINCT outlet) AS outlets
FROM article WHERE published IS NOT NULL GROUP BY month ORDER BY month"""
_OUTLETS = """SELECT coalesce(outlet, 'outlet not stated') AS outlet, count(*) AS articles, min(published) AS first, max(published) AS last
FROM article GROUP BY outlet ORDER BY articles DESC, outlet LIMIT 12"""
_MADE = "SELECT made_by, count(*) AS claims, round(avg(confidence), 2) AS confidence FROM claim GROUP BY made_by ORDER BY claims DESC"
_RECENT = """SELECT e.id, e.start_day, e.type, e.actors, e.recipients, e.status, e.origins,
    (SELECT arg_min(c.words, c.span_start) FROM event_claim ec JOIN claim c ON c.id = ec.claim WHERE ec.event = e.id) AS words
FROM (SELECT * FROM event WHERE aux IN ('asserted', 'ongoing') AND NOT background ORDER BY abs(score) * origins DESC, start_day DESC NULLS LAST, id LIMIT 6) e
ORDER BY abs(score) * origins DESC, start_day DESC NULLS LAST, id"""
_MANY = 60
"""Months that the chart shows one by one; a longer time is shown by year."""


class Home(msgspec.Struct, frozen=True, kw_only=True):
    """The context of the home page. `gaps` are sentences on what the store does not cover."""

    counts: dict[str, Any]
    outlets: tuple[dict[str, Any], ...]
    made: tuple[dict[str, Any], ...]
    recent: tuple[dict[str, Any], ...]
    chart: Markup
    gaps: tuple[str, ...]
    store: str


def home(asked: Asked) -> Page:
    """The page on the store as a whole."""
    counts = table(asked.store, _COUNTS).dicts()[0]
    months = table(asked.store, _MONTHS)
    body = Home(
        counts=counts,
        outlets=tuple(table(asked.store, _OUTLETS).dicts()),
        made=tuple(table(asked.store, _MADE).dicts()),
        recent=tuple(table(asked.store, _RECENT).dicts()),
        chart=_coverage([(row[0], row[1]) for row in months.rows]),
        gaps=tuple(_gaps(counts, [row[0] for row in months.rows])),
        store=asked.store.path,
    )
    return Page(template="home.html", title="Legation", body=body, table=months)


def _coverage(months: list[tuple[str, int]]) -> Markup:
    """Articles by month, empty months drawn as gaps; by year where there are too many months."""
    span = _between(months[0][0], months[-1][0]) if months else []
    held = dict(months)
    if len(span) > _MANY:
        years: dict[str, int] = {month[:4]: 0 for month in span}
        for month, count in months:
            years[month[:4]] += count
        held, span = years, list(years)
    found = [Bar(label, held.get(label), f"{label}: {held.get(label, 0)} articles", "bar") for label in span[:400]]
    return bars(found, title="Articles by the time of publication", height=130)


def _between(first: str, last: str) -> list[str]:
    """The months from the first to the last, both included."""
    start, end = (int(m[:4]) * 12 + int(m[5:7]) - 1 for m in (first, last))
    return [f"{n // 12:04}-{n % 12 + 1:02}" for n in range(start, end + 1)]


def _gaps(counts: dict[str, Any], months: list[str]) -> list[str]:
    found = []
    if months:
        empty = [m for m in _between(months[0], months[-1]) if m not in set(months)]
        if empty:
            shown = ", ".join(empty[:6]) + (" …" if len(empty) > 6 else "")
            found.append(
                f"No article was published in {len(empty):,} of the months between the first and the last: {shown}"
            )
    if counts["undated"]:
        found.append(f"{counts['undated']:,} articles do not say when they were published")
    if counts["silent"]:
        found.append(f"{counts['silent']:,} articles gave no claim")
    undated = counts["happenings"] - counts["dated_events"]
    if undated:
        found.append(f"{undated:,} of {counts['happenings']:,} happenings have no day: their words do not say it")
    return found


LINKS = {
    "articles": "/articles",
    "happenings": "/events",
    "deals": "/register",
    "attacks": "/attacks",
    "failed": url.with_query("/issues", {"severity": "failed"}),
}
"""Where the counts of the home page lead."""
