"""Which accounts are of one deal: the same parties, one weapon line, one order; facts first, what is only told of afterwards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from legation.corroborate.account import Account
from legation.corroborate.date import years_between
from legation.corroborate.order import label, nearest, orders
from legation.corroborate.rules import rules
from legation.corroborate.ware import Ware, leaves
from legation.record.deal import ARRIVED

Parties = tuple[str | None, str | None]
Key = tuple[str | None, str | None, str, str]


class Group(msgspec.Struct, frozen=True):
    """The accounts of one deal. `key` is supplier, recipient, weapon and order; `ware` is the weapon; `apart` as in `Deal`."""

    key: Key
    ware: Ware
    apart: str | None
    accounts: tuple[Account, ...]


def groups(accounts: Sequence[Account]) -> list[Group]:
    """The deals of the accounts, by key. What is no fact joins the only deal of facts that it fits and never makes, splits or merges one."""
    facts = [a for a in accounts if a.standing == "fact"]
    found = _grouped(facts)
    found, left = _joined(found, [a for a in accounts if a.standing != "fact"])
    return sorted([*found, *_apart_from(found, _grouped(left))], key=lambda g: _sortable(g.key))


def _apart_from(found: Sequence[Group], later: Sequence[Group]) -> Iterator[Group]:
    """The later groups, with a label of their own where a deal of facts has their key."""
    taken = {group.key for group in found}
    for group in later:
        key = group.key
        yield msgspec.structs.replace(group, key=(*key[:3], f"{key[3]}?")) if key in taken else group


def _grouped(accounts: Sequence[Account]) -> list[Group]:
    """The deals: first those of a named weapon and both parties, then what names only a kind, then what leaves out a party."""
    whole = [a for a in accounts if a.whole and not a.ware.plain]
    found = _keyed(whole)
    for kind in ([a for a in accounts if a.whole and a.ware.plain], [a for a in accounts if not a.whole]):
        found, left = _joined(found, kind)
        found = [*found, *_keyed(left)]
    return found


def _keyed(accounts: Sequence[Account]) -> list[Group]:
    """The accounts folded among themselves, by parties, weapon line and order."""
    families: dict[tuple[Parties, str], list[Account]] = defaultdict(list)
    for account in accounts:
        families[(account.supplier, account.recipient), account.ware.family].append(account)
    return [group for (parties, _), own in families.items() for group in _lines(parties, own)]


def _lines(parties: Parties, accounts: Sequence[Account]) -> Iterator[Group]:
    goes = leaves(a.ware for a in accounts)
    wares = {a.ware.id: a.ware for a in accounts}
    lines: dict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        lines[goes[account.ware.id]].append(account)
    for weapon, own in lines.items():
        for order in orders(own):
            yield Group((*parties, weapon, order.label), wares[weapon], order.apart, order.accounts)


def _joined(found: Sequence[Group], accounts: Iterable[Account]) -> tuple[list[Group], list[Account]]:
    """The groups with the accounts that fit exactly one of them, and the accounts that are left. Each is judged by the groups as given."""
    near: dict[Parties, list[int]] = defaultdict(list)
    for number, group in enumerate(found):
        supplier, recipient = group.key[:2]
        for parties in dict.fromkeys(((supplier, recipient), (supplier, None), (None, recipient))):
            near[parties].append(number)
    added: dict[int, list[Account]] = defaultdict(list)
    left: list[Account] = []
    for account in accounts:
        around = near.get((account.supplier, account.recipient), ()) if account.supplier or account.recipient else ()
        only = _only(account, [(n, found[n]) for n in around])
        (left if only is None else added[only]).append(account)
    return [_with(group, added[number]) for number, group in enumerate(found)], left


def _with(group: Group, more: Sequence[Account]) -> Group:
    return msgspec.structs.replace(group, accounts=(*group.accounts, *more)) if more else group


def _only(account: Account, found: Sequence[tuple[int, Group]]) -> int | None:
    """The number of the only deal that the account fits; of several orders of one weapon the one that fits its batch and date."""
    fitting = [(number, group) for number, group in found if _fits(account, group)]
    if len({group.key[:3] for _, group in fitting}) != 1:
        return None
    own = [(n, g) for n, g in fitting if g.key[3].partition("#")[0] == label(account)]
    if not own and label(account) and account.stage not in ARRIVED:
        return None
    own = own or fitting
    own.sort(key=lambda pair: (_begins(pair[1]), pair[1].key[3]))
    return own[nearest(account, [_dates(group) for _, group in own])][0]


def _fits(account: Account, group: Group) -> bool:
    sides = zip((account.supplier, account.recipient), group.key[:2], strict=True)
    if any(own is not None and own != other for own, other in sides):
        return False
    if not account.ware.fits(group.ware):
        return False
    named = account.whole and not account.ware.plain
    return named or _in_time(account, group)


def _in_time(account: Account, group: Group) -> bool:
    """Whether the deal is told of within the window around the account's date; True without a date."""
    dates = [a.at.value for a in group.accounts if a.at is not None]
    if account.at is None or not dates:
        return True
    return min(years_between(account.at.value, d) for d in dates) <= rules().orders.window_years


def _dates(group: Group) -> list[str]:
    """The dates of signing of a deal, all its dates where none is told."""
    signed = [a.order.value for a in group.accounts if a.order is not None and a.order.told]
    return signed or [a.at.value for a in group.accounts if a.at is not None]


def _begins(group: Group) -> str:
    return min(_dates(group), default="")


def _sortable(key: Key) -> tuple[str, str, str, str]:
    return key[0] or "", key[1] or "", key[2], key[3]
