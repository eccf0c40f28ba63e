"""Contract announcements of the US Department of Defense read as such: one claim for each buying state and ware."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import msgspec

from legation.extract.buyer import Buyer, buyers, listed, shared, telling
from legation.extract.claim import Find, claim_of
from legation.extract.item import items_of
from legation.extract.scene import Scene, of_sort
from legation.extract.tree import noun_phrase
from legation.lexicon.table import load_table
from legation.record.claim import Aux, Claim, Role
from legation.record.deal import Stage, Transfer
from legation.record.document import Sentence, Token
from legation.record.quantity import Quantity
from legation.record.span import Span

MADE_BY = "award@1"
_NAMING = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "SYM", "DET"})
_COUNTING = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "advmod"})


class Ware(msgspec.Struct, frozen=True):
    """Goods in an announcement: the span of their name, their sentence, and their count where one is told."""

    span: Span
    sentence: Sentence
    count: Quantity | None = None


class Announcement(msgspec.Struct, frozen=True):
    """A paragraph that announces a contract for foreign buyers, with its telling sentences: who sells, who buys, what."""

    paragraph: tuple[Sentence, ...]
    telling: tuple[Sentence, ...]
    supplier: Span
    buyers: tuple[Buyer, ...]
    wares: tuple[Ware, ...]


def awards(scene: Scene) -> Iterable[Claim]:
    """The transfers of a scene's contract announcements, in text order: one per ware and buying state."""
    for announcement in announcements(scene):
        yield from _claims(scene, announcement)


def announcements(scene: Scene) -> Iterator[Announcement]:
    """The announcements of a scene: an award with its sum, words of sale abroad, a seller, a buying state and goods."""
    table = load_table("rules/awards.toml")
    for _, group in groupby(scene.document.sentences, key=lambda s: s.block):
        paragraph = tuple(group)
        text = scene.words(paragraph[0].span.join(paragraph[-1].span))
        award = re.search(table["awarded"], text)
        if award is None or "$" not in text[award.end() : award.end() + 120] or not re.search(table["foreign"], text):
            continue
        own = telling(scene, paragraph)
        supplier, told, wares = _supplier(scene, paragraph), buyers(scene, own), _wares(scene, own)
        if supplier is not None and told and wares:
            yield Announcement(paragraph, own, supplier, told, wares)


def _claims(scene: Scene, one: Announcement) -> Iterator[Claim]:
    """A claim per ware and buyer. The sum is the whole announcement's, or a buyer's part of it."""
    together = shared(scene, one.telling) or len(one.buyers) > 1
    total = _total(scene, one.paragraph)
    for ware in one.wares:
        for buyer, count in _for_whom(scene, one, ware, together):
            money = buyer.sum if together else total
            yield claim_of(scene, _find(scene, one.supplier, buyer, ware, count, money))


def _for_whom(scene: Scene, one: Announcement, ware: Ware, together: bool) -> Iterator[tuple[Buyer, Quantity | None]]:
    """The buyers of a ware with their counts: those of the list behind it; without one all of the announcement, a buyer's own count being
    that of the ware told last before it."""
    after = [w.span.start for w in one.wares if w.sentence is ware.sentence and w.span.start > ware.span.start]
    end = min([*after, ware.sentence.span.end])
    own = listed(scene, ware.sentence, Span(ware.span.end, end)) if end > ware.span.end else None
    for buyer in one.buyers:
        here = next((b for b in own or () if b.state == buyer.state), None)
        if own is None:
            count = (buyer.count if ware is _meant(one.wares, buyer) else None) if together else ware.count
            yield buyer, count
        elif here is not None:
            yield buyer, here.count


def _meant(wares: Sequence[Ware], buyer: Buyer) -> Ware | None:
    """The goods that a buyer's own count is of."""
    at = buyer.count.span.start if buyer.count is not None else 0
    before = [w for w in wares if w.span.start < at]
    return max(before, key=lambda w: w.span.start, default=None)


def _supplier(scene: Scene, paragraph: Sequence[Sentence]) -> Span | None:
    """The agency that contracts; where the announcement ends before it is named, the programme of sales; None without either."""
    table = load_table("rules/awards.toml")
    whole = paragraph[0].span.join(paragraph[-1].span)
    text = scene.words(whole)
    found = re.search(table["activity"], text) or re.search(table["program"], text)
    if found is None:
        return None
    told = Span(*found.span("agency" if "agency" in found.re.groupindex else 0)).shift(whole.start)
    return next((m.span for m in of_sort(scene.mentions(told), ("organisation",))), told)


def _total(scene: Scene, paragraph: Sequence[Sentence]) -> Quantity | None:
    money = (q for s in paragraph for q in scene.quantities(s.span) if (q.unit or "").isupper())
    return next(money, None)


def _wares(scene: Scene, own: Sequence[Sentence]) -> tuple[Ware, ...]:
    """The counted goods of the announcement, each once; without any, the first goods that it says are provided, else its first weapon."""
    named = [Ware(i.mention.span, s, i.quantity) for s in own for i in items_of(scene, s)]
    found: list[Ware] = []
    for ware in (_full(scene, w, named) for s in own for w in _counted(scene, s)):
        if not any(_told(scene, f, ware) for f in found):
            found.append(ware)
    if found:
        return tuple(found)
    plain = [w for s in own[:2] for w in _provided(scene, s)]
    return tuple((plain or named)[:1])


def _full(scene: Scene, ware: Ware, named: Sequence[Ware]) -> Ware:
    """The goods by the first weapon that the announcement names, where their own name is one plain word ("15 aircraft")."""
    plain = scene.words(ware.span).islower() and " " not in scene.words(ware.span)
    other = next((n for n in named if any(c.isupper() for c in scene.words(n.span))), None)
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
        if re.search(table["no_count"], text[max(sentence.span.start, count.span.start - 20) : count.span.start]):
            continue
        head = _counted_noun(sentence, token, count.span.end)
        if head is not None and head.lemma.lower() not in table["no_ware"]:
            yield Ware(_name(scene, head, count.span.end), sentence, count)


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


def _find(
    scene: Scene, supplier: Span, buyer: Buyer, ware: Ware, count: Quantity | None, money: Quantity | None
) -> Find:
    number = (scene.role("number", count.span),) if count is not None else ()
    roles: tuple[Role, ...] = (
        scene.role("supplier", supplier),
        scene.role("recipient", buyer.span),
        scene.role("weapon", _weapon(scene, ware)),
        *number,
    )
    anchor = next(t.index for t in ware.sentence.tokens if t.start <= ware.span.start < t.end)
    return Find(
        sentence=ware.sentence,
        anchor=anchor,
        span=ware.sentence.span,
        payload=_payload(scene, ware, count, money),
        roles=roles,
        made_by=MADE_BY,
        aux=Aux.ASSERTED,
        background=False,
    )


def _weapon(scene: Scene, ware: Ware) -> Span:
    """The designation within the goods' name, where there is one: what the resolver links."""
    return next((m.span for m in of_sort(scene.mentions(ware.span), ("weapon", "designation", "noun"))), ware.span)


def _payload(scene: Scene, ware: Ware, count: Quantity | None, money: Quantity | None) -> Transfer:
    return Transfer(
        stage=Stage.SIGNED,
        designation=scene.words(ware.span),
        transfer_type="sale",
        low=count.low if count else None,
        best=count.best if count else None,
        high=count.high if count else None,
        qualifier=count.qualifier.value if count else None,
        quantity_words=count.words if count else None,
        amount=money.best if money else None,
        currency=money.unit if money else None,
        value_words=money.words if money else None,
        signed=scene.article.published,
    )
