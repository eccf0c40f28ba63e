"""The recogniser's persons mended: first names before an initial, titles taken for part of a name, labels of speakers in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from legation.lexicon.load import Lexicon
from legation.lexicon.table import word_set
from legation.record.document import Sentence, sentence_of
from legation.record.mention import Mention
from legation.record.span import Span

_INITIAL = re.compile(r"[A-Z]\. ")
_FIRST = re.compile(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?")
_SHORT = 4


def persons(entities: Sequence[Mention], sentences: Sequence[Sentence], lexicon: Lexicon) -> Iterator[Mention]:
    """The entities, with each person's mention grown or cut to the name; what can be no person's name is left out.

    A name has no figures ("COVID-19"), begins with a capital, and is no short abbreviation ("ET"); one word in capitals is kept only
    where it is a surname of the article or of an office holder ("BLINKEN", not "QUESTION").
    """
    surnames = {e.words.split()[-1].lower() for e in entities if e.label == "PERSON" and " " in e.words}
    for entity in map(_untitled, entities):
        if entity.label != "PERSON":
            yield entity
        elif _can_be_named(entity.words, surnames, lexicon):
            yield _grown(entity, sentences)


def _can_be_named(words: str, surnames: set[str], lexicon: Lexicon) -> bool:
    if not words[0].isupper() or any(c.isdigit() for c in words):
        return False
    if not words.isupper() or " " in words:
        return True
    return len(words) >= _SHORT and (words.lower() in surnames or words.title() in lexicon.surnames)


def _untitled(entity: Mention) -> Mention:
    """The name behind a title that opens no body's name ("Spokesperson Ned Price"), as a person's."""
    first, _, rest = entity.words.partition(" ")
    titles = word_set("rules/persons.toml", "before_names")
    if (
        entity.label not in ("ORG", "PERSON")
        or first.lower().rstrip(".") not in titles
        or not rest
        or entity.candidates
    ):
        return entity
    start = entity.span.end - len(rest.lstrip())
    return Mention(Span(start, entity.span.end), rest.lstrip(), "PERSON")


def _grown(entity: Mention, sentences: Sequence[Sentence]) -> Mention:
    """The mention with the first name that stands before its initial ("Antony" before "J. Blinken")."""
    if not _INITIAL.match(entity.words):
        return entity
    sentence = sentence_of(sentences, entity.span)
    before = [t for t in sentence.tokens if t.end <= entity.span.start] if sentence is not None else []
    titles = word_set("rules/persons.toml", "titles")
    if not before or not _FIRST.fullmatch(before[-1].text) or before[-1].text.lower() in titles:
        return entity
    if before[-1].pos != "PROPN" or entity.span.start - before[-1].end != 1:
        return entity
    return Mention(Span(before[-1].start, entity.span.end), f"{before[-1].text} {entity.words}", "PERSON")
