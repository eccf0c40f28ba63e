"""The register in the 17 columns of SIPRI's CSV: one row per deal and year of delivery."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from legation.export.cell import line
from legation.export.registertable import party_name
from legation.lexicon.load import Lexicon
from legation.record.deal import Delivery
from legation.record.register import Entry

HEADER = (
    "SIPRI AT Database ID", "Supplier", "Recipient", "Designation", "Description", "Armament category", "Order date",
    "Order date is estimate", "Numbers delivered", "Numbers delivered is estimate", "Delivery year", "Delivery year is estimate",
    "Status", "SIPRI estimate", "TIV deal unit", "TIV delivery values", "Local production",
)  # fmt: skip


def sipri_register(found: Iterable[Entry], lexicon: Lexicon) -> Iterator[str]:
    """The lines. The id is that of our deal; the columns of TIV are empty, for a TIV is never invented; a deal without a delivery is one row."""
    yield line(HEADER)
    for entry in found:
        for delivery in entry.deliveries or (None,):
            yield line(_row(entry, delivery, lexicon))


def _row(entry: Entry, delivery: Delivery | None, lexicon: Lexicon) -> tuple[object, ...]:
    supplier, recipient = (party_name(getattr(entry, side), side, lexicon) for side in ("supplier", "recipient"))
    came = (*_number(entry, delivery), *((delivery.year, delivery.year_is_estimate) if delivery else (None, None)))
    order = (entry.order_year, entry.order_is_estimate if entry.order_year is not None else None)
    what = (entry.designation, entry.description, entry.sipri_category)
    return (
        entry.deal,
        supplier,
        recipient,
        *what,
        *order,
        *came,
        entry.status,
        None,
        None,
        None,
        entry.local_production,
    )


def _number(entry: Entry, delivery: Delivery | None) -> tuple[float | None, bool | None]:
    """The number delivered and whether it is an estimate; both None where no number is told."""
    number, estimate = (
        (delivery.number, delivery.number_is_estimate)
        if delivery is not None
        else (entry.delivered, entry.delivered_is_estimate)
    )
    return (number, estimate) if number is not None else (None, None)
