"""A deal: its ladder, every value told with its tellers, and the words."""

from __future__ import annotations

from typing import Any

import msgspec

from legation.record.deal import LADDER, Deal, Value
from legation.show.asked import Asked, Page
from legation.show.missing import missing
from legation.show.table import table

_CLAIMS = """SELECT claim AS id, words, said_by, factuality, article, span_start, outlet
FROM deals WHERE id = $deal ORDER BY article, span_start"""


class DealPage(msgspec.Struct, frozen=True, kw_only=True):
    """The context of a deal's page: `values` are by field, the one taken first; `rungs` say for each stage whether it is told."""

    deal: Deal
    claims: tuple[dict[str, Any], ...]
    values: tuple[tuple[str, tuple[Value, ...]], ...]
    ladder: tuple[str, ...]
    reached: frozenset[str]
    field: str | None = None


def deal(asked: Asked) -> Page:
    """The page of the deal whose id is the key."""
    row = asked.store.db.execute("SELECT record FROM deal WHERE id = ? LIMIT 1", [asked.key]).fetchone()
    if row is None:
        return missing(asked, "deal")
    one = msgspec.json.decode(row[0], type=Deal)
    claims = table(asked.store, _CLAIMS, {"deal": asked.key})
    names = dict.fromkeys(v.field for v in one.values)
    by_field = ((n, tuple(sorted((v for v in one.values if v.field == n), key=lambda v: not v.best))) for n in names)
    body = DealPage(
        deal=one,
        claims=tuple(claims.dicts()),
        values=tuple(by_field),
        ladder=tuple(stage.value for stage in LADDER),
        reached=frozenset(r.stage.value for r in one.stages if r.standing == "fact"),
        field=asked.word("field"),
    )
    title = f"{one.designation}: {one.supplier or '?'} → {one.recipient or '?'}"
    return Page(template="deal.html", title=title, body=body, table=claims)
