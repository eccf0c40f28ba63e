"""An event claim as a report of a happening: its sides as states, its days, its places, its word."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from legation.corroborate.support import Told, told
from legation.record.claim import Aux, Claim
from legation.record.event import EventCode
from legation.record.link import Link
from legation.record.reading import Reading

Days = tuple[int, int]
_FIRST_LEVEL = 4  # UCDP's where_prec


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One event claim. `days` are the first and last day as ordinals, None where neither the words nor the publication give one.

    `stated` says that the words give them. `places` are the linked places within the evidence; `word` the trigger in small letters.
    """

    told: Told
    payload: EventCode
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    standing: str
    days: Days | None
    stated: bool
    places: tuple[Link, ...]
    word: str

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.told.claim.id

    @property
    def article(self) -> str:
        """The id of the article that tells it."""
        return self.told.reading.article.id


def reports(readings: Iterable[Reading]) -> list[Report]:
    """The reports of the readings by claim id, each claim once."""
    once = {item.claim.id: item for item in told(readings, "event")}
    return [_report(item) for item in once.values()]


def _report(item: Told) -> Report:
    payload, trigger = item.claim.payload, item.claim.one("trigger")
    assert isinstance(payload, EventCode)
    stated = _stated(item.claim)
    return Report(
        told=item, payload=payload, actors=parties(item, "actor"), recipients=parties(item, "recipient"),
        standing=_standing(item.claim.aux), days=stated or _published(item), stated=stated is not None, places=_places(item),
        word=trigger.words.lower() if trigger is not None else "",
    )  # fmt: skip


def parties(item: Told, role: str) -> tuple[str, ...]:
    """The ids of a role's parties, sorted, each once; a state's body or officer counts as the state."""
    return tuple(sorted({_party(link) for link in item.targets(role, "actor")}))


def _party(link: Link) -> str:
    return link.country if link.kind in ("substate", "person") and link.country else link.target


def _standing(aux: Aux) -> str:
    return "asserted" if aux in (Aux.ASSERTED, Aux.ONGOING) else aux.value


def _stated(claim: Claim) -> Days | None:
    when = claim.when
    if when is None or when.start is None or when.end is None:
        return None
    return _day(when.start), _day(when.end)


def _published(item: Told) -> Days | None:
    """The day of publication for news without a day of its own; background has none."""
    day = item.reading.article.published
    return (_day(day), _day(day)) if day is not None and not item.claim.background else None


def _day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def _places(item: Told) -> tuple[Link, ...]:
    """Those no wider than a first-level unit: the middle of a state says nothing of a distance."""
    linked = (k for k in item.reading.links if k.sort == "place" and item.claim.span.contains(k.span))
    found = [k for k in linked if (k.precision or 1) <= _FIRST_LEVEL]
    return tuple(sorted(found, key=lambda k: (k.span.start, k.target)))
