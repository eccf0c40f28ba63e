"""Which claims of one weapon between two states are about one order, and which about another.

**Source:** the ids and thresholds of `rules/deals.toml`, [orders] and [batches].
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from legation.corroborate.account import Account
from legation.corroborate.date import clearly_after, first_day, years_between
from legation.corroborate.rules import rules
from legation.record.deal import ARRIVED, LADDER, Stage

Seed = tuple[str, float | None]
_BEFORE = frozenset(LADDER[: LADDER.index(Stage.SIGNED)])


class Order(msgspec.Struct, frozen=True):
    """The accounts of one order. `label` tells it from the others of its weapon; `apart` is the rule that does so, None for the first."""

    label: str
    apart: str | None
    accounts: tuple[Account, ...]


def orders(accounts: Sequence[Account]) -> tuple[Order, ...]:
    """The orders that the accounts of one weapon between two states tell of; their order of arrival does not matter."""
    labelled: dict[str, list[Account]] = defaultdict(list)
    placed = {label(a) for a in accounts if a.stage not in ARRIVED}
    for account in accounts:
        own = label(account)
        labelled[own if own in placed or account.stage not in ARRIVED else ""].append(account)
    return tuple(order for own, group in sorted(labelled.items()) for order in _dated(own, group))


def label(account: Account) -> str:
    """The batch that the words name: "" for the first or none, "2" for the second, "further" where its number is not told."""
    table, found = rules().batches, (account.payload.batch or "").lower().split()
    numbers = [table.numbered[word] for word in found if word in table.numbered]
    if numbers:
        return str(numbers[0])
    return "further" if not table.same & set(found) and table.further & set(found) else ""


def _dated(own: str, accounts: Sequence[Account]) -> list[Order]:
    """The orders of one batch label, split by their dates."""
    spans = _spans(accounts)
    if len(spans) < 2:
        return [Order(own, rules().orders.batch_rule if own else None, tuple(accounts))]
    placed: dict[int, list[Account]] = defaultdict(list)
    for account in accounts:
        placed[_place(account, [seeds for seeds, _ in spans])].append(account)
    return [
        Order(f"{own}#{number}" if number else own, spans[number][1], tuple(placed[number]))
        for number in sorted(placed)
    ]  # fmt: skip


def _spans(accounts: Sequence[Account]) -> list[tuple[list[Seed], str | None]]:
    """The dates of signing that the claims give with their figures, in time order, cut where a rule holds two orders apart."""
    spans: list[tuple[list[Seed], str | None]] = []
    seeds = sorted({_seed(a) for a in accounts if _tells_order(a)}, key=_by_time)
    for before, seed in pairwise([None, *seeds]):
        rule = _apart(before, seed, accounts) if before is not None and seed is not None else None
        if seed is not None and (before is None or rule is not None):
            spans.append(([seed], rule))
        elif seed is not None:
            spans[-1][0].append(seed)
    return spans


def _tells_order(account: Account) -> bool:
    return account.order is not None and account.order.told and account.standing == "fact"


def _seed(account: Account) -> Seed:
    assert account.order is not None
    return account.order.value, account.figure


def _by_time(seed: Seed) -> tuple[str, str, float]:
    return first_day(seed[0]), seed[0], seed[1] or 0.0


def _apart(one: Seed, other: Seed, accounts: Sequence[Account]) -> str | None:
    """The rule that holds two signings apart, or None."""
    table = rules().orders
    if any(_completes(account, one, other) for account in accounts):
        return table.full_rule
    known = one[1] is not None and other[1] is not None
    far = years_between(one[0], other[0]) > table.years_apart
    return table.years_rule if known and one[1] != other[1] and far else None


def _completes(account: Account, one: Seed, other: Seed) -> bool:
    """Whether the account tells that all of the one was delivered before the other was signed."""
    came = account.delivery
    if account.stage is not Stage.DELIVERED_FULL or account.standing != "fact" or came is None or not came.told:
        return False
    whole = account.figure is None or one[1] is None or account.figure >= one[1]
    return whole and not clearly_after(one[0], came.value) and clearly_after(other[0], came.value)


def _place(account: Account, spans: Sequence[Sequence[Seed]]) -> int:
    """The number of the order that an account is about: by its own signing, else its figure, else its time."""
    if _tells_order(account):
        return next(number for number, seeds in enumerate(spans) if _seed(account) in seeds)
    same = [n for n, seeds in enumerate(spans) if account.figure in {f for _, f in seeds if f is not None}]
    if len(same) == 1:
        return same[0]
    return nearest(account, [[value for value, _ in seeds] for seeds in spans])


def nearest(account: Account, spans: Sequence[Sequence[str]]) -> int:
    """The number of the order that fits an account's date: the next one for what comes before an order, else the last one begun."""
    if account.at is None:
        return 0
    day = first_day(account.at.value)
    if account.stage in _BEFORE:
        ahead = (n for n, dates in enumerate(spans) if any(first_day(d) >= day for d in dates))
        return next(ahead, len(spans) - 1)
    begun = [n for n, dates in enumerate(spans) if any(first_day(d) <= day for d in dates)]
    return begun[-1] if begun else 0
