"""Whether a deal is of major arms as SIPRI counts them, with the id of the rule that says so.

**Source:** `rules/register.toml`, [[scope]]: each rule names what it rests on.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from legation.lexicon.entry import KindEntry
from legation.lexicon.table import load_entries
from legation.record.deal import Deal

_MILLIMETRES = re.compile(r"(\d+(?:\.\d+)?)\s?-?mm\b", re.IGNORECASE)


class Scope(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A rule of scope. It fits where every condition that it has is met; `below_mm` is a calibre in millimetres, told in the designation."""

    id: str
    in_scope: bool
    source: str
    groups: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    sipri: tuple[str, ...] = ()
    transfers: tuple[str, ...] = ()
    end_use: tuple[str, ...] = ()
    below_mm: float | None = None


@cache
def _scopes() -> tuple[Scope, ...]:
    return load_entries("rules/register.toml", "scope", Scope)


def scope_of(deal: Deal, kind: KindEntry | None, sipri: str | None) -> Scope:
    """The first rule that fits a deal of a kind of weapon and SIPRI category, both None for a weapon that no list has."""
    return next(scope for scope in _scopes() if _fits(scope, deal, kind, sipri))


def _fits(scope: Scope, deal: Deal, kind: KindEntry | None, sipri: str | None) -> bool:
    group, name = (kind.group, kind.id) if kind is not None else (None, None)
    listed = ((scope.groups, group), (scope.kinds, name), (scope.sipri, sipri), (scope.transfers, deal.transfer_type))
    if any(allowed and own not in allowed for allowed, own in listed):
        return False
    if scope.end_use and not _for(scope, deal):
        return False
    return scope.below_mm is None or _below(scope.below_mm, deal.designation)


def _for(scope: Scope, deal: Deal) -> bool:
    purpose = deal.taken("end_use")
    return purpose is not None and bool(set(scope.end_use) & set(re.findall(r"[\w-]+", purpose.value.lower())))


def _below(limit: float, designation: str) -> bool:
    found = _MILLIMETRES.search(designation)
    return found is not None and float(found.group(1)) < limit
