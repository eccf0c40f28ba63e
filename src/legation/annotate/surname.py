"""Bare surnames: persons by the full name that the document gave before, or office holders so named; also where the recogniser is silent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from legation.lexicon.load import Lexicon
from legation.record.document import Sentence
from legation.record.mention import Candidate, Mention
from legation.record.span import Span

_LEAST = 3


def surnamed(mentions: Sequence[Mention], sentences: Sequence[Sentence], lexicon: Lexicon) -> tuple[Mention, ...]:
    """The mentions in text order, bare surnames with the candidates of their persons, and surnames that no mention covered added."""
    known: dict[str, tuple[Candidate, ...]] = {}
    made: list[Mention] = []
    for mention in sorted([*mentions, *_silent(mentions, sentences)], key=lambda m: m.span):
        if mention.label == "PERSON":
            mention = _person(mention, known, lexicon)
        made.append(mention)
    return tuple(made)


def _person(mention: Mention, known: dict[str, tuple[Candidate, ...]], lexicon: Lexicon) -> Mention:
    words = mention.words.split()
    if len(words) == 1:
        return mention if mention.candidates else _with(mention, _holders(mention.words, known, lexicon))
    if len(words) > 2 and not mention.candidates:
        mention = _with(mention, _short_form(words, lexicon))
    known[words[-1]] = mention.candidates
    return mention


def _with(mention: Mention, candidates: tuple[Candidate, ...]) -> Mention:
    return Mention(mention.span, mention.words, mention.label, candidates)


def _silent(mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> Iterator[Mention]:
    """The proper nouns that are a surname of the document behind its full name, where no mention stands."""
    full = {m.words.split()[-1]: m.span.start for m in reversed(mentions) if m.label == "PERSON" and " " in m.words}
    covered = {m.span.start for m in mentions}
    spans = [m.span for m in mentions]
    for sentence in sentences:
        for token in sentence.tokens:
            if (
                token.text in full
                and token.pos == "PROPN"
                and len(token.text) >= _LEAST
                and token.start > full[token.text]
            ):
                span = Span(token.start, token.end)
                if token.start not in covered and not any(s.overlaps(span) for s in spans):
                    yield Mention(span, token.text, "PERSON")


def _short_form(words: Sequence[str], lexicon: Lexicon) -> tuple[Candidate, ...]:
    """The office holders of a name without its middle names ("Barack Hussein Obama")."""
    return tuple(c for c in lexicon.candidates(f"{words[0]} {words[-1]}") if c.sort == "person")


def _holders(surname: str, known: Mapping[str, tuple[Candidate, ...]], lexicon: Lexicon) -> tuple[Candidate, ...]:
    if surname in known:
        return tuple(Candidate(c.sort, c.id, "surname") for c in known[surname])
    return tuple(Candidate("person", person, "surname", weak=True) for person in lexicon.surnames.get(surname, ()))
