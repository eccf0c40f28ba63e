"""The network of states: who had to do with whom, of which sign, on how many origins."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import msgspec
from markupsafe import Markup

from legation.show import url
from legation.show.asked import Asked, Page
from legation.show.ring import Edge, ring
from legation.show.table import table

_SQL = """SELECT least(x.actor, y.recipient) AS a, greatest(x.actor, y.recipient) AS b, count(*) AS happenings, round(avg(score), 2) AS mean_score,
    max(origins) AS most_origins, count(*) FILTER (WHERE quad IN (2, 4)) AS material
FROM (SELECT id, unnest(actors) AS actor, score, origins, quad FROM event
    WHERE aux IN ('asserted', 'ongoing') AND ($from IS NULL OR CAST(start_day AS VARCHAR) >= $from) AND ($to IS NULL OR CAST(start_day AS VARCHAR) <= $to || '~')) x
JOIN (SELECT id, unnest(recipients) AS recipient FROM event) y ON x.id = y.id
WHERE regexp_full_match(actor, '[A-Z][A-Z][A-Z]') AND regexp_full_match(recipient, '[A-Z][A-Z][A-Z]') AND actor <> recipient
    AND ($country IS NULL OR actor = $country OR recipient = $country)
GROUP BY ALL ORDER BY happenings DESC, a, b"""
MOST = 28
"""Actors on the ring at most: more names than that do not stand beside one another."""


class Network(msgspec.Struct, frozen=True, kw_only=True):
    """The context of the network: the drawing, its edges, and its triads by balance."""

    chart: Markup | None
    rows: tuple[dict[str, Any], ...]
    triads: tuple[tuple[str, str], ...]
    values: dict[str, str | None]


def network(asked: Asked) -> Page:
    """The network of the actors with most happenings."""
    values = {"country": asked.code("country"), "from": asked.word("from"), "to": asked.word("to")}
    found = table(asked.store, _SQL, values)
    edges, names = [], set[str]()
    for row in found.dicts():
        if len(names | {row["a"], row["b"]}) <= MOST:
            names |= {row["a"], row["b"]}
            edges.append(_edge(row))
    labels = {code: asked.lexicon.states[code].name if code in asked.lexicon.states else code for code in names}
    links = {code: url.with_query("/network", {"country": code}) for code in names}
    chart = ring(edges, labels, links, title="Who had to do with whom") if edges else None
    left = len(found.rows) - len(edges)
    out = (f"{left:,} pairs beyond the {MOST} states with most happenings",) if left else ()
    body = Network(chart=chart, rows=tuple(found.dicts()[:100]), triads=tuple(_triads(edges)), values=values)
    return Page(template="network.html", title="Network", body=body, table=msgspec.structs.replace(found, left_out=out))


def _edge(row: dict[str, Any]) -> Edge:
    link = url.with_query("/dyad", {"a": row["a"], "b": row["b"]})
    return Edge(
        a=row["a"],
        b=row["b"],
        count=row["happenings"],
        mean=row["mean_score"] or 0.0,
        origins=row["most_origins"],
        link=link,
    )


def _triads(edges: list[Edge]) -> list[tuple[str, str]]:
    """The triads of pairs with at least three happenings each, by sign: balanced when the product of the signs is positive.

    **Source:** Heider 1946; Cartwright and Harary 1956. Three happenings a pair: below that a sign is chance.
    """
    signs = {frozenset((e.a, e.b)): e.mean for e in edges if e.count >= 3 and abs(e.mean) > 0.5}
    nodes = sorted({n for pair in signs for n in pair})
    found = []
    for trio in combinations(nodes, 3):
        means = [signs.get(frozenset(pair)) for pair in combinations(trio, 2)]
        if all(mean is not None for mean in means):
            balanced = sum(mean < 0 for mean in means if mean is not None) % 2 == 0
            found.append((" – ".join(trio), "balanced" if balanced else "unbalanced"))
    return found[:40]
