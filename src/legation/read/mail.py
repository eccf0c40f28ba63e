"""Mail: a message, or an mbox of them; each message with a text is one article, by its plain part before its HTML."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from legation.read.manner import Manner, Things, streamed
from legation.read.row import bare
from legation.read.text import article_of, decode
from legation.record.issue import issue

_FROM = b"From "
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
_SENDER = re.compile(r'\s*"?([^"<]*?)"?\s*<[^>]*>\s*$')


@streamed
def read_mbox(stream: io.BufferedReader, name: str, manner: Manner) -> Things:
    """The articles of the messages, in the file's order. **Source:** RFC 4155 (mboxrd quoting of "From ")."""
    for number, message in enumerate(_messages(stream, manner.limits.record_bytes), start=1):
        where = f"{name}:{number}"
        if isinstance(message, int):
            limit = manner.limits.record_bytes
            reason = (
                f"{where}: met a message of {message:,} bytes, expected at most {limit:,}; set --limit record_bytes"
            )
            yield issue(where, "read", "too_long", reason)
        else:
            yield from read_mail(message, where)


def read_mail(data: bytes, name: str) -> Things:
    """The article of one message, or the issue of one without text."""
    message = BytesParser(policy=policy.default).parsebytes(data)
    text = _text(message)
    if not text.strip():
        yield issue(name, "read", "no_text", f"{name}: the message has no text part; leave it out")
        return
    day = _day(message)
    yield from article_of(
        text, name, raw=data, media_type="message/rfc822", title=_header(message, "subject"), byline=_sender(message),
        published=day, published_basis="metadata" if day else None,
    )  # fmt: skip


def _messages(stream: io.BufferedReader, limit: int) -> Iterator[bytes | int]:
    """The messages without their "From " lines; of one longer than the limit only its length."""
    kept: list[bytes] = []
    length, blank, begun = 0, True, False
    while line := stream.readline(limit):
        if blank and line.startswith(_FROM):
            if begun:
                yield _whole(kept, length, limit)
            kept, length, begun = [], 0, True
            continue
        blank = not line.strip()
        length += len(line)
        begun = begun or not blank
        if length <= limit:
            kept.append(line)
    if begun:
        yield _whole(kept, length, limit)


def _whole(kept: list[bytes], length: int, limit: int) -> bytes | int:
    return length if length > limit else _QUOTED.sub(rb"\1", b"".join(kept))


def _text(message: EmailMessage) -> str:
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None or part.get_content_maintype() != "text":
        return ""
    payload = part.get_payload(decode=True)
    words = decode(payload, part.get_content_charset())[0] if isinstance(payload, bytes) else ""
    return bare(words) if part.get_content_subtype() == "html" else words


def _day(message: EmailMessage) -> str | None:
    try:
        found = message["date"].datetime
    except (AttributeError, ValueError, TypeError, IndexError, OverflowError):
        return None
    return found.date().isoformat() if found is not None else None


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        words = str(message[name] or "")
    except (ValueError, IndexError, AttributeError):  # the parser of headers fails on some broken ones
        return None
    return " ".join(words.encode("utf-8", "replace").decode().split()) or None


def _sender(message: EmailMessage) -> str | None:
    """The sender's name without the address; an address alone is no byline."""
    match = _SENDER.match(_header(message, "from") or "")
    return match[1] or None if match else None
