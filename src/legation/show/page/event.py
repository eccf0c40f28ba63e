"""A happening: what its claims agree on, every rival value with its tellers, where the word comes from, and when it was reported."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import msgspec

from legation.show.asked import Asked, Page
from legation.show.missing import missing
from legation.show.table import table

CLAIMS = """SELECT c.id, c.words, c.said_by, c.factuality, c.aux, c.background, c.when_value, c.when_words, c.confidence, c.made_by,
    c.payload ->> 'event_type' AS type, c.payload ->> 'mode' AS mode, c.article, c.span_start, a.outlet, a.title, a.published,
    (SELECT string_agg(DISTINCT coalesce(r.name, r.words), ', ' ORDER BY coalesce(r.name, r.words)) FROM role r WHERE r.claim = c.id AND r.role = 'actor') AS actor,
    (SELECT string_agg(DISTINCT coalesce(r.name, r.words), ', ' ORDER BY coalesce(r.name, r.words)) FROM role r WHERE r.claim = c.id AND r.role = 'recipient') AS recipient,
    (SELECT string_agg(DISTINCT coalesce(r.name, r.words), ', ' ORDER BY coalesce(r.name, r.words)) FROM role r WHERE r.claim = c.id AND r.role = 'place') AS place,
    (SELECT arg_max(coalesce(s.holder_name, s.holder), s.number) FROM step s WHERE s.claim = c.id AND s.role IN ('agency', 'quoted_outlet')) AS taken_from
FROM claim c JOIN article a ON a.id = c.article JOIN event_claim ec ON ec.claim = c.id WHERE ec.event = $event
ORDER BY a.published NULLS LAST, c.article, c.span_start"""
FIELDS = ("type", "mode", "actor", "recipient", "when_value", "place", "aux", "factuality")
"""The fields whose values are laid side by side."""


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A value with the claims that tell it."""

    value: str | None
    claims: tuple[dict[str, Any], ...]
    origins: int


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """A field with every value told, the best supported first; `contested` where more than one is told."""

    name: str
    values: tuple[Told, ...]

    @property
    def contested(self) -> bool:
        """Whether the tellers differ; to say nothing is not to differ."""
        return len([v for v in self.values if v.value is not None]) > 1


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """Whose word it is in the end, and the reports that carry it."""

    name: str
    reports: tuple[dict[str, Any], ...]


class EventPage(msgspec.Struct, frozen=True, kw_only=True):
    """The context of a happening's page."""

    event: dict[str, Any]
    claims: tuple[dict[str, Any], ...]
    fields: tuple[Field, ...]
    origins: tuple[Origin, ...]
    field: str | None = None


def event(asked: Asked) -> Page:
    """The page of the happening whose id is the key."""
    found = table(asked.store, "SELECT * FROM event WHERE id = $event LIMIT 1", {"event": asked.key}).dicts()
    if not found:
        return missing(asked, "happening")
    claims = table(asked.store, CLAIMS, {"event": asked.key})
    rows = claims.dicts()
    body = EventPage(
        event=found[0],
        claims=tuple(rows),
        fields=tuple(laid(name, rows) for name in FIELDS if any(row[name] is not None for row in rows)),
        origins=origins(rows),
        field=asked.word("field"),
    )
    actors, recipients = (", ".join(found[0][side]) or "?" for side in ("actors", "recipients"))
    title = f"{found[0]['type'].capitalize()}: {actors} → {recipients}"
    return Page(template="event.html", title=title, body=body, table=claims)


def laid(name: str, rows: list[dict[str, Any]]) -> Field:
    """The values of a field with who tells them: by number of origins, then of claims, then by value; who says nothing last."""
    groups: dict[str | None, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        groups[None if row[name] is None else str(row[name])].append(row)
    values = [Told(value=v, claims=tuple(group), origins=len(origins(group))) for v, group in groups.items()]
    return Field(
        name=name,
        values=tuple(sorted(values, key=lambda t: (t.value is None, -t.origins, -len(t.claims), t.value or ""))),
    )


def origins(rows: list[dict[str, Any]]) -> tuple[Origin, ...]:
    """The reports by whose word they carry: the agency or outlet that they take it from, else their own outlet, else the text itself."""
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        groups[row["taken_from"] or row["outlet"] or f"{row['title'] or row['article']} (outlet not stated)"].append(
            row
        )
    return tuple(Origin(name=name, reports=tuple(group)) for name, group in sorted(groups.items()))
