"""Texts in capitals: the case of their words mended before anything else is read, letter for letter, so that every offset stays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from legation.lexicon.load import Lexicon
from legation.lexicon.table import read_text
from legation.record.article import Article
from legation.record.span import Span

_SHARE = 0.9
_LETTERS = 40
_LONGEST = 7
_TOKEN = re.compile(r"[A-Za-zÀ-ɏ]+(?:['’][A-Za-z]+)*|\d+[A-Za-z]+|[A-Z](?:\.[A-Z])+\.?")
_OPENS = re.compile(r"(?:^|[.!?:][\"'”’)\]]*\s+|\n\s*|--\s*|“\s*)(?:\[[^\]\n]{1,60}\]\s*)*$")
_GLOSSED = re.compile(r"(?<=\()[A-Z]{2,6}(?=\))")
_MONTHS = frozenset(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])
_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")
_ENDINGS = (
    ("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", ""),
    ("men", "man"),
)  # fmt: skip
# Endings that English words have and names hardly: a word of seven letters or more with one is none ("Clement" is shorter).
_COMMON = (
    "tion", "tions", "sion", "sions", "ment", "ments", "ness", "ously", "ous", "ative", "ity", "ities", "ism", "able", "ible", "ance", "ances", "ence",
    "ences", "ful", "less", "ists", "ship", "ships", "ized", "ised", "izing", "ising", "ating", "ated", "ating", "fully", "ically", "ical", "ward", "wards",
)  # fmt: skip
_LONG = 7


def in_capitals(text: str) -> bool:
    """Whether a text is printed in capitals throughout: nine letters of ten, and forty of them at least.

    >>> in_capitals("REBELS KILLED FOUR SOLDIERS NEAR THE TOWN OF ARAUCA ON MONDAY, THE ARMY SAID.")
    True
    """
    cased = [c for c in text if c.isupper() or c.islower()]
    return len(cased) >= _LETTERS and sum(c.isupper() for c in cased) >= _SHARE * len(cased)


def mended(article: Article, lexicon: Lexicon) -> Article:
    """The article in the case of ordinary print where it is in capitals, else as it is. The hashes stay those of the text as issued."""
    if not in_capitals(article.text):
        return article
    return msgspec.structs.replace(article, text=recased(article.text, lexicon))


def recased(text: str, lexicon: Lexicon) -> str:
    """The text with small letters, but for names and the beginnings of sentences; no letter is added or lost.

    A word that English prints small is small; a word that is not known is taken for a name; a name of the lexicon is printed as there.
    """
    tokens = list(_TOKEN.finditer(text))
    letters = [_small(c) for c in text]
    named = dict(_names(text, tokens, lexicon))
    short = frozenset(_GLOSSED.findall(text))
    for number, token in enumerate(tokens):
        start = token.start()
        if number in named:
            letters[start : token.end()] = named[number]
        elif token.group() in short or _letters_only(token.group()):
            letters[start : token.end()] = token.group()
        elif (
            not common(token.group().lower())
            or _OPENS.search(text[max(0, start - 90) : start])
            or _is_month(text, token)
        ):
            letters[start] = text[start]
    for dotted in _DOTTED.finditer(text):
        letters[dotted.start() : dotted.end()] = dotted.group()
    return "".join(letters)


def _letters_only(word: str) -> bool:
    """Whether a word can only be spelt ("FMLN"): it has no vowel and is none of the list."""
    return 2 < len(word) < 7 and not set(word) & set("AEIOUY'’") and not common(word.lower())


def _is_month(text: str, token: re.Match[str]) -> bool:
    """Whether a month's name or its first three letters stand beside a number ("15 MAR 89"), where it may be another word elsewhere."""
    beside = text[max(0, token.start() - 3) : token.start()] + text[token.end() : token.end() + 3]
    return token.group()[:3].lower() in _MONTHS and any(c.isdigit() for c in beside)


def _small(letter: str) -> str:
    low = letter.lower()
    return low if len(low) == 1 else letter


def common(word: str) -> bool:
    """Whether English prints a word small: itself, or what is left without its ending, is on the list."""
    bare = re.split(r"['’]", word)[0]
    if bare in _words() or bare == "a" or (len(bare) >= _LONG and bare.endswith(_COMMON)):
        return True
    stems = (bare[: -len(end)] + other for end, other in _ENDINGS if bare.endswith(end) and len(bare) - len(end) > 2)
    return any(stem in _words() or (stem[-1:] == stem[-2:-1] and stem[:-1] in _words()) for stem in stems)


@cache
def _words() -> frozenset[str]:
    lines = read_text("text/common_words.txt").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def _names(text: str, tokens: list[re.Match[str]], lexicon: Lexicon) -> Iterator[tuple[int, str]]:
    """The tokens that are part of a name of the lexicon, with the letters of its printed form; the longest name wins."""
    at = 0
    while at < len(tokens):
        for last in range(min(at + _LONGEST, len(tokens)) - 1, at - 1, -1):
            span = Span(tokens[at].start(), tokens[last].end())
            printed = _printed(lexicon).get(text[span.slice].lower())
            if printed is not None and not (at == last and common(printed.lower())):
                for n in range(at, last + 1):
                    yield n, printed[tokens[n].start() - span.start : tokens[n].end() - span.start]
                at = last
                break
        at += 1


@cache
def _printed(lexicon: Lexicon) -> dict[str, str]:
    """The printed form of every name with a capital, by its small letters; of several the one with the most capitals."""
    found: dict[str, str] = {}
    for name, candidates in lexicon.names():
        if name.islower() or all(c.sort == "noun" for c in candidates) or len(name.lower()) != len(name):
            continue
        held = found.get(name.lower())
        if held is None or sum(map(str.isupper, name)) > sum(map(str.isupper, held)):
            found[name.lower()] = name
    return found
