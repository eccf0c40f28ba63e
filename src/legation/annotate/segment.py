"""An article's blocks: its body apart from slug, headline, byline, dateline, caption, credit, links and boilerplate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from legation.annotate.casing import mended
from legation.annotate.frame import framed
from legation.annotate.paragraph import is_apart, paragraphs
from legation.lexicon.load import Lexicon
from legation.lexicon.table import load_table
from legation.record.article import Article, Block, BlockKind
from legation.record.span import Span

_SLUG = re.compile(r"(?=.*\d)[A-Z0-9][A-Z0-9-]{4,24}$")
_DATELINE = re.compile(
    r"(?P<town>[A-Z][A-Z .'/-]{2,40}(?![a-z])|[A-Z][\w.'’]+(?:[ -][A-Z][\w.'’]+){0,2})(?:, [A-Z][\w. ]{2,20}?)?"
    r"(?:, (?P<date>[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?))?"
    r"(?: \((?P<agency>[A-Z][\w ]{1,30})\)|, [A-Z]{2,10})?(?P<sign>\s*--\s*|\s[-–—]\s+|\s?:\s+)"
)
_LARGE = 50_000
_DAY_LINE = re.compile(
    r"(?:[A-Z][\w .'’-]{1,40}, )?(?:[A-Z][a-z]+day,? )?"
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4})\s*$"
)
_HEADLINE_WORDS = 18
_DATELINE_REACH = 4


def segment(article: Article, lexicon: Lexicon) -> Article:
    """The article with its blocks in text order and the frame that they give: outlet, byline, dateline, agency, dates.

    Nothing that the article's own metadata say is overruled; a caption's date only bounds the day of publication. The case of a text in
    capitals is mended first.
    """
    article = mended(article, lexicon)
    is_photo = article.media_type.startswith("image/")
    found = _captions(article) if is_photo else _blocks(article, paragraphs(article.text), lexicon)
    blocks = tuple(found)
    return framed(article, blocks, lexicon)


def _captions(article: Article) -> Iterator[Block]:
    """The blocks of a photo's caption: every paragraph is one, with its credit line apart."""
    for span in paragraphs(article.text):
        yield from _caption(article, span)


def _blocks(article: Article, spans: Sequence[Span], lexicon: Lexicon) -> Iterator[Block]:
    seen_body, captioned = 0, False
    for number, span in enumerate(spans):
        kind = _kind(article, span, number, spans, captioned)
        if kind is BlockKind.CAPTION:
            yield from _caption(article, span)
        elif kind is BlockKind.BODY and seen_body < _DATELINE_REACH:
            yield from _opening(article, span, lexicon)
        else:
            yield Block(kind, span)
        seen_body += kind is BlockKind.BODY
        captioned = kind in (BlockKind.SLUG, BlockKind.CAPTION)


def _kind(article: Article, span: Span, number: int, spans: Sequence[Span], after_slug: bool) -> BlockKind:
    text = article.words(span)
    started = _started(text)
    if number < 2 and _SLUG.match(text):
        return BlockKind.SLUG
    if started is not None and not (started is BlockKind.BYLINE and number > 5):
        return started
    if _marked(text, "contact") and len(text) < 200:
        return BlockKind.CONTACT
    if _DAY_LINE.match(text):
        return BlockKind.DATELINE
    if _is_caption(text, number, after_slug):
        return BlockKind.CAPTION
    return BlockKind.HEADLINE if _is_headline(article, text, number, spans) else BlockKind.BODY


def _started(text: str) -> BlockKind | None:
    low = text.lower()
    for name, marks in load_table("text/frame.toml")["starts"].items():
        if any(low.startswith(mark) for mark in marks) and _short_enough(name, text):
            return BlockKind(name)
    return None


def _short_enough(name: str, text: str) -> bool:
    """A byline is a name; boilerplate and links are a line or two; a correction may be longer."""
    if name == "byline":
        return len(text.split()) <= 10 and not text.endswith(".") and not any(c.isdigit() for c in text)
    if name == "boilerplate" and text.lower().startswith("ends"):
        return len(text) < 12
    return len(text) < (800 if name == "correction" else 300)


def _marked(text: str, name: str) -> bool:
    flags = 0 if name == "credit" else re.IGNORECASE
    return any(re.search(mark, text, flags) for mark in load_table("text/frame.toml")["anywhere"][name])


def _is_caption(text: str, number: int, after_slug: bool) -> bool:
    """A line with a caption's marks near the top, or the line that a slug stands over."""
    if len(text) > 500 or _is_certain(_DATELINE.match(text)):
        return False
    return (number < 4 and _marked(text, "caption")) or (after_slug and bool(re.search(r"\b(?:19|20)\d\d\b", text)))


def _is_headline(article: Article, text: str, number: int, spans: Sequence[Span]) -> bool:
    if article.title and number <= 2 and text.strip().strip('“”"') in article.title:
        return True
    short = (
        len(text.split()) <= _HEADLINE_WORDS and text[-1:] not in ".!?;:”\"'" and not _is_certain(_DATELINE.match(text))
    )
    listed = is_apart(text) or (number > 0 and article.words(spans[number - 1]).endswith(":"))
    return number <= 1 and short and len(spans) > number + 1 and "\n" not in text and not listed


def _caption(article: Article, span: Span) -> Iterator[Block]:
    """The caption and, behind it, its credit line."""
    text = article.words(span)
    matches = [m for mark in load_table("text/frame.toml")["anywhere"]["credit"] for m in re.finditer(mark, text)]
    starts = [m.start() for m in matches if m.start() and text[: m.start()].rstrip()[-1:] in '.)”"' and m.start() > 20]
    if not starts:
        yield Block(BlockKind.CAPTION, span)
        return
    cut = min(starts)
    yield Block(BlockKind.CAPTION, _trimmed(article, span.start, span.start + cut))
    yield Block(BlockKind.CREDIT, _trimmed(article, span.start + cut, span.end))


def _opening(article: Article, span: Span, lexicon: Lexicon) -> Iterator[Block]:
    """A body paragraph, its dateline split off."""
    match = _DATELINE.match(article.text, span.start, span.end)
    if match is None or not _is_dateline(match, lexicon):
        yield Block(BlockKind.BODY, span)
        return
    yield Block(BlockKind.DATELINE, _trimmed(article, span.start, match.end()))
    if article.text[match.end() : span.end].strip():
        yield Block(BlockKind.BODY, _trimmed(article, match.end(), span.end))


def _is_dateline(match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether what stands before the dash or colon is a dateline: with a day or an agency, in capitals, or a large town before a dash behind
    which a sentence begins."""
    if _is_certain(match):
        return True
    behind, town = match.string[match.end() : match.end() + 1], match["town"]
    is_state = any(c.sort == "state" and c.form == "name" for c in lexicon.candidates(town))
    if (
        ":" in match["sign"]
        or match["sign"] == "--"
        or not behind.isupper()
        or is_state
        or town in load_table("rules/places.toml")["never"]
    ):
        return False
    return any(p.population >= _LARGE and not p.alias for p in lexicon.places.find(town))


def _is_certain(match: re.Match[str] | None) -> bool:
    """Whether the form alone tells a dateline; letters with stops ("U.S.--led") and two letters are none."""
    if match is None:
        return False
    capitals = match["town"].replace(" ", "").isupper() and "." not in match["town"][:3] and match["sign"] != "--"
    return bool(match["date"] or match["agency"] or (capitals and len(match["town"]) > 2))


def _trimmed(article: Article, start: int, end: int) -> Span:
    text = article.text[start:end]
    left = len(text) - len(text.lstrip())
    return Span(start + left, start + len(text.rstrip()))
