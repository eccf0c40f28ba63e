"""Victims of a figure: their class, whether the attackers are counted with them, whether the figure is a part of another."""

from __future__ import annotations

import re

from legation.extract.scene import Scene
from legation.lexicon.table import load_table
from legation.record.document import sentence_at
from legation.record.span import Span

RULES = "rules/tolls.toml"


def victim_class(words: str) -> str | None:
    """The class of victims by the first noun that has one: civilian, security_force, militant, child, journalist, perpetrator ...; else None.

    >>> victim_class("at least 12 soldiers"), victim_class("12 people")
    ('security_force', None)
    """
    table: dict[str, list[str]] = load_table(RULES)["classes"]
    lists = re.split(r"\band\b", re.split(r",| including | among ", words)[0])
    words = next((part for part in lists if not re.search(r"\b(?:him|her|them)sel(?:f|ves)\b", part)), "")
    singular = [w.removesuffix("s").replace("men", "man") for w in re.findall(r"[a-z]+", words.lower())]
    for word in singular:
        for name, nouns in table.items():
            if word in nouns or f"{word}s" in nouns or word.replace("man", "men") in nouns:
                return name
    return None


def counts_attackers(scene: Scene, span: Span) -> bool | None:
    """Whether the sentence counts the attackers in (True), leaves them out (False) or does not say (None)."""
    sentence = sentence_at(scene.document.sentences, span.start)
    table = load_table(RULES)["perpetrators"]
    words = scene.words(sentence.span).lower() if sentence is not None else ""
    if any(phrase in words for phrase in table["excluded"]):
        return False
    return True if any(phrase in words for phrase in table["included"]) else None


def is_part(scene: Scene, span: Span) -> bool:
    """Whether the figure counts some of those that another counts: "20 people, including 5 children", "five of the wounded later died"."""
    table = load_table(RULES)["parts"]
    before = scene.article.text[max(0, span.start - 30) : span.start].lower().rstrip()
    behind = scene.article.text[span.start : span.start + 50].lower()
    led = any(before.endswith(mark) for mark in table["before"])
    return led or re.match(rf"[\w-]+(?: [\w-]+)?,? (?:{'|'.join(table['behind'])})\b", behind) is not None
