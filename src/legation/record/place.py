"""Where: a point or an area with its country and precision."""

from __future__ import annotations

import msgspec


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A place. `lat`, `lon` in degrees (WGS 84); `precision` is UCDP's where_prec 1-7; `geonameid` where GeoNames has it."""

    id: str
    name: str
    country: str | None
    lat: float
    lon: float
    precision: int
    geonameid: int | None = None
    population: int = 0
