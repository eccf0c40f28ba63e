"""The map of places that happenings and attacks are told to be at."""

from __future__ import annotations

from typing import Any

import msgspec
from markupsafe import Markup

from legation.show import url
from legation.show.asked import Asked, Page
from legation.show.map import PRECISION, Spot, world
from legation.show.table import table

KINDS = ("attack", "event", "transfer", "any")
_SQL = """SELECT l.name, l.target, l.country, l.lat, l.lon, l.precision, count(DISTINCT r.claim) AS told, count(DISTINCT r.article) AS documents
FROM role r JOIN claim c ON c.id = r.claim
JOIN link l ON l.article = r.article AND l.span_start = r.span_start AND l.span_end = r.span_end AND l.sort = 'place'
JOIN article a ON a.id = r.article
WHERE r.role IN ('place', 'country') AND ($kind IS NULL OR c.kind = $kind) AND c.aux IN ('asserted', 'ongoing')
    AND ($country IS NULL OR l.country = $country) AND ($from IS NULL OR coalesce(c.when_value, CAST(a.published AS VARCHAR)) >= $from)
    AND ($to IS NULL OR coalesce(c.when_value, CAST(a.published AS VARCHAR)) <= $to || '~')
GROUP BY ALL ORDER BY told DESC, l.name, l.target"""
_UNPLACED = """SELECT count(*) FROM claim c JOIN article a ON a.id = c.article
WHERE ($kind IS NULL OR c.kind = $kind) AND c.kind IN ('attack', 'event', 'transfer') AND c.aux IN ('asserted', 'ongoing')
    AND NOT EXISTS (SELECT 1 FROM role r JOIN link l ON l.article = r.article AND l.span_start = r.span_start AND l.span_end = r.span_end AND l.sort = 'place'
        WHERE r.claim = c.id AND r.role IN ('place', 'country'))"""


class Places(msgspec.Struct, frozen=True, kw_only=True):
    """The context of the map: the drawing, its places, and how many are known how precisely."""

    map: Markup
    rows: tuple[dict[str, Any], ...]
    precision: tuple[tuple[str, int], ...]
    unplaced: int
    values: dict[str, str | None]
    kinds: tuple[str, ...]


def places(asked: Asked) -> Page:
    """The map of what was asked for: attacks unless another kind is named."""
    kind = asked.word("kind") if asked.word("kind") in KINDS else "any"
    given = {
        "kind": None if kind == "any" else kind, "country": asked.code("country"), "from": asked.word("from"), "to": asked.word("to"),
    }  # fmt: skip
    found = table(asked.store, _SQL, given)
    rows = found.dicts()
    row = asked.store.db.execute(_UNPLACED, {"kind": given["kind"]}).fetchone()
    unplaced = int(row[0]) if row else 0
    counts: dict[str, int] = {}
    for place in rows:
        name = PRECISION.get(place["precision"] or 0, "with unknown precision")
        counts[name] = counts.get(name, 0) + place["told"]
    body = Places(
        map=world([_spot(r) for r in rows[:400]], title="Map of the places told"),
        rows=tuple(rows[:100]),
        precision=tuple(counts.items()),
        unplaced=unplaced,
        values=given | {"kind": kind},
        kinds=KINDS,
    )
    out = [f"{unplaced:,} claims tell no place that could be placed"] if unplaced else []
    out += [f"{len(rows) - 400:,} rarer places are not drawn"] if len(rows) > 400 else []
    return Page(template="map.html", title="Map", body=body, table=msgspec.structs.replace(found, left_out=tuple(out)))


def _spot(row: dict[str, Any]) -> Spot:
    return Spot(
        name=row["name"],
        country=row["country"],
        lat=row["lat"],
        lon=row["lon"],
        precision=row["precision"],
        count=row["told"],
        link=url.with_query("/search", {"q": f'"{row["name"]}"'}),
    )
