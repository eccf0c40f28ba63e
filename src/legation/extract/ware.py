"""The goods of a contract announcement: counted ones, those that are provided, and services by their whole name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from legation.extract.item import items_of
from legation.extract.scene import Scene
from legation.extract.tree import noun_phrase
from legation.lexicon.table import load_table
from legation.record.document import Sentence, Token
from legation.record.quantity import Quantity
from legation.record.span import Span

_NAMING = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "SYM", "DET"})
_COUNTING = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "advmod"})


class Ware(msgspec.Struct, frozen=True):
    """Goods in an announcement: the span of their name, their sentence, their count where one is told, and whether they are a service."""

    span: Span
    sentence: Sentence
    count: Quantity | None = None
    service: bool = False


def wares_in(scene: Scene, own: Sequence[Sentence]) -> tuple[Ware, ...]:
    """The counted goods of the announcement, each once; without any, the first goods that it says are provided, else its first weapon."""
    named = [
        Ware(i.mention.span, s, i.quantity if i.quantity and _counts(scene, s, i.quantity) else None)
        for s in own
        for i in items_of(scene, s)
        if i.span.start >= _behind_firm(scene, s)
    ]
    found: list[Ware] = []
    for raw in (w for s in own for w in _counted(scene, s)):
        ware = _full(scene, raw, named)
        if not any(_told(scene, f, raw) or _told(scene, f, ware) for f in found):
            found.append(ware)
    if found:
        return tuple(found)
    plain = [w for s in own[:2] for w in _provided(scene, s)]
    return tuple(_serviced(scene, w) for w in (plain or named)[:1])


def _serviced(scene: Scene, ware: Ware) -> Ware:
    """The goods, or the service by its whole name where uncounted goods are only serviced ("F-16 aircraft maintenance"): what is sold is no
    aircraft then."""
    table, text, sentence = load_table("rules/awards.toml"), scene.article.text, ware.sentence.span
    behind = re.match(table["service_behind"], text[ware.span.end : sentence.end])
    before = re.search(table["service_before"], text[sentence.start : ware.span.start])
    if ware.count is not None or not (behind or before):
        return ware
    start = sentence.start + before.start() if before else ware.span.start
    return Ware(Span(start, ware.span.end + (behind.end() if behind else 0)), ware.sentence, service=True)


def _behind_firm(scene: Scene, sentence: Sentence) -> int:
    """Where a sentence goes on behind the firm that is awarded: a weapon in its name is none ("Quill Radar Inc.")."""
    award = re.search(load_table("rules/awards.toml")["awarded"], scene.words(sentence.span))
    return sentence.span.start + (award.end() if award else 0)


def _full(scene: Scene, ware: Ware, named: Sequence[Ware]) -> Ware:
    """The goods by the first weapon that the announcement names without a count, where their own name is one plain word ("15 aircraft")."""
    plain = scene.words(ware.span).islower() and " " not in scene.words(ware.span)
    other = next((n for n in named if n.count is None and any(c.isupper() for c in scene.words(n.span))), None)
    if not plain or other is None or scene.words(ware.span).rstrip("s") not in load_table("rules/awards.toml")["plain"]:
        return ware
    return Ware(other.span, other.sentence, ware.count)


def _told(scene: Scene, first: Ware, ware: Ware) -> bool:
    """Whether goods were told before: the same words, or only their last ones ("eight engines" after "17 AE1107C engines")."""
    before, again = (scene.words(w.span).lower().rstrip("s") for w in (first, ware))
    return first.span.overlaps(ware.span) or before == again or before.endswith(f" {again}")


def _provided(scene: Scene, sentence: Sentence) -> Iterator[Ware]:
    """Goods in the plural, without a count, behind a word of providing."""
    table = load_table("rules/awards.toml")
    for token in sentence.tokens:
        if token.tag not in ("NNS", "NNPS") or token.lemma.lower() in table["no_ware"] + table["not_alone"]:
            continue
        span = noun_phrase(sentence, token.index)
        lead = re.match(table["fillers"], scene.words(span), re.IGNORECASE)
        start = span.start + (lead.end() if lead else 0)
        if start < token.start and re.search(table["provided"], scene.article.text[max(0, start - 40) : start]):
            yield Ware(Span(start, token.end), sentence)


def _counted(scene: Scene, sentence: Sentence) -> Iterator[Ware]:
    table = load_table("rules/awards.toml")
    text = scene.article.text
    for count in scene.quantities(sentence.span):
        token = next((t for t in sentence.tokens if t.start <= count.span.start < t.end), None)
        if token is None or count.unit is not None or not text[count.span.end : count.span.end + 1].isspace():
            continue
        before = sentence.tokens[token.index - 1] if token.index else token
        if before.pos == "PROPN" and before.text[0].isupper():
            continue
        if not _counts(scene, sentence, count):
            continue
        head = _counted_noun(sentence, token, count.span.end)
        if head is not None and head.lemma.lower() not in table["no_ware"]:
            yield Ware(_name(scene, head, count.span.end), sentence, count)


def _counts(scene: Scene, sentence: Sentence, count: Quantity) -> bool:
    """Whether a number counts goods: what stands before it does not make it a lot's or a version's ("Lot 9", "(V) 3")."""
    before = scene.article.text[max(sentence.span.start, count.span.start - 20) : count.span.start]
    return not re.search(load_table("rules/awards.toml")["no_count"], before)


def _counted_noun(sentence: Sentence, token: Token, start: int) -> Token | None:
    """The noun that a number counts: the last of the run of names, nouns and adjectives behind it; by the parse where that is further on."""
    run: list[Token] = []
    for after in (t for t in sentence.tokens if t.start >= start and t.pos != "SPACE"):
        joined = after.lemma == "and" and after.index + 1 < len(sentence.tokens)
        named = joined and _is_designation(sentence.tokens[after.index + 1].text)
        if after.pos not in _NAMING and after.dep != "amod" and not named and after.text not in ("-", "/"):
            break
        run.append(after)
    nouns = [t for t in run if t.pos in ("NOUN", "PROPN")]
    at = token
    while at.dep in _COUNTING and at.head != at.index:
        at = sentence.tokens[at.head]
    parsed = [at] if at.pos in ("NOUN", "PROPN") and run and run[0].start <= at.start <= run[-1].start + 40 else []
    return max([*nouns, *parsed], key=lambda t: t.start, default=None) if nouns else None


def _is_designation(word: str) -> bool:
    return any(c.isdigit() for c in word) and any(c.isalpha() for c in word)


def _name(scene: Scene, head: Token, start: int) -> Span:
    """The name of goods between their count and the end of their noun; without "each" and "new"."""
    text = scene.article.text[start : head.end]
    start += len(text) - len(text.lstrip())
    lead = re.match(load_table("rules/awards.toml")["fillers"], text.lstrip())
    return Span(start + (lead.end() if lead else 0), head.end)
