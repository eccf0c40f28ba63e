"""Where a mention is: the site that the article's setting speaks for most, by a readable table of features."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from legation.lexicon.gazetteer import key_of
from legation.lexicon.load import Lexicon
from legation.lexicon.table import load_table
from legation.record.article import Article
from legation.record.link import Alternative, Link
from legation.record.mention import Mention
from legation.record.span import Span
from legation.resolve.setting import Setting, distance, setting_of
from legation.resolve.site import Site, sites_of

_NEAR_KM = 300.0
_SAME_KM = 50.0
_KEPT = 5


class Case(msgspec.Struct, frozen=True):
    """One mention with the setting it is judged in. `settled` are the sites of the other names, once they have one."""

    mention: Mention
    setting: Setting
    settled: tuple[Site, ...] = ()


class Feature(msgspec.Struct, frozen=True):
    """One reason to take a site, with its weight; the test gives the share of the weight that it earns, 0..1."""

    reason: str
    weight: float
    test: Callable[[Site, Case], float]


def _beside(site: Site, case: Case) -> float:
    holders = case.setting.beside.get(case.mention.span, frozenset())
    return float(site.country in holders or bool(site.unit and key_of(site.unit) in holders))


def _country_named(site: Site, case: Case) -> float:
    return float(case.setting.states.get(site.country or "", 0) > 0)


def _sentence_names(site: Site, case: Case) -> float:
    return float(site.country in case.setting.nearby.get(case.mention.span, frozenset()))


def _country_prevails(site: Site, case: Case) -> float:
    total = sum(case.setting.states.values())
    return case.setting.states.get(site.country or "", 0) / total if total else 0.0


def _unit_named(site: Site, case: Case) -> float:
    return float(site.kind in ("town", "adm2") and bool(site.unit) and key_of(site.unit) in case.setting.units)


def _unit_said(site: Site, case: Case) -> float:
    return float(case.setting.units_named.get(case.mention.span) == site.kind)


def _sisters(site: Site, case: Case) -> float:
    sisters = {s.name for s in case.settled if s.kind == "adm1" and s.country == site.country} - {site.name}
    return float(site.kind == "adm1" and bool(sisters))


def _written(site: Site, case: Case) -> float:
    return float(site.country in case.setting.written)


def _at_home(site: Site, case: Case) -> float:
    return float(site.country is not None and site.country == case.setting.home)


def _people(site: Site, case: Case) -> float:
    """From a thousand people (0) to thirty million (1), on a log scale."""
    return min(max((math.log10(site.population) - 3) / 4.5, 0.0), 1.0) if site.population else 0.0


def _own_name(site: Site, case: Case) -> float:
    return float(site.own)


def _capital(site: Site, case: Case) -> float:
    return float(site.capital)


def _state(site: Site, case: Case) -> float:
    return float(site.kind == "state")


def _national(site: Site, case: Case) -> float:
    return float(site.kind == "state" and case.mention.span in case.setting.national)


def _among(site: Site, case: Case) -> float:
    return float(site.kind == "state" and case.mention.span in case.setting.among)


def _listed(site: Site, case: Case) -> float:
    return float(site.target.startswith("region:"))


def _town(site: Site, case: Case) -> float:
    return {"town": 0.6, "adm1": 1.0}.get(site.kind, 0.0)


def _close(site: Site, case: Case) -> float:
    others = [s for s in case.settled if s.name != site.name]
    return float(any(distance(site, other) <= _NEAR_KM for other in others))


FEATURES = (
    Feature("its state or unit stands beside it", 0.9, _beside),
    Feature("it is a state's name", 0.65, _state),
    Feature("what only a state has stands beside it", 0.5, _national),
    Feature("it stands in a list of states", 0.6, _among),
    Feature("it is a listed region", 0.45, _listed),
    Feature("its size", 0.6, _people),
    Feature("it is a capital", 0.2, _capital),
    Feature("its own name", 0.15, _own_name),
    Feature("a first-level unit or a town", 0.2, _town),
    Feature("the article names its state", 0.2, _country_named),
    Feature("the article is mostly about its state", 0.15, _country_prevails),
    Feature("its sentence names its state", 0.25, _sentence_names),
    Feature("the article names its unit", 0.2, _unit_named),
    Feature("the word behind it names its kind", 0.5, _unit_said),
    Feature("the article names other units of its state", 0.2, _sisters),
    Feature("the article was written in its state", 0.15, _written),
    Feature("the outlet is of its state", 0.08, _at_home),
    Feature("other places of the article are near", 0.2, _close),
)
TOTAL = sum(f.weight for f in FEATURES if f.test not in (_state, _listed, _national, _among))


def link_places(article: Article, mentions: Sequence[Mention], lexicon: Lexicon) -> tuple[Link, ...]:
    """The places of a document's mentions in text order, each with its rivals; a mention that can be no place has none.

    Twice over: first each name by itself, then again with the others' places known. One name is one place in an article,
    unless the words beside it say otherwise.
    """
    sites = {m.span: found for m in mentions if (found := sites_of(m, lexicon))}
    setting = setting_of(article, mentions, sites, lexicon)
    sites = {m.span: _sure(m, sites[m.span], setting) for m in mentions if m.span in sites}
    first = {m.span: _ranked(sites[m.span], Case(m, setting))[0][2] for m in mentions if m.span in sites}
    settled = tuple(dict.fromkeys(site for site in first.values() if site.kind != "state"))
    cases = [Case(m, setting, settled) for m in mentions if m.span in sites]
    ranked = {case.mention.span: _ranked(sites[case.mention.span], case) for case in cases}
    said = _beside_first(cases, ranked)
    return tuple(_link(article, case.mention, _agreed(case, ranked[case.mention.span], said)) for case in cases)


def _sure(mention: Mention, sites: tuple[Site, ...], setting: Setting) -> tuple[Site, ...]:
    """A sure name of a state or region is that alone (Mexico has a unit and a dozen towns of its name), unless a unit stands beside it
    ("Peru, Indiana")."""
    listed = tuple(s for s in sites if not s.target.startswith("geonames:"))
    if not listed or any(c.weak for c in mention.candidates):
        return sites
    held = tuple(s for s in sites if s.unit and key_of(s.unit) in setting.beside.get(mention.span, frozenset()))
    return held or listed


Ranked = list[tuple[float, str, Site]]


def _ranked(sites: Iterable[Site], case: Case) -> Ranked:
    """The sites with score and reason, best first; ties go to the smaller id, so that order never matters."""
    scored = [(*_score(site, case), site) for site in sites]
    return sorted(scored, key=lambda s: (-s[0], s[2].target))


def _score(site: Site, case: Case) -> tuple[float, str]:
    earned = [(f.weight * f.test(site, case), f.reason) for f in FEATURES]
    reasons = [reason for gain, reason in sorted(earned, key=lambda e: -e[0]) if gain > 0.05]
    return min(sum(gain for gain, _ in earned) / TOTAL, 1.0), ", ".join(reasons[:4]) or "the only place of the name"


def _beside_first(cases: Sequence[Case], ranked: Mapping[Span, Ranked]) -> dict[str, Site]:
    """The site that a name was given with its state or unit beside it, by the name's words."""
    found: dict[str, Site] = {}
    for case in cases:
        best = ranked[case.mention.span][0][2]
        if _beside(best, case):
            found.setdefault(case.mention.words, best)
    return found


def _agreed(case: Case, ranked: Ranked, said: Mapping[str, Site]) -> Ranked:
    """The ranking with the site first that the article gives the same name elsewhere."""
    site = said.get(case.mention.words)
    if site is None or _beside(ranked[0][2], case):
        return ranked
    first = [(score, f"{reason}, as where the article names its state", s) for score, reason, s in ranked if s == site]
    return [*first, *(r for r in ranked if r[2] != site)]


def _link(article: Article, mention: Mention, ranked: Ranked) -> Link:
    _, reason, site = ranked[0]
    return Link(
        article=article.id,
        span=mention.span,
        words=article.words(mention.span),  # a mention may hold a name in capitals as it is printed elsewhere
        sort="place",
        target=site.target,
        name=site.name,
        kind=site.kind,
        country=site.country,
        lat=site.lat,
        lon=site.lon,
        precision=_precision(article, mention, site),
        score=_confidence(ranked),
        reason=reason,
        alternatives=tuple(Alternative(s.target, s.name, s.country, round(v, 2)) for v, _, s in ranked[1:_KEPT]),
        claimed_by=site.claimed_by,
    )


def _confidence(ranked: Ranked) -> float:
    """0.95 where nothing else has the name; else by the lead over the next place that lies elsewhere, from 0.5 up."""
    first = ranked[0]
    rivals = [score for score, _, site in ranked[1:] if distance(site, first[2]) > _SAME_KM]
    return 0.95 if not rivals else round(min(0.5 + 1.5 * max(first[0] - rivals[0], 0.0), 0.95), 2)


def _precision(article: Article, mention: Mention, site: Site) -> int:
    """The site's precision; a point that something is only near is known to some 25 km (UCDP 2)."""
    before = article.text[max(0, mention.span.start - 24) : mention.span.start].lower()
    near = any(
        re.search(rf"\b{re.escape(word)}(?: the)? $", before) for word in load_table("rules/places.toml")["near"]
    )
    return 2 if near and site.precision == 1 else site.precision
