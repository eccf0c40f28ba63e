"""Attacks as text: a line each with day, place, kind, who, the toll with its policy, and how many report it; deaths by month and place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from legation.ask.attacks import Deaths
from legation.export.notation import safe
from legation.record.incident import Incident, Toll


def attack_lines(found: Iterable[Incident], policy: str, window: int) -> Iterator[str]:
    """The lines; the first says by which policy the tolls are made and within how many days reports are taken for one attack's."""
    yield f"tolls by the policy {policy}; reports up to {window} day{'s' * (window != 1)} apart are of one attack"
    for incident in found:
        yield ""
        where = ", ".join(part for part in (incident.place, incident.country) if part) or "place not told"
        yield safe(
            f"{incident.day or incident.start or 'day not told'}  {where}  {incident.kind.replace('_', ' ')}{_marks(incident)}"
        )
        yield from (safe(f"  {name:<9} {text}") for name, text in _facts(incident) if text)
        yield f"  reports   documents {incident.documents}, outlets {incident.outlets}, origins {incident.origins}  [{incident.id}]"


def _marks(incident: Incident) -> str:
    marks = {
        "suicide": incident.suicide,
        "failed": incident.success is False,
        "one of several": incident.series,
        "several told at once": incident.clarity == "aggregate",
        "background": incident.background,
    }
    said = [name for name, on in marks.items() if on]
    return f"  ({', '.join(said)})" if said else ""


def _facts(incident: Incident) -> Iterator[tuple[str, str]]:
    by = ", ".join(incident.perpetrators)
    yield "by", f"{by} ({incident.certainty})" if by and incident.certainty else by
    yield "claimed", ", ".join(incident.claimants) + (" (competing)" if incident.competing else "")
    yield "struck", ", ".join((*incident.victims, *incident.targets))
    yield "weapons", ", ".join(incident.weapons)
    yield "toll", "; ".join(_toll(t) for t in incident.tolls)
    yield "motive", incident.motive or ""


def _toll(toll: Toll) -> str:
    low, best, high = ("?" if n is None else str(n) for n in (toll.low, toll.best, toll.high))
    words = ", ".join(f'"{w}"' for w in toll.figures)
    return f"{toll.kind} {low} / {best} / {high}  {words}"


def deaths_lines(found: Iterable[Deaths], policy: str) -> Iterator[str]:
    """The lines of deaths by month and place, low / best / high; the first names the policy."""
    yield f"deaths by the policy {policy}: low / best / high"
    for row in found:
        where = ", ".join(part for part in (row.place, row.country) if part) or "place not told"
        more = f", {row.unknown} without a figure" if row.unknown else ""
        several = f"{row.incidents} attack{'s' * (row.incidents != 1)}{more}"
        yield safe(f"{row.month or 'undated':<8} {where:<32} {row.low} / {row.best} / {row.high}  ({several})")
