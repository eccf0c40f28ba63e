"""The setting of an article: the states and units that it names, where it was written, what stands beside each name."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import msgspec

from legation.lexicon.gazetteer import key_of
from legation.lexicon.load import Lexicon
from legation.lexicon.table import load_table
from legation.record.article import Article
from legation.record.mention import Mention
from legation.record.span import Span
from legation.resolve.site import Site

_EARTH_KM = 6371.0
_REACH = 60
_SENTENCE = 120
_BESIDE = re.compile(
    r"(?:,? (?:in|of|on) (?:the )?|, (?:in )?(?:the )?|\s?\(|, an? (?:[\w-]+ ){0,3}|,? (?:in|on|the|a|an|at)\b[^.;:()]{0,45}\bof (?:the )?)"
)
_LISTED = re.compile(r"(?:,|,? and|,? or) (?:the )?")
_OWNED = re.compile(
    r"(?:['’]s? (?:[\w-]+ ){0,2}| (?:[\w-]+ ){0,2}(?:city|town|port|village|province|district|region|suburb|island|capital) of )$"
)


class Setting(msgspec.Struct, frozen=True):
    """What the article says around its places. `states` counts the states by name; `units` are the keys of first-level units
    named; `home` is the outlet's state, `written` the states where the dateline stands; `beside` maps a mention's span to the
    states (iso3) and units (keys) that the words just behind or before it give ("Paris, Texas"; "Pakistan's Quetta"); `units_named`
    the kind of unit that the word behind it names ("Washington state", "Wayne County"); `nearby` the states named within a sentence's
    length of it; `national` the mentions beside what only a state has ("the parliament of Georgia"); `among`
    those in a list whose other names are all of states ("Chile, Fiji and Jordan")."""

    states: Mapping[str, int]
    units: frozenset[str]
    home: str | None
    written: frozenset[str]
    beside: Mapping[Span, frozenset[str]]
    units_named: Mapping[Span, str]
    nearby: Mapping[Span, frozenset[str]]
    national: frozenset[Span]
    among: frozenset[Span]


def setting_of(
    article: Article, mentions: Sequence[Mention], sites: Mapping[Span, Sequence[Site]], lexicon: Lexicon
) -> Setting:
    """The setting of a document's mentions."""
    named = Counter(
        c.id for m in mentions for c in m.candidates if c.sort == "state" and c.form != "capital" and not c.weak
    )
    units = {key_of(s.name) for found in sites.values() for s in found if s.kind == "adm1"}
    kinds = {m.span: kind for m in mentions if (kind := _unit_behind(article, m)) is not None}
    return Setting(
        named,
        frozenset(units),
        article.outlet_country,
        _written(article, lexicon),
        _beside(article, mentions, sites),
        kinds,
        _nearby(mentions),
        frozenset(m.span for m in mentions if _national(article, m)),
        _among(article, mentions),
    )


def _among(article: Article, mentions: Sequence[Mention]) -> frozenset[Span]:
    """The mentions in lists of names of states that may be other things."""
    found: set[Span] = set()
    row: list[Mention] = []
    for mention in [*mentions, None]:
        if row and mention is not None and _LISTED.fullmatch(article.text, row[-1].span.end, mention.span.start):
            row.append(mention)
            continue
        found |= _unsure(row)
        row = [mention] if mention is not None else []
    return frozenset(found)


def _unsure(row: Sequence[Mention]) -> set[Span]:
    """The names of a list that may be other things than states, where all can be states and two or more surely are."""
    states = [[c for c in m.candidates if c.sort == "state" and c.form == "name"] for m in row]
    sure = [any(not c.weak for c in found) for found in states]
    return (
        {m.span for m, is_sure in zip(row, sure, strict=True) if not is_sure}
        if all(states) and sum(sure) > 1
        else set()
    )


def _national(article: Article, mention: Mention) -> bool:
    nouns = "|".join(load_table("rules/places.toml")["national"])
    before = article.text[max(0, mention.span.start - 40) : mention.span.start]
    behind = article.text[mention.span.end : mention.span.end + 40]
    return bool(
        re.search(rf"\b(?:{nouns}) of (?:the )?$", before, re.IGNORECASE)
        or re.match(rf"['’]s (?:[\w-]+ )?(?:{nouns})\b", behind, re.IGNORECASE)
    )


def _nearby(mentions: Sequence[Mention]) -> dict[Span, frozenset[str]]:
    states = [
        (m.span, c.id)
        for m in mentions
        for c in m.candidates
        if c.sort == "state" and c.form != "capital" and not c.weak
    ]
    return {
        m.span: frozenset(
            iso3 for span, iso3 in states if span != m.span and abs(span.start - m.span.start) < _SENTENCE
        )
        for m in mentions
    }


def _unit_behind(article: Article, mention: Mention) -> str | None:
    """The kind of unit that the next word names, or the mention's own last word."""
    table: dict[str, list[str]] = load_table("rules/places.toml")["unit_nouns"]
    behind = re.match(r"\s(\w+)", article.text[mention.span.end : mention.span.end + 20])
    said = {mention.words.split()[-1].lower(), behind.group(1).lower() if behind else ""}
    return next((kind for kind, nouns in table.items() if said & set(nouns)), None)


def _written(article: Article, lexicon: Lexicon) -> frozenset[str]:
    """The states of the dateline's place: the state that it names, else those of the largest towns of its name."""
    place = re.split(r"\s*(?:\(|--|[-–—:]| \d)", article.dateline or "", maxsplit=1)[0].strip(" ,")
    town, _, rest = place.partition(",")
    found = lexicon.places.find(town) if town else ()
    said = {c.id for c in lexicon.candidates(rest.strip().title()) if c.sort == "state"}
    return frozenset(said or {p.country for p in found[:1]})


def _beside(
    article: Article, mentions: Sequence[Mention], sites: Mapping[Span, Sequence[Site]]
) -> dict[Span, frozenset[str]]:
    found: dict[Span, frozenset[str]] = {}
    for left, right in pairwise(mentions):
        between = article.text[left.span.end : right.span.start]
        if len(between) < _REACH and _BESIDE.fullmatch(between):
            found[left.span] = found.get(left.span, frozenset()) | _holders(sites.get(right.span, ()))
        if len(between) < _REACH and _OWNED.fullmatch(between):
            found[right.span] = found.get(right.span, frozenset()) | _holders(sites.get(left.span, ()))
    return found


def _holders(sites: Iterable[Site]) -> frozenset[str]:
    """What may hold another place: the states by code, the units by key."""
    sites = tuple(sites)
    states = {s.country for s in sites if s.country and not s.target.startswith("geonames:")}
    return frozenset(states | {key_of(s.name) for s in sites if s.kind in ("adm1", "adm2")})


def distance(a: Site, b: Site) -> float:
    """The distance in km along a great circle; infinite where a point is missing. **Source:** haversine formula, mean radius 6371 km."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return math.inf
    lat, lon, to_lat, to_lon = map(math.radians, (a.lat, a.lon, b.lat, b.lon))
    half = math.sin((to_lat - lat) / 2) ** 2 + math.cos(lat) * math.cos(to_lat) * math.sin((to_lon - lon) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
