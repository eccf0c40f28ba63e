"""Actors without a name of their own: "the police", "Turkish miners", "a court in Lima": a sector, and a state where the words name one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from legation.extract.side import unnamed
from legation.record.article import Article
from legation.record.ident import slug
from legation.record.link import Link
from legation.record.span import Span

_STATE_SECTORS = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
_ODD = {"children": "child"}
_BEHIND = re.compile(r"\s(?:of|in|at|from|for|on|near|with|who|that)\s|,")


def noun_of(words: str) -> str | None:
    """The noun for an actor that heads a phrase, or None: the last one before "of", "in" and the like, else the last of all.

    >>> noun_of("Turkish coal miners"), noun_of("a court in Lima"), noun_of("members of a delegation"), noun_of("the bridge")
    ('miner', 'court', 'member', None)
    """
    head, *rest = _BEHIND.split(words.lower())
    return _last(head) or _last(" ".join(rest))


def _last(part: str) -> str | None:
    """The last noun for an actor in the words; one of two words goes before one of one."""
    found = re.findall(r"[\w-]+", part)
    for end in range(len(found), 0, -1):
        noun = _singular(" ".join(found[max(0, end - 2) : end])) or _singular(found[end - 1])
        if noun is not None:
            return noun
    return None


def _singular(words: str) -> str | None:
    forms = (
        words,
        words.removesuffix("s"),
        re.sub("men$", "man", words),
        re.sub("ies$", "y", words),
        words.removesuffix("es"),
    )
    return next((f for f in (_ODD.get(words, words), *forms) if f in unnamed()), None)


def link_unnamed(article: Article, span: Span, actors: Sequence[Link]) -> Link | None:
    """The link of an unnamed actor's phrase: target "TUR-LAB" where its state is named, else one of this article alone."""
    words = article.words(span)
    noun = noun_of(words)
    if noun is None:
        return None
    sector = unnamed()[noun]
    states = {x.country for x in actors if x.country and x.kind in ("state", "substate") and span.contains(x.span)}
    country = states.pop() if len(states) == 1 else None
    return Link(
        article=article.id,
        span=span,
        words=words,
        sort="actor",
        target=f"{country}-{sector}" if country else f"unnamed:{slug(noun)}:{article.id[-12:]}",
        name=words,
        kind="unnamed",
        country=country,
        sector=sector,
        score=0.5,
        reason=f"{noun!r} names an actor of sector {sector}, and no one by name",
    )


def is_civil(words: str, span: Span, actors: Sequence[Link]) -> bool:
    """Whether a phrase names people or bodies of a state that do not act for it ("Turkish miners")."""
    noun = noun_of(words)
    of_state = any(x.kind == "state" and x.antecedent is None and span.contains(x.span) for x in actors)
    return noun is not None and of_state and unnamed()[noun] not in _STATE_SECTORS
