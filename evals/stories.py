"""Predictions in the stories format: transfers, attacks, events and attributions of one reading."""

from __future__ import annotations

from itertools import product
from typing import Any

from legation.corroborate.attack import incidents_of
from legation.record.attack import Attack, Responsibility
from legation.record.chain import Step, StepRole
from legation.record.claim import Aux, Claim
from legation.record.deal import Stage, Transfer
from legation.record.event import EventCode
from legation.record.incident import Incident
from legation.record.link import Link
from legation.record.reading import Reading
from legation.record.relation import Relation
from legation.record.span import Span
from legation.record.statement import Statement
from legation.resolve.unnamed import noun_of

Row = dict[str, Any]
Links = dict[tuple[Span, str], Link]

STATUS = {
    Stage.INTEREST: "considered",
    Stage.TALKS: "negotiating",
    Stage.REQUEST: "considered",
    Stage.OFFER: "negotiating",
    Stage.APPROVED: "approved",
    Stage.NOTIFIED: "approved",
    Stage.DRAFT_CONTRACT: "negotiating",
    Stage.SIGNED: "agreed",
    Stage.IN_PRODUCTION: "ordered",
    Stage.DELIVERED_PART: "delivered",
    Stage.DELIVERED_FULL: "delivered",
    Stage.IN_SERVICE: "in_service",
    Stage.SUSPENDED: "suspended",
    Stage.CANCELLED: "cancelled",
    Stage.DENIED: "denied",
}
QUALIFIER = {"more_than": "at_least", "between": "about", "fewer_than": "up_to", "vague": None, "undisclosed": None}
ORDERED = frozenset({"order", "award", "contract", "win"})
# The stories' coders wrote down what is said or thought, not what is wanted or supported.
UNSAID = frozenset({"volition", "attitude"})
MODALITY = {Aux.ONGOING: "asserted"}
# The deeds that our finer modes of AGREE mean. **Source:** docs/decisions/0007.
INTENDED = {"meet": "CONSULT", "cooperate": "COOPERATE", "aid": "AID", "support": "SUPPORT"}


def predict_row(reading: Reading, name: str) -> Row:
    """The prediction of one article; `name` is its id in the gold."""
    links: Links = {(link.span, link.sort): link for link in reading.links}
    row: Row = {
        "id": name,
        "transfers": [],
        "attacks": [],
        "events": [],
        "attributions": [],
        "relations": [],
        "variants": [],
    }
    row["attacks"] = attacks(reading)
    for claim in reading.claims:
        if isinstance(claim.payload, Transfer):
            row["transfers"] += transfers(claim, claim.payload, links)
        elif isinstance(claim.payload, Attack | Responsibility):
            continue
        elif isinstance(claim.payload, EventCode):
            row["events"] += events(claim, claim.payload, links)
        elif isinstance(claim.payload, Statement):
            row["attributions"] += attributions(claim, claim.payload, reading, links)
        elif isinstance(claim.payload, Relation):
            row["relations"] += relations(claim, claim.payload, links)
        else:
            row["variants"] += [{"kind": claim.kind, "words": claim.words}]
    return row


def predict_story(reading: Reading, name: str) -> Row:
    """The prediction of one story: its events folded to happenings, as the record does and the stories' coders did."""
    row = predict_row(reading, name)
    return row | {"events": _happenings(row["events"]), "transfers": _deals(row["transfers"])}


def _deals(rows: list[Row]) -> list[Row]:
    """Each transfer once for its parties, weapon and status, as the stories' coders wrote it down: the first telling, with what later ones add; a telling
    without its supplier or recipient is of the one that fits it."""
    found: list[Row] = []
    for row in sorted(rows, key=lambda r: (r["plain"], (r["supplier"] is None) + (r["recipient"] is None))):
        same = next((f for f in found if _is_same(f, row)), None)
        if same is None:
            found.append(dict(row))
        else:
            same |= {field: value for field, value in row.items() if same[field] is None}
    return sorted(found, key=lambda r: r["span"])


def _is_same(first: Row, again: Row) -> bool:
    sides = all(again[s] in (None, first[s]) for s in ("supplier", "recipient"))
    counts = None in (first["quantity"], again["quantity"]) or first["quantity"] == again["quantity"]
    return sides and counts and first["status"] == again["status"] and _same_weapon(first, again)


def _same_weapon(first: Row, again: Row) -> bool:
    """Whether two rows are of one weapon: the same name, or a plain noun beside a named weapon of its group ("the missiles")."""
    groups = [(r["category"] or "").partition("/")[0] for r in (first, again)]
    return first["weapon"] == again["weapon"] or (again["plain"] and not first["plain"] and groups[0] == groups[1])


def _happenings(rows: list[Row]) -> list[Row]:
    """Each happening once, as its first telling: by type, parties, standing and day; an undated telling is of the first of its kind."""
    found: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows:
        told = found.setdefault(tuple(row[f] for f in ("type", "source", "target", "modality")), [])
        if not told or (row["date"] is not None and all(t["date"] not in (None, row["date"]) for t in told)):
            told.append(row)
    return [row for told in found.values() for row in told]


def _linked(claim: Claim, role: str, links: Links, sort: str = "actor") -> list[Link]:
    return [x for part in claim.all(role) if (x := links.get((part.span, sort))) is not None]


def states(claim: Claim, role: str, links: Links) -> list[str | None]:
    """The states of a role's parties, each once; None alone where no party has one."""
    return list(dict.fromkeys(x.country for x in _linked(claim, role, links) if x.country)) or [None]


def _where(claim: Claim) -> Row:
    return {"is_background": claim.background, "evidence": claim.words, "span": [claim.span.start, claim.span.end]}


def transfers(claim: Claim, payload: Transfer, links: Links) -> list[Row]:
    """One row per pair of supplier and recipient state."""
    weapon = next(iter(_linked(claim, "weapon", links, "weapon")), None)
    trigger = claim.one("trigger")
    status = STATUS[payload.stage]
    if status == "agreed" and trigger and trigger.words.lower().rstrip("ed") in ORDERED:
        status = "ordered"
    count = payload.best if payload.best is not None else payload.low
    shared = {
        "designation": payload.designation,
        "weapon": weapon.name if weapon else payload.designation,
        "category": weapon.kind if weapon else None,
        "plain": weapon is not None and weapon.level == "kind",
        "quantity": int(count) if count is not None else None,
        "quantity_qualifier": QUALIFIER.get(payload.qualifier or "", payload.qualifier),
        "status": status,
        "value": payload.amount,
        "currency": payload.currency,
        "signed": payload.signed,
        "delivered": payload.delivered,
        **_where(claim),
    }
    pairs = product(states(claim, "supplier", links), states(claim, "recipient", links))
    return [{"supplier": s, "recipient": r, **shared} for s, r in pairs]


def attacks(reading: Reading) -> list[Row]:
    """One row per attack that the article tells, its toll by the policy `ucdp`."""
    claims = {claim.id: claim for claim in reading.claims}
    names = {link.name for link in reading.links if link.sort == "actor" and link.kind != "unnamed"}
    return [attack(incident, claims[incident.claims[0]], names) for incident in incidents_of(reading)]


def attack(incident: Incident, claim: Claim, names: set[str]) -> Row:
    """The row of an attack; `claim` is the one that tells it, `names` the actors with a name: the stories' coders wrote down no others."""
    killed, injured = incident.toll("killed"), incident.toll("injured")
    struck = (*incident.targets, *incident.victims)
    return {
        "date": incident.day,
        "place": incident.place,
        "country": incident.country,
        "kind": {"drone_strike": "airstrike", "missile_strike": "airstrike"}.get(incident.kind, incident.kind),
        "perpetrator": next(
            (p for p in incident.perpetrators if p in names or (p[:1].isupper() and noun_of(p) is None)), None
        ),
        "claimed_by": next(iter(incident.claimants), None),
        "killed_min": killed.low if killed else None,
        "killed_max": killed.high if killed else None,
        "injured_min": injured.low if injured else None,
        "named_victims": list(incident.victims),
        "target": next(iter(struck), None),
        "motive": incident.motive,
        **_where(claim),
        "is_background": incident.background,
    }


def _party(link: Link) -> str:
    if link.country and link.kind in ("state", "substate", "person"):
        return link.country
    return link.name


def _between_states(claim: Claim, role: str, links: Links) -> list[str]:
    """The parties of a role that the stories' coders wrote down: states, their bodies and persons, bodies between states, armed groups,
    firms; what is done to a firm they wrote down for its state."""
    kinds = ("state", "substate", "igo", "armed_group", "company", "organisation")
    named = [x for x in _linked(claim, role, links) if x.kind in kinds or (x.kind == "person" and x.country)]
    return list(dict.fromkeys(_recipient(x) if role == "recipient" else _party(x) for x in named))


def _recipient(link: Link) -> str:
    return link.country if link.country and link.kind in ("company", "organisation") else _party(link)


def events(claim: Claim, payload: EventCode, links: Links) -> list[Row]:
    """One row per pair of actor and recipient; the parties of a mutual event are paired with one another.

    The stories' coders wrote down events between states and the groups that act beside them, so that parties of one state are left out.
    """
    actors, recipients = (_between_states(claim, role, links) for role in ("actor", "recipient"))
    if claim.all("recipient") and not recipients:
        return []
    pairs = (
        product(actors, recipients) if recipients else ((a, b) for i, a in enumerate(actors) for b in actors[i + 1 :])
    )
    shared = {
        "type": _deed(claim, payload),
        "date": claim.when.value if claim.when else None,
        "modality": MODALITY.get(claim.aux, claim.aux.value),
        **_where(claim),
    }
    return [{"source": a, "target": b, **shared} for a, b in pairs if a != b]


def _deed(claim: Claim, payload: EventCode) -> str:
    """The type as the stories' coders wrote it: for what is only planned that of the deed meant, with its modality."""
    planned = payload.event_type == "AGREE" and claim.aux is Aux.PLANNED
    return INTENDED.get(payload.label or "", payload.event_type) if planned else payload.event_type


def relations(claim: Claim, payload: Relation, links: Links) -> list[Row]:
    """One row per pair of parties, for the seed."""
    sides = {
        role: list(dict.fromkeys(_party(x) for x in _linked(claim, role, links)))
        or [p.words for p in claim.all(role)][:1]
        for role in ("actor", "recipient", "through")
    }
    holders = [
        _holder(step, links) for step in reversed(claim.chain) if step.role is not StepRole.OUTLET and step.holder
    ]
    shared = {
        "direction": payload.direction,
        "through": (sides["through"] or [None])[0],
        "held_by": holders[0] if holders else None,
        "holders": holders,
        **_where(claim),
    }
    return [{"who": a, "toward": b, **shared} for a, b in product(sides["actor"], sides["recipient"])]


def _holder(step: Step, links: Links) -> str:
    link = links.get((step.holder_span, "actor")) if step.holder_span else None
    return link.name if link else step.holder or ""


def attributions(claim: Claim, payload: Statement, reading: Reading, links: Links) -> list[Row]:
    """The row of a statement; none for a wish, an attitude, or what may yet be said."""
    unsaid = payload.cue_type in UNSAID or claim.aux in (Aux.PLANNED, Aux.HYPOTHETICAL)
    return [] if unsaid else [attribution(claim, payload, reading, links)]


def attribution(claim: Claim, payload: Statement, reading: Reading, links: Links) -> Row:
    """The row of a statement. `via` is the relay that stands in the chain just before the speaker."""
    source, cue, content = claim.one("source"), claim.one("cue"), claim.one("content")
    inner = [s for s in claim.chain if s.role is not StepRole.OUTLET and s.holder and s.role is not StepRole.AGENCY]
    relay = inner[-2] if len(inner) > 1 else None
    if content is None:
        return {}
    link = links.get((source.span, "actor")) if source else None
    return {
        "source": source.words if source else None,
        "resolves_to": link.name if link else None,
        "cue": cue.words if cue else None,
        "content_starts": " ".join(content.words.split()[:6]),
        "kind": payload.quote_type,
        "via": relay.holder if relay and relay.reason is None else None,
        "passage_via": _holder(relay, links) if relay else None,
        "span": [content.span.start, content.span.end],
    }
