"""Which claims of a deal say a value of a field, whether the register took it or kept it as a rival."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from legation.corroborate.account import party
from legation.corroborate.saying import plain
from legation.corroborate.support import Told
from legation.lexicon.table import load_table
from legation.record.comparison import Backing
from legation.record.deal import Deal, Value

Claims = Mapping[str, Told]


def backing(deal: Deal, field: str, words: str, claims: Claims) -> tuple[Backing, ...]:
    """The claims of the deal that say the words (as `differ` prints them) in the field, by id; empty where none does."""
    reader = _LINKED.get(field)
    told = _by_link(deal, reader, words, claims) if reader is not None else _by_value(deal, field, words)
    found = (claims[claim] for claim in sorted(set(told)) if claim in claims)
    return tuple(Backing(claim=t.claim.id, article=t.claim.article, words=t.claim.words) for t in found)


def _by_link(deal: Deal, reader: Callable[[Told], set[str]], words: str, claims: Claims) -> Iterator[str]:
    return (claim for claim in deal.claims if claim in claims and words in reader(claims[claim]))


def _by_value(deal: Deal, field: str, words: str) -> Iterator[str]:
    name, printed = _VALUES[field]
    for value in deal.values:
        if value.field == name and printed(value) in words.split(", "):
            yield from value.claims


def _parties(role: str) -> Callable[[Told], set[str]]:
    return lambda item: {code for link in item.targets(role, "actor") if (code := party(link)) is not None}


def _count(value: Value) -> str:
    return value.value if value.number is None else plain(value.number)


def _year(value: Value) -> str:
    return value.value[:4]


def _status(value: Value) -> str:
    return str(load_table("rules/register.toml")["status"].get(value.value, ""))


def _local(value: Value) -> str:
    return "yes" if value.value in load_table("rules/register.toml")["register"]["local_production"] else "no"


_LINKED: dict[str, Callable[[Told], set[str]]] = {
    "supplier": _parties("supplier"),
    "recipient": _parties("recipient"),
    "designation": lambda item: {link.name for link in item.targets("weapon", "weapon")},
}
_VALUES: dict[str, tuple[str, Callable[[Value], str]]] = {
    "ordered": ("ordered", _count),
    "delivered": ("delivered", _count),
    "order_year": ("order_date", _year),
    "delivery_years": ("delivery_date", _year),
    "status": ("condition", _status),
    "local_production": ("transfer_type", _local),
}
"""A field of the register with the field of a deal's values that it is taken from, and how such a value is printed here."""
