"""RSS and Atom: each entry is one article, as long as the feed has it. Links are not followed. Needs the extra `readers` (feedparser)."""

from __future__ import annotations

import io
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

from legation.read.date import day_of
from legation.read.extra import library
from legation.read.manner import Things
from legation.read.row import bare
from legation.read.text import article_of
from legation.record.issue import issue

_MOST = 4000
"""Characters from which a summary counts as a whole text. **Source:** house choice; teasers are a paragraph or two."""


def read_feed(data: bytes, name: str) -> Things:
    """The articles of the feed's entries, in its order; a note on each of which the feed has only a summary."""
    found = library("feedparser", name).parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not found.entries:
        reason = f"{name}: no entry of a feed found ({found.get('bozo_exception') or 'no RSS or Atom'}); check the file"
        yield issue(name, "read", "no_articles", reason)
    for number, entry in enumerate(found.entries, start=1):
        yield from _entry(entry, found.feed, f"{name}:{number}", data)


def _entry(entry: Any, feed: Any, where: str, data: bytes) -> Things:
    whole = "\n\n".join(bare(part.get("value") or "") for part in entry.get("content", []))
    summary = bare(entry.get("summary") or "")
    text = whole if len(whole) >= len(summary) else summary
    if not text.strip():
        yield issue(where, "read", "no_text", f"{where}: the entry has no text; fetch its page and read that")
        return
    if not whole.strip() and len(text) < _MOST:
        reason = f"{where}: the feed has only a summary of this entry; read its page for the whole"
        yield issue(where, "read", "summary", reason, severity="noted")
    day = _day(entry)
    yield from article_of(
        text, where, raw=data, media_type="application/feed", title=bare(entry.get("title") or "") or None,
        url=entry.get("link"), outlet=_outlet(entry, feed), byline=entry.get("author"), published=day,
        published_basis="metadata" if day else None,
    )  # fmt: skip


def _day(entry: Any) -> str | None:
    """The day in the zone that the entry is dated in."""
    words = entry.get("published") or entry.get("updated") or ""
    return day_of(words) or _mail_day(words)


def _mail_day(words: str) -> str | None:
    try:
        found: datetime = parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError):
        return None
    return found.date().isoformat()


def _outlet(entry: Any, feed: Any) -> str | None:
    found: str | None = (entry.get("source") or {}).get("title") or feed.get("title")
    return found
