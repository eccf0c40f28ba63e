"""The straight line: one function of one article, one function of many claims; nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from legation.annotate.document import Parser, documents
from legation.annotate.segment import segment
from legation.corroborate.deal import fold_deals
from legation.corroborate.event import fold_events
from legation.extract.claim import Extractor, extract
from legation.lexicon.load import Lexicon
from legation.record.article import Article
from legation.record.deal import Deal
from legation.record.event import Event
from legation.record.reading import Reading
from legation.resolve.article import resolve


class Tools(msgspec.Struct, frozen=True):
    """What a reading needs from outside: the names, the parser, the extractors."""

    lexicon: Lexicon
    parser: Parser
    extractors: tuple[Extractor, ...]


class Record(msgspec.Struct, frozen=True):
    """What many readings say together: the happenings and the deals."""

    events: tuple[Event, ...]
    deals: tuple[Deal, ...]


def read_article(article: Article, tools: Tools) -> Reading:
    """Everything that one article says: its claims in text order, linked. The same article always gives the same reading."""
    framed = segment(article, tools.lexicon)
    parsed = documents(framed, tools.lexicon, tools.parser)
    claims = extract(framed, parsed, tools.lexicon, tools.extractors)
    return resolve(framed, parsed, claims, tools.lexicon)


def fold(readings: Iterable[Reading]) -> Record:
    """The happenings and deals that the readings tell of; order and repeats of readings do not matter."""
    kept: Sequence[Reading] = list({reading.article.id: reading for reading in readings}.values())
    return Record(events=fold_events(kept), deals=fold_deals(kept))
