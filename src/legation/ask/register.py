"""The arms register as a question: the store's deals as entries, narrowed by party, year and view."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from legation.corroborate.register import entries, shown
from legation.errors import AskError
from legation.lexicon.load import load_lexicon
from legation.record.register import Entry
from legation.store.open import Store
from legation.store.view import load_deals

VIEWS = ("sipri", "all")


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What of the register is asked for. Parties are alpha-3 codes or ids of armed groups; years are inclusive.

    A year fits by the order, else by a delivery; an entry that has neither is left out once a year is asked for.
    """

    supplier: str | None = None
    recipient: str | None = None
    since: int | None = None
    to: int | None = None
    view: str = "sipri"


def register(store: Store, wanted: Wanted | None = None) -> tuple[Entry, ...]:
    """The entries that are wanted, by recipient, supplier, year of order and designation.

    AskError for a view that there is none of, or for years that run backwards.
    """
    asked = _checked(wanted or Wanted())
    return tuple(_narrowed(entries(load_deals(store), load_lexicon()), asked))


def _checked(wanted: Wanted) -> Wanted:
    if wanted.view not in VIEWS:
        raise AskError(f"view {wanted.view!r}: not known; expected one of {', '.join(VIEWS)}")
    if wanted.since is not None and wanted.to is not None and wanted.since > wanted.to:
        raise AskError(f"years {wanted.since} to {wanted.to}: met a range that runs backwards; change the two")
    return wanted


def _narrowed(found: Iterable[Entry], wanted: Wanted) -> Iterator[Entry]:
    for entry in found:
        sides = ((wanted.supplier, entry.supplier), (wanted.recipient, entry.recipient))
        if any(asked is not None and asked.lower() != (own or "").lower() for asked, own in sides):
            continue
        if (wanted.view == "all" or shown(entry)) and _in_years(entry, wanted):
            yield entry


def _in_years(entry: Entry, wanted: Wanted) -> bool:
    if wanted.since is None and wanted.to is None:
        return True
    years = (entry.order_year,) if entry.order_year is not None else entry.delivery_years
    low, high = wanted.since or 0, wanted.to or 9999
    return any(low <= year <= high for year in years)
