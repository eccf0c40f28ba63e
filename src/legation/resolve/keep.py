"""Which claims stand once their parties are known: a record between two parties needs two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from legation.record.claim import Claim
from legation.record.deal import Transfer
from legation.record.event import EventCode
from legation.record.link import Link
from legation.record.relation import Relation
from legation.record.span import Span

_SIDES = frozenset({"actor", "recipient", "supplier"})
_PARTIES = frozenset({"state", "igo", "armed_group", "substate", "company"})
Actors = Mapping[Span, Link]


def kept(claims: Sequence[Claim], links: Sequence[Link]) -> tuple[Claim, ...]:
    """The claims that stand, in their order: transfers with a state on one side at least and never within one state,
    events and relations between two different parties; all other kinds as they are."""
    actors = {link.span: link for link in links if link.sort == "actor"}
    weapons = {link.span: link for link in links if link.sort == "weapon"}
    places = {link.span for link in links if link.sort == "place"} - set(actors)
    return tuple(_pruned(claim, places) for claim in claims if _stands(claim, actors, weapons))


def _pruned(claim: Claim, places: set[Span]) -> Claim:
    """The claim without the parties that turned out to be places ("flew to Riyadh")."""
    if not isinstance(claim.payload, EventCode | Transfer):
        return claim
    roles = tuple(r for r in claim.roles if r.role not in _SIDES or r.span not in places)
    return claim if len(roles) == len(claim.roles) else msgspec.structs.replace(claim, roles=roles)


def _stands(claim: Claim, actors: Actors, weapons: Actors) -> bool:
    if isinstance(claim.payload, Transfer):
        return _transfer(claim, actors, weapons)
    if isinstance(claim.payload, EventCode | Relation):
        return _between(claim, actors)
    return True


def countries(claim: Claim, role: str, actors: Actors) -> frozenset[str]:
    """The states of a role's parties, companies and bodies counted for their own state."""
    found = (actors.get(part.span) for part in claim.all(role))
    return frozenset(link.country for link in found if link is not None and link.country)


def _transfer(claim: Claim, actors: Actors, weapons: Actors) -> bool:
    supplier, recipient = countries(claim, "supplier", actors), countries(claim, "recipient", actors)
    if not supplier and _designers(claim, weapons) & recipient:
        return False
    return bool(supplier or recipient) and supplier != recipient


def _designers(claim: Claim, weapons: Actors) -> frozenset[str]:
    """The states that designed the claim's weapons: a state that orders its own design buys at home."""
    found = (weapons.get(part.span) for part in claim.all("weapon"))
    return frozenset(link.country for link in found if link is not None and link.country)


def _between(claim: Claim, actors: Actors) -> bool:
    actor, recipient = (_targets(claim, role, actors) for role in ("actor", "recipient"))
    if not recipient:
        return len(actor) > 1
    return bool(actor) and actor != recipient


def _targets(claim: Claim, role: str, actors: Actors) -> frozenset[str]:
    """The parties of a role; a company or a state's body counts as its state where it has one."""
    found = (actors.get(part.span) for part in claim.all(role))
    return frozenset(
        link.country if link.kind in ("substate", "person") and link.country else link.target
        for link in found
        if link is not None and (link.kind in _PARTIES or (link.kind == "person" and link.country))
    )
