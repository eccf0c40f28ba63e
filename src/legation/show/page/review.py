"""Review: one item, one sentence, one key; agreement of two reviewers; what they differ on."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import Any

import msgspec

from legation.corroborate.review import Agreement, agreement, disputed, standing
from legation.record.claim import Claim
from legation.record.decision import Decision
from legation.record.reading import Reading
from legation.show.asked import Asked, Page
from legation.show.page.claim import ROLES, find_claim, payload
from legation.show.queue import KINDS, ORDERS, upcoming
from legation.show.sentence import Cut, cut
from legation.show.table import Table, table
from legation.store.decision import current_decisions
from legation.store.row import said_by

REASONS = (
    "wrong_span",
    "wrong_actor",
    "wrong_type",
    "wrong_number",
    "wrong_date",
    "not_event",
    "negated",
    "duplicate",
    "source_misread",
    "other",
)
"""Why a claim is wrong. **Source:** the codes of annotation logs such as INCEpTION's curation."""
_SQL = "SELECT * FROM review_decision ORDER BY decided_at, id"
_LAST = 10
"""Decisions shown for a change of mind. **Source:** Prodigy shows ten."""


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """A claim to decide on, in its sentence, with what it says and what made it."""

    claim: Claim
    reading: Reading
    cut: Cut
    said_by: str | None
    payload: tuple[tuple[str, Any], ...]
    roles: tuple[dict[str, Any], ...]
    others: tuple[Decision, ...]


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """The context of the review page. `adjudicating` is where an adjudicator decides on what annotators differ about."""

    item: Item | None
    reviewer: str
    order: str
    kind: str | None
    orders: tuple[str, ...]
    kinds: tuple[str, ...]
    reasons: tuple[str, ...]
    last: tuple[Decision, ...]
    mine: dict[str, int]
    adjudicating: bool
    disputed: int


def review(asked: Asked) -> Page:
    """The page with the next item of the reviewer's queue, or with the claim named in `claim`."""
    decisions = current_decisions(asked.store)
    reviewer = asked.word("reviewer") or asked.given.get("_reviewer", "") or "me"
    adjudicating = asked.word("adjudicate") == "yes"
    order = asked.word("order") if asked.word("order") in ORDERS else "uncertain"
    kind = asked.word("kind") if asked.word("kind") in KINDS else None
    held = standing(decisions)
    mine = [d for d in held if d.reviewer == reviewer and (d.standing == "adjudicator") == adjudicating]
    differ = disputed(decisions)
    wanted = asked.word("claim") or _next(
        asked, order or "uncertain", kind, {d.target for d in mine}, differ if adjudicating else None
    )
    body = Review(
        item=_item(asked, wanted, held if adjudicating else ()),
        reviewer=reviewer,
        order=order or "uncertain",
        kind=kind,
        orders=ORDERS,
        kinds=KINDS,
        reasons=REASONS,
        last=tuple(mine[-_LAST:][::-1]),
        mine=dict(Counter(d.action for d in mine)),
        adjudicating=adjudicating,
        disputed=len(differ),
    )
    return Page(template="review.html", title="Review", body=body, table=table(asked.store, _SQL))


def _next(asked: Asked, order: str, kind: str | None, done: set[str], differ: tuple[str, ...] | None) -> str | None:
    if differ is not None:
        return next((target for target in differ if target not in done), None)
    return next(iter(upcoming(asked.store, order=order, kind=kind, done=done, limit=1)), None)


def _item(asked: Asked, identity: str | None, held: tuple[Decision, ...]) -> Item | None:
    found = find_claim(asked, identity) if identity else None
    if found is None:
        return None
    claim, reading = found
    links = {(link.span, link.sort): link for link in reading.links}
    return Item(
        claim=claim,
        reading=reading,
        cut=cut(reading, claim),
        said_by=said_by(claim, links),
        payload=tuple(payload(claim)),
        roles=tuple(table(asked.store, ROLES, {"claim": claim.id}).dicts()),
        others=tuple(d for d in held if d.target == claim.id and d.standing == "annotator"),
    )


class Agreed(msgspec.Struct, frozen=True, kw_only=True):
    """The context of the agreement page: each pair of reviewers, each reviewer's counts, and the claims that wait for an adjudicator."""

    pairs: tuple[Agreement, ...]
    reviewers: tuple[tuple[str, dict[str, int]], ...]
    disputed: tuple[dict[str, Any], ...]


def agreed(asked: Asked) -> Page:
    """The page on how far reviewers agree."""
    decisions = current_decisions(asked.store)
    held = standing(decisions)
    names = sorted({d.reviewer for d in held if d.standing == "annotator"})
    pairs = tuple(agreement(a, b, decisions) for a, b in combinations(names, 2))
    differ = disputed(decisions)
    words = table(
        asked.store,
        "SELECT id, kind, words FROM claim WHERE list_contains($ids, id) ORDER BY id",
        {"ids": list(differ)},
    )
    body = Agreed(
        pairs=pairs,
        reviewers=tuple((n, dict(Counter(d.action for d in held if d.reviewer == n))) for n in names),
        disputed=tuple(row | {"said": [d for d in held if d.target == row["id"]]} for row in words.dicts()),
    )
    rows = tuple((p.first, p.second, p.both, p.agreed, p.kappa) for p in pairs)
    columns = ("first", "second", "both", "agreed", "kappa")
    return Page(
        template="agreement.html",
        title="Agreement",
        body=body,
        table=Table(columns=columns, rows=rows, total=len(rows), sql=_SQL),
    )
