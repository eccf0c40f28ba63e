"""The straight line: one function of one article, one function of many claims; nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from legation.annotate.document import Parser, documents
from legation.annotate.segment import segment
from legation.corroborate.deal import fold_deals
from legation.corroborate.event import fold_events
from legation.extract.claim import Extractor, extract, scenes
from legation.extract.coder import Coder
from legation.extract.registrar import Registrar
from legation.lexicon.load import Lexicon, load_lexicon
from legation.record.article import Article
from legation.record.deal import Deal
from legation.record.event import Event
from legation.record.reading import Reading
from legation.resolve.article import resolve
from legation.resolve.requote import requoted


class Tools(msgspec.Struct, frozen=True):
    """What a reading needs from outside: the names, the parser, the extractors, and those who ask encoders: the coder of
    events, the registrar of arms transfers."""

    lexicon: Lexicon
    parser: Parser
    extractors: tuple[Extractor, ...]
    coder: Coder
    registrar: Registrar


class Record(msgspec.Struct, frozen=True):
    """What many readings say together: the happenings and the deals."""

    events: tuple[Event, ...]
    deals: tuple[Deal, ...]


def read_article(article: Article, tools: Tools) -> Reading:
    """Everything that one article says: its claims in text order, linked. The same article always gives the same reading."""
    return read_articles([article], tools)[0]


def read_articles(articles: Sequence[Article], tools: Tools) -> list[Reading]:
    """The readings of several articles, in order, each as if it were read alone; each encoder is asked once for all of them."""
    framed = [segment(article, tools.lexicon) for article in articles]
    parsed = [documents(article, tools.lexicon, tools.parser) for article in framed]
    staged = [scenes(a, d, tools.lexicon) for a, d in zip(framed, parsed, strict=True)]
    all_scenes = [scene for own in staged for scene in own]
    asking = (tools.registrar.over(all_scenes), tools.coder.over(all_scenes))
    claims = [extract(own, (*tools.extractors, *asking)) for own in staged]
    linked = [resolve(a, d, c, tools.lexicon) for a, d, c in zip(framed, parsed, claims, strict=True)]
    return [requoted(reading, article) for reading, article in zip(linked, articles, strict=True)]


def fold(readings: Iterable[Reading]) -> Record:
    """The happenings and deals that the readings tell of; order and repeats of readings do not matter."""
    kept: Sequence[Reading] = list({reading.article.id: reading for reading in readings}.values())
    return Record(events=fold_events(kept), deals=fold_deals(kept, load_lexicon()))
