"""The arms register: one row per deal, in the terms of those who keep registers."""

from __future__ import annotations

import msgspec

from legation.record.deal import Delivery, Stage


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One deal as a row of the register. What no claim tells is None or empty, never a guess; a TIV is never among the fields.

    `supplier`, `recipient`, `origin_state` and `via` are ISO 3166 alpha-3, the entities the names of who acts for the state. `weapon`
    and `family` are ids of the thesaurus (or "kind:..." where only the kind is told); `description` is the kind in words. `ordered` and
    `delivered` count items; each `*_is_estimate` stands for its own field. `order_date` is the order as far as it is told ("2015-08"),
    `order_year` its year; `delivery_years` are in order, `deliveries` the same years with their numbers. `status` is New, Second hand
    or Second hand but modernized. `stage` is the highest rung told as a fact; `placed` says that an order or a delivery is told as a fact,
    `forecast` that nothing is. `scope_rule` is the id of the
    rule that decides `in_sipri_scope`. `amount` is in units of `currency` (ISO 4217), nominal. `deal` and `claims` lead back to the words.

    **Source:** the fields of SIPRI's trade register and of the UN Register's form.
    """

    deal: str
    supplier: str | None
    recipient: str | None
    supplier_entity: str | None = None
    recipient_entity: str | None = None
    origin_state: str | None = None
    via: str | None = None
    weapon: str
    family: str
    designation: str
    description: str | None = None
    sipri_category: str | None = None
    unroca_category: str | None = None
    ordered: float | None = None
    ordered_is_estimate: bool = False
    order_date: str | None = None
    order_year: int | None = None
    order_is_estimate: bool = False
    delivered: float | None = None
    delivered_is_estimate: bool = False
    delivery_years: tuple[int, ...] = ()
    delivery_is_estimate: bool = False
    deliveries: tuple[Delivery, ...] = ()
    status: str | None = None
    local_production: bool = False
    stage: Stage
    placed: bool = False
    forecast: bool = False
    in_sipri_scope: bool = False
    scope_rule: str
    amount: float | None = None
    currency: str | None = None
    value_kind: str | None = None
    comments: str = ""
    documents: int
    outlets: int
    origins: int
    claims: tuple[str, ...] = ()
