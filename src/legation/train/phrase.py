"""The noun phrases around the parties: a name may be marked alone ("Iranian") or with its phrase ("the Iranian foreign minister")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
import spacy

from legation.extract.encoder import Pair
from legation.extract.side import event_nouns
from legation.model.spacy_parser import PACKAGE
from legation.record.span import Span


def phrases(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Each pair with its parties widened to their noun phrases where those touch no other mark; in order."""
    for pair, doc in _parsed(pairs):
        chunks = [_phrase(chunk) for chunk in doc.noun_chunks]
        yield msgspec.structs.replace(
            pair,
            actors=tuple(_widened(s, chunks, pair) for s in pair.actors),
            recipients=tuple(_widened(s, chunks, pair) for s in pair.recipients),
        )


def _parsed(pairs: Iterable[Pair]) -> Iterator[tuple[Pair, Any]]:
    """Each pair with spaCy's parse of its sentence."""
    pairs = list(pairs)
    parser = spacy.load(PACKAGE, disable=["ner"])
    yield from zip(pairs, parser.pipe(p.text for p in pairs), strict=True)


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


def predicates(pairs: Iterable[Pair]) -> Iterator[tuple[Span, ...]]:
    """For each pair the words of its sentence that the parse may take for an event's: verbs and event nouns outside the marked parties."""
    for pair, doc in _parsed(pairs):
        spans = (
            Span(t.idx, t.idx + len(t))
            for t in doc
            if t.pos_ == "VERB" or (t.pos_ == "NOUN" and t.lemma_ in event_nouns())
        )
        yield tuple(s for s in spans if not any(s.overlaps(o) for o in (*pair.actors, *pair.recipients)))
