"""Sites: every place that a mention may be, before the article's context chooses."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from legation.lexicon.entry import Place, Region, StateEntry
from legation.lexicon.load import Lexicon
from legation.lexicon.table import load_table
from legation.record.mention import Mention

LABELS = frozenset({"GPE", "LOC", "FAC"})
_UNIT_PRECISION = {"town": 1, "adm2": 3, "adm1": 4, "state": 6}
_WATER = frozenset({"sea", "ocean", "gulf", "strait"})
_POINTS = frozenset({"airbase", "naval_base", "base", "spaceport", "test_site", "nuclear_site", "port", "airport"})


class Site(msgspec.Struct, frozen=True):
    """A place that a mention may be. `population` 0 where it has none; `own` when the words are its first name."""

    target: str
    name: str
    kind: str
    country: str | None
    unit: str
    lat: float | None
    lon: float | None
    population: int = 0
    own: bool = True
    capital: bool = False
    claimed_by: tuple[str, ...] = ()

    @property
    def precision(self) -> int:
        """UCDP's where_prec of the site itself. **Source:** UCDP GED codebook, where_prec 1-7."""
        if self.kind in _WATER:
            return 7
        return _UNIT_PRECISION.get(self.kind, 1 if self.kind in _POINTS else 5)


def sites_of(mention: Mention, lexicon: Lexicon) -> tuple[Site, ...]:
    """Every site that the words may name: states, regions, bases, towns and units. Empty when it can be no place."""
    named = [s for c in mention.candidates for s in _listed(c.sort, c.id, c.form, lexicon)]
    looked_up = [
        _found(place, mention, lexicon) for words in _readings(mention) for place in lexicon.places.find(words)
    ]
    return tuple(dict.fromkeys([*named, *looked_up]))


def _listed(sort: str, target: str, form: str, lexicon: Lexicon) -> Iterator[Site]:
    if sort == "state" and form in ("name", "alias", "demonym"):
        yield _state(lexicon.states[target])
    elif sort == "region":
        yield _region(lexicon.regions[target])


def _state(entry: StateEntry) -> Site:
    return Site(f"state:{entry.iso3}", entry.name, "state", entry.iso3, "", entry.lat, entry.lon)


def _region(region: Region) -> Site:
    disputed = region.kind == "disputed"
    alone = region.countries[0] if region.countries and (len(region.countries) == 1 or region.kind in _POINTS) else None
    return Site(
        f"region:{region.name}", region.name, region.kind, None if disputed else alone, "", region.lat, region.lon,
        claimed_by=region.countries if disputed else (),
    )  # fmt: skip


def _readings(mention: Mention) -> Iterator[str]:
    """The words to look up: as they stand, without a direction before them, without a generic noun behind them."""
    if not _may_be_place(mention):
        return
    table = load_table("rules/places.toml")
    words = table["abbreviations"].get(mention.words, mention.words)
    if words in table["never"]:
        return
    yield words
    bare = re.sub(rf"^(?:the )?(?:{'|'.join(table['directions'])})\s+", "", words)
    cut = re.sub(rf"\s+(?:{'|'.join(table['generics'])})$", "", bare)
    yield from dict.fromkeys(w for w in (bare, cut) if w != words and w[:1].isupper())


def _may_be_place(mention: Mention) -> bool:
    sorts = {c.sort for c in mention.candidates}
    forms = {c.form for c in mention.candidates}
    if sorts & {"state"}:
        return bool(forms & {"name", "alias", "capital"})
    return mention.label in LABELS and not sorts & {"group", "organisation", "company", "outlet", "person", "weapon"}


def _found(place: Place, mention: Mention, lexicon: Lexicon) -> Site:
    seat_of = {c.id for c in mention.candidates if c.sort == "state" and c.form == "capital"}
    rivals = lexicon.places.find(mention.words) if place.country in seat_of else ()
    largest = max((p.population for p in rivals if p.kind == "town" and p.country == place.country), default=0)
    capital = bool(rivals) and place.kind == "town" and place.population == largest
    return Site(
        f"geonames:{place.geonameid}", place.name, place.kind, place.country, place.unit, place.lat, place.lon,
        place.population, not place.alias, capital,
    )  # fmt: skip
