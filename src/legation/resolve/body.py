"""A state's bodies by pattern: "the Pakistani army", "Russia's Defence Ministry", "the parliament of Georgia" with country and sector."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import msgspec

from legation.lexicon.load import Lexicon
from legation.lexicon.table import load_table
from legation.record.article import Article
from legation.record.document import Document
from legation.record.ident import slug
from legation.record.link import Link
from legation.record.mention import Mention
from legation.record.span import Span


@cache
def _sectors() -> Mapping[str, str]:
    table: dict[str, list[str]] = load_table("rules/bodies.toml")["sectors"]
    return {noun: sector for sector, nouns in table.items() for noun in nouns}


@cache
def _nouns() -> str:
    return "|".join(re.escape(noun) for noun in sorted(_sectors(), key=len, reverse=True))


@cache
def _behind() -> re.Pattern[str]:
    """A body's noun behind a state's name or adjective, up to two words between them."""
    return re.compile(
        rf"(?:['’]s?)? (?:(?!of\b|and\b|in\b|or\b|to\b|has\b|was\b|is\b)[\w-]+ ){{0,2}}?(?P<noun>{_nouns()})\b(?!-)",
        re.IGNORECASE,
    )


@cache
def _before() -> re.Pattern[str]:
    """A body's noun before "of" or "in" and a state's name."""
    return re.compile(rf"\b(?P<noun>{_nouns()}) (?:of|in) (?:the )?$", re.IGNORECASE)


def link_bodies(article: Article, document: Document, actors: Sequence[Link], lexicon: Lexicon) -> Iterator[Link]:
    """The bodies that a state's name or adjective makes with a noun, in text order; the state's own link stays beside it."""
    ends = {s.span.end for s in document.sentences}
    for link in actors:
        if link.kind != "state" or link.antecedent is not None:
            continue
        limit = min((e for e in ends if e >= link.span.end), default=len(article.text))
        match = _behind().match(article.text, link.span.end, limit)
        if match is not None:
            yield _body(article, link, Span(link.span.start, match.end()), match["noun"])
            continue
        before = _before().search(article.text, max(0, link.span.start - 60), link.span.start)
        if before is not None:
            yield _body(article, link, Span(before.start(), link.span.end), before["noun"])


def _body(article: Article, link: Link, span: Span, noun: str) -> Link:
    sector = _sectors()[noun.lower()]
    if noun.lower() in load_table("rules/bodies.toml")["whole"]:
        return msgspec.structs.replace(
            link,
            span=span,
            words=article.words(span),
            antecedent=link.span,
            reason=f"{noun!r} of {link.name}, for the state",
        )
    return Link(
        article=article.id,
        span=span,
        words=article.words(span),
        sort="actor",
        target=f"{link.country}-{sector}",
        name=f"{link.name}: {noun.lower()}",
        kind="substate",
        country=link.country,
        sector=sector,
        score=0.9,
        reason=f"{noun!r} of {link.name}",
    )


def body_of(article: Article, link: Link, span: Span) -> Link | None:
    """The body that a phrase around a state's name stands for ("the Russian defence ministry's spokesman"), or None."""
    words = article.words(span)
    found = re.findall(rf"\b({_nouns()})\b", words.lower())
    return msgspec.structs.replace(_body(article, link, span, found[-1]), antecedent=link.span) if found else None


def body_at(article: Article, link: Link, span: Span) -> Link:
    """A state's link on a phrase that names a body only ("the army" behind "Myanmar"): that body, with the reason kept."""
    found = re.findall(rf"\b({_nouns()})\b", article.words(span).lower())
    if not found:
        return link
    made = _body(article, link, span, found[-1])
    return msgspec.structs.replace(made, antecedent=link.antecedent, reason=link.reason, score=link.score)


def link_unknown(article: Article, mention: Mention, lexicon: Lexicon) -> Link | None:
    """The link of a body that only the recogniser knows: its words, the state that its own name holds, no sector."""
    name = mention.long or mention.words
    if mention.label != "ORG" or mention.candidates or " " not in name:
        return None
    states = {c.id for _, _, found in lexicon.matches(name) for c in found if c.sort == "state" and not c.weak}
    if not states and sector_of(name):  # "the Ministry of Defence" is another one in each article
        return None
    return Link(
        article=article.id,
        span=mention.span,
        words=mention.words,
        sort="actor",
        target=f"unlisted:{slug(name)}",
        name=name,
        kind="organisation",
        country=states.pop() if len(states) == 1 else None,
        score=0.5,
        reason="a body's name by the recogniser; no list has it",
    )


_BETWEEN = re.compile(r" (?:[a-z-]+ ){0,3}")
_BEHIND_NAME = re.compile(r",? (?:of|an?|the) ")


def placed(article: Article, link: Link, states: Sequence[Link]) -> Link:
    """A body or firm without a state, with the one whose adjective or name the words put to it: "Iranian airline Mahan Air",
    "Mahan Air of Iran", "Mahan Air, an Iranian airline"; the link itself where none is."""
    if link.country is not None or link.kind not in ("organisation", "company", "ngo"):
        return link
    for state in states:
        gap = article.text[min(state.span.end, link.span.end) : max(state.span.start, link.span.start)]
        fits = _BETWEEN if state.span.end <= link.span.start else _BEHIND_NAME
        if state.kind == "state" and not state.span.overlaps(link.span) and fits.fullmatch(gap):
            return msgspec.structs.replace(
                link, country=state.country, reason=f"{link.reason}; {state.words!r} beside it"
            )
    return link


def sector_of(words: str) -> str | None:
    """The sector that the last body noun in the words gives, or None.

    >>> sector_of("a State Department spokesman"), sector_of("the Pakistani army")
    ('GOV', 'MIL')
    """
    found = re.findall(rf"\b({_nouns()})\b", words.lower())
    return _sectors()[found[-1]] if found else None
