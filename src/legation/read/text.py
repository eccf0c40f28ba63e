"""Plain text as one article; decoding and cleaning of text for every reader."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

import charset_normalizer

from legation.read.language import language_of
from legation.record.article import Article, article_id
from legation.record.ident import sha256
from legation.record.issue import Issue, issue

_SURE = ("utf-8", "utf-16")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SEVEN_BIT = ("iso2022_jp", "iso2022_kr", "hz")
_SPOKEN = {"cp1252": "Windows-1252"}
_SAMPLE = 20_000
_FOREIGN = 0.3
"""The share of letters beyond ASCII from which a text is in no Latin script. **Source:** house choice; accented letters make up a tenth at most."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u2060\ufeff]")


def read_text(data: bytes, name: str) -> Iterator[Article | Issue]:
    """The article of a plain text, with an issue where its encoding had to be guessed."""
    text, encoding = decode_as(data)
    if encoding not in _SURE:
        yield guessed(name, encoding)
    yield from article_of(text, name, raw=data, media_type="text/plain")


def guessed(name: str, encoding: str) -> Issue:
    """The issue of a text whose encoding neither it nor its frame says."""
    reason = f"{name}: not UTF-8, read as {_SPOKEN.get(encoding, encoding)}"
    return issue(name, "read", "encoding", reason, severity="noted")


def is_binary(data: bytes) -> bool:
    """Whether the bytes are no text in any encoding that is read."""
    return b"\x00" in data[:8192] and not data.startswith(_UTF16)


def decode(data: bytes, declared: str | None = None) -> tuple[str, bool]:
    """The text of the bytes, and whether its encoding was a guess."""
    text, encoding = decode_as(data, declared)
    return text, encoding not in (*_SURE, encoding_named(declared))


def decode_as(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """The text of the bytes and the encoding taken: UTF-16 by its mark, UTF-8, the one declared, else a guess."""
    if data.startswith(_UTF16):
        return data.decode("utf-16", errors="replace"), "utf-16"
    known = encoding_named(declared)
    for encoding in (known, "utf-8-sig") if known in _SEVEN_BIT else ("utf-8-sig", known):
        if encoding is None:
            continue
        try:
            return data.decode(encoding), "utf-8" if encoding == "utf-8-sig" else encoding
        except UnicodeError:
            continue
    guess = _guess(data)
    return data.decode(guess, errors="replace"), guess


def encoding_named(declared: str | None) -> str | None:
    """Python's name of an encoding as pages and messages declare it, or None; Latin-1 means Windows-1252, as in browsers.

    **Source:** WHATWG Encoding Standard, labels of windows-1252.
    """
    try:
        found = codecs.lookup((declared or "").strip().strip("\"'"))
    except (LookupError, ValueError):
        return None
    if not found._is_text_encoding or found.name in ("idna", "punycode", "unicode-escape", "raw-unicode-escape"):
        return None
    return "cp1252" if found.name in ("iso8859-1", "ascii") else found.name


def _guess(data: bytes) -> str:
    """The likeliest encoding of bytes that are no UTF-8: Windows-1252, unless so many bytes are beyond ASCII that its script is another."""
    sample = data[:_SAMPLE]
    high = sum(byte > 127 for byte in sample)
    if high < _FOREIGN * max(1, sum(chr(byte).isalpha() for byte in sample)):
        return "cp1252"
    found = charset_normalizer.from_bytes(sample).best()
    return found.encoding if found is not None else "cp1252"


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
