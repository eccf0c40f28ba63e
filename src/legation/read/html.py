"""A saved web page as one article: main text by trafilatura, frame from JSON-LD and meta tags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import lxml.html
import msgspec
import trafilatura

from legation.read.date import day_of
from legation.read.text import article_of, decode_as, encoding_named, guessed
from legation.record.article import Article
from legation.record.issue import Issue, issue

_CHARSET = re.compile(rb"""(?i)(?:charset|<\?xml[^>]*encoding)\s*=\s*["']?\s*([a-z0-9_:.-]{2,40})""")
_DATES = ("datePublished", "dateCreated")
_META = {
    "title": ("og:title", "twitter:title", "headline"),
    "published": ("article:published_time", "date", "dc.date", "dcterms.date", "pubdate", "datepublished"),
    "outlet": ("og:site_name", "application-name"),
    "byline": ("author", "article:author", "byl"),
    "url": ("og:url",),
}


def read_html(data: bytes, name: str) -> Iterator[Article | Issue]:
    """The article of a page, or an issue when no main text is found. Nothing is fetched, no script is run."""
    yield from page_article(data, name)


def page_article(
    data: bytes, name: str, *, url: str | None = None, declared: str | None = None
) -> Iterator[Article | Issue]:
    """As `read_html`, for a page whose address and declared encoding are known from around it; the page's own address goes before."""
    page, encoding = decode_as(data, _charset(data) or declared)
    tree = _unfolded(_tree(page))
    text = _text(page, tree)
    if tree is None or not text.strip():
        yield issue(name, "read", "no_text", f"{name}: no main text found in the page; check that it is an article")
        return
    if encoding not in ("utf-8", "utf-16") and encoding != encoding_named(_charset(data) or declared):
        yield guessed(name, encoding)
    frame = _frame(tree)
    frame["url"] = frame["url"] or url
    yield from article_of(text, name, raw=data, media_type="text/html", **frame)


def _charset(data: bytes) -> str | None:
    """The encoding that the page's head or its XML prologue declares."""
    match = _CHARSET.search(data[:4096])
    return match[1].decode("ascii") if match else None


def _tree(page: str) -> Any:
    """The page's tree; lxml mends broken markup, and gives None for nothing at all."""
    try:
        return lxml.html.document_fromstring(
            page.encode("utf-8", "replace"), parser=lxml.html.HTMLParser(encoding="utf-8")
        )
    except (lxml.etree.ParserError, ValueError):
        return None


def _unfolded(tree: Any) -> Any:
    """The tree with its layout tables undone: a table that holds paragraphs or headings is no table of data."""
    tables = tree.xpath("//table[.//td//p or .//td//h1 or .//td//h2]") if tree is not None else []
    for table in tables:
        for cell in table.xpath(".//td | .//tr | .//tbody"):
            cell.tag = "div"
        table.tag = "div"
    return tree


def _text(page: str, tree: Any) -> str:
    """The main text, paragraphs apart by blank lines; the whole page's paragraphs where no main text stands out."""
    markup = page if tree is None else lxml.html.tostring(tree, encoding="unicode")
    found = trafilatura.extract(markup, include_comments=False, include_tables=True, favor_recall=True) or ""
    if found.strip():
        return "\n\n".join(line for line in found.split("\n") if line.strip())
    nodes = tree.xpath("//p") if tree is not None else []
    return "\n\n".join(t for node in nodes if (t := " ".join(node.text_content().split())))


def _frame(tree: Any) -> dict[str, str | None]:
    """Title, outlet, byline, address and day as the page's own metadata give them."""
    linked = _linked(tree)
    metas = _metas(tree)
    frame = {
        field: linked.get(field) or next((metas[k] for k in keys if metas.get(k)), None)
        for field, keys in _META.items()
    }
    frame["title"] = frame["title"] or (tree.findtext(".//title") or "").strip() or None
    day = day_of(frame["published"]) or _time_tag(tree)
    return frame | {"published": day, "published_basis": "metadata" if day else None}


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.iter("meta"):
        key = (node.get("property") or node.get("name") or node.get("itemprop") or "").lower()
        if key and node.get("content"):
            found.setdefault(key, node.get("content").strip())
    return found


def _time_tag(tree: Any) -> str | None:
    return next((day for node in tree.iter("time") if (day := day_of(node.get("datetime")))), None)


def _linked(tree: Any) -> dict[str, str]:
    """The frame of the first JSON-LD object that is an article."""
    for node in tree.xpath("//script[@type='application/ld+json']"):
        for thing in _objects(node.text or ""):
            if str(thing.get("@type", "")).endswith("Article"):
                return _article(thing)
    return {}


def _objects(text: str) -> list[dict[str, Any]]:
    try:
        data = msgspec.json.decode(text.strip().encode())
    except msgspec.DecodeError:
        return []
    items = data.get("@graph", [data]) if isinstance(data, dict) else data
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def _article(thing: dict[str, Any]) -> dict[str, str]:
    found = {
        "title": thing.get("headline"),
        "published": next((thing[k] for k in _DATES if thing.get(k)), None),
        "outlet": _name(thing.get("publisher")),
        "byline": _name(thing.get("author")),
        "url": thing.get("url"),
    }
    return {key: value for key, value in found.items() if isinstance(value, str) and value}


def _name(thing: Any) -> str | None:
    if isinstance(thing, list):
        thing = thing[0] if thing else None
    if isinstance(thing, dict):
        thing = thing.get("name")
    return thing if isinstance(thing, str) else None
