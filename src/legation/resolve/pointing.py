"""Which words of a document point back: personal pronouns, and definite phrases whose last word names a kind of actor."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from legation.extract.tree import kids, noun_phrase
from legation.lexicon.table import load_table
from legation.record.article import Article
from legation.record.document import Document, Sentence, Token, sentence_at
from legation.record.link import Link
from legation.record.span import Span
from legation.resolve.anaphora import Point, antecedent, copied, kinds_of
from legation.resolve.body import body_at

_TWO = re.compile(r" and (?:the|its|his|her|their|[A-Z]\w+ M)")
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "its", "their", "his", "her"})
_OPEN = re.compile(
    r"(?:an?|another|one|some|any|each|every|no|other|several|many|most|all|two|three|four|five|more)\b", re.IGNORECASE
)
_RELATIVE = re.compile(r"(?:its|their) (?:[\w-]+ )?(?P<noun>[\w-]+)$", re.IGNORECASE)


def pointing_spans(document: Document) -> Iterator[Span]:
    """The spans that may point back, in text order."""
    heads = load_table("rules/anaphora.toml")["heads"]
    several = load_table("rules/anaphora.toml")["several"]
    for sentence in document.sentences:
        for token in sentence.tokens:
            if token.tag == "PRP" and token.text.lower() in heads:
                yield Span(token.start, token.end)
            elif (
                token.pos == "NOUN"
                and (token.text.lower() in heads or token.text.lower() in several)
                and _definite(sentence, token)
            ):
                yield noun_phrase(sentence, token.index)


def _definite(sentence: Sentence, token: Token) -> bool:
    return any(t.text.lower() in _DEFINITE for t in kids(sentence, token.index, "det", "poss", "predet"))


def pointed(article: Article, document: Document, span: Span, actors: Sequence[Link]) -> Link | None:
    """What a pronoun or definite phrase points back to; None for an indefinite one, and where nothing or too much fits."""
    words = article.words(span)
    sentence = sentence_at(document.sentences, span.start)
    kinds = kinds_of(words)
    if not kinds or sentence is None or _OPEN.match(words) or _TWO.search(words):
        return None
    if _RELATIVE.match(words):
        return _other_side(article, document, sentence, span, actors)
    inside = [x for x in actors if span.contains(x.span) and x.kind == "state"]
    point = Point(
        span,
        sentence,
        kinds,
        words,
        inside[0].country if inside else None,
        _crowd(document, sentence, span, words, actors),
    )
    found = antecedent(point, actors, document)
    return body_at(article, found, span) if found is not None and found.kind == "state" else found


def _crowd(document: Document, sentence: Sentence, span: Span, words: str, actors: Sequence[Link]) -> bool:
    """Whether a common noun of fitting number is the subject before a "they" or "it", and no actor's name stands between."""
    tag = {"they": "NNS", "them": "NNS", "their": "NNS", "it": "NN"}.get(words.lower())
    if tag is None or any(sentence.span.contains(x.span) and x.span.end <= span.start for x in actors):
        return False
    before = document.sentences[max(0, sentence.index - 1) : sentence.index]
    subjects = [t for s in before for t in s.tokens if t.dep in ("nsubj", "nsubjpass") and t.pos in ("NOUN", "PROPN")]
    return (
        bool(subjects)
        and subjects[0].tag == tag
        and not any(x.span.start <= subjects[0].start < x.span.end for x in actors)
    )


def _other_side(
    article: Article, document: Document, sentence: Sentence, span: Span, actors: Sequence[Link]
) -> Link | None:
    """The other of two states for "its neighbour": the sentence before names both, the possessive is the first."""
    for index in (sentence.index, sentence.index - 1):
        stretch = document.sentences[index].span if index >= 0 else None
        near = [
            x
            for x in actors
            if stretch
            and stretch.contains(x.span)
            and x.span.end <= span.start
            and x.kind == "state"
            and x.antecedent is None
        ]
        states = list({x.target: x for x in sorted(near, key=lambda x: x.span)}.values())
        if (
            len(states) == 2
            and article.words(span).lower().split()[-1] in load_table("rules/anaphora.toml")["relatives"]
        ):
            return copied(
                states[1],
                Point(span, sentence, frozenset(), article.words(span)),
                0.6,
                "the other of the two states named before",
            )
    return None
