"""One source: how much it carries, of which kind, how sure, and whose letter it has."""

from __future__ import annotations

from typing import Any

import msgspec

from legation.show.asked import Asked, Page
from legation.show.missing import missing
from legation.show.table import table

_SELF = """SELECT s.role, s.source_class, count(*) AS claims, count(DISTINCT s.article) AS documents FROM step s
WHERE coalesce(s.holder_name, s.holder) = $name GROUP BY ALL ORDER BY claims DESC"""
_SURE = "SELECT s.factuality, count(*) AS claims FROM step s WHERE coalesce(s.holder_name, s.holder) = $name GROUP BY ALL ORDER BY claims DESC"
_SAYS = """SELECT c.id, c.kind, c.words, c.said_by, s.factuality, c.article, c.span_start, a.outlet, a.published
FROM step s JOIN claim c ON c.id = s.claim JOIN article a ON a.id = c.article
WHERE coalesce(s.holder_name, s.holder) = $name ORDER BY a.published DESC NULLS LAST, c.article, c.span_start, c.id LIMIT 100"""
_LETTER = "SELECT letter, reason, graded_by FROM admiralty WHERE lower(outlet) = lower($name)"


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """The context of a source's page; `letter` is None where nobody has graded it: F, cannot be judged, and not worst."""

    name: str
    roles: tuple[dict[str, Any], ...]
    sure: tuple[dict[str, Any], ...]
    says: tuple[dict[str, Any], ...]
    letter: dict[str, Any] | None


def source(asked: Asked) -> Page:
    """The page of the source of that name."""
    given = {"name": asked.word("name")}
    roles = table(asked.store, _SELF, given)
    if not roles.rows:
        return missing(msgspec.structs.replace(asked, key=given["name"] or ""), "source")
    says = table(asked.store, _SAYS, given, total=sum(row["claims"] for row in roles.dicts()))
    letters = table(asked.store, _LETTER, given).dicts()
    body = Source(
        name=given["name"] or "",
        roles=tuple(roles.dicts()),
        sure=tuple(table(asked.store, _SURE, given).dicts()),
        says=tuple(says.dicts()),
        letter=letters[0] if letters else None,
    )
    return Page(template="source.html", title=given["name"] or "Source", body=body, table=says)
