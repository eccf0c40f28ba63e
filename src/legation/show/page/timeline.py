"""The timeline: a lane for each pair of actors, what is only planned hollow, by the day of the thing or of its report."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

import msgspec
from markupsafe import Markup

from legation.show import url
from legation.show.asked import Asked, Page
from legation.show.chart import Lane, Mark, lanes
from legation.show.table import bound, table

_REPORTED = """(SELECT ec.event, min(a.published) AS reported FROM event_claim ec JOIN claim c ON c.id = ec.claim JOIN article a ON a.id = c.article
    GROUP BY ec.event)"""
_DAY = {"event": ("event e", "e.start_day"), "report": (f"event e JOIN {_REPORTED} r ON r.event = e.id", "r.reported")}
_TOLD = """(SELECT e.id, e.type, e.quad, e.score, e.actors, e.recipients, e.aux, e.status, e.origins, {day} AS day,
    least(coalesce(e.actors[1], '?'), {other}) || ' – ' || greatest(coalesce(e.actors[1], '?'), {other}) AS pair
    FROM {source} WHERE len(e.recipients) > 0 AND e.actors <> e.recipients AND ($country IS NULL OR list_contains(e.actors, $country) OR list_contains(e.recipients, $country)))"""
_OTHER = "coalesce(list_filter(e.recipients, lambda x: x <> coalesce(e.actors[1], '?'))[1], e.recipients[1])"
"""The recipient that names the lane: the first that is not the actor too."""
_INSIDE = "day IS NOT NULL AND ($from IS NULL OR CAST(day AS VARCHAR) >= $from) AND ($to IS NULL OR CAST(day AS VARCHAR) <= $to || '~')"
_LANES, _MARKS = 14, 800


class Timeline(msgspec.Struct, frozen=True, kw_only=True):
    """The context of the timeline."""

    chart: Markup | None
    rows: tuple[dict[str, Any], ...]
    values: dict[str, str | None]


def timeline(asked: Asked) -> Page:
    """The timeline of a state's happenings, or of all, between two days."""
    basis = "report" if asked.word("basis") == "report" else "event"
    values = {"country": asked.code("country"), "basis": basis, "from": asked.word("from"), "to": asked.word("to")}
    source, day = _DAY[basis]
    told = _TOLD.format(source=source, day=day, other=_OTHER)
    counted = f"SELECT count(*), count(day), count(*) FILTER (WHERE {_INSIDE}) FROM {told}"
    counts = asked.store.db.execute(counted, bound(counted, values)).fetchone() or (0, 0, 0)
    lead = f"SELECT pair FROM {told} WHERE {_INSIDE} GROUP BY pair ORDER BY count(*) DESC, pair LIMIT {_LANES}"
    found = table(
        asked.store,
        f"SELECT * FROM {told}\nWHERE {_INSIDE} AND pair IN ({lead})\nORDER BY day DESC, id LIMIT {_MARKS}",
        values,
    )
    drawn = found.dicts()[::-1]
    by_lane: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in drawn:
        by_lane[row["pair"]].append(row)
    shown = sorted(by_lane.items(), key=lambda kv: (-len(kv[1]), kv[0]))
    body = Timeline(chart=_chart(shown, drawn), rows=tuple(drawn[-200:]), values=values)
    full = msgspec.structs.replace(found, left_out=_left_out(counts, len(drawn)))
    return Page(template="timeline.html", title="Timeline", body=body, table=full)


def _left_out(counts: tuple[int, int, int], drawn: int) -> tuple[str, ...]:
    told = (
        (counts[0] - counts[1], "happenings without a day"),
        (counts[1] - counts[2], "outside the days asked for"),
        (counts[2] - drawn, f"between pairs beyond the {_LANES} with most, or before the latest {_MARKS:,}"),
    )
    return tuple(f"{count:,} {says}" for count, says in told if count)


def _chart(shown: list[tuple[str, list[dict[str, Any]]]], drawn: list[dict[str, Any]]) -> Markup | None:
    if not drawn:
        return None
    first: date = min(r["day"] for r in drawn)
    last: date = max(r["day"] for r in drawn)
    span = max((last - first).days, 1)

    def place(day: date) -> float:
        days: int = (day - first).days
        return min(1.0, max(0.0, days / span))

    def mark(row: dict[str, Any]) -> Mark:
        says = f"{row['day']} {row['type']} {', '.join(row['actors'])} → {', '.join(row['recipients'])} ({row['status']}, {row['origins']} origins)"
        return Mark(
            at=place(row["day"]),
            until=place(row["day"]),
            link=url.path("event", row["id"]),
            says=says,
            class_=f"mark quad{row['quad']}",
            hollow=row["aux"] not in ("asserted", "ongoing"),
        )

    found = [Lane(name, tuple(map(mark, members))) for name, members in shown]
    return lanes(found, _ticks(first, last), title=f"Happenings from {first} to {last}, a lane for each pair")


def _ticks(first: date, last: date) -> list[tuple[float, str]]:
    """At most ten marks along the axis: years, else months, else days."""
    span = max((last - first).days, 1)
    if span > 800:
        step = max(1, (last.year - first.year) // 8)
        days = [date(y, 1, 1) for y in range(first.year + 1, last.year + 1, step)]
        return [((d - first).days / span, str(d.year)) for d in days]
    every = max(1, span // 6)
    days = [date.fromordinal(first.toordinal() + n * every) for n in range(span // every + 1)]
    return [((d - first).days / span, d.isoformat() if span < 120 else d.isoformat()[:7]) for d in days]
