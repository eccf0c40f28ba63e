"""Which actor a mention names: a state, a body, a group, a company, an outlet."""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from legation.lexicon.load import Lexicon
from legation.lexicon.table import load_table
from legation.record.actor import Actor
from legation.record.article import Article
from legation.record.link import Link
from legation.record.mention import Candidate, Mention

_REASONS = {
    "name": "the entry's own name",
    "alias": "another name of the entry",
    "demonym": "the people or adjective of the state",
    "capital": "a capital, for its government",
    "seat": "a seat of government, for the government",
}
_SORTS = ("state", "group", "organisation", "company", "outlet")


def actor_of(candidate: Candidate, lexicon: Lexicon) -> Actor | None:
    """The actor that a candidate stands for, or None when it is no actor's name."""
    if candidate.sort == "state":
        return state(candidate.id, lexicon)
    if candidate.sort == "group":
        group = lexicon.groups[candidate.id]
        home = group.countries[0] if group.countries else None
        return Actor(
            id=group.id,
            name=group.name,
            kind="armed_group",
            country=home,
            sector=group.sector,
            affiliation=group.affiliation,
        )
    if candidate.sort == "organisation":
        body = lexicon.organisations[candidate.id]
        return Actor(id=body.id, name=body.name, kind=body.kind, country=body.country, sector=body.sector)
    if candidate.sort == "company":
        firm = lexicon.companies[candidate.id]
        return Actor(id=firm.id, name=firm.name, kind="company", country=firm.country, sector=firm.sector)
    if candidate.sort == "outlet":
        outlet = lexicon.outlets[candidate.id]
        return Actor(id=outlet.id, name=outlet.name, kind="media", country=outlet.country, sector="JRN")
    return None


def state(iso3: str, lexicon: Lexicon) -> Actor:
    """The actor of a state's ISO 3166 alpha-3 code."""
    entry = lexicon.states[iso3]
    return Actor(id=iso3, name=entry.name, kind="state", country=iso3, sector="GOV", cow=entry.cow, gw=entry.gw)


def candidate_of(mention: Mention, lexicon: Lexicon | None = None, named: Collection[str] = ()) -> Candidate | None:
    """The candidate that a mention most likely stands for: sure names before weak ones, then an entry of a state that the article
    names (`named`, ISO3; needs the lexicon), then states before the rest."""
    usable = [c for c in mention.candidates if c.sort in _SORTS]
    return min(usable, key=lambda c: (c.weak, not _at_home(c, lexicon, named), _SORTS.index(c.sort)), default=None)


def _at_home(candidate: Candidate, lexicon: Lexicon | None, named: Collection[str]) -> bool:
    actor = actor_of(candidate, lexicon) if lexicon is not None and named else None
    return actor is not None and actor.country in named


def state_at(iso3: str, day: str | None, lexicon: Lexicon) -> str:
    """The state that stood where this one stands on the day: the Soviet Union for Russia's capital in 1987; the same without a day."""
    since = lexicon.states[iso3].since
    if day is None or since is None or day >= str(since):
        return iso3
    former = (
        e
        for e in lexicon.states.values()
        if e.successor == iso3 and str(e.since or "") <= day[: len(str(e.to or day))] <= str(e.to or day)
    )
    return next((e.iso3 for e in former), iso3)


def link_actor(mention: Mention, article: Article, lexicon: Lexicon, named: Collection[str] = ()) -> Link | None:
    """The link of a mention to the actor it names, or None. `named` are the states that the article names surely.

    A capital or seat stands for the state that it was the seat of on the article's day.
    """
    candidate = candidate_of(mention, lexicon, named)
    if candidate is not None and candidate.form in ("capital", "seat"):
        other = load_table("rules/metonyms.toml")["stands_for"].get(mention.words)
        candidate = Candidate("organisation", other, "capital") if other else candidate
    if candidate is not None and candidate.sort == "state" and candidate.form in ("capital", "seat"):
        candidate = msgspec.structs.replace(candidate, id=state_at(candidate.id, article.published, lexicon))
    actor = actor_of(candidate, lexicon) if candidate else None
    if candidate is None or actor is None:
        return None
    return Link(
        article=article.id,
        span=mention.span,
        words=mention.words,
        sort="actor",
        target=actor.id,
        name=actor.name,
        kind=actor.kind,
        country=actor.country,
        sector=actor.sector,
        affiliation=actor.affiliation[0] if actor.affiliation else None,
        score=0.7 if candidate.weak else 0.95,
        reason=_REASONS.get(candidate.form, candidate.form),
    )
