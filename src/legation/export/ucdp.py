"""Attacks in the columns of UCDP's Georeferenced Event Dataset: one row per incident with at least one death and an organised side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from legation.corroborate.comment import state_name
from legation.export.cell import line
from legation.lexicon.load import Lexicon
from legation.record.incident import Incident

# **Source:** the header of UCDP GED's public CSV, version 25.1. Columns that we cannot know (their own ids, the state of their checking) stay empty.
HEADER = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id", "conflict_name", "dyad_dset_id",
    "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources",
    "source_article", "source_office", "source_date", "source_headline", "source_original", "where_prec", "where_coordinates", "where_description",
    "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec", "date_start",
    "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
)  # fmt: skip


def ucdp_like(found: Iterable[Incident], lexicon: Lexicon) -> Iterator[str]:
    """The lines, in the order of the incidents. An incident without a type of violence, a day or a dead is no event of UCDP's and is left out.

    `best`, `high` and `low` are those of the incidents' policy; deaths are not told apart by side, so they stand under `deaths_unknown`.
    """
    yield line(HEADER)
    for incident in found:
        toll = incident.toll("killed")
        if incident.violence is not None and incident.start and toll is not None and (toll.best or toll.low):
            row = _row(incident, lexicon)
            yield line([row.get(name) for name in HEADER])


def date_prec(start: str | None, end: str | None) -> int | None:
    """1 the day, 2 two to six days, 3 a week, 4 up to a month, 5 longer; None without a date. **Source:** UCDP GED codebook."""
    if not start or not end:
        return None
    days = (date.fromisoformat(end) - date.fromisoformat(start)).days + 1
    return next((level for level, most in ((1, 1), (2, 6), (3, 7), (4, 31)) if days <= most), 5)


def _row(incident: Incident, lexicon: Lexicon) -> dict[str, object]:
    toll = incident.toll("killed")
    assert toll is not None and incident.start is not None
    best = toll.best if toll.best is not None else toll.low
    sides = "; ".join(incident.perpetrators) or None
    against = "Civilians" if incident.violence == 3 else None
    point = f"POINT ({incident.lon} {incident.lat})" if incident.lat is not None else None
    return {
        "id": incident.id,
        "year": int(incident.start[:4]),
        "type_of_violence": incident.violence,
        "dyad_name": f"{sides} - {against}" if sides and against else None,
        "side_a": sides,
        "side_b": against,
        "where_prec": incident.precision,
        "where_coordinates": incident.place,
        "latitude": incident.lat,
        "longitude": incident.lon,
        "geom_wkt": point,
        "country": state_name(incident.country, lexicon) if incident.country else None,
        "country_id": lexicon.states[incident.country].gw if incident.country in lexicon.states else None,
        "event_clarity": 1 if incident.clarity == "single" else 2,
        "date_prec": date_prec(incident.start, incident.end),
        "date_start": incident.start,
        "date_end": incident.end,
        "deaths_unknown": best,
        "best": best,
        "high": toll.high if toll.high is not None else best,
        "low": toll.low if toll.low is not None else best,
        **_sources(incident),
    }


def _sources(incident: Incident) -> dict[str, object]:
    said = [r for r in incident.reports if r.original]
    return {
        "number_of_sources": incident.origins,
        "source_article": "; ".join(
            f'"{r.outlet or "unknown"},{r.published or ""},{r.title or ""}"' for r in incident.reports
        ),
        "source_office": "; ".join(dict.fromkeys(r.outlet for r in incident.reports if r.outlet)),
        "source_date": "; ".join(r.published for r in incident.reports if r.published),
        "source_headline": "; ".join(r.title for r in incident.reports if r.title),
        "source_original": "; ".join(dict.fromkeys(r.original or "" for r in said)),
    }
