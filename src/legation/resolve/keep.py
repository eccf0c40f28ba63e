"""Which claims stand once their parties are known: a record between two parties needs two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from legation.record.claim import Claim
from legation.record.deal import Transfer
from legation.record.event import EventCode
from legation.record.link import Link
from legation.record.relation import Relation
from legation.record.span import Span

_COOPERATION = 2  # quad classes 1 and 2
_SIDES = frozenset({"actor", "recipient", "supplier"})
_PARTIES = frozenset({"state", "igo", "armed_group", "substate", "company"})
Actors = Mapping[Span, Link]


def kept(claims: Sequence[Claim], links: Sequence[Link]) -> tuple[Claim, ...]:
    """The claims that stand, in their order: transfers with a state on one side at least and never within one state,
    events and relations between two different parties; all other kinds as they are."""
    actors = {link.span: link for link in links if link.sort == "actor"}
    weapons = {link.span: link for link in links if link.sort == "weapon"}
    places = {link.span for link in links if link.sort == "place"} - set(actors)
    standing = [_pruned(claim, places) for claim in claims if _stands(claim, actors, weapons)]
    told = set(_told_once(standing, actors))
    return tuple(claim for claim in standing if claim.kind != "event" or claim.id in told)


def _pruned(claim: Claim, places: set[Span]) -> Claim:
    """The claim without the parties that turned out to be places ("flew to Riyadh"); what the encoder codes may be done to a place."""
    if not isinstance(claim.payload, EventCode | Transfer) or claim.confidence is not None:
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
    targets = _anyone if claim.confidence is not None else _linked if claim.kind == "event" else _targets
    actor, recipient = (targets(claim, role, actors) for role in ("actor", "recipient"))
    if not recipient:
        return len(actor) > 1 or (bool(actor) and claim.confidence is not None and not claim.all("recipient"))
    return bool(actor) and actor != recipient


def _targets(claim: Claim, role: str, actors: Actors) -> frozenset[str]:
    """The parties of a role; a company or a state's body counts as its state where it has one."""
    found = (actors.get(part.span) for part in claim.all(role))
    return frozenset(
        _counted(link)
        for link in found
        if link is not None and (link.kind in _PARTIES or (link.kind == "person" and link.country))
    )


def _counted(link: Link) -> str:
    """The target that a link counts as: a state's body or officer is the state."""
    return link.country if link.kind in ("substate", "person") and link.country else link.target


def _anyone(claim: Claim, role: str, actors: Actors) -> frozenset[str]:
    """The parties of a role as they stand, bodies and persons of one state apart; words that no link settles count by themselves."""
    found = ((part, actors.get(part.span)) for part in claim.all(role))
    return frozenset(link.target if link is not None else part.words for part, link in found)


def _linked(claim: Claim, role: str, actors: Actors) -> frozenset[str]:
    """The parties of a role that a link settles, whoever they are; a state's body or officer counts as the state."""
    found = (actors.get(part.span) for part in claim.all(role))
    return frozenset(_counted(link) for link in found if link is not None)


def _told_once(claims: Sequence[Claim], actors: Actors) -> Iterator[str]:
    """The ids of the events that stand where one sentence tells several of the same parties, all of conflict or all of cooperation:
    what a table tells before what the encoder does, then the surest, of equally sure ones the first."""
    best: dict[tuple[object, ...], Claim] = {}
    for claim in sorted(claims, key=_sureness):
        if isinstance(claim.payload, EventCode):
            sides = [tuple(sorted(_anyone(claim, role, actors))) for role in ("actor", "recipient")]
            best.setdefault((claim.document, claim.sentence, *sides, claim.payload.quad > _COOPERATION), claim)
    yield from (claim.id for claim in best.values())


def _sureness(claim: Claim) -> tuple[float, Span]:
    """The order of claims: tables first, then by tenths of the encoder's share, then by place."""
    share = 2.0 if claim.confidence is None else round(claim.confidence, 1)
    return -share, min((r.span for r in claim.all("trigger")), default=claim.span)
