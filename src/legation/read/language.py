"""The language of a text by its commonest words: enough to keep other languages from being parsed as English."""

from __future__ import annotations

import re

from legation.lexicon.table import load_table

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 4000
_SCRIPTS = (
    ("ru", r"[\u0400-\u04ff]"),
    ("ar", r"[\u0600-\u06ff]"),
    ("zh", r"[\u4e00-\u9fff]"),
    ("el", r"[\u0370-\u03ff]"),
    ("he", r"[\u0590-\u05ff]"),
)


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language with the most of its stop words in the text; None when none is clear.

    >>> language_of("Le gouvernement de la France et les ministres ont dit que le traité est signé dans la ville.")
    'fr'
    """
    sample = text[:_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    for code, pattern in _SCRIPTS:
        if letters and len(re.findall(pattern, sample)) > letters / 2:
            return code
    words = [w.lower() for w in _WORD.findall(sample)]
    table: dict[str, list[str]] = load_table("text/stopwords.toml")["stopwords"]
    counts = {code: sum(w in set(stops) for w in words) for code, stops in table.items()}
    best = max(counts, key=lambda code: counts[code])
    if counts[best] < 3 or counts[best] < len(words) * 0.08:
        return None
    return best
