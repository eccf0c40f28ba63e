"""A deal as rows of the store's tables: the deal, its claims, its rungs, and every value told for its fields."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from legation.record.deal import Deal
from legation.store.row import Row

_DEAL = (
    "id", "supplier", "recipient", "weapon", "designation", "category", "stage", "transfer_type", "low", "best", "high", "qualifier",
    "amount", "currency", "signed", "delivered", "aux", "background", "documents", "outlets", "origins", "family", "standing", "apart",
    "order_date", "ordered", "received", "supplier_entity", "recipient_entity", "origin_state", "via", "value_kind", "bundled",
)  # fmt: skip


def deal_rows(deal: Deal) -> Iterator[tuple[str, Row]]:
    """The rows of a deal, each with its table's name, in the order of the columns."""
    estimates = [value.field for value in deal.values if value.best and value.is_estimate]
    years = [delivery.year for delivery in deal.deliveries]
    own = (str(getattr(deal, name)) if name == "stage" else getattr(deal, name) for name in _DEAL)
    yield "deal", (*own, deal.placed, years, estimates, msgspec.json.encode(deal).decode())
    for claim in deal.claims:
        yield "deal_claim", (deal.id, claim)
    for number, rung in enumerate(deal.stages):
        dated = (rung.date, rung.precision, rung.basis, rung.standing)
        yield "deal_stage", (deal.id, number, rung.stage.value, *dated, rung.documents, rung.origins, list(rung.claims))
    for number, v in enumerate(deal.values):
        told = (v.field, v.value, v.number, v.unit, v.kind, v.qualifier, v.stage.value, v.first_report, v.is_estimate)
        yield "deal_value", (deal.id, number, *told, v.best, v.rule, v.documents, v.origins, list(v.claims))
