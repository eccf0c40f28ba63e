"""Attacks as a question: the store's attack claims folded into incidents under a named policy of tolls, narrowed by country and time; deaths by month and place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from legation.corroborate.attack import fold_attacks
from legation.corroborate.together import WINDOW
from legation.corroborate.toll import POLICIES
from legation.errors import AskError
from legation.record.incident import Incident
from legation.store.open import Store
from legation.store.view import load_telling

KINDS = ("attack", "responsibility")


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What of the attacks is asked for: a country (alpha-3), years (inclusive), the policy of tolls, the window of days within which reports
    are of one attack. An attack without a date is left out once a year is asked for; one told only as background is kept."""

    country: str | None = None
    since: int | None = None
    to: int | None = None
    policy: str = "ucdp"
    window: int = WINDOW


class Deaths(msgspec.Struct, frozen=True, kw_only=True):
    """The dead of one month and place under a policy: sums of the incidents' figures; `unknown` counts incidents with dead but without the figure."""

    month: str | None
    country: str | None
    place: str | None
    incidents: int
    low: int
    best: int
    high: int
    unknown: int
    policy: str


def attacks(store: Store, wanted: Wanted | None = None) -> tuple[Incident, ...]:
    """The incidents that are wanted, by day (undated ones last), country and id.

    AskError for a policy that there is none of, or for years that run backwards.
    """
    asked = _checked(wanted or Wanted())
    found = fold_attacks(load_telling(store, KINDS), asked.policy, asked.window)
    return tuple(sorted(_narrowed(found, asked), key=lambda i: (i.start or "9999", i.country or "", i.id)))


def deaths(found: Iterable[Incident], policy: str) -> tuple[Deaths, ...]:
    """The dead of incidents by month and place, in that order; incidents without a figure for the killed are left out."""
    groups: dict[tuple[str, str, str], list[Incident]] = defaultdict(list)
    for incident in found:
        if incident.toll("killed") is not None:
            groups[(incident.start or "")[:7], incident.country or "", incident.place or ""].append(incident)
    return tuple(_deaths(key, own, policy) for key, own in sorted(groups.items()))


def _deaths(key: tuple[str, str, str], own: list[Incident], policy: str) -> Deaths:
    tolls = [t for i in own if (t := i.toll("killed")) is not None]
    month, country, place = (part or None for part in key)
    bests = [t.best if t.best is not None else t.low for t in tolls]
    return Deaths(
        month=month,
        country=country,
        place=place,
        incidents=len(own),
        low=sum(t.low or 0 for t in tolls),
        best=sum(b or 0 for b in bests),
        high=sum(t.high if t.high is not None else (b or 0) for t, b in zip(tolls, bests, strict=True)),
        unknown=sum(b is None for b in bests),
        policy=policy,
    )


def _checked(wanted: Wanted) -> Wanted:
    if wanted.policy not in POLICIES:
        raise AskError(f"policy {wanted.policy!r}: not known; expected one of {', '.join(POLICIES)}")
    if wanted.since is not None and wanted.to is not None and wanted.since > wanted.to:
        raise AskError(f"years {wanted.since} to {wanted.to}: met a range that runs backwards; change the two")
    return wanted


def _narrowed(found: Iterable[Incident], wanted: Wanted) -> Iterator[Incident]:
    for incident in found:
        if wanted.country is not None and wanted.country.upper() != incident.country:
            continue
        if (wanted.since is None and wanted.to is None) or (
            incident.start is not None and (wanted.since or 0) <= int(incident.start[:4]) <= (wanted.to or 9999)
        ):
            yield incident
