"""Who "I" and "we" are: the one whose words they stand in, else the body that puts the article out."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from legation.lexicon.load import Lexicon
from legation.record.article import Article
from legation.record.claim import Claim
from legation.record.link import Link
from legation.record.mention import Candidate, Mention
from legation.record.span import Span
from legation.resolve.actor import link_actor
from legation.resolve.body import sector_of

_FIRST = frozenset({"i", "we", "us", "me", "my", "our"})


def is_first_person(words: str) -> bool:
    """Whether the words are, or begin with, a pronoun of the first person ("our government"); "US" is none.

    >>> is_first_person("Our allies"), is_first_person("US troops")
    (True, False)
    """
    first = words.split()[0] if words.split() else ""
    return first.lower() in _FIRST and first != "US"


def first_person(
    article: Article, span: Span, claims: Sequence[Claim], actors: Sequence[Link], lexicon: Lexicon
) -> Link | None:
    """The link of a pronoun of the first person: the source of the innermost statement around it; outside statements the article's own
    body, when its outlet is one of a state (a ministry's release); None where neither is known."""
    said = [c for c in claims if c.kind == "statement" and any(r.span.contains(span) for r in c.all("content"))]
    inner = min(
        said,
        key=lambda c: min(r.span.end - r.span.start for r in c.all("content") if r.span.contains(span)),
        default=None,
    )
    if inner is None:
        return _issuer(article, span, lexicon)
    source = inner.one("source")
    if source is None or source.span.overlaps(span):
        return None
    found = next((x for x in actors if x.span == source.span), None) or next(
        (x for x in actors if source.span.contains(x.span)), None
    )
    return _copied(found, article, span, "the speaker of these words") if found is not None else None


def _issuer(article: Article, span: Span, lexicon: Lexicon) -> Link | None:
    """The state or body whose whole name the outlet is, or the state of a ministry or embassy that the outlet is by its name."""
    name = (article.outlet or "").removeprefix("The ").removeprefix("the ")
    usable = _bodies(name, lexicon)
    if not usable and sector_of(name) is not None:
        states = sorted(
            ((start, c) for start, _, found in lexicon.matches(name) for c in found if c.sort == "state"),
            key=lambda found: found[0],
        )
        usable = (states[0][1],) if states else ()
    link = link_actor(Mention(span, article.words(span), "organisation", usable), article, lexicon) if usable else None
    return (
        msgspec.structs.replace(link, reason=f"the release is {name}'s own")
        if link is not None and link.country
        else None
    )


def _bodies(name: str, lexicon: Lexicon) -> tuple[Candidate, ...]:
    """The states and bodies of a name; of a state's name with a body's behind it ("U.S. Department of State") that state's own body."""
    own = tuple(c for c in lexicon.candidates(name) if c.sort in ("state", "organisation")) if name else ()
    if own:
        return own
    states = (
        (end, c.id) for start, end, found in lexicon.matches(name) if not start for c in found if c.sort == "state"
    )
    behind = (
        (state, c) for end, state in states for c in lexicon.candidates(name[end:].strip()) if c.sort == "organisation"
    )
    return tuple(c for state, c in behind if lexicon.organisations[c.id].country == state)


def _copied(link: Link, article: Article, span: Span, reason: str) -> Link:
    return msgspec.structs.replace(
        link, span=span, words=article.words(span), reason=reason, antecedent=link.antecedent or link.span
    )
