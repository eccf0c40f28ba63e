"""Bare surnames: persons by the full name that the document gave before, or office holders so named; also where the recogniser is silent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from legation.lexicon.load import Lexicon
from legation.record.document import Sentence, sentence_of
from legation.record.mention import Candidate, Mention
from legation.record.span import Span

_LEAST = 3
_TAKEN_FOR = frozenset({"GPE", "LOC", "ORG", "FAC", "NORP"})


def surnamed(mentions: Sequence[Mention], sentences: Sequence[Sentence], lexicon: Lexicon) -> tuple[Mention, ...]:
    """The mentions in text order, bare surnames with the candidates of their persons, and surnames that no mention covered added.

    A surname that the recogniser took for a place or a body is the person's, unless "in" or "at" stands before it.
    """
    full = {m.words.split()[-1]: m.span.start for m in reversed(mentions) if m.label == "PERSON" and " " in m.words}
    mentions = [_relabelled(m, full, sentences) for m in mentions]
    known: dict[str, tuple[Candidate, ...]] = {}
    made: list[Mention] = []
    for mention in sorted([*mentions, *_silent(mentions, full, sentences)], key=lambda m: m.span):
        made.append(_person(mention, known, lexicon) if mention.label == "PERSON" else mention)
    return tuple(made)


def _relabelled(mention: Mention, full: Mapping[str, int], sentences: Sequence[Sentence]) -> Mention:
    later = mention.words in full and mention.span.start > full[mention.words]
    if mention.label not in _TAKEN_FOR or mention.candidates or not later or _placed(mention, sentences):
        return mention
    return Mention(mention.span, mention.words, "PERSON")


def _placed(mention: Mention, sentences: Sequence[Sentence]) -> bool:
    """Whether a preposition of place stands before the mention."""
    sentence = sentence_of(sentences, mention.span)
    before = [t for t in sentence.tokens if t.end <= mention.span.start] if sentence is not None else []
    return bool(before) and before[-1].lemma in ("in", "at", "near", "around", "outside")


def _person(mention: Mention, known: dict[str, tuple[Candidate, ...]], lexicon: Lexicon) -> Mention:
    words = mention.words.split()
    if len(words) == 1:
        return mention if mention.candidates else _with(mention, _holders(mention.words, known, lexicon))
    if mention.words.isupper() and not mention.candidates:
        named = lexicon.candidates(mention.words.title())
        mention = _with(mention, tuple(c for c in named if c.sort == "person"))
    if len(words) > 2 and not mention.candidates:
        mention = _with(mention, _short_form(words, lexicon))
    known[words[-1]] = mention.candidates
    return mention


def _with(mention: Mention, candidates: tuple[Candidate, ...]) -> Mention:
    return Mention(mention.span, mention.words, mention.label, candidates)


def _silent(mentions: Sequence[Mention], full: Mapping[str, int], sentences: Sequence[Sentence]) -> Iterator[Mention]:
    """The proper nouns that are a surname of the document behind its full name, where no mention stands."""
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
    """The office holders of a name without its middle names ("Barack Hussein Obama"); weak, for it may be another's ("James Parker Jones")."""
    found = lexicon.candidates(f"{words[0]} {words[-1]}")
    return tuple(Candidate(c.sort, c.id, "short", weak=True) for c in found if c.sort == "person")


def _holders(surname: str, known: Mapping[str, tuple[Candidate, ...]], lexicon: Lexicon) -> tuple[Candidate, ...]:
    surname = surname if surname in known or not surname.isupper() else surname.title()
    if surname in known:
        return tuple(Candidate(c.sort, c.id, "surname") for c in known[surname])
    return tuple(Candidate("person", person, "surname", weak=True) for person in lexicon.surnames.get(surname, ()))
