"""A photo's caption as a document of its own (decision 0002): its day never dates an article, it only bounds it from below."""

from __future__ import annotations

from legation.read.manner import Things
from legation.read.text import article_of
from legation.record.issue import issue


def caption_things(words: str, where: str, raw: bytes, taken: str | None, **frame: str | None) -> Things:
    """The article of a caption; a note where the photo has none. `taken` is the day of the photo (YYYY-MM-DD)."""
    if not words.strip():
        yield issue(where, "read", "no_caption", f"{where}: the photo has no caption in its metadata", severity="noted")
        return
    yield from article_of(words, where, raw=raw, media_type="image/caption", published_not_before=taken, **frame)
