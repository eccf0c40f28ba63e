"""An article as it was read: its text, its frame, and its blocks."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from legation.record.ident import ident, sha256
from legation.record.span import Span


class BlockKind(StrEnum):
    """What a block of the text is. Only `body` and `caption` are parsed."""

    SLUG = "slug"
    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    CREDIT = "credit"
    BODY = "body"
    RELATED_LINK = "related_link"
    CONTACT = "contact"
    BOILERPLATE = "boilerplate"
    CORRECTION = "correction"


class Block(msgspec.Struct, frozen=True):
    """One block: a paragraph, or the part of one that has a job of its own."""

    kind: BlockKind
    span: Span


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One report as it was read. Offsets everywhere are over `text`.

    `published` and `published_not_before` are ISO dates (YYYY-MM-DD) or None; nothing is guessed.
    `raw_sha256` is over the bytes as met, `text_sha256` over the UTF-8 of `text`.
    `source_name` is where it was read from (a path, a line of a file, "-" for standard input).
    """

    id: str
    text: str
    text_sha256: str
    raw_sha256: str
    media_type: str
    source_name: str
    url: str | None = None
    outlet: str | None = None
    outlet_country: str | None = None
    title: str | None = None
    byline: str | None = None
    dateline: str | None = None
    agency: str | None = None
    published: str | None = None
    published_basis: str | None = None
    published_not_before: str | None = None
    language: str | None = None
    blocks: tuple[Block, ...] = ()

    def words(self, span: Span) -> str:
        """The exact words of a span."""
        return self.text[span.slice]


def article_id(text: str, url: str | None) -> str:
    """The id of an article: the hash of its text and its address."""
    return ident("art", sha256(text.encode("utf-8", "surrogatepass")), url or "")
