"""An article's parsed parts: its body, and each caption as a document of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Protocol

import msgspec

from legation.annotate.fiscal import fiscal_years
from legation.annotate.hedge import hedges_in
from legation.annotate.mention import mentions_of
from legation.annotate.name import merged, names_in
from legation.annotate.quantity import quantities_in
from legation.annotate.quote import quotes_in
from legation.annotate.when import Anchor, whens_in
from legation.lexicon.load import Lexicon
from legation.record.article import Article, Block, BlockKind
from legation.record.document import Document, Sentence
from legation.record.mention import Mention
from legation.record.span import Span


class Job(msgspec.Struct, frozen=True):
    """A block to parse: its index, its text, where it starts, and the spans (article offsets) to take as one word."""

    block: int
    text: str
    offset: int
    merges: tuple[Span, ...] = ()


class Parse(msgspec.Struct, frozen=True):
    """A parsed block: its sentences and the recogniser's entities, in article offsets."""

    sentences: tuple[Sentence, ...]
    entities: tuple[Mention, ...]


class Parser(Protocol):
    """What the middle needs of a parser. `version` names the model with its version."""

    version: str

    def parse(self, jobs: Sequence[Job]) -> list[Parse]:
        """One parse per job, in the same order; sentence indices count from 0 within each job."""
        ...


def documents(article: Article, lexicon: Lexicon, parser: Parser) -> tuple[Document, ...]:
    """The body of the article, then one document per caption, parsed and annotated. Other blocks are not parsed."""
    if article.language not in (None, "en"):
        return ()
    numbered = [(n, b) for n, b in enumerate(article.blocks) if b.kind in (BlockKind.BODY, BlockKind.CAPTION)]
    named = [names_in(article.words(b.span), lexicon, b.span.start) for _, b in numbered]
    jobs = [
        Job(n, article.words(b.span), b.span.start, merged(names))
        for (n, b), names in zip(numbered, named, strict=True)
    ]
    parsed = list(zip(numbered, named, parser.parse(jobs), strict=True))
    body = [part for part in parsed if part[0][1].kind is BlockKind.BODY]
    captions = [part for part in parsed if part[0][1].kind is BlockKind.CAPTION]
    made = [_document(article, "body", body, lexicon)] if body else []
    return tuple(made + [_document(article, "caption", [part], lexicon) for part in captions])


Part = tuple[tuple[int, Block], tuple[Mention, ...], Parse]


def _document(article: Article, kind: Literal["body", "caption"], parts: Sequence[Part], lexicon: Lexicon) -> Document:
    sentences = _renumbered([s for _, _, parse in parts for s in parse.sentences])
    names = [m for _, found, _ in parts for m in found]
    entities = [m for _, _, parse in parts for m in parse.entities]
    stretches = [(block.span.start, article.words(block.span)) for (_, block), _, _ in parts]
    anchor = _anchor(article, kind)
    mentions = mentions_of(names, entities, sentences, lexicon)
    whens = [w for start, text in stretches for w in whens_in(text, anchor, start)]
    return Document(
        article=article.id,
        kind=kind,
        sentences=sentences,
        mentions=mentions,
        whens=fiscal_years(whens, mentions, sentences, lexicon, article.published),
        quantities=tuple(q for start, text in stretches for q in quantities_in(text, start)),
        quotes=tuple(q for start, text in stretches for q in quotes_in(text, start)),
        hedges=tuple(h for start, text in stretches for h in hedges_in(text, start)),
    )


def _anchor(article: Article, kind: str) -> Anchor:
    """What relative dates hang on: the publication day for the body, nothing for a caption."""
    return (
        Anchor(article.published, "published") if kind == "body" and article.published else Anchor(None, "unanchored")
    )


def _renumbered(sentences: list[Sentence]) -> tuple[Sentence, ...]:
    return tuple(msgspec.structs.replace(s, index=i) for i, s in enumerate(sentences))
