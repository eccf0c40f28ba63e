"""NewsML-G2: news items of an agency. The text is one article, a picture's caption a document of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import lxml.etree

from legation.read.caption import caption_things
from legation.read.date import day_of
from legation.read.manner import Things
from legation.read.text import article_of
from legation.record.issue import issue

_WITHDRAWN = ("stat:canceled", "stat:withheld")
_BLOCKS = ("p", "hedline", "hl1", "hl2", "h1", "h2", "h3", "li", "tr", "block", "pre")


def newsml_things(tree: Any, name: str, raw: bytes) -> Things:
    """The articles and captions of every news item in a message or item, in its order. **Source:** IPTC NewsML-G2 2.34, the guideline's core."""
    items = [node for node in tree.iter() if _local(node) == "newsItem"]
    if not items:
        yield issue(name, "read", "no_articles", f"{name}: met NewsML-G2 without a newsItem; nothing to read")
    for number, item in enumerate(items, start=1):
        yield from _item(item, name if len(items) == 1 else f"{name}:{number}", raw)


def _item(item: Any, where: str, raw: bytes) -> Things:
    status = _attribute(item, "pubStatus", "qcode")
    if status in _WITHDRAWN:
        reason = f"{where}: the agency has the item as {status!r}; left out, as it asks"
        yield issue(where, "read", "withdrawn", reason, severity="noted")
    elif (_attribute(item, "itemClass", "qcode") or "").endswith(":picture"):
        yield from _picture(item, where, raw)
    else:
        yield from _story(item, where, raw)


def _story(item: Any, where: str, raw: bytes) -> Things:
    text = _body(item)
    if not text.strip():
        yield issue(
            where, "read", "no_text", f"{where}: the news item has no text inside it; read the file it points to"
        )
        return
    day = day_of(_first(item, "contentCreated") or _first(item, "firstCreated") or _first(item, "versionCreated"))
    yield from article_of(
        text, where, raw=raw, media_type="application/vnd.iptc.g2.newsitem+xml", title=_first(item, "headline"), url=_guid(item),
        outlet=_provider(item), byline=_first(item, "by"), dateline=_first(item, "dateline"), language=_language(item),
        published=day, published_basis="metadata" if day else None,
    )  # fmt: skip


def _picture(item: Any, where: str, raw: bytes) -> Things:
    described = [node for node in item.iter() if _local(node) == "description"]
    described.sort(key=lambda node: not str(node.get("role", "")).endswith("caption"))
    words = _words(described[0]) if described else ""
    title = _first(item, "headline")
    taken = day_of(_first(item, "contentCreated"))
    yield from caption_things(words, where, raw, taken, title=title, byline=_first(item, "by"), outlet=_provider(item))


def _body(item: Any) -> str:
    """The paragraphs of the inline XML (NITF or XHTML), or the inline data, apart by blank lines."""
    for node in item.iter():
        if _local(node) == "inlineXML":
            inner = next((n for n in node.iter() if _local(n).lower() in ("body.content", "body")), node)
            inner = next((n for n in inner.iter() if _local(n) == "body.content"), inner)
            return "\n\n".join(_paragraphs(inner)) or _words(inner)
        if _local(node) == "inlineData":
            return "".join(node.itertext())
    return ""


def _paragraphs(node: Any) -> Iterator[str]:
    for child in node.iter():
        if _local(child).lower() in _BLOCKS and not any(_local(n).lower() in _BLOCKS for n in child.iterdescendants()):
            words = _words(child)
            if words:
                yield words


def _first(item: Any, tag: str) -> str | None:
    return next((words for node in item.iter() if _local(node) == tag and (words := _words(node))), None)


def _attribute(item: Any, tag: str, name: str) -> str | None:
    return next((node.get(name) for node in item.iter() if _local(node) == tag and node.get(name)), None)


def _provider(item: Any) -> str | None:
    """The name of the provider, else the words behind its code's colon."""
    node = next((n for n in item.iter() if _local(n) == "provider"), None)
    if node is None:
        return None
    named = next((words for n in node.iter() if _local(n) == "name" and (words := _words(n))), None)
    return named or node.get("literal") or (node.get("qcode") or "").rpartition(":")[2] or None


def _language(item: Any) -> str | None:
    tag = _attribute(item, "language", "tag") or item.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    return tag.lower().split("-")[0] or None


def _guid(item: Any) -> str | None:
    return item.get("guid") or None


def _local(node: Any) -> str:
    """The tag without its namespace; "" for what is no element."""
    return lxml.etree.QName(node).localname if isinstance(node.tag, str) else ""


def _words(node: Any) -> str:
    return " ".join("".join(node.itertext()).split())
