"""The register: each deal as one row, with categories, scope and comments by rule.

**Source:** the columns of SIPRI's trade register and of the UN Register's form; categories are those of the thesaurus's kinds.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from legation.corroborate.comment import comments
from legation.corroborate.scope import scope_of
from legation.lexicon.entry import KindEntry
from legation.lexicon.load import Lexicon
from legation.lexicon.table import load_table
from legation.record.deal import Deal, Value
from legation.record.register import Entry

_SAME = (
    "supplier", "recipient", "supplier_entity", "recipient_entity", "origin_state", "via", "weapon", "family", "designation",
    "stage", "placed", "amount", "currency", "value_kind", "deliveries", "documents", "outlets", "origins", "claims",
)  # fmt: skip


def entries(deals: Iterable[Deal], lexicon: Lexicon) -> tuple[Entry, ...]:
    """One entry per deal, by recipient, supplier, year of order, designation and deal; unknown parties and years last."""
    return tuple(sorted((_entry(deal, lexicon) for deal in deals), key=_in_print))


def shown(entry: Entry) -> bool:
    """Whether the view "sipri" shows an entry: in scope, an order or delivery told as a fact, and not undone before anything came.

    **Source:** SIPRI: a deal is in once an order is placed or deliveries began; talks, notifications and forecasts are not.
    """
    return entry.in_sipri_scope and made(entry)


def made(entry: Entry) -> bool:
    """Whether an order or a delivery is told as a fact, and not undone before anything came, in scope or not."""
    undone = entry.stage.value in _table("register")["undone"] and not entry.delivered
    return entry.placed and not entry.forecast and not undone


def _in_print(entry: Entry) -> tuple[Any, ...]:
    parties = (entry.recipient is None, entry.recipient or "", entry.supplier is None, entry.supplier or "")
    return (*parties, entry.order_year is None, entry.order_year or 0, entry.designation, entry.deal)


def _table(name: str) -> dict[str, Any]:
    table: dict[str, Any] = load_table("rules/register.toml")[name]
    return table


def _entry(deal: Deal, lexicon: Lexicon) -> Entry:
    kind, sipri, unroca = _categories(deal, lexicon)
    scope = scope_of(deal, kind, sipri)
    condition = deal.taken("condition")
    return Entry(
        **{field: getattr(deal, field) for field in _SAME},
        **_numbers(deal),
        deal=deal.id,
        description=_table("descriptions").get(kind.id, kind.label) if kind is not None else None,
        sipri_category=_listed(sipri),
        unroca_category=_listed(unroca),
        status=_table("status").get(condition.value) if condition is not None else None,
        local_production=deal.transfer_type in _table("register")["local_production"],
        forecast=deal.standing != "fact",
        in_sipri_scope=scope.in_scope,
        scope_rule=scope.id,
        comments=comments(deal, lexicon),
    )


def _categories(deal: Deal, lexicon: Lexicon) -> tuple[KindEntry | None, str | None, str | None]:
    """The kind of weapon with its SIPRI and UN Register categories as the thesaurus has them; None for what no list has."""
    entry = lexicon.weapons.get(deal.weapon)
    if entry is not None:
        weapon = lexicon.weapon(entry)
        return lexicon.kinds.get(entry.kind), weapon.sipri, weapon.unroca
    kind = lexicon.kinds.get(deal.weapon.removeprefix("kind:"))
    return (kind, kind.sipri, kind.unroca) if kind is not None else (None, None, None)


def _listed(category: str | None) -> str | None:
    return None if category in ("none", "-") else category


def _numbers(deal: Deal) -> dict[str, Any]:
    """The figures and dates, each with the mark of its own uncertainty; a forecast has no date of order, and its number is an estimate."""
    ordered, total, fact = deal.taken("ordered"), deal.taken("delivered"), deal.standing == "fact"
    order = deal.taken("order_date") if fact else None
    return {
        "ordered": deal.ordered,
        "ordered_is_estimate": _estimated(ordered) or (ordered is not None and not fact),
        "order_date": order.value if order is not None else None,
        "order_year": int(order.value[:4]) if order is not None else None,
        "order_is_estimate": _estimated(order),
        "delivered": deal.received,
        "delivered_is_estimate": _estimated(total),
        "delivery_years": tuple(delivery.year for delivery in deal.deliveries),
        "delivery_is_estimate": any(delivery.year_is_estimate for delivery in deal.deliveries),
    }


def _estimated(value: Value | None) -> bool:
    return value is not None and value.is_estimate
