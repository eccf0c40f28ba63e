"""Attacks in ACLED's columns and codes: one row per incident with a day and a country; there is no threshold of deaths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from legation.corroborate.comment import state_name
from legation.corroborate.sides import CIVILIAN, GROUP, STATE
from legation.export.cell import line
from legation.export.ucdp import date_prec
from legation.lexicon.load import Lexicon
from legation.lexicon.table import load_table
from legation.record.incident import Incident

# **Source:** the header of ACLED's export file, 2024. Columns that we cannot know stay empty.
HEADER = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2",
    "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude",
    "longitude", "geo_precision", "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
INTER = {STATE: "State forces", GROUP: "Rebel group", CIVILIAN: "Civilians"}
_TIME = {1: 1, 2: 2, 3: 2, 4: 3, 5: 3}
_PLACE = {1: 1, 2: 2, 3: 2, 4: 3, 5: 3, 6: 3, 7: 3}


def acled_like(found: Iterable[Incident], lexicon: Lexicon) -> Iterator[str]:
    """The lines, in the order of the incidents. `fatalities` is the incidents' policy's low figure, as ACLED takes the most conservative; the
    policy stands in `tags`. An incident without a day or a country is left out."""
    yield line(HEADER)
    for incident in found:
        if incident.start and incident.country:
            row = _row(incident, lexicon)
            yield line([row.get(name) for name in HEADER])


def kinds(incident: Incident) -> tuple[str, str]:
    """ACLED's event type and sub-event type: what strikes others than civilians by hand or gun is an armed clash."""
    table = load_table("codes/attacks.toml")
    sub: str = table["acled"].get(incident.kind, "Attack")
    if sub == "Attack" and incident.struck_groups and CIVILIAN not in incident.struck_groups:
        sub = "Armed clash"
    return table["acled_types"][sub], sub


def _row(incident: Incident, lexicon: Lexicon) -> dict[str, object]:
    assert incident.start is not None and incident.country is not None
    event, sub = kinds(incident)
    toll = incident.toll("killed")
    first, second = _inter(incident.acting), _inter(incident.struck_groups)
    return {
        "event_id_cnty": incident.id,
        "event_date": incident.start,
        "year": int(incident.start[:4]),
        "time_precision": _TIME.get(date_prec(incident.start, incident.end) or 0),
        "disorder_type": "Political violence",
        "event_type": event,
        "sub_event_type": sub,
        "actor1": "; ".join(incident.perpetrators) or None,
        "inter1": first,
        "actor2": "; ".join((*incident.victims, *incident.targets)) or None,
        "inter2": second,
        "interaction": f"{first}-{second}" if first and second else None,
        "civilian_targeting": "Civilian targeting" if incident.struck_groups == (CIVILIAN,) else None,
        "country": state_name(incident.country, lexicon),
        "location": incident.place,
        "latitude": incident.lat,
        "longitude": incident.lon,
        "geo_precision": _PLACE.get(incident.precision or 0),
        "source": "; ".join(dict.fromkeys(r.outlet for r in incident.reports if r.outlet)) or None,
        "notes": "; ".join(dict.fromkeys(r.title for r in incident.reports if r.title)) or None,
        "fatalities": (toll.low or 0) if toll is not None else 0,
        "tags": f"policy={toll.policy}" if toll is not None else None,
    }


def _inter(sides: tuple[str, ...]) -> str | None:
    return INTER[sides[0]] if len(sides) == 1 else None
