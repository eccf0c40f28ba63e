"""The queue of review: which claim to look at next, and why."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from legation.store.open import Store

ORDERS = ("uncertain", "value")
KINDS = ("event", "transfer", "attack", "relation", "statement", "responsibility")
_UNCERTAIN = """abs(coalesce(c.confidence, 0.5) - 0.5) AS rank_"""
_VALUE = """-(CASE WHEN c.kind IN ('transfer', 'attack') THEN 3 WHEN c.kind = 'event' THEN 2 ELSE 1 END
    + CASE WHEN c.aux IN ('asserted', 'ongoing') THEN 1 ELSE 0 END + CASE WHEN c.background THEN 0 ELSE 1 END
    + CASE WHEN coalesce(d.origins, e.origins, 1) = 1 THEN 2 ELSE 0 END + CASE WHEN d.placed THEN 2 ELSE 0 END
    + CASE WHEN abs(coalesce(e.score, 0)) >= 5 THEN 1 ELSE 0 END) AS rank_"""
"""Points of a claim by value: what kind it is, whether it is news told as fact, whether a view hangs on one origin, whether the register shows
it. **Source:** the project's own: a mistake there changes the most rows that a reader sees."""
_VIEWS = """
LEFT JOIN (SELECT ec.claim, any_value(e.origins) AS origins, max(abs(e.score)) AS score FROM event_claim ec JOIN event e ON e.id = ec.event GROUP BY ec.claim) e ON e.claim = c.id
LEFT JOIN (SELECT dc.claim, any_value(d.origins) AS origins, bool_or(d.placed) AS placed FROM deal_claim dc JOIN deal d ON d.id = dc.deal GROUP BY dc.claim) d ON d.claim = c.id"""
_WANTED = """
WHERE ($kind IS NULL AND c.kind <> 'statement' OR c.kind = $kind) AND NOT list_contains($done, c.id)
ORDER BY rank_, hash(c.id), c.id LIMIT $limit"""


def upcoming(store: Store, *, order: str, kind: str | None, done: Collection[str], limit: int = 10) -> tuple[str, ...]:
    """The ids of the next claims; statements only when they are asked for. Equal ranks are mixed, so that no article fills the queue."""
    ranked = f"{_VALUE} FROM claim c{_VIEWS}" if order == "value" else f"{_UNCERTAIN} FROM claim c"
    sql = f"SELECT c.id, {ranked}{_WANTED}"
    given: dict[str, Any] = {"kind": kind, "done": list(done), "limit": limit}
    return tuple(row[0] for row in store.db.execute(sql, given).fetchall())
