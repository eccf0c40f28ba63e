"""What an article's blocks say of the article itself: outlet, byline, dateline, agency and the days it can be from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from legation.annotate.when import Anchor, whens_in
from legation.lexicon.entry import OutletEntry
from legation.lexicon.load import Lexicon
from legation.lexicon.table import load_table
from legation.record.article import Article, Block, BlockKind
from legation.record.when import When

_DOMAIN = re.compile(r"(?:@|https?://|www\.)([\w-]+(?:\.[\w-]+)+)")
_EDGE = 4
_AGENCY = re.compile(r"\((?P<agency>[A-Z][\w ]{1,30})\)\s+(?:--|[-–—])\s*$")


def framed(article: Article, blocks: tuple[Block, ...], lexicon: Lexicon) -> Article:
    """The article with its blocks and with every frame field that it lacked and a block gives."""
    of = {kind: [b for b in blocks if b.kind is kind] for kind in BlockKind}
    outlet = article.outlet or _outlet(article, of[BlockKind.CONTACT], lexicon)
    known = lexicon.outlet_by_name(outlet) if outlet else None
    day, basis = _published(article, of[BlockKind.DATELINE])
    return msgspec.structs.replace(
        article,
        blocks=blocks,
        outlet=outlet,
        outlet_country=article.outlet_country or (known.country if known else None),
        title=article.title or _first(article, of[BlockKind.HEADLINE]),
        byline=article.byline or _first(article, of[BlockKind.BYLINE]),
        dateline=article.dateline or _first(article, of[BlockKind.DATELINE]),
        agency=article.agency
        or _agency(article, of[BlockKind.DATELINE], lexicon)
        or _credited(article, blocks, lexicon),
        published=day,
        published_basis=basis,
        published_not_before=article.published_not_before or (None if day else _bound(article, of[BlockKind.CAPTION])),
    )


def _first(article: Article, blocks: Sequence[Block]) -> str | None:
    return article.words(blocks[0].span) if blocks else None


def _outlet(article: Article, contacts: Sequence[Block], lexicon: Lexicon) -> str | None:
    """The outlet of the article's address, or of an address in a contact line."""
    texts = [article.url or "", *(article.words(b.span) for b in contacts)]
    domains = (m.group(1) for text in texts for m in _DOMAIN.finditer(text))
    return next((entry.name for d in domains if (entry := lexicon.outlet_by_domain(d)) is not None), None)


def _agency(article: Article, datelines: Sequence[Block], lexicon: Lexicon) -> str | None:
    """The agency that a dateline names in brackets."""
    for block in datelines:
        match = _AGENCY.search(article.words(block.span))
        if match is not None:
            entry = lexicon.outlet_by_name(match["agency"])
            return entry.name if entry and _at_home(article, entry, match["agency"], lexicon) else match["agency"]
    return None


def _at_home(article: Article, entry: OutletEntry, printed: str, lexicon: Lexicon) -> bool:
    """Whether a short name can be this agency's: it is sure, it works across borders, or the article names its state."""
    if entry.scale == "international" or not all(c.weak for c in lexicon.candidates(printed)):
        return True
    states = {c.id for _, _, found in lexicon.matches(article.text) for c in found if c.sort == "state"}
    return entry.country in states


def _credited(article: Article, blocks: Sequence[Block], lexicon: Lexicon) -> str | None:
    """The agency that a byline, the opening words or a closing credit names: "By Ana Ruiz, AFP", "With inputs from ANI"."""
    edges = [b for n, b in enumerate(blocks) if n < _EDGE or n >= len(blocks) - _EDGE]
    for block in edges:
        for pattern in load_table("text/frame.toml")["agency"][_part(block)]:
            match = re.search(pattern, article.words(block.span))
            entry = lexicon.outlet_by_name(match["agency"].strip()) if match is not None else None
            if entry is not None and entry.kind == "agency":
                return entry.name
    return None


def _part(block: Block) -> str:
    return "byline" if block.kind is BlockKind.BYLINE else "text"


def _published(article: Article, datelines: Sequence[Block]) -> tuple[str | None, str | None]:
    """The day of publication and what it rests on: the metadata, else a dateline that states the year."""
    if article.published:
        return article.published, article.published_basis or "metadata"
    for when in _stated(article, datelines):
        if when.precision == "day":
            return when.start, "dateline"
    return None, None


def _bound(article: Article, captions: Sequence[Block]) -> str | None:
    """The latest full date of a caption: the article cannot be older than the photo that it shows."""
    days = [w.start for w in _stated(article, captions) if w.precision == "day" and w.start]
    return max(days, default=None)


def _stated(article: Article, blocks: Sequence[Block]) -> Iterator[When]:
    for block in blocks:
        yield from whens_in(article.words(block.span), Anchor(None, "unanchored"), block.span.start)
