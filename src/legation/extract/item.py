"""Weapon items in a sentence: designation, noun and quantity that belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from legation.extract.scene import Scene, of_sort
from legation.extract.tree import head_of, noun_phrase
from legation.lexicon.table import load_table
from legation.record.document import Sentence, Token
from legation.record.mention import Mention
from legation.record.quantity import Quantity
from legation.record.span import Span

_GAP = re.compile(
    r"^[\s\"“”'’()-]{0,3}(?:(?!(?:and|or|plus|with|for|from|of|to|in|on|as|by|against|including|than)\b)[^\W\d]+\s)?$"
)


class Item(msgspec.Struct, frozen=True):
    """An item: the mention that names it best, the span of its whole phrase, its head token, and its count if one is said."""

    mention: Mention
    span: Span
    head: Token
    designation: str
    quantity: Quantity | None = None


def items_of(scene: Scene, sentence: Sentence) -> tuple[Item, ...]:
    """The weapon items of a sentence in text order, one per designation or weapon noun."""
    mentions = of_sort(scene.mentions(sentence.span), ("weapon", "designation", "noun"))
    return tuple(item for group in _grouped(scene, mentions) if (item := _item(scene, sentence, group)) is not None)


def _grouped(scene: Scene, mentions: tuple[Mention, ...]) -> Iterator[list[Mention]]:
    """The mentions that name one item together ("Mi-35M attack helicopters", "the Mi-24 (Hind)"), in text order."""
    group: list[Mention] = []
    for mention in mentions:
        if group and _is_apart(scene, group[-1], mention):
            yield group
            group = []
        group.append(mention)
    if group:
        yield group


def _is_apart(scene: Scene, before: Mention, mention: Mention) -> bool:
    """Whether another item begins: after a comma, "and", a preposition or a number."""
    gap = scene.article.text[before.span.end : mention.span.start]
    numbered = bool(gap) and any(q.unit is None for q in scene.quantities(Span(before.span.end, mention.span.start)))
    return not _GAP.match(gap) or numbered


def _sort(mention: Mention) -> str:
    return "weapon" if any(c.sort in ("weapon", "designation") for c in mention.candidates) else "noun"


def _item(scene: Scene, sentence: Sentence, group: list[Mention]) -> Item | None:
    named = next((m for m in group if _sort(m) == "weapon"), group[0])
    whole = Span(group[0].span.start, group[-1].span.end)
    head = head_of(sentence, whole)
    if head is None:
        return None
    while head.dep in ("amod", "compound", "nmod") and sentence.tokens[head.head].pos in ("NOUN", "PROPN"):
        head = sentence.tokens[head.head]
    phrase = noun_phrase(sentence, head.index)
    start = min(phrase.start, whole.start)
    quantity = _quantity(scene, Span(start, whole.end), named) or _measured(scene, sentence, head)
    if quantity is not None:
        start = min(start, quantity.span.start)
    designation = named.words if _sort(named) == "weapon" else scene.words(whole)
    return Item(named, Span(start, whole.end), head, designation, quantity)


def count_before(scene: Scene, sentence: Sentence, head: Token, name: Span) -> Quantity | None:
    """The count of an item that is no listed weapon: before its name in its phrase, or of a measure that it stands behind."""
    start = min(noun_phrase(sentence, head.index).start, name.start)
    counts = [q for q in scene.quantities(Span(start, name.end)) if _counts(scene, q) and q.span.end <= name.start]
    return counts[-1] if counts else _measured(scene, sentence, head)


def _counts(scene: Scene, quantity: Quantity) -> bool:
    """Whether a number counts things: it has no unit, and no hyphen makes it a measure ("a 1,500-ton vessel")."""
    return quantity.unit is None and scene.article.text[quantity.span.end : quantity.span.end + 1] != "-"


def _measured(scene: Scene, sentence: Sentence, head: Token) -> Quantity | None:
    """The count of a measure that the item stands behind ("8,000 rounds of artillery ammunition")."""
    prep = sentence.tokens[head.head]
    measure = sentence.tokens[prep.head]
    if prep.lemma != "of" or measure.lemma not in load_table("rules/transfers.toml")["measures"]:
        return None
    before = noun_phrase(sentence, measure.index)
    counts = [q for q in scene.quantities(before) if q.unit is None and q.span.start <= measure.start]
    return counts[-1] if counts else None


def _quantity(scene: Scene, span: Span, named: Mention) -> Quantity | None:
    """The count that stands before the item in its own phrase; the last one when there are more."""
    counts = [q for q in scene.quantities(span) if _counts(scene, q) and q.span.end <= named.span.start]
    return counts[-1] if counts else None
