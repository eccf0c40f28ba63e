"""The claim of an arms transfer: an item with its parties, stage and type, and what the words add: count, sum, dates, terms."""

from __future__ import annotations

import msgspec

from legation.extract.aux import aux_of, is_background, when_of
from legation.extract.claim import Find, claim_of
from legation.extract.day import whens_on
from legation.extract.entity import entities
from legation.extract.item import Item
from legation.extract.materiel import all_items
from legation.extract.rung import AGREED, UNREAL, standing
from legation.extract.scene import Scene
from legation.extract.terms import Term, terms_of
from legation.extract.tree import ancestors, kids, noun_phrase
from legation.lexicon.table import load_table, word_set
from legation.record.claim import Aux, Claim
from legation.record.deal import Stage, Transfer
from legation.record.document import Sentence, Token
from legation.record.quantity import Quantity
from legation.record.span import Span
from legation.record.when import When

_TABLE = "rules/transfers.toml"


class Sides(msgspec.Struct, frozen=True):
    """Where the parties are named, by the part that they play."""

    supplier: tuple[Span, ...] = ()
    recipient: tuple[Span, ...] = ()
    origin: tuple[Span, ...] = ()
    via: tuple[Span, ...] = ()


class Money(msgspec.Struct, frozen=True):
    """A sum with what it is: contract, ceiling, programme or rumour; `bundled` where it pays for other items too."""

    sum: Quantity
    kind: str
    bundled: bool


def transfer_claim(
    scene: Scene, sentence: Sentence, item: Item, sides: Sides, stage: Stage, kind: str, made_by: str
) -> Claim:
    """The claim of an item's transfer. `kind` is a type of transfer or "unsaid"."""
    token = _trigger(sentence, item)
    trigger = Span(token.start, token.end)
    span = item.span.join(trigger)
    for side in (*sides.supplier, *sides.recipient):
        span = span.join(side) if sentence.span.contains(side) else span
    stage, aux = standing(scene, sentence, token, stage)
    terms, money = terms_of(scene, sentence), _money(scene, sentence, item, stage)
    dates = _dates(scene, sentence, token, stage)
    payload = _payload(scene, sentence, item, stage, kind, terms, money, dates)
    number = (scene.role("number", item.quantity.span),) if item.quantity else ()
    value = (scene.role("value", money.sum.span),) if money else ()
    when = when_of(scene, span, sentence, token.index)
    frame = next((f for f in scene.frames[sentence.index] if f.verb == token.index), None)
    roles = (
        scene.role("trigger", trigger),
        *(scene.role(part, s) for part in Sides.__struct_fields__ for s in getattr(sides, part)),
        *entities(scene, sentence, item.span, {"supplier": sides.supplier, "recipient": sides.recipient}),
        scene.role("weapon", item.mention.span),
        *number,
        *value,
        *(scene.role(term.role, term.span) for term in terms),
    )
    find = Find(
        sentence=sentence,
        anchor=token.index,
        span=span,
        payload=payload,
        roles=tuple(dict.fromkeys(roles)),
        made_by=made_by,
        aux=aux,
        when=when,
        background=is_background(scene, sentence, frame, when, aux) or (stage is Stage.IN_SERVICE and when is None),
    )
    return claim_of(scene, find)


def _trigger(sentence: Sentence, item: Item) -> Token:
    """The word that tells of the transfer: the nearest verb or noun of supply above the item, else one in a clause that hangs on it, else the
    nearest verb above it."""
    below = [t for t in sentence.tokens if t.head == item.head.index and t.dep in ("relcl", "acl")]
    above = list(ancestors(sentence, item.head.index))
    found = next((t for t in (*above, *below) if _tells(t)), None)
    verb = next((t for t in above if t.pos in ("VERB", "AUX")), None)
    return found or verb or item.head


def _tells(token: Token) -> bool:
    if token.pos == "NOUN":
        return token.lemma.lower() in word_set(_TABLE, "deeds")
    return token.pos == "VERB" and token.lemma.lower() in word_set(_TABLE, "told")


def _payload(
    scene: Scene,
    sentence: Sentence,
    item: Item,
    stage: Stage,
    kind: str,
    terms: tuple[Term, ...],
    money: Money | None,
    dates: dict[str, str],
) -> Transfer:
    count = item.quantity
    words = {term.name: scene.words(term.span) for term in reversed(terms)}
    return Transfer(
        stage=stage,
        designation=item.designation,
        transfer_type=None if kind == "unsaid" else kind,
        low=count.low if count else None,
        best=count.best if count else None,
        high=count.high if count else None,
        qualifier=count.qualifier.value if count else None,
        quantity_words=count.words if count else None,
        condition=_condition(scene, sentence, item),
        amount=(money.sum.best if money.sum.best is not None else money.sum.high) if money else None,
        currency=money.sum.unit if money else None,
        value_words=money.sum.words if money else None,
        value_kind=money.kind if money else None,
        bundled=money.bundled if money else False,
        signed=dates.get("signed"),
        delivered=dates.get("delivered"),
        due=dates.get("due"),
        financing=words.get("financing"),
        offsets=words.get("offsets"),
        end_use=words.get("end_use"),
        conditions=words.get("conditions"),
        batch=words.get("batch"),
    )


def _dates(scene: Scene, sentence: Sentence, trigger: Token, stage: Stage) -> dict[str, str]:
    """The dates of order and delivery: each time goes to the nearest word of ordering or delivering that it hangs on, one that hangs on the
    trigger alone goes by the stage. A day after that of publication, or of a delivery to come, is when delivery is due."""
    whens = [w for w in scene.whens(sentence.span) if w.value is not None]
    found: dict[str, str] = {}
    for when in whens:
        words = [t for t in sentence.tokens if (_dating(t) or t is trigger) and when in whens_on(sentence, t, [when])]
        word = min(words, key=lambda t: (abs(t.start - when.span.start), t.index), default=None)
        name = (_dating(word) or _by_stage(stage)) if word is not None else None
        if word is not None and name is not None:
            ahead = _is_later(scene, when) or (name == "delivered" and _is_ahead(scene, sentence, word))
            found.setdefault("due" if ahead else name, str(when.value))
    return found


def _dating(token: Token) -> str | None:
    """What a date that hangs on a word is of: signed or delivered."""
    table = ("signed", "delivered") if token.pos == "VERB" or token.lemma.lower() != "ship" else ()
    names = (n for n in table if token.pos in ("VERB", "NOUN") and token.lemma.lower() in word_set(_TABLE, "dates", n))
    return next(names, None)


def _by_stage(stage: Stage) -> str | None:
    if stage in (Stage.DELIVERED_PART, Stage.DELIVERED_FULL):
        return "delivered"
    return "signed" if stage is Stage.SIGNED else None


def _is_later(scene: Scene, when: When) -> bool:
    """Whether a time begins after the day of publication."""
    day = scene.article.published
    return day is not None and when.start is not None and when.start > day


def _is_ahead(scene: Scene, sentence: Sentence, token: Token) -> bool:
    return aux_of(scene, sentence, token.index) in (Aux.PLANNED, *UNREAL)


def _money(scene: Scene, sentence: Sentence, item: Item, stage: Stage) -> Money | None:
    """The sum of money of the sentence, when there is one and the item is the sentence's first."""
    sums = [q for q in scene.quantities(sentence.span) if (q.unit or "").isupper()]
    items = all_items(scene, sentence)
    if len(sums) != 1 or not items or items[0].mention != item.mention or _is_each(scene, sums[0]):
        return None
    return Money(sums[0], _kind_of_sum(scene, sums[0], stage), len(items) > 1)


def _is_each(scene: Scene, money: Quantity) -> bool:
    """Whether a sum is the price of one item."""
    after = scene.article.text[money.span.end : money.span.end + 12].lower().split()
    return bool(after) and after[0].strip(",.;") in word_set(_TABLE, "values", "each")


def _kind_of_sum(scene: Scene, money: Quantity, stage: Stage) -> str:
    """**Source:** SIPRI's and DSCA's distinctions: a notified sum and one of "up to" are ceilings; without an order it is a programme's."""
    before = scene.article.text[max(0, money.span.start - 30) : money.span.start].lower().rpartition(". ")[2]
    if any(f" {word} " in f" {before} " for word in load_table(_TABLE)["values"]["rumour"]):
        return "rumour"
    if stage is Stage.NOTIFIED or money.qualifier.value == "up_to":
        return "ceiling"
    return "contract" if stage in AGREED else "programme"


def _condition(scene: Scene, sentence: Sentence, item: Item) -> str | None:
    """The state of the goods by the words of their phrase before the noun."""
    table: dict[str, list[str]] = load_table(_TABLE)["conditions"]
    phrase = scene.words(noun_phrase(sentence, item.head.index).join(item.span)).lower()
    words = {t.text.lower() for t in kids(sentence, item.head.index, "amod", "compound")}
    found = (n for n, marks in table.items() if any(m in words or (not m.isalpha() and m in phrase) for m in marks))
    return next(found, None)
