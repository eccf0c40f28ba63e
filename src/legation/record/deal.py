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


LADDER = tuple(Stage)[:12]
PLACED = frozenset(LADDER[LADDER.index(Stage.SIGNED) :])
ARRIVED = frozenset(LADDER[LADDER.index(Stage.DELIVERED_PART) :])


class Transfer(msgspec.Struct, frozen=True, tag="transfer", kw_only=True):
    """One claim of an arms transfer, one item. Supplier, recipient, weapon stand in the claim's roles; so do, where they are told,
    supplier_entity and recipient_entity (who acts for the state), origin (the state that made what another supplies), via, value,
    financing, offset, condition, purpose, batch and due; in a notice also cue, over the words by which goods only go with others ("also included").

    `designation` is verbatim. Numbers are counts of items; `amount` is in units of `currency` (ISO 4217), nominal; `value_kind` is contract,
    ceiling, programme or rumour. `transfer_type` is sale, aid, lease, loan, licensed_production, local_assembly, joint_development, transit,
    re_export, captured or None when not said. `signed`, `delivered` and `due` (when delivery is meant to be) are dates as far as the words
    give them: "2017-08", "1987". `financing`, `offsets`, `end_use`, `conditions`, `batch` ("second batch") and `notice` (the number of an
    official notice) are verbatim words. `bundled` says that `amount` pays for other items too.
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
    value_kind: str | None = None
    bundled: bool = False
    signed: str | None = None
    delivered: str | None = None
    due: str | None = None
    financing: str | None = None
    offsets: str | None = None
    end_use: str | None = None
    conditions: str | None = None
    batch: str | None = None
    notice: str | None = None


class Variant(msgspec.Struct, frozen=True, tag="variant", kw_only=True):
    """A claim that one weapon is a version of another. The two names stand in the roles weapon and target."""

    designation: str
    variant_of: str
    relation: str


class Rung(msgspec.Struct, frozen=True, kw_only=True):
    """A stage of a deal at one date, with who tells it.

    `date` is as far as it is told ("2015-08"), `precision` its grain: day, month or year. `basis` says where it comes from: "signed",
    "delivered" (the claim's own date of that), "when" (its time), or "reported" (published on that day: it was so by then). Both are None
    without a date. `standing` is fact, forecast or denial.
    """

    stage: Stage
    date: str | None = None
    precision: str | None = None
    basis: str | None = None
    standing: str = "fact"
    claims: tuple[str, ...] = ()
    documents: int = 0
    origins: int = 0


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """One of the values told for a field of a deal, with its tellers; `best` marks the one that the rule took, the others are its rivals.

    `number` is a count, or an amount in `unit` (ISO 4217), None for words and dates; `kind` is that of a sum. `stage` is the highest
    stage of the claims that tell it; `first_report` the earliest day of publication among them. `is_estimate` says that it rests on a
    vague qualifier, on the day of a report, or on a stage before the order.
    """

    field: str
    value: str
    number: float | None = None
    unit: str | None = None
    kind: str | None = None
    qualifier: str | None = None
    stage: Stage
    first_report: str | None = None
    reported_only: bool = False
    is_estimate: bool = False
    best: bool = False
    rule: str
    claims: tuple[str, ...] = ()
    documents: int = 0
    origins: int = 0


class Delivery(msgspec.Struct, frozen=True, kw_only=True):
    """What came in one year. `number` counts items, None where no claim gives that year a figure of its own."""

    year: int
    number: float | None = None
    number_is_estimate: bool = False
    year_is_estimate: bool = False


class Deal(msgspec.Struct, frozen=True, kw_only=True):
    """Claims of one supplier, recipient, weapon family and time, folded; `stage` is the highest rung told as a fact and not undone since.

    Parties are ISO 3166 alpha-3, or the id of an armed group; None where no claim names them. `low`..`high` span the claims' figures.
    `standing` is that of the deal as a whole: fact, forecast (nothing but plans and conditions) or denial. `values` holds every value
    told, field by field, the one taken marked `best`; `ordered`, `received`, `order_date`, `amount` repeat the best ones. `apart` is the
    rule that holds this order apart from an earlier one. `claims` are ids, sorted.
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
    family: str
    standing: str
    apart: str | None = None
    order_date: str | None = None
    ordered: float | None = None
    received: float | None = None
    supplier_entity: str | None = None
    recipient_entity: str | None = None
    origin_state: str | None = None
    via: str | None = None
    value_kind: str | None = None
    bundled: bool = False
    deliveries: tuple[Delivery, ...] = ()
    stages: tuple[Rung, ...] = ()
    values: tuple[Value, ...] = ()
    claims: tuple[str, ...]

    def taken(self, field: str) -> Value | None:
        """The value that was taken for a field, or None when no claim tells one."""
        return next((value for value in self.values if value.field == field and value.best), None)

    def rivals(self, field: str) -> tuple[Value, ...]:
        """The values of a field that were told and not taken."""
        return tuple(value for value in self.values if value.field == field and not value.best)

    @property
    def placed(self) -> bool:
        """Whether an order or a delivery is told as a fact. **Source:** SIPRI: an order or a delivery makes a deal."""
        return any(rung.standing == "fact" and rung.stage in PLACED for rung in self.stages)
