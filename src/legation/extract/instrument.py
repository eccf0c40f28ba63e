"""Weapons used: the nouns for them beside an attack, with their GTD weapon type; weapons found, bought or seized are not."""

from __future__ import annotations

from functools import cache

from legation.extract.tree import ancestors, kids
from legation.lexicon.table import load_table, word_set
from legation.record.document import Sentence, Token
from legation.record.span import Span

_RULES = "rules/attacks.toml"


def weapon_type(sentence: Sentence, token: Token) -> str | None:
    """The GTD weapon type of a noun for a weapon, or None."""
    if token.pos not in ("NOUN", "PROPN"):
        return None
    table: dict[str, str] = load_table(_RULES)["instruments"]
    before = sentence.tokens[token.index - 1].lemma.lower() if token.index else ""
    lemma = token.lemma.lower()
    return table.get(f"{before} {lemma}") or table.get(lemma) or table.get(lemma.removesuffix("s"))


def instruments(sentence: Sentence) -> tuple[tuple[Span, str], ...]:
    """The weapons used in a sentence that tells an attack, with their types; "car bomb" is one, and so is the "bomb" of "bomb attack"."""
    found: list[tuple[Span, str]] = []
    for token in sentence.tokens:
        kind = weapon_type(sentence, token)
        head = sentence.tokens[token.head]
        part = token.dep == "compound" and weapon_type(sentence, head) is not None
        if kind is not None and not part and not _found(sentence, token) and not _of_body(sentence, token):
            found.append((_phrase(sentence, token), kind))
    return tuple(found)


@cache
def _of(name: str) -> frozenset[str]:
    return word_set(_RULES, name)


def _found(sentence: Sentence, token: Token) -> bool:
    """Whether the nearest verb finds, takes or trades the weapon ("police seized two rifles")."""
    verb = next((t for t in ancestors(sentence, token.index) if t.pos == "VERB"), None)
    return verb is not None and verb.lemma in _of("finding")


def _of_body(sentence: Sentence, token: Token) -> bool:
    """Whether the word belongs to people or a body ("the bomb squad", "natural gas", "the gun lobby"): it modifies what is no attack."""
    head = sentence.tokens[token.head]
    return token.dep == "compound" and head.lemma not in (
        "attack",
        "blast",
        "explosion",
        "fire",
        "strike",
        "assault",
        "bombing",
        "wound",
        "raid",
        "shot",
    )


def _phrase(sentence: Sentence, token: Token) -> Span:
    """The weapon with its compound parts ("car bomb", "hand grenade")."""
    parts = [t.index for t in kids(sentence, token.index, "compound") if t.index < token.index]
    return Span(sentence.tokens[min([token.index, *parts])].start, token.end)
