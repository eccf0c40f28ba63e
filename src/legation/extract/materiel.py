"""Items that no list of weapons names: plain nouns that are goods of an army where somebody supplies them ("cutters", "military aid")."""

from __future__ import annotations

from collections.abc import Iterator

from legation.extract.item import Item, count_before, items_of
from legation.extract.scene import ACTOR_SORTS, Scene, of_sort
from legation.extract.tree import kids
from legation.lexicon.table import word_set
from legation.record.document import Sentence, Token
from legation.record.mention import Candidate, Mention
from legation.record.span import Span

LABEL = "goods"
_TABLE = "rules/transfers.toml"


def all_items(scene: Scene, sentence: Sentence) -> tuple[Item, ...]:
    """The items of a sentence in text order: those that the lists name, and plain goods apart from them."""
    listed = items_of(scene, sentence)
    held = [i.span for i in listed] + [i.mention.span for i in listed]
    plain = (g for g in materiel_of(scene, sentence) if not any(g.mention.span.overlaps(h) for h in held))
    return tuple(sorted([*listed, *plain], key=lambda i: i.mention.span))


def materiel_of(scene: Scene, sentence: Sentence) -> Iterator[Item]:
    """The plain goods of a sentence, in text order. Their mention is labelled "goods" and stands for no entry of a list."""
    for token in sentence.tokens:
        if (
            token.pos == "NOUN"
            and token.text[0].islower()
            and token.dep not in ("compound", "amod")
            and _is_goods(sentence, token)
        ):
            name = _name(scene, sentence, token)
            words = scene.words(name)
            mention = Mention(name, words, LABEL, (Candidate("goods", token.lemma.lower(), "name"),))
            count = count_before(scene, sentence, token, name)
            span = name if count is None else name.join(count.span)
            yield Item(mention, span, token, words, count)


def _is_goods(sentence: Sentence, token: Token) -> bool:
    lemma = token.lemma.lower()
    beside = kids(sentence, token.index, "compound", "amod", "nmod")
    company = {t.lemma.lower() for own in beside for t in (own, *kids(sentence, own.index, "conj"))}
    serves = bool(company & word_set(_TABLE, "goods", "military"))
    if lemma in word_set(_TABLE, "goods", "assistance"):
        return serves
    if lemma not in word_set(_TABLE, "goods", "nouns"):
        return False
    return serves or lemma not in word_set(_TABLE, "goods", "vague")


def _name(scene: Scene, sentence: Sentence, head: Token) -> Span:
    """The noun with the words that say which sort it is; without article, count and the names of parties before them."""
    start = head.start
    for token in reversed(sentence.tokens[: head.index]):
        if (
            token.dep not in ("compound", "amod", "nmod", "punct")
            or token.head > head.index
            or token.text in (",", "(")
        ):
            break
        span = Span(token.start, token.end)
        if token.tag == "CD" or any(m.span.overlaps(span) for m in of_sort(scene.document.mentions, ACTOR_SORTS)):
            break
        if token.lemma.lower() in word_set(_TABLE, "goods", "counting"):
            break
        start = token.start if token.dep != "punct" else start
    return Span(start, head.end)
