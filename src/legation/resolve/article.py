"""The links of an article: every name, then what points back to one, then the claims whose parties are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from legation.lexicon.load import Lexicon
from legation.record.article import Article
from legation.record.claim import Claim
from legation.record.document import Document
from legation.record.link import Link
from legation.record.reading import Reading
from legation.record.span import Span
from legation.resolve.actor import link_actor
from legation.resolve.anaphora import kinds_of
from legation.resolve.body import body_of, link_bodies, link_unknown, placed
from legation.resolve.firstperson import first_person, is_first_person
from legation.resolve.keep import kept
from legation.resolve.metonym import governs, is_metonym
from legation.resolve.person import link_person, surname_of
from legation.resolve.place import link_places
from legation.resolve.pointing import pointed, pointing_spans
from legation.resolve.together import glossed, together
from legation.resolve.toponym import place_mentions
from legation.resolve.unnamed import is_civil, link_unnamed
from legation.resolve.weapon import link_weapon
from legation.resolve.weaponry import weapon_pointers

_NAMED_KINDS = frozenset({"armed_group", "media", "company", "person"})
PARTY_ROLES = frozenset(
    {"actor", "recipient", "supplier", "source", "perpetrator", "claimant", "through", "audience", "victim", "country"}
)


def resolve(article: Article, documents: Sequence[Document], claims: Sequence[Claim], lexicon: Lexicon) -> Reading:
    """The reading of an article: its links in text order, and the claims whose parties they settle."""
    links: list[Link] = []
    for document in documents:
        own = [c for c in claims if c.document == document.kind]
        links.extend(_links(article, document, own, lexicon))
    unique = {(x.span, x.sort): x for x in links}
    outlet = lexicon.outlet_by_name(article.outlet) if article.outlet else None
    settled = tuple(sorted(unique.values(), key=lambda x: (x.span, x.sort)))
    return Reading(
        article=article,
        claims=kept(claims, settled),
        links=settled,
        outlet_id=outlet.id if outlet else None,
    )


def _links(article: Article, document: Document, claims: Sequence[Claim], lexicon: Lexicon) -> list[Link]:
    named = _pointed_weapons(article, document, claims, list(_named(article, document, lexicon)), lexicon)
    actors = [link for link in named if link.sort == "actor"]
    sides = {r.span for c in claims if c.kind == "event" for r in c.roles if r.role in ("actor", "recipient")}
    for span in _open_spans(claims, document):
        link = (
            first_person(article, span, claims, actors, lexicon)
            if is_first_person(article.words(span))
            else glossed(article, span, actors)
            or together(article, document, span, actors)
            or (
                link_unnamed(article, span, actors)
                if span in sides and is_civil(article.words(span), span, actors)
                else None
            )
            or _phrase(article, document, span, actors)
            or pointed(article, document, span, actors)
            or (link_unnamed(article, span, actors) if span in sides else None)
        )
        if link is not None:
            actors.append(link)
    return [*(link for link in named if link.sort != "actor"), *actors]


def _pointed_weapons(
    article: Article, document: Document, claims: Sequence[Claim], named: Sequence[Link], lexicon: Lexicon
) -> list[Link]:
    weapons = [link for link in named if link.sort == "weapon"]
    rest = [link for link in named if link.sort != "weapon"]
    return [*rest, *weapon_pointers(article, document, weapons, claims, lexicon)]


def _named(article: Article, document: Document, lexicon: Lexicon) -> Iterator[Link]:
    """The links of the names themselves: places first, since a place elsewhere is no state ("Atlanta, Georgia")."""
    ruling = {m.span for m in document.mentions if is_metonym(m) and governs(m, document)}
    places = [
        x for x in link_places(article, place_mentions(article, document, lexicon), lexicon) if x.span not in ruling
    ]
    yield from places
    nouns = [m for m in document.mentions if any(c.sort == "noun" for c in m.candidates)]
    yield from (w for m in document.mentions if (w := link_weapon(m, article.id, lexicon, nouns)) is not None)
    capitals = {m.span for m in document.mentions if is_metonym(m)}
    elsewhere = {
        x.span for x in places if x.target.startswith("geonames:") and (x.kind != "town" or x.span not in capitals)
    }
    named = {c.id for m in document.mentions for c in m.candidates if c.sort == "state" and not c.weak}
    named |= {x.country for x in places if x.country and x.kind != "state"}
    extended = [x.span for x in places]
    kept_names = (
        m
        for m in document.mentions
        if not _within(m.span, elsewhere, extended) and (m.span in ruling or not is_metonym(m))
    )
    actors = [a for m in kept_names if (a := link_actor(m, article, lexicon, named)) is not None]
    bodies = list(link_bodies(article, document, actors, lexicon))
    actors = [placed(article, a, actors) for a in actors]
    yield from (a for a in actors if a.kind != "substate" or not any(b.span.contains(a.span) for b in bodies))
    yield from bodies
    taken = [x.span for x in places]
    unlisted = (m for m in document.mentions if not any(p.overlaps(m.span) for p in taken))
    yield from (placed(article, x, actors) for m in unlisted if (x := link_unknown(article, m, lexicon)) is not None)
    yield from _persons(article, document, lexicon, {x.span for x in places})


def _within(span: Span, elsewhere: set[Span], places: Sequence[Span]) -> bool:
    """Whether a name is a place that is no state, or the beginning of a longer place's name."""
    return span in elsewhere or any(p != span and p.contains(span) for p in places)


def _persons(article: Article, document: Document, lexicon: Lexicon, places: set[Span]) -> Iterator[Link]:
    """The persons in text order, each known by surname from then on; names that turned out to be places are none."""
    known: dict[str, Link] = {}
    for mention in document.mentions:
        if mention.label == "PERSON" and mention.span not in places:
            link = link_person(mention, article, document, lexicon, known)
            known.setdefault(surname_of(link), link)
            yield link


def _open_spans(claims: Iterable[Claim], document: Document) -> list[Span]:
    """The spans of parties, holders and pointing words that are no mention themselves, in text order."""
    known = {m.span for m in document.mentions}
    roles = {r.span for c in claims for r in c.roles if r.role in PARTY_ROLES}
    holders = {s.holder_span for c in claims for s in c.chain if s.holder_span is not None}
    return sorted((roles | holders | set(pointing_spans(document))) - known)


def _phrase(article: Article, document: Document, span: Span, actors: Sequence[Link]) -> Link | None:
    """The actor that a longer phrase names inside itself ("an article in the Wall Street Journal")."""
    inside = [
        link
        for link in actors
        if span.contains(link.span)
        and (link.antecedent is None or link.kind == "person")
        and not _compounded(article, link, span)
    ]
    if not inside or kinds_of(article.words(span)) & _NAMED_KINDS - {link.kind for link in inside}:
        return None
    best = min(
        inside, key=lambda link: (link.kind != "person", link.kind != "media", link.kind == "substate", link.span)
    )
    body = body_of(article, best, span) if best.kind == "state" else None
    return body or _on(best, span, article, f"the phrase names {best.words!r}")


def _compounded(article: Article, link: Link, span: Span) -> bool:
    """Whether the name only modifies another through a hyphen ("the Taliban-linked group")."""
    return link.span.end < span.end and article.text[link.span.end] == "-"


def _on(link: Link, span: Span, article: Article, reason: str) -> Link:
    fields = {name: getattr(link, name) for name in link.__struct_fields__}
    return Link(**fields | {"span": span, "words": article.words(span), "reason": reason, "antecedent": link.span})
