"""Mentions: the lexicon's names first, then what the recogniser found beside them."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Mapping, Sequence

from legation.annotate.weak import borne_out, context_of
from legation.lexicon.load import Lexicon
from legation.record.document import Sentence
from legation.record.mention import Candidate, Mention
from legation.record.span import Span

NER_LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC"})


def mentions_of(
    names: Sequence[Mention], entities: Iterable[Mention], sentences: Sequence[Sentence], lexicon: Lexicon
) -> tuple[Mention, ...]:
    """The names and entities of a stretch, without overlap, in text order.

    A weak name stands only where its context bears it out. A recognised person or organisation that holds a lexicon
    name within a longer name keeps the longer span ("Washington Post", "Jordan Smith"), a place does so when the gazetteer
    knows the longer name ("New Mexico").
    """
    entities = [e for e in entities if e.label in NER_LABELS]
    context = context_of(names, entities, sentences, lexicon)
    strong = [stands for n in names if (stands := borne_out(n, context)) is not None]
    wide = [e for e in entities if _swallows(e, strong, lexicon)]
    kept = [n for n in strong if not any(w.span.overlaps(n.span) for w in wide)]
    spans = sorted(m.span for m in [*kept, *wide])
    rest = [e for e in entities if e not in wide and not _overlaps_any(e.span, spans)]
    return _persons(sorted([*kept, *wide, *rest], key=lambda m: m.span), lexicon)


def _persons(mentions: Sequence[Mention], lexicon: Lexicon) -> tuple[Mention, ...]:
    """The mentions, with bare surnames given their persons: the full name of the document, else the office holders so named."""
    known: dict[str, tuple[Candidate, ...]] = {}
    made: list[Mention] = []
    for mention in mentions:
        if mention.label == "PERSON" and mention.words.count(" ") > 1 and not mention.candidates:
            mention = Mention(mention.span, mention.words, mention.label, _short_form(mention.words, lexicon))
        if mention.label == "PERSON" and " " in mention.words:
            known[mention.words.split()[-1]] = mention.candidates
        elif mention.label == "PERSON" and not mention.candidates:
            mention = Mention(mention.span, mention.words, mention.label, _holders(mention.words, known, lexicon))
        made.append(mention)
    return tuple(made)


def _short_form(words: str, lexicon: Lexicon) -> tuple[Candidate, ...]:
    """The office holders of a name without its middle names ("Barack Hussein Obama")."""
    first, *_, last = words.split()
    return tuple(c for c in lexicon.candidates(f"{first} {last}") if c.sort == "person")


def _holders(surname: str, known: Mapping[str, tuple[Candidate, ...]], lexicon: Lexicon) -> tuple[Candidate, ...]:
    if surname in known:
        return tuple(Candidate(c.sort, c.id, "surname") for c in known[surname])
    return tuple(Candidate("person", person, "surname", weak=True) for person in lexicon.surnames.get(surname, ()))


def _overlaps_any(span: Span, spans: Sequence[Span]) -> bool:
    at = bisect.bisect_left(spans, span)
    return any(spans[i].overlaps(span) for i in (at - 1, at) if 0 <= i < len(spans))


def _swallows(entity: Mention, names: Sequence[Mention], lexicon: Lexicon) -> bool:
    """Whether a person's name holds a shorter lexicon name that is not a title before it, or a place's name a state's."""
    inside = [n for n in names if entity.span.contains(n.span) and n.span != entity.span]
    if entity.label in ("GPE", "LOC", "FAC") and inside:
        sorts = {c.sort for n in inside for c in n.candidates}
        return sorts <= {"state", "region"} and any(not p.alias for p in lexicon.places.find(entity.words))
    if entity.label != "PERSON":
        return False
    if any(n.label in ("PERSON", "weapon") for n in inside):
        return False
    forms = {c.form for n in inside for c in n.candidates}
    return bool(inside) and all(n.span.end == entity.span.end for n in inside) and "demonym" not in forms
