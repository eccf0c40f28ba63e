"""An event in other schemes: CAMEO, ACLED and UCDP codes by a table, each with the rule that gave it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from legation.lexicon.table import load_entries
from legation.record.claim import Aux, Claim
from legation.record.event import EventCode
from legation.record.link import Link
from legation.record.span import Span

SCHEMES = ("cameo", "acled", "ucdp")
_STATE_FORCE = frozenset({"GOV", "MIL", "COP", "SPY"})
_FORCE = frozenset({"MIL", "REB", "PRM", "UAF", "SPY", "COP"})


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of the table: what it asks of an event, the code, the reason in words."""

    type: str
    code: str
    why: str
    mode: str | None = None
    standing: str | None = None
    sides: str | None = None


class Coded(msgspec.Struct, frozen=True):
    """A code of one scheme, with the rule that gave it."""

    scheme: str
    code: str
    rule: str


@cache
def _rules() -> Mapping[str, tuple[Rule, ...]]:
    return {scheme: load_entries("codes/codings.toml", scheme, Rule) for scheme in SCHEMES}


def code_in(
    scheme: str, event_type: str, mode: str | None, standing: str, sides: frozenset[str] = frozenset()
) -> Coded | None:
    """The code of an event in a scheme, or None where the scheme has none for it; the first rule of the table that fits.

    >>> code_in("cameo", "AGREE", "sign", "asserted")
    Coded(scheme='cameo', code='057', rule='AGREE sign: a text is signed or agreed')
    """
    for rule in _rules()[scheme]:
        asked = ((rule.mode, mode), (rule.standing, standing))
        if (
            rule.type == event_type
            and all(a is None or a == met for a, met in asked)
            and (rule.sides is None or rule.sides in sides)
        ):
            words = " ".join(w for w in (rule.type, rule.mode, rule.standing, rule.sides) if w)
            return Coded(scheme, rule.code, f"{words}: {rule.why}")
    return None


def codings(claim: Claim, links: Sequence[Link]) -> tuple[Coded, ...]:
    """The codes of an event's claim in every scheme that has one, in the order of the schemes; empty for other claims."""
    if not isinstance(claim.payload, EventCode):
        return ()
    payload = claim.payload
    if payload.codes:
        return tuple(Coded(scheme, code, f"{payload.event_type}: the codebook's own") for scheme, code in payload.codes)
    sides = _sides(claim, {x.span: x for x in links if x.sort == "actor"})
    standing = "asserted" if claim.aux is Aux.ONGOING else claim.aux.value
    found = (code_in(s, payload.event_type, payload.label or payload.mode, standing, sides) for s in SCHEMES)
    return tuple(c for c in found if c is not None)


def _sides(claim: Claim, actors: Mapping[Span, Link]) -> frozenset[str]:
    """What the parties are to one another: armed (both bear arms), state-armed (one of them a state besides), civil (who is hit bears none
    and who hits does); empty where a side is not known."""
    actor, recipient = (_bears_arms(claim, role, actors) for role in ("actor", "recipient"))
    if not actor or not recipient or not all(actor):
        return frozenset()
    if all(recipient):
        return frozenset({"armed", "state-armed"} if "state" in (*actor, *recipient) else {"armed"})
    return frozenset({"civil"})


def _bears_arms(claim: Claim, role: str, actors: Mapping[Span, Link]) -> list[str]:
    """For each linked party of a role "state", "group", or "" where it bears no arms."""
    return [_kind(actors[r.span]) for r in claim.all(role) if r.span in actors]


def _kind(link: Link) -> str:
    for_state = link.kind in ("substate", "unnamed") and link.country and link.sector in _STATE_FORCE
    if link.kind == "state" or for_state:
        return "state"
    return "group" if link.kind == "armed_group" or link.sector in _FORCE else ""
