"""What a pronoun or a definite noun points back to, by a readable table of features; left open when nothing fits."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import msgspec

from legation.lexicon.table import load_table
from legation.record.article import Article
from legation.record.document import Document, Sentence
from legation.record.link import Link
from legation.record.span import Span

_REACH = 4


class Point(msgspec.Struct, frozen=True):
    """A place in the document that points back: its span, its sentence, and the kinds of actor that it may mean."""

    span: Span
    sentence: Sentence
    kinds: frozenset[str]
    words: str


class Feature(msgspec.Struct, frozen=True):
    """One reason to take an antecedent, with its weight. The test sees the candidate's link, its sentence and the point."""

    reason: str
    weight: float
    test: Callable[[Link, Sentence, Point], bool]


def _subject(link: Link, sentence: Sentence, point: Point) -> bool:
    return any(t.dep in ("nsubj", "nsubjpass") and link.span.start <= t.start < link.span.end for t in sentence.tokens)


def _in_subject(link: Link, sentence: Sentence, point: Point) -> bool:
    heads = [t for t in sentence.tokens if link.span.start <= t.start < link.span.end]
    return any(sentence.tokens[t.head].dep in ("nsubj", "nsubjpass", "pobj") and t.dep != "pobj" for t in heads)


def _same_sentence(link: Link, sentence: Sentence, point: Point) -> bool:
    return sentence.index == point.sentence.index


def _sentence_before(link: Link, sentence: Sentence, point: Point) -> bool:
    return sentence.index == point.sentence.index - 1


def _same_paragraph(link: Link, sentence: Sentence, point: Point) -> bool:
    return sentence.block == point.sentence.block


FEATURES = (
    Feature("it is a subject", 0.25, _subject),
    Feature("it stands in a subject", 0.05, _in_subject),
    Feature("it stands in the same sentence", 0.3, _same_sentence),
    Feature("it stands in the sentence before", 0.2, _sentence_before),
    Feature("it stands in the same paragraph", 0.1, _same_paragraph),
)


def kinds_of(words: str) -> frozenset[str]:
    """The kinds of actor that a pronoun or definite phrase may mean; empty when it points back to none."""
    table: dict[str, list[str]] = load_table("rules/anaphora.toml")["heads"]
    cleaned = words.lower().replace("-", " ").split()
    last = cleaned[-1].strip(",.;:'’\"“”") if cleaned else ""
    return frozenset(table.get(last, ()))


def antecedent(point: Point, links: Sequence[Link], document: Document) -> Link | None:
    """The link of what the point points back to, copied onto its span with score and reason; None when nothing fits."""
    scored = [
        (score, link.span.start, reason, link)
        for link in links
        if link.sort == "actor" and link.kind in point.kinds and link.span.end <= point.span.start
        if not (_object(point) and _is_subject(link, point.sentence)) and not _several(link, point)
        for sentence in [_sentence(document, link.span)]
        if sentence is not None and point.sentence.index - sentence.index <= _REACH
        for score, reason in [_score(link, sentence, point)]
    ]
    if not scored:
        return None
    score, _, reason, best = max(scored, key=lambda s: (s[0], s[1]))
    return msgspec.structs.replace(
        best,
        span=point.span,
        words=point.words,
        score=round(0.3 + score, 2),
        reason=f"points back to {best.words!r}: {reason}",
        antecedent=best.span,
    )


_BOTH = re.compile(
    r"(?:the two|both|the three)\s+(?:\w+\s+)?(?:countries|nations|states|sides|governments|neighbou?rs|powers|allies|rivals|capitals|armies|militaries|leaders|presidents|ministers|parties|foes)",
    re.IGNORECASE,
)


def together(article: Article, document: Document, span: Span, links: Sequence[Link]) -> Link | None:
    """The states that "both sides" or "the two countries" stands for: those of the nearest sentence up to it that names as many."""
    words = article.words(span)
    if not _BOTH.match(words):
        return None
    wanted = 3 if "three" in words.lower() else 2
    here = next((s.index for s in document.sentences if s.span.start <= span.start < s.span.end), None)
    for index in range(here if here is not None else -1, max((here or 0) - _REACH - 1, -1), -1):
        stretch = document.sentences[index].span
        named = [x for x in links if stretch.contains(x.span) and x.span.end <= span.start and x.country and x.kind != "media"]
        states = tuple(dict.fromkeys(str(x.country) for x in sorted(named, key=lambda x: x.span)))
        if len(states) == wanted:
            return _members(article, span, states, named[0].span)
    return None


def _members(article: Article, span: Span, states: tuple[str, ...], first: Span) -> Link:
    return Link(
        article=article.id,
        span=span,
        words=article.words(span),
        sort="actor",
        target="+".join(states),
        name=" and ".join(states),
        kind="states",
        score=0.7,
        reason="the nearest sentence that names so many states",
        antecedent=first,
        members=states,
    )


def _score(link: Link, sentence: Sentence, point: Point) -> tuple[float, str]:
    held = [f for f in FEATURES if f.test(link, sentence, point)]
    return sum(f.weight for f in held), ", ".join(f.reason for f in held) or "it is the nearest of its kind"


def _object(point: Point) -> bool:
    """Whether the point is an object pronoun, which does not mean the subject of its own sentence."""
    return point.words.lower() in ("them", "him", "her", "it") and any(
        t.start == point.span.start and t.dep in ("dobj", "pobj") for t in point.sentence.tokens
    )


def _several(link: Link, point: Point) -> bool:
    """Whether the link's phrase lists several and the point means one."""
    return " and " in link.words and link.antecedent is not None and point.words.lower() in ("it", "its", "he", "she")


def _is_subject(link: Link, sentence: Sentence) -> bool:
    tokens = {t.index: t for t in sentence.tokens if link.span.start <= t.start < link.span.end}
    return any(t.dep in ("nsubj", "nsubjpass") or sentence.tokens[t.head].dep == "nsubj" for t in tokens.values())


def _sentence(document: Document, span: Span) -> Sentence | None:
    return next((s for s in document.sentences if s.span.contains(span)), None)
