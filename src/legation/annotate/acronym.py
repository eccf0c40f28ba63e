"""Acronyms that the article itself explains ("Meridian News Agency (MNA)"): from there on they mean what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from legation.record.document import Sentence, Token
from legation.record.mention import Mention
from legation.record.span import Span

_SHAPE = re.compile(r"[A-Z][A-Za-z&]*[A-Z]")
_LONGEST = 10
_SMALL = frozenset({"of", "the", "for", "and", "in", "on", "to", "de", "du", "al", "-", "&"})
_NEVER = frozenset({"PERSON", "weapon", "noun"})


def explained(mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """The mentions in text order, where the acronyms that a bracket explains have the candidates of their long form.

    A long form without a mention is added as one of a body (ORG), and so is each later use of its acronym.
    """
    known: dict[str, Mention] = {}
    for sentence in sentences:
        for at in range(1, len(sentence.tokens) - 2):
            long = _explanation(sentence.tokens, at, mentions)
            if long is not None:
                known.setdefault(sentence.tokens[at + 1].text, long)
    if not known:
        return tuple(mentions)
    made = [_short(m, known) for m in mentions]
    fresh = [*known.values(), *_uncovered(known, sentences)]
    made += [m for m in fresh if not any(k.span.overlaps(m.span) for k in made)]
    return tuple(sorted(made, key=lambda m: m.span))


def _explanation(tokens: Sequence[Token], at: int, mentions: Sequence[Mention]) -> Mention | None:
    """The long form before a bracket that holds an acronym of it; None when there is no bracket or the letters do not fit."""
    if tokens[at].text != "(" or tokens[at + 2].text != ")":
        return None
    acronym = tokens[at + 1].text
    if not _SHAPE.fullmatch(acronym) or len(acronym) > _LONGEST:
        return None
    ending = [m for m in mentions if m.span.end == tokens[at - 1].end and m.label not in _NEVER]
    if ending and " " in ending[0].words and _fits(acronym, ending[0].words):
        return ending[0]
    return _by_initials(tokens, at, acronym)


def _fits(acronym: str, words: str) -> bool:
    """Whether the acronym's capitals begin words of the long form, in their order.

    >>> _fits("KAI", "Korea Aerospace Industries"), _fits("LoC", "Line of Control"), _fits("EU", "Border Security Force")
    (True, True, False)
    """
    initials = iter(w[0].upper() for w in re.split(r"[\s\-]+", words) if w)
    return all(any(i == c for i in initials) for c in acronym if c.isupper())


def _by_initials(tokens: Sequence[Token], at: int, acronym: str) -> Mention | None:
    """The capitalised words before the bracket whose initials spell the acronym letter by letter."""
    left, start = [c for c in acronym if c.isupper()], at
    for index in range(at - 1, max(-1, at - 12), -1):
        word = tokens[index].text
        if not left or (not word[0].isupper() and word.lower() not in _SMALL):
            break
        if word[0].isupper():
            if word[0] != left.pop():
                return None
            start = index
    if left or at - start < 2:
        return None
    words = "".join(
        t.text + (" " if n.start > t.end else "")
        for t, n in zip(tokens[start:at], tokens[start + 1 : at + 1], strict=True)
    )
    return Mention(Span(tokens[start].start, tokens[at - 1].end), words.strip(), "ORG")


def _short(mention: Mention, known: Mapping[str, Mention]) -> Mention:
    """The mention as its explanation has it; a sure name of a list that its long form does not share stays as it is."""
    long = known.get(mention.words)
    if long is None or (not long.candidates and any(not c.weak for c in mention.candidates)):
        return mention
    candidates = tuple(msgspec.structs.replace(c, form="acronym") for c in long.candidates)
    return Mention(mention.span, mention.words, long.label, candidates, long.words)


def _uncovered(known: Mapping[str, Mention], sentences: Sequence[Sentence]) -> Iterator[Mention]:
    for sentence in sentences:
        for token in sentence.tokens:
            if token.text in known and token.start > known[token.text].span.start:
                yield _short(Mention(Span(token.start, token.end), token.text, "ORG"), known)
