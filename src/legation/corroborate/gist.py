"""What a text is about, as weighed words, and how alike two texts are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import fsum, sqrt

from legation.lexicon.happening import happening_rules
from legation.record.document import Document, Token

Gist = Mapping[str, float]


def gist(documents: Iterable[Document]) -> Gist:
    """The words of a text with their weights, of length 1 as a vector; {} where no word weighs anything.

    A word counts once however often it stands there: a long report is not liker to others than a short one.
    """
    found: dict[str, float] = {}
    for token in (t for d in documents for s in d.sentences for t in s.tokens):
        word, weight = term(token), _weight(token)
        if weight:
            found[word] = max(found.get(word, 0.0), weight)
    length = sqrt(fsum(w * w for w in found.values()))
    return {word: weight / length for word, weight in sorted(found.items())}


def term(token: Token) -> str:
    """The word that a token stands for: a name as it is written, else the lemma, in small letters."""
    return (token.text if token.pos == "PROPN" else token.lemma).lower()


def _weight(token: Token) -> float:
    rules = happening_rules().story
    if not token.text.isalnum() or term(token) in rules.passed_over:
        return 0.0
    return rules.weight.get(token.pos, 0.0)


def likeness(a: Gist, b: Gist) -> float:
    """The cosine of two gists, 0 to 1; the same in both directions."""
    small, large = sorted((a, b), key=len)
    return fsum(weight * large[word] for word, weight in small.items() if word in large)
