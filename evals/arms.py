"""Predictions in the arms format: one row per buyer and ware of the transfers that an announcement tells."""

from __future__ import annotations

from itertools import product
from typing import Any

from evals.stories import Links, states
from legation.record.claim import Claim
from legation.record.deal import Stage, Transfer
from legation.record.reading import Reading

STATUS = {
    Stage.INTEREST: "considered",
    Stage.REQUEST: "considered",
    Stage.TALKS: "negotiation",
    Stage.OFFER: "negotiation",
    Stage.DRAFT_CONTRACT: "negotiation",
    Stage.APPROVED: "approved",
    Stage.NOTIFIED: "approved",
    Stage.SIGNED: "contract signed",
    Stage.IN_PRODUCTION: "contract signed",
    Stage.DENIED: "denied",
    Stage.CANCELLED: "denied",
    Stage.SUSPENDED: "denied",
    Stage.DELIVERED_PART: "delivery started",
    Stage.DELIVERED_FULL: "delivered",
    Stage.IN_SERVICE: "delivered",
}


def predict_row(reading: Reading, name: str) -> dict[str, Any]:
    """The prediction of one text; `name` is its id in the gold."""
    links = {(link.span, link.sort): link for link in reading.links}
    found = [t for c in reading.claims if isinstance(c.payload, Transfer) for t in _rows(c, c.payload, links)]
    return {"id": name, "transfers": found}


def _rows(claim: Claim, payload: Transfer, links: Links) -> list[dict[str, Any]]:
    shared = {
        "designation": payload.designation,
        "quantity": int(payload.best) if payload.best is not None else None,
        "value_usd": payload.amount if payload.currency == "USD" else None,
        "status": STATUS[payload.stage],
    }
    sides = (states(claim, role, links) for role in ("supplier", "recipient"))
    return [{"seller": seller, "buyer": buyer, **shared} for seller, buyer in product(*sides)]
