"""A parsed stretch of an article: its body, or one photo caption."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from legation.record.mention import Mention
from legation.record.quantity import Quantity
from legation.record.span import Span
from legation.record.when import When


class Token(msgspec.Struct, frozen=True, gc=False):
    """One token of a parsed sentence. `head` and `children` are indices within the sentence.

    `tag` is Penn Treebank, `pos` Universal Dependencies, `dep` the ClearNLP-style label of the parser.
    The root's head is itself.
    """

    index: int
    text: str
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    start: int
    end: int
    children: tuple[int, ...] = ()


class Sentence(msgspec.Struct, frozen=True):
    """One sentence: its tokens in text order, its block's index in `Article.blocks`."""

    index: int
    block: int
    span: Span
    tokens: tuple[Token, ...]


def sentence_at(sentences: Sequence[Sentence], position: int) -> Sentence | None:
    """The sentence in which a position of the article's text lies, or None."""
    return next((s for s in sentences if s.span.start <= position < s.span.end), None)


def sentence_of(sentences: Sequence[Sentence], span: Span) -> Sentence | None:
    """The sentence that holds all of a span, or None."""
    return next((s for s in sentences if s.span.contains(span)), None)


class Quote(msgspec.Struct, frozen=True):
    """A stretch between quotation marks. `inner` leaves the marks out; an unclosed quote ends with its paragraph."""

    span: Span
    inner: Span
    closed: bool = True


class Hedge(msgspec.Struct, frozen=True):
    """A word that weakens or turns a claim, with its lexicon entry's kind, factuality and ICD 203 band in percent."""

    span: Span
    words: str
    kind: str
    factuality: str | None = None
    band: tuple[int, int] | None = None


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """The parsed body of an article, or one of its captions, which has a date of its own.

    `kind` is "body" or "caption". Sentences, mentions, whens, quantities, quotes and hedges are in text order.
    `mentions` do not overlap.
    """

    article: str
    kind: Literal["body", "caption"]
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...] = ()
    whens: tuple[When, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    quotes: tuple[Quote, ...] = ()
    hedges: tuple[Hedge, ...] = ()
