"""A reading as rows of the store's tables."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from legation.record.attack import Attack
from legation.record.claim import Claim
from legation.record.link import Link
from legation.record.reading import Reading
from legation.record.span import Span
from legation.resolve.coding import codings

Row = tuple[object, ...]
Links = dict[tuple[Span, str], Link]
_SORTS = {"weapon": "weapon", "place": "place"}


def rows(reading: Reading) -> Iterator[tuple[str, Row]]:
    """The rows of a reading, each with its table's name, in the order of the columns."""
    article = reading.article
    links: Links = {(link.span, link.sort): link for link in reading.links}
    yield "article", _article(reading)
    for number, block in enumerate(article.blocks):
        yield "block", (article.id, number, block.kind.value, block.span.start, block.span.end)
    for link in reading.links:
        yield "link", _link(link)
    for claim in reading.claims:
        yield "claim", _claim(claim, links)
        yield from _parts(claim, links)
        for coded in codings(claim, reading.links):
            yield "coding", (claim.id, coded.scheme, coded.code, coded.rule, article.id)
    for issue in reading.issues:
        yield "issue", tuple(msgspec.structs.astuple(issue))


def _article(reading: Reading) -> Row:
    a = reading.article
    frame = (
        a.id,
        a.source_name,
        a.url,
        a.outlet,
        a.outlet_country,
        a.title,
        a.byline,
        a.dateline,
        a.agency,
        a.published,
    )
    rest = (a.published_basis, a.published_not_before, a.language, a.media_type, a.text, a.text_sha256, a.raw_sha256)
    return (*frame, *rest, msgspec.json.encode(reading).decode())


def _link(x: Link) -> Row:
    place = (
        x.article,
        x.span.start,
        x.span.end,
        x.words,
        x.sort,
        x.target,
        x.name,
        x.kind,
        x.country,
        x.sector,
        x.level,
    )
    rivals = msgspec.json.encode(x.alternatives).decode()
    return (*place, x.lat, x.lon, x.role, x.score, x.reason, x.precision, rivals, list(x.claimed_by), list(x.members))


def _claim(c: Claim, links: Links) -> Row:
    when = c.when
    dated = (when.value, when.start, when.end, when.precision, when.verbatim) if when else (None,) * 5
    last = c.chain[-1] if c.chain else None
    said = (said_by(c, links), last.factuality.value if last else "CT+")
    place = (
        c.id,
        c.article,
        c.kind,
        c.document,
        c.sentence,
        c.span.start,
        c.span.end,
        c.words,
        c.aux.value,
        c.background,
    )
    return (*place, *dated, *said, c.confidence, c.made_by, msgspec.json.encode(c.payload).decode(), c.day)


def said_by(claim: Claim, links: Links) -> str | None:
    """The chain in words, outermost first, each holder by its resolved name where it has one."""
    names = [_holder(step.holder_span, step.holder, links) or f"({step.cue})" for step in claim.chain]
    return " > ".join(names) or None


def _holder(span: Span | None, words: str | None, links: Links) -> str | None:
    link = links.get((span, "actor")) if span is not None else None
    return link.name if link is not None else words


def _parts(claim: Claim, links: Links) -> Iterator[tuple[str, Row]]:
    for number, part in enumerate(claim.roles):
        link = links.get((part.span, _SORTS.get(part.role, "actor")))
        found = (
            (link.target, link.name, link.kind, link.country, link.level, link.score, link.reason)
            if link
            else (None,) * 7
        )
        yield "role", (claim.id, number, part.role, part.span.start, part.span.end, part.words, *found, claim.article)
    for number, s in enumerate(claim.chain):
        name = _holder(s.holder_span, s.holder, links)
        told = (
            s.role.value,
            s.holder,
            name,
            s.source_class,
            s.named,
            s.cue,
            s.cue_type,
            s.quote_type,
            s.factuality.value,
        )
        yield "step", (claim.id, number, *told, s.reason, claim.article)
    if isinstance(claim.payload, Attack):
        for number, k in enumerate(claim.payload.casualties):
            figures = (k.kind, k.low, k.best, k.high, k.qualifier, k.verbatim, k.span.start, k.span.end, k.arithmetic)
            yield "casualty", (claim.id, number, *figures, claim.article)
