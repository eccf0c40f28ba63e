"""Walks over a parsed sentence: subtrees, noun phrases, lists, governing clauses."""

from __future__ import annotations

from collections.abc import Iterator

from legation.record.document import Sentence, Token
from legation.record.span import Span

CLAUSAL = frozenset({"relcl", "acl", "advcl", "ccomp", "csubj", "parataxis"})
_LOOSE = frozenset({"relcl", "appos", "cc", "conj", "punct", "advcl", "ccomp", "parataxis"})


def subtree(sentence: Sentence, index: int) -> tuple[int, ...]:
    """The token indices below and with `index`, in text order."""
    found, todo = [], [index]
    while todo:
        at = todo.pop()
        found.append(at)
        todo.extend(sentence.tokens[at].children)
    return tuple(sorted(found))


def kids(sentence: Sentence, index: int, *deps: str) -> tuple[Token, ...]:
    """The children of a token with one of the dependency labels, in text order."""
    return tuple(t for i in sentence.tokens[index].children if (t := sentence.tokens[i]).dep in deps)


def span_of(sentence: Sentence, indices: tuple[int, ...]) -> Span:
    """The span from the first to the last of the tokens, punctuation and spaces at the edges left out."""
    kept = [i for i in indices if sentence.tokens[i].pos not in ("PUNCT", "SPACE")] or list(indices)
    return Span(sentence.tokens[kept[0]].start, sentence.tokens[kept[-1]].end)


def whole_span(sentence: Sentence, index: int) -> Span:
    """The span of a token's whole subtree."""
    return span_of(sentence, subtree(sentence, index))


def noun_phrase(sentence: Sentence, index: int) -> Span:
    """The span of a noun phrase without its list partners, appositions and relative clauses."""
    found, todo = [], [index]
    while todo:
        at = todo.pop()
        found.append(at)
        todo.extend(
            i
            for i in sentence.tokens[at].children
            if sentence.tokens[i].dep not in _LOOSE and not (at == index and sentence.tokens[i].dep == "acl")
        )
    run = sorted(found)
    return span_of(sentence, _unbroken(run, index))


def _unbroken(run: list[int], index: int) -> tuple[int, ...]:
    """The part of the run around `index` without gaps but for skipped punctuation of one token."""
    at = run.index(index)
    left, right = at, at
    while left > 0 and run[left] - run[left - 1] <= 2:
        left -= 1
    while right + 1 < len(run) and run[right + 1] - run[right] <= 2:
        right += 1
    return tuple(run[left : right + 1])


def coordinated(sentence: Sentence, index: int) -> Iterator[int]:
    """The token and its list partners ("Russia and Pakistan"), in text order."""
    yield index
    for token in kids(sentence, index, "conj"):
        yield from coordinated(sentence, token.index)


def ancestors(sentence: Sentence, index: int) -> Iterator[Token]:
    """The governors of a token, nearest first, up to the root."""
    at = index
    while sentence.tokens[at].head != at:
        at = sentence.tokens[at].head
        yield sentence.tokens[at]


def token_at(sentence: Sentence, position: int) -> Token | None:
    """The token that covers a position of the article's text, or None."""
    return next((t for t in sentence.tokens if t.start <= position < t.end), None)


def head_of(sentence: Sentence, span: Span) -> Token | None:
    """The token of a span whose governor stands outside it, or None when the span is not in the sentence."""
    inside = [t for t in sentence.tokens if span.start <= t.start and t.end <= span.end]
    indices = {t.index for t in inside}
    return next((t for t in inside if t.head not in indices or t.head == t.index), None)


def named_phrase(sentence: Sentence, span: Span) -> Span:
    """The whole noun phrase that a name modifies or heads ("Pakistan" in "Pakistan's Prime Minister Nawaz Sharif")."""
    token = token_at(sentence, span.start)
    while token is not None and token.dep in ("poss", "compound", "amod", "nmod") and token.head != token.index:
        token = sentence.tokens[token.head]
    return span if token is None else span.join(noun_phrase(sentence, token.index))
