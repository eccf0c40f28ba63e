"""In which fields a deal of the record differs from the same deal in a reference."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from legation.corroborate.alike import same_state
from legation.lexicon.compare import scores
from legation.lexicon.load import Lexicon
from legation.record.comparison import Backing, Difference, Pair
from legation.record.listed import Listed
from legation.record.register import Entry
from legation.resolve.printed import known, named

Told = Callable[[Entry, str, str], tuple[Backing, ...]]
"""Of an entry, a field and a value in print: the claims of the entry that say it."""

FIELDS = (
    "supplier",
    "recipient",
    "designation",
    "ordered",
    "order_year",
    "delivered",
    "delivery_years",
    "status",
    "local_production",
)
"""The fields of a register that are laid side by side, in its order."""


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """A value of one side: in print (in brackets where it is an estimate), "" where it is not known."""

    words: str
    estimated: bool = False

    @property
    def printed(self) -> str:
        """The words, in brackets where they are an estimate."""
        return f"({self.words})" if self.estimated and self.words else self.words


def fields_of(deals: Iterable[Listed]) -> tuple[str, ...]:
    """The fields that the reference has at all: one that it fills in no row is not laid beside ours."""
    listed = list(deals)
    return tuple(f for f in FIELDS if f in ("supplier", "recipient") or any(theirs(f, d).words for d in listed))


def differing(pair: Pair, *, fields: Sequence[str], told: Told, lexicon: Lexicon) -> tuple[Difference, ...]:
    """The fields in which the pair differs, in the order given, each with the claims that say our value."""
    return tuple(_differences(pair, fields, told, lexicon))


def _differences(pair: Pair, fields: Sequence[str], told: Told, lexicon: Lexicon) -> Iterator[Difference]:
    for field in fields:
        mine, other = ours(field, pair.ours), theirs(field, pair.theirs)
        sort = _sort(field, mine, other, pair, lexicon)
        if sort is not None:
            yield Difference(
                field=field,
                sort=sort,
                ours=mine.printed,
                theirs=other.printed,
                meaning=scores().meaning[field],
                claims=told(pair.ours, field, mine.words) if mine.words else (),
                agreeing=told(pair.ours, field, other.words) if other.words else (),
            )


def _sort(field: str, mine: Value, other: Value, pair: Pair, lexicon: Lexicon) -> str | None:
    if mine.words.casefold() == other.words.casefold():
        return None
    if not mine.words or not other.words:
        return "only_ours" if mine.words else "only_theirs"
    if field == "designation":
        return _weapon_sort(pair, lexicon)
    if field in ("supplier", "recipient") and same_state(mine.words, other.words, lexicon.states):
        return None
    return "estimate" if mine.estimated or other.estimated else "differs"


def _weapon_sort(pair: Pair, lexicon: Lexicon) -> str | None:
    """None for one weapon in two spellings, "finer" where one side names the family, type or kind of the other."""
    mine = known(pair.ours.weapon, pair.ours.designation, pair.ours.description, lexicon)
    other = named(pair.theirs.designation, pair.theirs.description, lexicon)
    if mine.entries & other.entries:
        return None
    above = mine.entries & other.lines or mine.lines & other.entries
    return "finer" if above or not (mine.entries and other.entries) else "differs"


def ours(field: str, entry: Entry) -> Value:
    """Our value of a field."""
    words = {
        "supplier": entry.supplier or "",
        "recipient": entry.recipient or "",
        "local_production": "yes" if entry.local_production else "",
    }
    return Value(words=words[field]) if field in words else _PLAIN[field](entry)


def theirs(field: str, deal: Listed) -> Value:
    """The reference's value of a field; a party without a code by its name, one that the file calls unknown as not known."""
    words = {
        "supplier": "" if deal.supplier_sort == "unknown" else deal.supplier or deal.supplier_name,
        "recipient": "" if deal.recipient_sort == "unknown" else deal.recipient or deal.recipient_name,
        "local_production": "yes" if deal.local_production else "",
    }
    return Value(words=words[field]) if field in words else _PLAIN[field](deal)


def _count(number: float | None) -> str:
    return "" if number is None else f"{number:g}"


_PLAIN: dict[str, Callable[[Entry | Listed], Value]] = {
    "designation": lambda side: Value(words=side.designation),
    "ordered": lambda side: Value(words=_count(side.ordered), estimated=side.ordered_is_estimate),
    "order_year": lambda side: Value(words=str(side.order_year or ""), estimated=side.order_is_estimate),
    "delivered": lambda side: Value(words=_count(side.delivered), estimated=side.delivered_is_estimate),
    "delivery_years": lambda side: Value(
        words=", ".join(map(str, side.delivery_years)), estimated=side.delivery_is_estimate
    ),
    "status": lambda side: Value(words=side.status or ""),
}
"""The fields that both sides keep in the same way: counts, years, words."""
