"""The language of a text by its script and its commonest words: enough to keep other languages from being parsed as English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from legation.lexicon.table import load_table

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_SAMPLE = 4000
_MARKED = 0.005
"""The share of the letters from which a language's own marks tell it. **Source:** house choice; a name in another language has fewer."""


class Script(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A script of one language, or of several that `marks` tell apart: ranges of code points, both ends in."""

    code: str
    ranges: tuple[tuple[int, int], ...]
    marks: str = ""
    share: float = 0.5


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language of the script, or with the most of its stop words in the text; None when none is clear.

    >>> language_of("Le gouvernement de la France et les ministres ont dit que le traité est signé dans la ville.")
    'fr'
    """
    sample = text[:_SAMPLE]
    return _by_script([c for c in sample if c.isalpha()]) or _by_words([w.lower() for w in _WORD.findall(sample)])


def _by_script(letters: Sequence[str]) -> str | None:
    """The first language whose script has enough of the letters, and its marks enough of them."""
    if not letters or all(c < "\u0370" for c in letters):
        return None
    for script in _scripts():
        of_script = sum(any(low <= ord(c) <= high for low, high in script.ranges) for c in letters)
        marks = sum(c.lower() in script.marks for c in letters)
        if of_script >= script.share * len(letters) and (not script.marks or marks >= _MARKED * len(letters)):
            return script.code
    return None


def _by_words(words: Sequence[str]) -> str | None:
    counts = {code: sum(word in stops for word in words) for code, stops in _stopwords().items()}
    best = max(counts, key=lambda code: counts[code])
    return None if counts[best] < 3 or counts[best] < len(words) * 0.08 else best


@cache
def _scripts() -> tuple[Script, ...]:
    return msgspec.convert(load_table("text/stopwords.toml")["script"], tuple[Script, ...])


@cache
def _stopwords() -> dict[str, frozenset[str]]:
    return {code: frozenset(words) for code, words in load_table("text/stopwords.toml")["stopwords"].items()}
