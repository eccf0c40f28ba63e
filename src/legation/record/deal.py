"""Arms transfers: what a claim says of one, and the deal that claims are folded into."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Stage(StrEnum):
    """The ladder of a deal, lowest rung first. **Source:** SIPRI (order or delivery makes a deal), NISAT, DSCA."""

    INTEREST = "interest"
    TALKS = "talks"
    REQUEST = "request"
    OFFER = "offer"
    APPROVED = "approved"
    NOTIFIED = "notified"
    DRAFT_CONTRACT = "draft_contract"
    SIGNED = "signed"
    IN_PRODUCTION = "in_production"
    DELIVERED_PART = "delivered_part"
    DELIVERED_FULL = "delivered_full"
    IN_SERVICE = "in_service"
    SUSPENDED = "suspended"
    CANCELLED = "cancelled"
    DENIED = "denied"


class Transfer(msgspec.Struct, frozen=True, tag="transfer", kw_only=True):
    """One claim of an arms transfer, one item. Supplier, recipient, weapon stand in the claim's roles.

    `designation` is verbatim. Numbers are counts of items; `amount` is in units of `currency` (ISO 4217), nominal.
    `transfer_type` is sale, aid, lease, licensed_production, joint_development, captured or None when not said.
    """

    stage: Stage
    designation: str
    transfer_type: str | None = None
    low: float | None = None
    best: float | None = None
    high: float | None = None
    qualifier: str | None = None
    quantity_words: str | None = None
    condition: str | None = None
    amount: float | None = None
    currency: str | None = None
    value_words: str | None = None
    signed: str | None = None
    delivered: str | None = None


class Variant(msgspec.Struct, frozen=True, tag="variant", kw_only=True):
    """A claim that one weapon is a version of another. The two names stand in the roles weapon and target."""

    designation: str
    variant_of: str
    relation: str


class Deal(msgspec.Struct, frozen=True, kw_only=True):
    """Claims of one supplier, recipient and weapon family, folded; `stage` is the highest rung that is not denied.

    States are ISO 3166 alpha-3, None where no claim names them. `low`..`high` span the claims' figures;
    `best` is that of the claim with the highest stage. `claims` are ids, sorted.
    """

    id: str
    supplier: str | None
    recipient: str | None
    weapon: str
    designation: str
    category: str | None
    designer: str | None
    stage: Stage
    transfer_type: str | None
    low: float | None
    best: float | None
    high: float | None
    qualifier: str | None
    amount: float | None
    currency: str | None
    signed: str | None
    delivered: str | None
    aux: str
    background: bool
    documents: int
    outlets: int
    origins: int
    claims: tuple[str, ...]
