"""How many documents, outlets and independent origins stand behind a set of claims: three counts, never one."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from legation.record.chain import StepRole
from legation.record.claim import Claim
from legation.record.link import Link
from legation.record.reading import Reading
from legation.record.span import Span


class Told(msgspec.Struct, frozen=True):
    """A claim with the reading that it comes from and that reading's links by (span, sort)."""

    claim: Claim
    reading: Reading
    links: dict[tuple[Span, str], Link]

    def targets(self, role: str, sort: str) -> tuple[Link, ...]:
        """The links of a role's parts, in the claim's order, those without one left out."""
        found = (self.links.get((part.span, sort)) for part in self.claim.all(role))
        return tuple(link for link in found if link is not None)


class Support(msgspec.Struct, frozen=True):
    """The three counts of a happening. A copy adds to documents and outlets only."""

    documents: int
    outlets: int
    origins: int


def told(readings: Iterable[Reading], kind: str) -> list[Told]:
    """The claims of one kind in all readings, by claim id."""
    found: list[Told] = []
    for reading in readings:
        links = {(link.span, link.sort): link for link in reading.links}
        found.extend(Told(claim, reading, links) for claim in reading.claims if claim.kind == kind)
    return sorted(found, key=lambda t: t.claim.id)


def support(group: Iterable[Told]) -> Support:
    """The counts of a group of claims."""
    items = list(group)
    return Support(
        documents=len({t.reading.article.id for t in items}),
        outlets=len({_outlet(t) for t in items}),
        origins=len({origin(t) for t in items}),
    )


def _outlet(item: Told) -> str:
    return item.reading.outlet_id or item.reading.article.outlet or item.reading.article.id


def origin(item: Told) -> str:
    """Whose word a claim is in the end: the outlet or agency that it is taken from, else the outlet, else the text."""
    steps = [s for s in item.claim.chain if s.role in (StepRole.AGENCY, StepRole.QUOTED_OUTLET) and s.holder]
    for step in reversed(steps):
        link = item.links.get((step.holder_span, "actor")) if step.holder_span else None
        return link.target if link is not None else (step.holder or "").lower()
    return item.reading.outlet_id or item.reading.article.outlet or item.reading.article.text_sha256
