"""A claim: what it says, from which words, who carries it, what made it, and what reviewers said."""

from __future__ import annotations

from typing import Any

import msgspec

from legation.record.claim import Claim
from legation.record.decision import Decision
from legation.record.reading import Reading
from legation.show.asked import Asked, Page
from legation.show.missing import missing
from legation.show.sentence import Cut, cut
from legation.show.table import table
from legation.store.decision import current_decisions
from legation.store.view import load_reading

ROLES = """SELECT role, words, name, target, kind, country, level, score, reason, span_start, span_end
FROM role WHERE claim = $claim ORDER BY number"""
_USED = """SELECT 'event' AS sort, e.id, e.type AS told, e.origins FROM event e JOIN event_claim ec ON ec.event = e.id WHERE ec.claim = $claim
UNION ALL SELECT 'deal', d.id, d.designation, d.origins FROM deal d JOIN deal_claim dc ON dc.deal = d.id WHERE dc.claim = $claim"""


class ClaimPage(msgspec.Struct, frozen=True, kw_only=True):
    """The context of a claim's page. `field` is the cell that was asked about, None for the claim as a whole."""

    claim: Claim
    reading: Reading
    cut: Cut
    roles: tuple[dict[str, Any], ...]
    payload: tuple[tuple[str, Any], ...]
    used: tuple[dict[str, Any], ...]
    decisions: tuple[Decision, ...]
    field: str | None = None


def claim(asked: Asked) -> Page:
    """The page of the claim whose id is the key."""
    found = find_claim(asked, asked.key)
    if found is None:
        return missing(asked, "claim")
    one, reading = found
    roles = table(asked.store, ROLES, {"claim": one.id})
    body = ClaimPage(
        claim=one,
        reading=reading,
        cut=cut(reading, one),
        roles=tuple(roles.dicts()),
        payload=tuple(payload(one)),
        used=tuple(table(asked.store, _USED, {"claim": one.id}).dicts()),
        decisions=on_words(one, current_decisions(asked.store)),
        field=asked.word("field"),
    )
    return Page(template="claim.html", title=f"{one.kind.capitalize()} claim", body=body, table=roles)


def find_claim(asked: Asked, identity: str) -> tuple[Claim, Reading] | None:
    """The claim of that id with its reading, or None."""
    row = asked.store.db.execute("SELECT article FROM claim WHERE id = ? LIMIT 1", [identity]).fetchone()
    reading = load_reading(asked.store, row[0]) if row else None
    one = next((c for c in reading.claims if c.id == identity), None) if reading else None
    return (one, reading) if one is not None and reading is not None else None


def on_words(one: Claim, decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """The decisions on the claim, undone ones included, by time."""
    own = {d.id for d in decisions if d.target == one.id}
    return tuple(d for d in decisions if d.target == one.id or (d.action == "undo" and d.target in own))


def payload(one: Claim) -> Any:
    """The fields of the payload that say something, in their order."""
    for name, value in msgspec.to_builtins(one.payload).items():
        if name != "type" and value not in (None, [], (), {}, "", False):
            yield name, value
