"""How alike a deal of the record and a deal of a reference are: a table of features, each with its points and its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import msgspec

from legation.lexicon.compare import scores
from legation.lexicon.entry import StateEntry
from legation.lexicon.load import Lexicon
from legation.record.comparison import Feature
from legation.record.listed import Listed
from legation.record.register import Entry
from legation.resolve.printed import Named, known, named

States = Mapping[str, StateEntry]


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """What of a deal is compared. `supplier_open` and `recipient_open` say that the party is not known, not merely without a code."""

    id: str
    supplier: str | None
    recipient: str | None
    supplier_open: bool
    recipient_open: bool
    origin: str | None
    weapon: Named
    order_year: int | None
    estimated: bool
    years: tuple[int, ...]
    numbers: tuple[float, ...]


def ours(entry: Entry, lexicon: Lexicon) -> Side:
    """The side of an entry of the record."""
    return Side(
        id=entry.deal,
        supplier=entry.supplier,
        recipient=entry.recipient,
        supplier_open=entry.supplier is None,
        recipient_open=entry.recipient is None,
        origin=entry.origin_state,
        weapon=known(entry.weapon, entry.designation, entry.description, lexicon),
        order_year=entry.order_year,
        estimated=entry.order_is_estimate,
        years=_years(entry.order_year, entry.delivery_years),
        numbers=tuple(n for n in (entry.ordered, entry.delivered) if n),
    )


def theirs(deal: Listed, lexicon: Lexicon) -> Side:
    """The side of a deal of the reference."""
    return Side(
        id=deal.id,
        supplier=deal.supplier,
        recipient=deal.recipient,
        supplier_open=deal.supplier_sort == "unknown",
        recipient_open=deal.recipient_sort == "unknown",
        origin=None,
        weapon=named(deal.designation, deal.description, lexicon),
        order_year=deal.order_year,
        estimated=deal.order_is_estimate,
        years=_years(deal.order_year, deal.delivery_years),
        numbers=tuple(n for n in (deal.ordered, deal.delivered) if n),
    )


def _years(order: int | None, deliveries: tuple[int, ...]) -> tuple[int, ...]:
    return deliveries if order is None else (order, *deliveries)


def alike(a: Side, b: Side, states: States) -> tuple[Feature, ...] | None:
    """The features of a pair of ours and theirs, or None where one of them rules the pair out."""
    found: list[Feature] = []
    for feature in FEATURES:
        line = feature(a, b, states)
        if line is None:
            return None
        found.append(line)
    return tuple(found)


def same_state(a: str | None, b: str | None, states: States) -> bool:
    """Whether two codes are one state or one carries the other on: SUN and RUS."""
    return a is not None and b is not None and (b in _line(a, states) or a in _line(b, states))


def _line(code: str, states: States) -> Iterator[str]:
    seen: set[str] = set()
    following: str | None = code
    while following is not None and following not in seen:
        yield following
        seen.add(following)
        following = states[following].successor if following in states else None


def _points(name: str, outcome: str, reason: str) -> Feature:
    return Feature(name, scores().score[f"{name}_{outcome}"], reason)


def recipient(a: Side, b: Side, states: States) -> Feature | None:
    """The same recipient, or one not known on a side; another recipient rules the pair out."""
    if a.recipient is not None and a.recipient == b.recipient:
        return _points("recipient", "same", f"both to {a.recipient}")
    if same_state(a.recipient, b.recipient, states):
        return _points("recipient", "successor", f"{a.recipient} and {b.recipient} are one state in succession")
    if a.recipient_open or b.recipient_open:
        return _points("recipient", "unknown", "the recipient is not known on one side")
    return None


def supplier(a: Side, b: Side, states: States) -> Feature:
    """The same supplier, the maker named instead, one not known, or another one, which speaks against the pair."""
    if a.supplier is not None and a.supplier == b.supplier:
        return _points("supplier", "same", f"both from {a.supplier}")
    if same_state(a.supplier, b.supplier, states):
        return _points("supplier", "successor", f"{a.supplier} and {b.supplier} are one state in succession")
    if same_state(a.origin, b.supplier, states):
        return _points("supplier", "origin", f"made in {a.origin}, supplied by {a.supplier or 'someone not named'}")
    if a.supplier_open or b.supplier_open:
        return _points("supplier", "unknown", "the supplier is not known on one side")
    return _points("supplier", "other", f"from {a.supplier}, there from {b.supplier or 'a supplier without a code'}")


def weapon(a: Side, b: Side, states: States) -> Feature | None:
    """The same weapon, its family, or its kind where a side names no more; other weapons rule the pair out."""
    mine, other = a.weapon, b.weapon
    if mine.entries & other.entries:
        return _points("weapon", "entry", f"the same weapon: {', '.join(sorted(mine.entries & other.entries))}")
    if mine.words == other.words:
        return _points("weapon", "words", f"the same designation: {mine.words}")
    if mine.entries & other.lines or mine.lines & other.entries:
        return _points("weapon", "line", "one names the family or type of the other's variant")
    if mine.families & other.families:
        return _points("weapon", "family", f"two of the family {', '.join(sorted(mine.families & other.families))}")
    if mine.kinds & other.kinds and not (mine.entries and other.entries):
        return _points("weapon", "kind", f"one names the kind only: {', '.join(sorted(mine.kinds & other.kinds))}")
    return None


def year(a: Side, b: Side, states: States) -> Feature | None:
    """Orders of the same year or within the window; where a side has no year of order, any years near one another."""
    table = scores()
    gap = year_gap(a, b)
    if gap is None:
        return _points("year", "none", "a side has no year")
    if a.order_year is None or b.order_year is None:
        return _points("year", "loose", f"years {gap} apart at the nearest") if gap <= table.loose_years else None
    words = f"ordered {a.order_year}, there {b.order_year}"
    if gap <= table.near_years:
        return _points("year", "near" if gap else "same", words)
    window = table.window_years_estimate if a.estimated or b.estimated else table.window_years
    return _points("year", "window", words) if gap <= window else None


def year_gap(a: Side, b: Side) -> int | None:
    """The years between two orders; between the nearest years known where a side has no order; None where it has none at all."""
    if a.order_year is not None and b.order_year is not None:
        return abs(a.order_year - b.order_year)
    return min((abs(x - y) for x in a.years for y in b.years), default=None)


def number(a: Side, b: Side, states: States) -> Feature:
    """A number of items, ordered or delivered, that both have, or how far the nearest are apart."""
    table = scores()
    pairs = sorted((max(x, y) / min(x, y), x, y) for x in a.numbers for y in b.numbers)
    if not pairs:
        return _points("number", "none", "a side has no number")
    ratio, x, y = pairs[0]
    words = f"{x:g}, there {y:g}"
    if ratio == 1:
        return _points("number", "same", words)
    if ratio >= table.far_ratio:
        return _points("number", "far", words)
    return _points("number", "near" if ratio <= table.near_ratio else "apart", words)


FEATURES: tuple[Callable[[Side, Side, States], Feature | None], ...] = (recipient, year, weapon, supplier, number)
"""The table, in the order in which it is printed; what rules most pairs out stands first."""
