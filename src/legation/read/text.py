"""Plain text as one article; decoding and cleaning of text for every reader."""

from __future__ import annotations

import re
from collections.abc import Iterator

from legation.read.language import language_of
from legation.record.article import Article, article_id
from legation.record.ident import sha256
from legation.record.issue import Issue, issue

MAX_CHARACTERS = 2_000_000
"""The longest article. **Source:** house limit; the longest newspaper feature is a tenth of it."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u2060\ufeff]")


def read_text(data: bytes, name: str) -> Iterator[Article | Issue]:
    """The article of a plain text, with an issue where its encoding had to be guessed."""
    text, guessed = decode(data)
    if guessed:
        yield issue(name, "read", "encoding", f"{name}: not UTF-8, read as Windows-1252", severity="noted")
    yield from article_of(text, name, raw=data, media_type="text/plain")


def decode(data: bytes) -> tuple[str, bool]:
    """The text of the bytes, and whether its encoding was a guess. UTF-8 and UTF-16 by their marks, else Windows-1252."""
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return data.decode(encoding), False
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), True


def clean(text: str) -> str:
    """The text with Unix line ends and without control characters or invisible marks."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub("", text).encode("utf-8", "replace").decode("utf-8")


def article_of(text: str, name: str, *, raw: bytes, media_type: str, **frame: str | None) -> Iterator[Article | Issue]:
    """The article of a text with the frame that its reader knows, or the issue that keeps it out."""
    text = clean(text)
    if not text.strip():
        yield issue(name, "read", "empty", f"{name}: the article has no text; leave it out")
        return
    if len(text) > MAX_CHARACTERS:
        yield issue(
            name,
            "read",
            "too_long",
            f"{name}: met {len(text):,} characters, expected at most {MAX_CHARACTERS:,}; split it",
        )
        return
    language = frame.pop("language", None) or language_of(text)
    article = Article(
        id=article_id(text, frame.get("url")),
        text=text,
        text_sha256=sha256(text.encode()),
        raw_sha256=sha256(raw),
        media_type=media_type,
        source_name=name,
        language=language,
        **frame,  # type: ignore[arg-type]
    )
    yield article
    if language not in (None, "en"):
        reason = f"{name}: the article is in language {language!r}, expected English; kept, not parsed"
        yield issue(name, "read", "language", reason, severity="noted", article=article.id)
