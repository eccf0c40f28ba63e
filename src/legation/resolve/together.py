"""What a phrase for several stands for: "both sides", "the two countries", "They" behind two names; and glosses in brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from legation.lexicon.table import load_table
from legation.record.article import Article
from legation.record.document import Document
from legation.record.link import Link
from legation.record.span import Span
from legation.resolve.anaphora import Point, copied

_REACH = 3
_GLOSS = re.compile(r"\s?[(\[][^()\[\]\n]{2,60}[)\]]")
_COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4}
_SEVERAL = re.compile(
    r"(?:(?:the|these|those) (?P<count>two|three|four)|(?P<both>both))(?: [\w-]+)? (?P<noun>[\w-]+)$", re.IGNORECASE
)


def together(article: Article, document: Document, span: Span, links: Sequence[Link]) -> Link | None:
    """The members of a phrase for several: those of the nearest sentence up to it that names just so many of the fitting kinds."""
    words = article.words(span)
    match = _SEVERAL.match(words)
    if match is None:
        return _pair(article, document, span, links)
    kinds = load_table("rules/anaphora.toml")["several"].get(match["noun"].lower())
    if kinds is None:
        return None
    return _nearest(article, document, span, links, kinds, _COUNTS[(match["count"] or match["both"]).lower()])


def _pair(article: Article, document: Document, span: Span, links: Sequence[Link]) -> Link | None:
    """The two subjects joined by "and" at the start of the sentence before a bare "they"."""
    if article.words(span).lower() != "they":
        return None
    here = _index(document, span)
    if here is None or here == 0:
        return None
    before = document.sentences[here - 1]
    tops = [t for t in before.tokens if t.dep in ("nsubj", "nsubjpass")][:1]
    joined = {i for t in tops for i in (t.index, *(k for k in t.children if before.tokens[k].dep == "conj"))}
    starts = {before.tokens[i].start for i in joined}
    named = [
        x
        for x in links
        if x.antecedent is None and x.span.start in starts and x.kind in ("state", "armed_group", "igo", "company")
    ]
    return _members(article, span, named) if len(named) > 1 else None


def _nearest(
    article: Article, document: Document, span: Span, links: Sequence[Link], kinds: Sequence[str], wanted: int
) -> Link | None:
    here = _index(document, span)
    for index in range(here, max(here - _REACH - 1, -1), -1) if here is not None else ():
        stretch = document.sentences[index].span
        named = [
            x
            for x in links
            if stretch.contains(x.span) and x.span.end <= span.start and x.kind in kinds and x.antecedent is None
        ]
        chosen = _states_once(sorted(named, key=lambda x: x.span))
        if len(chosen) == wanted:
            return _members(article, span, chosen)
    return None


def _states_once(links: Sequence[Link]) -> list[Link]:
    """One link per party; a body or officer counts as its state."""
    return list({_party(x): x for x in reversed(links)}.values())[::-1]


def _party(link: Link) -> str:
    return link.country if link.kind in ("substate", "person") and link.country else link.target


def _members(article: Article, span: Span, links: Sequence[Link]) -> Link:
    targets = tuple(dict.fromkeys(_party(x) for x in links))
    return Link(
        article=article.id,
        span=span,
        words=article.words(span),
        sort="actor",
        target="+".join(targets),
        name=" and ".join(dict.fromkeys(x.name for x in links)),
        kind="states",
        score=0.7,
        reason="the nearest sentence that names so many",
        antecedent=links[0].span,
        members=targets,
    )


def _index(document: Document, span: Span) -> int | None:
    return next((s.index for s in document.sentences if s.span.start <= span.start < s.span.end), None)


def glossed(article: Article, span: Span, links: Sequence[Link]) -> Link | None:
    """What a gloss in brackets just behind the words says they mean ("They (the Kuwaitis)"), copied onto them; None without one."""
    match = _GLOSS.match(article.text, span.end)
    inside = [x for x in links if match is not None and match.start() < x.span.start and x.span.end <= match.end()]
    return (
        copied(inside[0], Point(span, None, frozenset(), article.words(span)), 0.9, "the gloss behind it says so")
        if inside
        else None
    )
