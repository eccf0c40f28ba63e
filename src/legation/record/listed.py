"""A deal as another register lists it: read from the user's own copy, for comparison, never kept in the record."""

from __future__ import annotations

import msgspec

from legation.record.deal import Delivery
from legation.record.issue import Issue


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """One deal of a reference file. What a cell leaves empty is None; what the file calls unknown is None beside its words.

    `id` is the file's own. `supplier` and `recipient` are ISO 3166 alpha-3 or the lexicon's id of an armed group, None for others; names are verbatim.
    `supplier_sort` and `recipient_sort` are state, group, organisation, unknown (the file says so) or unlisted (no table has the name).
    `ordered` and `delivered` count items, `deliveries` are by year. `lines` are the file's lines, from 1. A TIV is never among the fields.
    """

    id: str
    supplier: str | None
    supplier_name: str
    supplier_sort: str
    recipient: str | None
    recipient_name: str
    recipient_sort: str
    designation: str
    description: str | None = None
    category: str | None = None
    ordered: float | None = None
    ordered_is_estimate: bool = False
    order_year: int | None = None
    order_is_estimate: bool = False
    delivered: float | None = None
    delivered_is_estimate: bool = False
    deliveries: tuple[Delivery, ...] = ()
    status: str | None = None
    local_production: bool | None = None
    lines: tuple[int, ...]

    @property
    def delivery_years(self) -> tuple[int, ...]:
        """The years of deliveries, in order."""
        return tuple(d.year for d in self.deliveries)

    @property
    def delivery_is_estimate(self) -> bool:
        """Whether the file marks any year of delivery as an estimate."""
        return any(d.year_is_estimate for d in self.deliveries)


class Reference(msgspec.Struct, frozen=True, kw_only=True):
    """A reference file as read: its deals in the order of the file, and what could not be read or was read with a limit.

    `family` names the kind of header that the file has.
    """

    path: str
    family: str
    deals: tuple[Listed, ...]
    issues: tuple[Issue, ...] = ()
