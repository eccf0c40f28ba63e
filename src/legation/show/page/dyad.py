"""Two actors: both directions month by month, count and mean score apart, material and verbal apart, and how much was read at all."""

from __future__ import annotations

from typing import Any

import msgspec
from markupsafe import Markup

from legation.show.asked import Asked, Page
from legation.show.chart import Bar, bars
from legation.show.table import Table, table, written

_BETWEEN = """FROM event e
WHERE ((list_contains(actors, $a) AND list_contains(recipients, $b)) OR (list_contains(actors, $b) AND list_contains(recipients, $a)))"""
_SERIES = f"""SELECT strftime(start_day, $grain) AS period, list_contains(actors, $a) AND list_contains(recipients, $b) AS forth, count(*) AS happenings,
    round(avg(score), 2) AS mean_score, count(*) FILTER (WHERE quad IN (1, 3)) AS verbal, count(*) FILTER (WHERE quad IN (2, 4)) AS material,
    round(avg(score) FILTER (WHERE quad IN (2, 4)), 2) AS mean_material, max(origins) AS most_origins
{_BETWEEN} AND aux IN ('asserted', 'ongoing') AND start_day IS NOT NULL
GROUP BY ALL ORDER BY period, forth DESC"""
_OUT = f"""SELECT count(*) AS happenings, count(*) FILTER (WHERE aux NOT IN ('asserted', 'ongoing')) AS untold,
    count(*) FILTER (WHERE aux IN ('asserted', 'ongoing') AND start_day IS NULL) AS undated {_BETWEEN}"""
_KEY = f"""SELECT id, start_day, type, status, origins, documents, actors, recipients, score, aux,
    (SELECT arg_min(c.words, c.span_start) FROM event_claim ec JOIN claim c ON c.id = ec.claim WHERE ec.event = e.id) AS words
{_BETWEEN} ORDER BY abs(score) * origins DESC, start_day NULLS LAST, id LIMIT 12"""
_COVERAGE = "SELECT strftime(published, $grain) AS period, count(*) AS articles FROM article WHERE published IS NOT NULL GROUP BY period ORDER BY period"
_PAIRS = """SELECT least(x.a, y.b) AS a, greatest(x.a, y.b) AS b, count(*) AS happenings FROM
(SELECT id, unnest(actors) AS a FROM event) x JOIN (SELECT id, unnest(recipients) AS b FROM event) y ON x.id = y.id
WHERE regexp_full_match(x.a, '[A-Z][A-Z][A-Z]') AND regexp_full_match(y.b, '[A-Z][A-Z][A-Z]') AND x.a <> y.b GROUP BY ALL ORDER BY happenings DESC, a, b LIMIT 24"""


class Dyad(msgspec.Struct, frozen=True, kw_only=True):
    """The context of a dyad's page; without two actors, the pairs with most happenings."""

    a: str | None
    b: str | None
    charts: tuple[tuple[str, Markup], ...]
    series: tuple[dict[str, Any], ...]
    key: tuple[dict[str, Any], ...]
    pairs: tuple[dict[str, Any], ...]
    grain: str


def dyad(asked: Asked) -> Page:
    """The page of two actors."""
    a, b = asked.code("a"), asked.code("b")
    if a is None or b is None:
        pairs = table(asked.store, _PAIRS)
        body = Dyad(a=a, b=b, charts=(), series=(), key=(), pairs=tuple(pairs.dicts()), grain="month")
        return Page(template="dyad.html", title="Dyads", body=body, table=pairs)
    grain = "month" if asked.word("grain") == "month" else "year"
    given = {"a": a, "b": b, "grain": "%Y-%m" if grain == "month" else "%Y"}
    found = table(asked.store, _SERIES, given)
    body = Dyad(
        a=a,
        b=b,
        charts=tuple(_charts(asked, found, given)),
        series=tuple(found.dicts()),
        key=tuple(table(asked.store, _KEY, given).dicts()),
        pairs=(),
        grain=grain,
    )
    out = table(asked.store, _OUT, given).dicts()[0]
    says = ((out["untold"], "planned, hypothetical or denied"), (out["undated"], "without a day"))
    left = tuple(f"{n:,} happenings {told}" for n, told in says if n)
    full = msgspec.structs.replace(found, left_out=left, sql=written(_SERIES, given))
    return Page(template="dyad.html", title=f"{a} and {b}", body=body, table=full)


def _charts(asked: Asked, found: Table, given: dict[str, str]) -> list[tuple[str, Markup]]:
    coverage = {row[0]: row[1] for row in table(asked.store, _COVERAGE, given).rows}
    told = {(r["period"], r["forth"]): r for r in found.dicts()}
    periods = sorted({p for p, _ in told})
    if not periods:
        return []
    drawn = []
    for forth, (one, other) in ((True, (given["a"], given["b"])), (False, (given["b"], given["a"]))):
        rows = [(p, told.get((p, forth))) for p in periods]
        for name, title in (
            ("happenings", "happenings"),
            ("mean_score", "mean score (−10 to +10)"),
            ("material", "material only"),
        ):
            made = [
                Bar(p, row[name] if row else None, f"{p}: {row[name] if row else 'nothing told'}", _class(name, row))
                for p, row in rows
            ]
            drawn.append(
                (
                    f"{one} → {other}: {title}",
                    bars(made, title=f"{one} towards {other}: {title}", height=110, width=460),
                )
            )
    strip = [Bar(p, coverage.get(p), f"{p}: {coverage.get(p, 0)} articles published", "bar quiet") for p in periods]
    drawn.append(
        (
            "Coverage: articles published",
            bars(strip, title="Articles published in the same periods", height=70, width=460),
        )
    )
    return drawn


def _class(name: str, row: dict[str, Any] | None) -> str:
    if name != "mean_score" or row is None:
        return "bar"
    return "bar plus" if (row["mean_score"] or 0) >= 0 else "bar minus"
