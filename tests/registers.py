"""Deals of the register and of a reference file, invented, in one line each."""

from __future__ import annotations

from typing import Any

from legation.record.deal import Delivery, Stage
from legation.record.listed import Listed
from legation.record.register import Entry


def entry(deal: str = "d1", designation: str = "Mi-35M", **fields: Any) -> Entry:
    """An entry from RUS to PAK of a deal that was signed, in scope. `years` are years of delivery, of each with its number in a dict."""
    years = fields.pop("years", {})
    deliveries = tuple(
        Delivery(year=y, number=n) for y, n in (years if isinstance(years, dict) else dict.fromkeys(years)).items()
    )
    plain = {
        "supplier": "RUS", "recipient": "PAK", "weapon": designation.lower(), "family": "", "stage": Stage.SIGNED, "placed": True,
        "in_sipri_scope": True, "scope_rule": "test", "documents": 1, "outlets": 1, "origins": 1,
        "deliveries": deliveries, "delivery_years": tuple(d.year for d in deliveries),
    }  # fmt: skip
    return Entry(deal=deal, designation=designation, **{**plain, **fields})


def listed(id: str = "1", designation: str = "Mi-35M", **fields: Any) -> Listed:
    """A deal of a reference from RUS to PAK, on the line of its id. `years` are years of delivery."""
    deliveries = tuple(Delivery(year=y) for y in fields.pop("years", ()))
    supplier, recipient = fields.pop("supplier", "RUS"), fields.pop("recipient", "PAK")
    plain = {
        "supplier_name": supplier or "unknown supplier(s)", "supplier_sort": "state" if supplier else "unknown",
        "recipient_name": recipient or "unknown recipient(s)", "recipient_sort": "state" if recipient else "unknown",
        "deliveries": deliveries, "lines": (int(id),),
    }  # fmt: skip
    return Listed(id=id, designation=designation, supplier=supplier, recipient=recipient, **{**plain, **fields})
