"""ninjs 1 to 3: an item of a news agency as JSON. The text is one article, each picture's caption a document of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from legation.read.caption import caption_things
from legation.read.date import day_of
from legation.read.manner import Things
from legation.read.row import bare
from legation.read.text import article_of
from legation.record.issue import issue

Item = dict[str, Any]
_SIGNS = (
    "versioncreated",
    "pubstatus",
    "bodies",
    "headlines",
    "body_text",
    "body_xhtml",
    "body_html",
    "renditions",
    "representationtype",
)
_BODIES = ("body_text", "body_xhtml", "body_html")
_WITHDRAWN = ("canceled", "withheld")


def is_ninjs(row: Item) -> bool:
    """Whether an object is a ninjs item: it has a `uri` and two of the keys that only ninjs has. **Source:** IPTC ninjs 1.3, 2.1, 3.0."""
    keys = {key.lower() for key in row}
    return "uri" in keys and len(keys.intersection(_SIGNS)) >= 2


def ninjs_things(row: Item, where: str, raw: bytes) -> Things:
    """The article of the item and the captions of its pictures; an issue where the item is withdrawn or has no text."""
    item = _lower(row)
    if str(item.get("pubstatus", "")).lower() in _WITHDRAWN:
        reason = f"{where}: the agency has the item as {item['pubstatus']!r}; left out, as it asks"
        yield issue(where, "read", "withdrawn", reason, severity="noted")
        return
    if str(item.get("type", "")).lower() == "picture":
        yield from _picture(item, where, raw)
    else:
        yield from _story(item, where, raw)
    for number, associated in enumerate(_associations(item), start=1):
        if str(associated.get("type", "")).lower() == "picture":
            yield from _picture(associated, f"{where}#{number}", raw)


def _story(item: Item, where: str, raw: bytes) -> Things:
    text = next(filter(None, (_text(item.get(key)) for key in _BODIES)), None) or _chosen(item, "bodies")
    if not text:
        reason = f"{where}: a ninjs item of type {item.get('type')!r} without a body; expected body_text or bodies"
        yield issue(where, "read", "no_text", reason)
        return
    day = day_of(_text(item.get("firstcreated")) or _text(item.get("versioncreated")))
    yield from article_of(
        bare(text), where, raw=raw, media_type="application/ninjs+json",
        title=_text(item.get("headline")) or _chosen(item, "headlines"), byline=_text(item.get("byline")) or _text(item.get("by")),
        url=_address(item), outlet=_provider(item), language=_language(item), published=day, published_basis="metadata" if day else None,
    )  # fmt: skip


def _picture(item: Item, where: str, raw: bytes) -> Things:
    words = _text(item.get("description_text")) or _chosen(item, "descriptions") or ""
    taken = day_of(_text(item.get("contentcreated")) or _text(item.get("firstcreated")))
    frame = {"title": _text(item.get("headline")) or _chosen(item, "headlines"), "byline": _text(item.get("byline"))}
    yield from caption_things(bare(words), where, raw, taken, outlet=_provider(item), **frame)


def _lower(item: Item) -> Item:
    """The item with its keys in small letters: ninjs 3 writes `versionCreated`, the others `versioncreated`."""
    return {str(key).lower(): value for key, value in item.items()}


def _associations(item: Item) -> Iterator[Item]:
    """The items that go with this one: a list in ninjs 2 and 3, an object of objects in ninjs 1."""
    found = item.get("associations") or []
    for value in found.values() if isinstance(found, dict) else found if isinstance(found, list) else []:
        if isinstance(value, dict):
            yield _lower(value)


def _chosen(item: Item, key: str) -> str | None:
    """The words of one of several headlines, bodies or descriptions: plain text before markup, the main role before others."""
    found = item.get(key)
    rows = [_lower(row) for row in found if isinstance(row, dict)] if isinstance(found, list) else []
    rows.sort(key=lambda row: ("main" not in str(row.get("role")), "plain" not in str(row.get("contenttype"))))
    return next(filter(None, (_text(row.get("value")) for row in rows)), None)


def _provider(item: Item) -> str | None:
    found = item.get("infosources")
    rows = [_lower(row) for row in found if isinstance(row, dict)] if isinstance(found, list) else []
    return next(filter(None, (_text(row.get("name")) for row in rows)), None) or _text(item.get("copyrightholder"))


def _address(item: Item) -> str | None:
    uri = _text(item.get("uri"))
    return uri if uri and uri.startswith(("http://", "https://", "urn:", "tag:")) else None


def _language(item: Item) -> str | None:
    return (_text(item.get("language")) or "").lower().split("-")[0] or None


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
