"""A reading of a text in capitals quoted as issued: the words of every span are those of the text, in the case in which it was printed."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from legation.record.article import Article
from legation.record.reading import Reading
from legation.record.span import Span

T = TypeVar("T")
# The fields that quote the text, by the field of their span.
_QUOTES = (("span", "words"), ("span", "verbatim"), ("holder_span", "holder"), ("cue_span", "cue"))


def requoted(reading: Reading, issued: Article) -> Reading:
    """The reading over the text as issued. Offsets stay, for the mended text has the same letters; ids stay those of the mended words."""
    if reading.article.text == issued.text:
        return reading
    quoted = _quoted(reading, issued.text)
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


def _as_issued(words: str, issued: str) -> str:
    """The issued words where they are the same letters; what was put otherwise on purpose stays."""
    return issued if words.casefold() == issued.casefold() else words
