"""Happenings: reports of one block that are near one another, folded by named rules; order of arrival does not matter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from legation.corroborate.cluster import clusters
from legation.corroborate.near import points
from legation.corroborate.report import Report, reports
from legation.corroborate.support import Support, support
from legation.lexicon.happening import happening_rules
from legation.record.chain import Factuality, StepRole
from legation.record.event import Event
from legation.record.ident import ident
from legation.record.reading import Reading

Block = tuple[str, tuple[str, ...], str]
_OFFICIAL = frozenset({"official_named", "official_unnamed", "military"})


def fold_events(readings: Iterable[Reading]) -> tuple[Event, ...]:
    """The happenings that the readings tell of, by id. A block is folded by itself: new reports change only the blocks that they fall in.

    Claims without any day fold within their own article only.
    """
    blocks: dict[Block, list[Report]] = defaultdict(list)
    for report in reports(readings):
        blocks[block(report)].append(report)
    found = [event for own in blocks.values() for event in fold_block(own)]
    return tuple(sorted(found, key=lambda e: e.id))


def block(report: Report) -> Block:
    """The block of a report: family of types, parties on either side; the article too where no party is known."""
    family = happening_rules().event.family_of(report.payload.event_type)
    dyad = tuple(sorted({*report.actors, *report.recipients}))
    return family, dyad, "" if dyad else report.article


def fold_block(own: Sequence[Report]) -> list[Event]:
    """The happenings of one block's reports, in any order: facts, forecasts and denials each among themselves."""
    standings: dict[str, list[Report]] = defaultdict(list)
    for report in sorted(own, key=lambda r: r.id):
        standings[report.standing].append(report)
    least, denials = happening_rules().event.least, standings.get("negated", [])
    found = [group for told in standings.values() for group in clusters(told, points, least)]
    return [_event(group, contested=any(points(d, r) >= least for d in denials for r in group)) for group in found]


def _event(group: Sequence[Report], *, contested: bool) -> Event:
    best = min(group, key=lambda r: (r.told.claim.background, not r.stated, len(r.told.claim.chain), r.id))
    counts, when = support(r.told for r in group), best.told.claim.when
    places = [k.name for r in group for k in r.places] + [
        k.name for r in group for k in r.told.targets("place", "place")
    ]
    return Event(
        id=ident("evt", block(best), best.standing, min(r.id for r in group)),
        type=best.payload.event_type,
        mode=best.payload.mode,
        quad=best.payload.quad,
        score=best.payload.score,
        actors=best.actors,
        recipients=best.recipients,
        aux=best.standing,
        background=all(r.told.claim.background for r in group),
        start=when.start if when else None,
        end=when.end if when else None,
        precision=when.precision if when else None,
        place=places[0] if places else None,
        status="contested" if contested and best.standing == "asserted" else _status(best.standing, counts, group),
        documents=counts.documents,
        outlets=counts.outlets,
        origins=counts.origins,
        claims=tuple(r.id for r in group),
    )


def _status(standing: str, counts: Support, group: Sequence[Report]) -> str:
    if standing == "negated":
        return "denied"
    if standing != "asserted":
        return "forecast"
    if any(_confirms(report) for report in group):
        return "officially_confirmed"
    return "corroborated" if counts.origins > 1 else "reported"


def _confirms(report: Report) -> bool:
    """Whether an official or soldier of a doer says so as a fact; what the other side says of it is an accusation."""
    for step in report.told.claim.chain:
        link = report.told.links.get((step.holder_span, "actor")) if step.holder_span is not None else None
        said = step.role is StepRole.SPEAKER and step.factuality is Factuality.CT_PLUS
        if said and step.source_class in _OFFICIAL and link is not None:
            return link.country in report.actors
    return False
