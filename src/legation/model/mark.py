"""A pair as the encoder's tokenizer reads it: its sentence with marks around the parties."""

from __future__ import annotations

from legation.extract.encoder import Pair
from legation.record.span import Span

ACTOR = ("[unused1]", "[unused2]")
RECIPIENT = ("[unused3]", "[unused4]")
TRIGGER = ("[unused5]", "[unused6]")
MARKS = (*ACTOR, *RECIPIENT, *TRIGGER)


def marked(pair: Pair) -> str:
    """The sentence with marks; marks that stand in the text itself are made harmless first, which moves no offset.

    **Source:** entity markers, Baldini Soares et al., ACL 2019 (Matching the Blanks).
    """
    marks = [(s, ACTOR) for s in pair.actors] + [(s, RECIPIENT) for s in pair.recipients]
    if pair.trigger is not None:
        marks.append((pair.trigger, TRIGGER))
    text = pair.text.replace("[unused", "(unused")
    pieces, end = [], len(text)
    for place, word in sorted(_words(marks), reverse=True):
        pieces.append(text[place[0] : end])
        pieces.append(f" {word} ")
        end = place[0]
    pieces.append(text[:end])
    return "".join(reversed(pieces)).strip()


def _words(marks: list[tuple[Span, tuple[str, str]]]) -> list[tuple[tuple[int, int, int], str]]:
    """The marks with their places; where two stand at one place a closing one is first, and the longer span is outside."""
    found = []
    for span, (opening, closing) in marks:
        found.append(((span.start, 1, -span.end), opening))
        found.append(((span.end, 0, -span.start), closing))
    return found


def window(ids: list[int], marks: frozenset[int], size: int) -> list[int]:
    """At most `size` tokens around the marks: the middle between the first and the last mark stays in the middle."""
    if len(ids) <= size:
        return ids
    places = [n for n, token in enumerate(ids) if token in marks] or [0]
    first, last = places[0], places[-1]
    start = first if last - first >= size else max(0, min((first + last + 1 - size) // 2, len(ids) - size))
    return ids[start : start + size]
