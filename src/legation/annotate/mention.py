"""Mentions: the lexicon's names first, then what the recogniser found beside them."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Sequence

from legation.annotate.acronym import explained
from legation.annotate.personal import persons
from legation.annotate.surname import surnamed
from legation.annotate.weak import borne_out, context_of
from legation.lexicon.load import Lexicon
from legation.lexicon.table import word_set
from legation.record.document import Sentence
from legation.record.mention import Mention
from legation.record.span import Span

_PRINTED = re.compile(r"[^\[\](){}|]+")
NER_LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC"})


def mentions_of(
    names: Sequence[Mention], entities: Iterable[Mention], sentences: Sequence[Sentence], lexicon: Lexicon
) -> tuple[Mention, ...]:
    """The names and entities of a stretch, without overlap, in text order.

    A weak name stands only where its context bears it out. A recognised person or organisation that holds a lexicon
    name within a longer name keeps the longer span ("Washington Post", "Jordan Smith"), a place does so when the gazetteer
    knows the longer name ("New Mexico").
    """
    entities = [e for e in entities if e.label in NER_LABELS and _PRINTED.fullmatch(e.words)]
    entities = list(persons(entities, sentences, lexicon))
    context = context_of(names, entities, sentences, lexicon)
    strong = [stands for n in names if (stands := borne_out(n, context)) is not None]
    wide = [e for e in entities if _swallows(e, strong, lexicon)]
    kept = [n for n in strong if not any(w.span.overlaps(n.span) for w in wide)]
    spans = sorted(m.span for m in [*kept, *wide])
    rest = [e for e in entities if e not in wide and not _overlaps_any(e.span, spans)]
    return explained(surnamed([*kept, *wide, *rest], sentences, lexicon), sentences)


def _overlaps_any(span: Span, spans: Sequence[Span]) -> bool:
    at = bisect.bisect_left(spans, span)
    return any(spans[i].overlaps(span) for i in (at - 1, at) if 0 <= i < len(spans))


def _swallows(entity: Mention, names: Sequence[Mention], lexicon: Lexicon) -> bool:
    """Whether a person's name holds a shorter lexicon name that is not a title before it, or a place's name a state's."""
    inside = [n for n in names if entity.span.contains(n.span) and n.span != entity.span]
    if entity.label in ("GPE", "LOC", "FAC") and inside:
        sorts = {c.sort for n in inside for c in n.candidates}
        return sorts <= {"state", "region"} and any(not p.alias for p in lexicon.places.find(entity.words))
    if entity.label == "ORG":
        return bool(inside) and _civil(entity, inside)
    if entity.label != "PERSON":
        return False
    if any(n.label in ("PERSON", "weapon") for n in inside):
        return False
    forms = {c.form for n in inside for c in n.candidates}
    return bool(inside) and all(n.span.end == entity.span.end for n in inside) and "demonym" not in forms


def _civil(entity: Mention, inside: Sequence[Mention]) -> bool:
    """Whether a body that is not the state's carries the state's name within its own ("the American Hospital Association")."""
    words = entity.words.split()
    if {c.sort for n in inside for c in n.candidates} - {"state"} or "and" in words:
        return False
    return bool(set(words) & word_set("rules/bodies.toml", "civil"))
