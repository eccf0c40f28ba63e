"""Where a mention is: a town, a region or a state, chosen by what the article says around it."""

from __future__ import annotations

from collections.abc import Collection

from legation.lexicon.entry import City
from legation.lexicon.load import Lexicon
from legation.record.link import Link
from legation.record.mention import Mention
from legation.resolve.actor import candidate_of


def link_place(mention: Mention, article: str, lexicon: Lexicon, countries: Collection[str]) -> Link | None:
    """The place of a mention: a region of the lexicon, a town of the gazetteer, or the state itself; None when unknown.

    Of several towns of one name the one in a country that the article names is taken, then the largest.
    """
    region = lexicon.regions.get(mention.words)
    if region is not None:
        country = region.countries[0] if len(region.countries) == 1 else None
        return _link(mention, article, region.name, "region", country, (region.lat, region.lon), "a region's name", 0.8)
    cities = lexicon.cities.get(mention.words, ())
    if cities:
        return _town(mention, article, cities, countries)
    candidate = candidate_of(mention)
    if candidate is not None and candidate.sort == "state" and candidate.form in ("name", "alias", "demonym"):
        entry = lexicon.states[candidate.id]
        return _link(mention, article, entry.name, "state", entry.iso3, None, "a state's name", 0.9)
    return None


def _town(mention: Mention, article: str, cities: tuple[City, ...], countries: Collection[str]) -> Link:
    named = [c for c in cities if c.country in countries]
    city = (named or list(cities))[0]
    others = len(cities) - 1
    reason = "in a country that the article names" if named else "the largest town of the name"
    score = 0.9 if named or not others else 0.6
    target = f"geonames:{city.geonameid}"
    link = _link(mention, article, city.name, "town", city.country, (city.lat, city.lon), reason, score)
    return Link(**{f: getattr(link, f) for f in link.__struct_fields__} | {"target": target})


def _link(
    mention: Mention,
    article: str,
    name: str,
    kind: str,
    country: str | None,
    point: tuple[float, float] | None,
    reason: str,
    score: float,
) -> Link:
    return Link(
        article=article,
        span=mention.span,
        words=mention.words,
        sort="place",
        target=f"{kind}:{country or name}",
        name=name,
        kind=kind,
        country=country,
        lat=point[0] if point else None,
        lon=point[1] if point else None,
        score=score,
        reason=reason,
    )
