"""PLOVER's contexts of an event: what its sentence is about, by the words of a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from legation.lexicon.table import load_table
from legation.record.document import Sentence

_LONGEST = 3
_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    """The contexts that each word or phrase sets."""
    table: dict[str, list[str]] = load_table("codes/contexts.toml")["words"]
    found: dict[str, list[str]] = {}
    for context, words in table.items():
        for word in words:
            found.setdefault(word, []).append(context)
    return {word: tuple(contexts) for word, contexts in found.items()}


def contexts_of(sentence: Sentence, mode: str | None = None) -> tuple[str, ...]:
    """The contexts of an event that the sentence tells, sorted; those that its mode sets are among them.

    **Source:** PLOVER's 37 codes; the words are the project's. PLOVER reads a whole story, this one sentence.
    """
    by_mode: list[str] = load_table("codes/contexts.toml")["modes"].get(mode or "", [])
    by_word = (context for phrase in _phrases(sentence) for context in _words().get(phrase, ()))
    return tuple(sorted({*by_mode, *by_word}))


def _phrases(sentence: Sentence) -> Iterator[str]:
    """The nouns and adjectives of a sentence by lemma, its verbs that the table lists, and its runs of two words and more, as written and by
    lemma, in lower case; words that the parse splits at a hyphen are put together again."""
    verbs = frozenset(load_table("codes/contexts.toml")["verbs"])
    yield from (t.lemma.lower() for t in sentence.tokens if t.pos in _NAMING or (t.pos == "VERB" and t.lemma in verbs))
    yield from (t.text.lower() for t in sentence.tokens if t.pos in _NAMING or (t.tag == "VBN" and t.dep == "amod"))
    for form in ([t.text.lower() for t in sentence.tokens], [t.lemma.lower() for t in sentence.tokens]):
        joined = " ".join(form).replace(" - ", "-").split(" ")
        yield from (word for word in joined if "-" in word)
        for length in range(2, _LONGEST + 1):
            for start in range(len(joined) - length + 1):
                yield " ".join(joined[start : start + length])
