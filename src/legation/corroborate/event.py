"""Happenings: claims of one dyad, type and time window, folded by named rules; order of arrival does not matter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from legation.corroborate.support import Support, Told, support, told
from legation.record.claim import Aux
from legation.record.event import Event, EventCode
from legation.record.ident import ident
from legation.record.link import Link
from legation.record.reading import Reading

Key = tuple[str, tuple[str, ...], tuple[str, ...], str, str]


def fold_events(readings: Iterable[Reading]) -> tuple[Event, ...]:
    """The happenings that the readings tell of, by id. Claims without a date fold within their own article only."""
    groups: dict[Key, list[Told]] = defaultdict(list)
    for item in told(readings, "event"):
        groups[_key(item)].append(item)
    return tuple(sorted((_event(key, group) for key, group in groups.items()), key=lambda e: e.id))


def parties(item: Told, role: str) -> tuple[str, ...]:
    """The ids of a role's parties, sorted, each once; a state's body or officer counts as the state."""
    return tuple(sorted({_party(link) for link in item.targets(role, "actor")}))


def _party(link: Link) -> str:
    return link.country if link.kind in ("substate", "person") and link.country else link.target


def _key(item: Told) -> Key:
    payload = item.claim.payload
    assert isinstance(payload, EventCode)
    actors, recipients = parties(item, "actor"), parties(item, "recipient")
    dated = item.claim.when.value if item.claim.when else None
    return payload.event_type, actors, recipients, _real(item.claim.aux), dated or item.reading.article.id


def _real(aux: Aux) -> str:
    return "asserted" if aux in (Aux.ASSERTED, Aux.ONGOING) else aux.value


def _event(key: Key, group: Sequence[Told]) -> Event:
    best = min(group, key=lambda t: (t.claim.background, len(t.claim.chain), t.claim.id))
    payload = best.claim.payload
    assert isinstance(payload, EventCode)
    when = best.claim.when
    counts = support(group)
    places = [link.name for t in group for link in t.targets("place", "place")]
    return Event(
        id=ident("evt", key),
        type=key[0],
        mode=payload.mode,
        quad=payload.quad,
        score=payload.score,
        actors=key[1],
        recipients=key[2],
        aux=key[3],
        background=all(t.claim.background for t in group),
        start=when.start if when else None,
        end=when.end if when else None,
        precision=when.precision if when else None,
        place=places[0] if places else None,
        status=_status(key[3], counts),
        documents=counts.documents,
        outlets=counts.outlets,
        origins=counts.origins,
        claims=tuple(sorted(t.claim.id for t in group)),
    )


def _status(aux: str, counts: Support) -> str:
    if aux == "negated":
        return "denied"
    if aux != "asserted":
        return "forecast"
    return "corroborated" if counts.origins > 1 else "reported"
