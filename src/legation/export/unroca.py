"""Deliveries in the columns of the UN Register's form: one row per deal and year, categories I to VII."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from legation.corroborate.comment import state_name
from legation.export.cell import line
from legation.export.registertable import party_name
from legation.lexicon.load import Lexicon
from legation.record.deal import ARRIVED, Delivery
from legation.record.register import Entry

HEADER = (
    "Year", "Category", "Exporter", "Importer", "Number of items", "State of origin (if not exporter)", "Intermediate location (if any)",
    "Description of items", "Comments on the transfer",
)  # fmt: skip
CATEGORIES = ("I", "II", "III", "IV", "V", "VI", "VII")


def unroca(found: Iterable[Entry], lexicon: Lexicon) -> Iterator[str]:
    """The lines, by year, category and parties; only what is told as delivered, and only items of the seven categories."""
    yield line(HEADER)
    rows = [row for entry in found if _counts(entry) for row in _rows(entry, lexicon)]
    yield from (line(row) for row in sorted(rows, key=_in_print))


def _counts(entry: Entry) -> bool:
    return (
        entry.unroca_category in CATEGORIES
        and not entry.forecast
        and (bool(entry.deliveries) or entry.stage in ARRIVED)
    )


def _rows(entry: Entry, lexicon: Lexicon) -> Iterator[tuple[object, ...]]:
    exporter, importer = (party_name(getattr(entry, side), side, lexicon) for side in ("supplier", "recipient"))
    between = (state_name(entry.origin_state, lexicon), state_name(entry.via, lexicon))
    what = (f"{entry.designation} {entry.description or ''}".strip(), entry.comments or None)
    for delivery in entry.deliveries or (None,):
        yield (_year(delivery), entry.unroca_category, exporter, importer, _number(entry, delivery), *between, *what)


def _year(delivery: Delivery | None) -> int | None:
    return delivery.year if delivery is not None else None


def _number(entry: Entry, delivery: Delivery | None) -> float | None:
    return delivery.number if delivery is not None else entry.delivered


def _in_print(row: tuple[object, ...]) -> tuple[object, ...]:
    year, category = row[0], row[1]
    return (year is None, year or 0, CATEGORIES.index(str(category)), *(str(cell or "") for cell in row[2:]))
