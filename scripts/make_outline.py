"""Makes show/data/outline.json from the npm package world-atlas: python scripts/make_outline.py countries-110m.json CODES, where CODES maps ISO 3166 numeric to alpha-3 as JSON

What: the outlines of states by ISO 3166 alpha-3, rounded to a tenth of a degree. Source: Natural Earth 1:110m (public domain), as packed by
world-atlas 2.0.2. Known problems: states smaller than some 10,000 km2 have no outline; borders are those that Natural Earth draws de facto.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

_WITHOUT = {"Kosovo": "XKX"}
"""States that ISO 3166 gives no number."""
Line = list[tuple[float, float]]
OUT = Path(__file__).parent.parent / "src/legation/show/data/outline.json"


def arcs(topology: dict) -> list[Line]:
    """The arcs in degrees: they are kept as differences on a grid."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((round(x * sx + tx, 1), round(y * sy + ty, 1)))
        found.append(line)
    return found


def rings(geometry: dict, lines: list[Line]) -> Iterator[Line]:
    """The outer rings of a geometry; holes are left out."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    for polygon in polygons:
        ring: Line = []
        for number in polygon[0]:
            line = lines[number] if number >= 0 else lines[~number][::-1]
            ring += line[1:] if ring else line
        yield [point for i, point in enumerate(ring) if i == 0 or point != ring[i - 1]]


def main() -> None:
    """Write the outlines: {"PAK": [[lon, lat, lon, lat, ...], ...]}."""
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    names = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    lines = arcs(topology)
    states: dict[str, list[list[float]]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        name = geometry["properties"]["name"]
        code = names.get(geometry.get("id", "")) or _WITHOUT.get(name) or "-" + name
        states[code] = [[v for point in ring for v in point] for ring in rings(geometry, lines) if len(ring) > 3]
    about = {
        "what": "outlines of states",
        "source": "Natural Earth 1:110m, public domain",
        "problems": "small states have none",
    }
    OUT.write_text(json.dumps({"about": about, "states": states}, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
