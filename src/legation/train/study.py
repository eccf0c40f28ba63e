"""What the parse says of a training sentence: its parties' noun phrases, the words that may be an event's, and their lemmas."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
import spacy

from legation.extract.encoder import Manner, Pair, Uses
from legation.extract.side import event_nouns
from legation.model.spacy_parser import PACKAGE
from legation.record.span import Span
from legation.train.example import Example


class Study(msgspec.Struct, frozen=True):
    """A studied sentence: `wide` is its pair with the parties widened to their noun phrases ("the Iranian foreign minister" for
    "Iranian") where those touch no other mark; `words` its verbs and event nouns outside the marked parties, by span, with their
    lemmas; `event` the lemma of the marked event's word, where there is one."""

    wide: Pair
    words: dict[Span, str]
    event: str | None


def studies(pairs: Iterable[Pair]) -> Iterator[Study]:
    """The study of each pair, in order."""
    pairs = list(pairs)
    parser = spacy.load(PACKAGE, disable=["ner"])
    for pair, doc in zip(pairs, parser.pipe(p.text for p in pairs), strict=True):
        yield Study(_wide(pair, doc), _words(pair, doc), _event(pair, doc))


def _wide(pair: Pair, doc: Any) -> Pair:
    chunks = [_phrase(chunk) for chunk in doc.noun_chunks]
    return msgspec.structs.replace(
        pair,
        actors=tuple(_widened(s, chunks, pair) for s in pair.actors),
        recipients=tuple(_widened(s, chunks, pair) for s in pair.recipients),
    )


def _phrase(chunk: Any) -> Span:
    """The span of a noun chunk, from the head of an "of" before it: "gunmen of the group"."""
    head = chunk.root.head
    start = chunk.start
    if chunk.root.dep_ == "pobj" and head.lower_ == "of" and head.head.pos_ in ("NOUN", "PROPN"):
        start = min(
            [start, head.head.i, *(t.i for t in head.head.lefts if t.dep_ in ("det", "amod", "compound", "nummod"))]
        )
    return Span(chunk.doc[start].idx, chunk.end_char)


def _widened(span: Span, chunks: list[Span], pair: Pair) -> Span:
    others = [s for s in (*pair.actors, *pair.recipients, pair.trigger) if s is not None and s != span]
    fit = [c for c in chunks if c.contains(span) and not any(c.overlaps(o) for o in others)]
    return max(fit, key=lambda c: c.end - c.start, default=span)


def _words(pair: Pair, doc: Any) -> dict[Span, str]:
    marked = (*pair.actors, *pair.recipients)
    told = (t for t in doc if t.pos_ == "VERB" or (t.pos_ == "NOUN" and t.lemma_ in event_nouns()))
    found = {Span(t.idx, t.idx + len(t)): t.lemma_.lower() for t in told}
    return {span: lemma for span, lemma in found.items() if not any(span.overlaps(m) for m in marked)}


def _event(pair: Pair, doc: Any) -> str | None:
    """The lemma of the marked word; of several words ("held talks") that of the one the others hang on."""
    if pair.trigger is None:
        return None
    inside = [t for t in doc if pair.trigger.start <= t.idx < pair.trigger.end]
    return next((t.lemma_.lower() for t in inside if t.head not in inside or t.head == t), None)


def uses_of(examples: Sequence[Example], studied: Mapping[str, Study], manner: Manner) -> dict[str, Uses]:
    """By lemma, how often a verb or event noun is the event's word in the lines that hold it: of any event, of one that may be done to a
    thing, and of one that its actor may do alone; as shares of those lines, a sentence that is marked in several ways counted each time."""
    places: Counter[str] = Counter()
    events: dict[str, Counter[str]] = {"two": Counter(), "thing": Counter(), "one": Counter()}
    for example in examples:
        study = studied[example.place]
        places.update({*study.words.values(), *([study.event] if study.event else [])})
        for sides in _sides(example, manner) if study.event else ():
            events[sides][str(study.event)] += 1
    return {
        lemma: Uses(**{sides: round(events[sides][lemma] / count, 3) for sides in events})
        for lemma, count in sorted(places.items())
    }


def _sides(example: Example, manner: Manner) -> Iterator[str]:
    """The kinds of question that an example's event may answer."""
    yield "two"
    if example.type in manner.on_things:
        yield "thing"
    if example.type not in manner.two_sided:
        yield "one"
