"""The map: places as precisely as the words place them, and no more.

A town is a disc; a place known to its district or province a ring with its doubt; a state its whole outline, shaded. What cannot be drawn is
counted. **Source:** UCDP where_prec for the grades of precision.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import msgspec
from markupsafe import Markup

from legation.show.svg import drawing, element, titled

WIDTH, HEIGHT = 960, 480
_RING = {2: 5.0, 3: 9.0, 4: 15.0, 5: 24.0, 7: 24.0}
"""Radius of the doubt around a place in pixels of the whole world (1 px is 0.375 degrees), by precision: near, second-level unit, first-level
unit, region, sea. **Source:** half the usual width of such units: 0.5 to 9 degrees."""


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """A place with its point, its precision (1 exact to 6 state, 7 sea), how much is told of it, and where its rows are."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    precision: int | None
    count: int
    link: str


class View(msgspec.Struct, frozen=True, kw_only=True):
    """The stretch of the world that is drawn, in degrees."""

    west: float = -180.0
    east: float = 180.0
    south: float = -60.0
    north: float = 85.0

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Where a point stands in the drawing. Plate carrée: a degree is as wide as it is high."""
        x = (lon - self.west) / (self.east - self.west) * WIDTH
        y = (self.north - lat) / (self.north - self.south) * self.height
        return x, y

    @property
    def height(self) -> float:
        """The height of the drawing that keeps degrees square, within bounds."""
        return max(240.0, min(720.0, WIDTH * (self.north - self.south) / (self.east - self.west)))


@cache
def outlines() -> dict[str, list[list[float]]]:
    """The outlines of states by alpha-3 code: rings of lon, lat, lon, lat."""
    found = json.loads((files("legation.show") / "data" / "outline.json").read_text(encoding="utf-8"))
    states: dict[str, list[list[float]]] = found["states"]
    return states


def view_of(spots: Sequence[Spot]) -> View:
    """The stretch that holds the places with some air around them; the whole world where that is most of it or nothing is placed."""
    points = [(s.lon, s.lat) for s in spots if s.lat is not None and s.lon is not None]
    if not points:
        return View()
    lons, lats = [p[0] for p in points], [p[1] for p in points]
    west, east, south, north = min(lons) - 8, max(lons) + 8, min(lats) - 6, max(lats) + 6
    wide = max(east - west, (north - south) * 1.6, 70.0)
    if wide > 200:
        return View()
    middle, centre, tall = (west + east) / 2, (south + north) / 2, max(north - south, wide * 0.5)
    return View(
        west=middle - wide / 2,
        east=middle + wide / 2,
        south=max(-60.0, centre - tall / 2),
        north=min(85.0, centre + tall / 2),
    )


def world(spots: Sequence[Spot], *, title: str, view: View | None = None) -> Markup:
    """The map of the spots: shaded states, rings, discs, each a link."""
    shown = view or view_of(spots)
    states: dict[str, Spot] = {s.country: s for s in spots if s.precision == 6 and s.country}
    most = max((s.count for s in spots), default=1)
    parts = [*_grid(shown), *_land(shown, states, most)]
    for spot in sorted(spots, key=lambda s: (-s.count, s.name)):
        if spot.lat is None or spot.lon is None or (spot.country in states and spot.precision == 6):
            continue
        parts.append(_spot(spot, shown, most))
    return drawing(parts, width=WIDTH, height=round(shown.height), title=title, class_="map", links=True)


def _grid(view: View) -> list[Markup]:
    step = 30 if view.east - view.west > 120 else 10
    parts = [element("rect", x=0, y=0, width=WIDTH, height=view.height, class_="sea")]
    for lon in range(-180, 181, step):
        x, _ = view.at(lon, 0)
        if 0 < x < WIDTH:
            parts.append(element("line", x1=x, x2=x, y1=0, y2=view.height, class_="grid"))
    for lat in range(-60, 91, step):
        _, y = view.at(0, lat)
        if 0 < y < view.height:
            parts.append(element("line", x1=0, x2=WIDTH, y1=y, y2=y, class_="grid"))
    return parts


def _land(view: View, states: dict[str, Spot], most: int) -> list[Markup]:
    parts = []
    for code, rings in outlines().items():
        outline = "".join(_ring(ring, view) for ring in rings)
        if not outline:
            continue
        spot = states.get(code)
        if spot is None:
            parts.append(element("path", d=outline, class_="land"))
            continue
        shade = f"land told shade{1 + round(4 * math.sqrt(spot.count / most))}"
        parts.append(
            element("a", titled("path", _says(spot), d=outline, class_=shade), href=spot.link, aria_label=_says(spot))
        )
    return sorted(parts, key=lambda part: "told" in part)


def _ring(ring: Sequence[float], view: View) -> str:
    """A ring as a path, nothing where it lies outside the view; one that crosses the date line is drawn at both ends of the world."""
    points = _unwrapped(ring)
    shifts = (0.0, -360.0, 360.0) if max(abs(lon) for lon, _ in points) > 180 else (0.0,)
    return "".join(_path([view.at(lon + shift, lat) for lon, lat in points], view) for shift in shifts)


def _unwrapped(ring: Sequence[float]) -> list[tuple[float, float]]:
    """The points of a ring with longitudes that go on past 180 degrees instead of jumping to the other end."""
    points: list[tuple[float, float]] = []
    shift = 0.0
    for lon, lat in zip(ring[::2], ring[1::2], strict=True):
        if points and abs(lon + shift - points[-1][0]) > 180:
            shift += 360.0 if lon + shift < points[-1][0] else -360.0
        points.append((lon + shift, lat))
    return points


def _path(points: Sequence[tuple[float, float]], view: View) -> str:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    if max(xs) < 0 or min(xs) > WIDTH or max(ys) < 0 or min(ys) > view.height:
        return ""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z"


def _spot(spot: Spot, view: View, most: int) -> Markup:
    x, y = view.at(spot.lon or 0.0, spot.lat or 0.0)
    zoom = 360 / (view.east - view.west)
    size = 3.0 + 9.0 * math.sqrt(spot.count / most)
    says = _says(spot)
    if (spot.precision or 5) == 1:
        drawn = titled("circle", says, cx=x, cy=y, r=size, class_="disc")
    else:
        doubt = max(size, _RING.get(spot.precision or 5, 18.0) * min(zoom, 4.0))
        ring = element("circle", cx=x, cy=y, r=doubt, class_="doubt")
        drawn = element("g", element("title", says) + ring + element("circle", cx=x, cy=y, r=2.5, class_="centre"))
    return element("a", drawn, href=spot.link, aria_label=says)


PRECISION = {
    1: "exact",
    2: "near it",
    3: "to its district",
    4: "to its province",
    5: "to its region",
    6: "to its state only",
    7: "at sea",
}


def _says(spot: Spot) -> str:
    return f"{spot.name}: {spot.count} told, placed {PRECISION.get(spot.precision or 0, 'with unknown precision')}"
