"""A reading of a text in capitals quoted as issued: the words of every span are those of the text, in the case in which it was printed."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from legation.record.article import Article
from legation.record.claim import Claim
from legation.record.reading import Reading
from legation.record.span import Span

T = TypeVar("T")
# The fields that quote the text, by the field of their span.
_QUOTES = (("span", "words"), ("span", "verbatim"), ("holder_span", "holder"), ("cue_span", "cue"))
# The fields of payloads that quote the text and have no span of their own, as record/attack.py and record/deal.py say.
_VERBATIM = frozenset(
    ["named_victims", "motive", "designation", "quantity_words", "value_words", "financing", "offsets", "end_use", "conditions", "batch", "notice"]
)  # fmt: skip


def requoted(reading: Reading, issued: Article) -> Reading:
    """The reading over the text as issued. Offsets stay, for the mended text has the same letters; ids stay those of the mended words."""
    if reading.article.text == issued.text:
        return reading
    texts = reading.article.text, issued.text
    quoted = _quoted(reading, issued.text)
    claims = tuple(_payload_quoted(claim, *texts) for claim in quoted.claims)
    quoted = msgspec.structs.replace(quoted, claims=claims)
    return msgspec.structs.replace(quoted, article=msgspec.structs.replace(reading.article, text=issued.text))


def _quoted(thing: T, text: str) -> T:
    """A record with its quotations, and those of all records in it, taken from the text."""
    if isinstance(thing, tuple):
        return tuple(_quoted(part, text) for part in thing)  # type: ignore[return-value]
    if not isinstance(thing, msgspec.Struct) or isinstance(thing, Span | Article):
        return thing
    own = {name: getattr(thing, name) for name in thing.__struct_fields__}
    changed: dict[str, Any] = {name: _quoted(value, text) for name, value in own.items()}
    for place, name in _QUOTES:
        if isinstance(own.get(place), Span) and isinstance(own.get(name), str):
            changed[name] = _as_issued(own[name], text[own[place].slice])
    return msgspec.structs.replace(thing, **changed)


def _payload_quoted(claim: Claim, mended: str, issued: str) -> Claim:
    """A claim whose payload's verbatim words are those of the issued text, found from where the claim begins, else from the text's beginning."""
    verbatim = {name: getattr(claim.payload, name) for name in claim.payload.__struct_fields__ if name in _VERBATIM}

    def printed(words: str) -> str:
        start = mended.find(words, claim.span.start)
        start = start if start >= 0 else mended.find(words)
        return issued[start : start + len(words)] if start >= 0 else words

    changed = {
        name: printed(value) if isinstance(value, str) else tuple(printed(words) for words in value)
        for name, value in verbatim.items()
        if value
    }
    return (
        msgspec.structs.replace(claim, payload=msgspec.structs.replace(claim.payload, **changed)) if changed else claim
    )


def _as_issued(words: str, issued: str) -> str:
    """The issued words where they are the same letters; what was put otherwise on purpose stays."""
    return issued if words.casefold() == issued.casefold() else words
