"""Who sells, gives, orders or gets which arms: one claim per item and predicate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import msgspec

from legation.extract.aux import aux_of, when_of
from legation.extract.award import announcements
from legation.extract.claim import Find, claim_of
from legation.extract.frame import Frame
from legation.extract.item import Item, items_of
from legation.extract.party import behind, parties, within
from legation.extract.scene import Scene, of_sort
from legation.extract.tree import ancestors, kids, noun_phrase, subtree
from legation.lexicon.table import load_entries, load_table
from legation.record.claim import Aux, Claim, Role
from legation.record.deal import Stage, Transfer
from legation.record.document import Sentence
from legation.record.quantity import Quantity
from legation.record.span import Span

MADE_BY = "transfer@1"
NAMED_SORTS = frozenset({"state", "organisation", "group"})


class Deed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A verb or noun of transfer: which side its doer is on, and the rung that each standing puts the claim on."""

    lemma: str
    side: str
    pos: str = "verb"
    done: str | None = None
    planned: str = "signed"
    possible: str = "interest"
    type: str | None = None


class Parties(msgspec.Struct, frozen=True):
    """The spans of supplier and recipient, as far as the words give them."""

    supplier: tuple[Span, ...] = ()
    recipient: tuple[Span, ...] = ()


@cache
def deeds() -> dict[tuple[str, str], Deed]:
    """The deeds by part of speech and lemma."""
    return {(d.pos, d.lemma): d for d in load_entries("rules/transfers.toml", "deed", Deed)}


def transfers(scene: Scene) -> Iterable[Claim]:
    """The arms transfers of a scene, in text order: an item, the deed that governs it, and at least one named party. Contract
    announcements have a reader of their own (`extract.award`)."""
    apart = {s.index for one in announcements(scene) for s in one.paragraph}
    for sentence in (s for s in scene.document.sentences if s.index not in apart):
        for item in items_of(scene, sentence):
            find = _transfer(scene, sentence, item)
            if find is not None:
                yield claim_of(scene, find)


def _transfer(scene: Scene, sentence: Sentence, item: Item) -> Find | None:
    frame, deed = _verb(scene, sentence, item)
    if frame is not None and deed is not None:
        return _by_verb(scene, item, frame, deed)
    return _by_noun(scene, sentence, item)


def _verb(scene: Scene, sentence: Sentence, item: Item) -> tuple[Frame | None, Deed | None]:
    """The nearest verb of transfer above the item, within its clause."""
    by_verb = {f.verb: f for f in scene.frames[sentence.index]}
    below = [t for t in sentence.tokens if t.head == item.head.index and t.dep in ("relcl", "acl")]
    for token in [*below, *ancestors(sentence, item.head.index)]:
        deed = deeds().get(("verb", token.lemma))
        frame = by_verb.get(token.index)
        if deed is not None and frame is not None and _takes(sentence, frame, item):
            return frame, deed
        if (
            token.pos in ("VERB", "AUX")
            and token.dep in ("ROOT", "ccomp")
            and token.lemma not in ("win", "sign", "have", "be")
        ):
            break
    return None, None


def _takes(sentence: Sentence, frame: Frame, item: Item) -> bool:
    """Whether the item stands among the verb's objects, its subject when passive, or behind "with", "of", "for" or "including"."""
    slots = [
        *frame.objects,
        *frame.attributes,
        *(noun for prep, noun in frame.obliques if prep in ("with", "of", "for", "include", "on")),
    ]
    if frame.passive and frame.subject is not None:
        slots.append(frame.subject)
    return any(item.head.index in subtree(sentence, slot) for slot in slots)


def _by_verb(scene: Scene, item: Item, frame: Frame, deed: Deed) -> Find | None:
    sentence = frame.sentence
    sides = _sides(scene, frame, deed, item)
    sides = _completed(scene, sentence, item, sides)
    if not (sides.supplier or sides.recipient):
        return None
    aux = aux_of(scene, sentence, frame.verb, frame)
    stage = _stage(scene, sentence, frame.verb, deed, aux)
    if stage is None:
        return None
    token = sentence.tokens[frame.verb]
    return _find(scene, sentence, item, sides, stage, deed, Span(token.start, token.end), frame, aux)


def _sides(scene: Scene, frame: Frame, deed: Deed, item: Item) -> Parties:
    """The parties that the verb's own arguments name."""
    sentence = frame.sentence
    doer = tuple(p for p in parties(scene, sentence, frame.doer) if not p.overlaps(item.span))
    if deed.side == "recipient":
        return Parties(behind(scene, frame, ("from", "by")), doer)
    given = behind(scene, frame, ("to", "for"))
    if not given and frame.receiver is not None:
        given = parties(scene, sentence, frame.receiver)
    if not given and frame.objects and item.head.index not in subtree(sentence, frame.objects[0]):
        given = parties(scene, sentence, frame.objects[0])
    if not given:
        given = within(scene, sentence, item.head.index, ("to", "for"))
    return Parties(doer, given)


def _completed(scene: Scene, sentence: Sentence, item: Item, sides: Parties) -> Parties:
    """The parties, a missing supplier taken from the item's maker or owner, or from the deal that the passage speaks of."""
    supplier = sides.supplier or tuple(s for s in _makers(scene, sentence, item) if s not in sides.recipient)
    if not supplier and sides.recipient:
        supplier = _counterpart(scene, sentence, sides.recipient)
    return Parties(supplier, sides.recipient)


def _makers(scene: Scene, sentence: Sentence, item: Item) -> tuple[Span, ...]:
    """The states that stand before the item in its phrase ("British Rapier missiles", "Chinese-made missiles")."""
    before = Span(item.span.start, item.mention.span.end)
    named = of_sort(scene.mentions(before), NAMED_SORTS)
    own = tuple(
        m.span for m in named if m.span.end <= item.mention.span.start or m.span.start < item.mention.span.start
    )
    return own or tuple(
        s for p in ("of",) for s in within(scene, sentence, item.head.index, (p,)) if s.start > item.span.end
    )


def _counterpart(scene: Scene, sentence: Sentence, recipient: tuple[Span, ...]) -> tuple[Span, ...]:
    """The other party of the agreement that the paragraph signed before, when the recipient is one of its parties."""
    known = {_state(scene, span) for span in recipient}
    for earlier in reversed([s for s in scene.paragraph(sentence) if s.index < sentence.index]):
        for frame in scene.frames[earlier.index]:
            partners = _contractors(scene, frame)
            if known & {_state(scene, span) for span in partners} - {None}:
                return tuple(span for span in partners if _state(scene, span) not in known)
    return ()


def _contractors(scene: Scene, frame: Frame) -> tuple[Span, ...]:
    """The parties of a frame that signs or agrees a deal ("X signed an agreement with Y")."""
    table = load_table("rules/transfers.toml")["contracts"]
    heads = {
        frame.sentence.tokens[i].lemma
        for i in (*frame.objects, *([frame.subject] if frame.passive and frame.subject is not None else []))
    }
    if frame.lemma not in table["verbs"] or not heads & set(table["nouns"]):
        return ()
    return (*parties(scene, frame.sentence, frame.doer), *behind(scene, frame, ("with", "between")))


def _state(scene: Scene, span: Span) -> str | None:
    for mention in of_sort(scene.mentions(span), ("state",)):
        return next(c.id for c in mention.candidates if c.sort == "state")
    return None


def _stage(scene: Scene, sentence: Sentence, index: int, deed: Deed, aux: Aux) -> Stage | None:
    """The rung of the ladder: by what governs the deed ("offered to sell"), else by the deed's own standing."""
    governed = _governing_stage(sentence, index)
    if governed is not None:
        return governed
    if aux is Aux.NEGATED:
        return Stage.DENIED
    if aux in (Aux.HYPOTHETICAL, Aux.UNLIKELY):
        return Stage(deed.possible)
    if aux is Aux.PLANNED:
        return Stage(deed.planned)
    return Stage(deed.done) if deed.done else None


def _governing_stage(sentence: Sentence, index: int) -> Stage | None:
    rungs: dict[str, str] = load_table("rules/transfers.toml")["governors"]
    for token in ancestors(sentence, index):
        lemmas = [token.lemma, *(t.lemma for t in kids(sentence, token.index, "dobj", "acomp", "attr"))]
        rung = next((rungs[lemma] for lemma in lemmas if lemma in rungs), None)
        if rung is not None:
            return Stage(rung)
        if token.dep in ("ccomp", "ROOT", "relcl"):
            return None
    return None


def _by_noun(scene: Scene, sentence: Sentence, item: Item) -> Find | None:
    """A transfer told by a noun: "the sale of X to Y", "deliveries of its Mirage jets to Egypt", "an order for X"."""
    for token in ancestors(sentence, item.head.index):
        deed = deeds().get(("noun", token.lemma))
        if deed is None:
            if token.pos in ("VERB", "AUX"):
                return None
            continue
        sides = _noun_sides(scene, sentence, token.index, item)
        if not sides.recipient or not sides.supplier:
            return None
        aux = aux_of(scene, sentence, token.index)
        stage = _stage(scene, sentence, token.index, deed, aux)
        if stage is None:
            return None
        return _find(scene, sentence, item, sides, stage, deed, Span(token.start, token.end), None, aux)
    return None


def _noun_sides(scene: Scene, sentence: Sentence, noun: int, item: Item) -> Parties:
    governor = sentence.tokens[sentence.tokens[noun].head]
    frame = next((f for f in scene.frames[sentence.index] if f.verb == governor.index), None)
    recipient = within(scene, sentence, noun, ("to", "for", "with")) or within(
        scene, sentence, item.head.index, ("to", "for")
    )
    if not recipient and frame is not None:
        recipient = behind(scene, frame, ("to",))
    owner = next(iter(kids(sentence, noun, "poss", "amod", "compound")), None)
    supplier = parties(scene, sentence, owner.index, anaphora=False) if owner else ()
    supplier = supplier or within(scene, sentence, noun, ("by", "from"))
    if not supplier and frame is not None:
        supplier = parties(scene, sentence, frame.doer)
    if not recipient and len(supplier) > 1:
        return _split(scene, item, supplier)
    sides = Parties(
        tuple(s for s in supplier if s not in recipient), tuple(r for r in recipient if not r.overlaps(item.span))
    )
    return _completed(scene, sentence, item, sides)


def _split(scene: Scene, item: Item, both: tuple[Span, ...]) -> Parties:
    """The sides of a deal that two parties sign together: the state that designed the weapon supplies it."""
    known = (scene.lexicon.weapons[c.id] for c in item.mention.candidates if c.sort == "weapon")
    designers = {designer for entry in known for designer in entry.designers}
    makers = tuple(s for s in both if _state(scene, s) in designers)
    return Parties(makers, tuple(s for s in both if s not in makers)) if makers else Parties()


def _find(
    scene: Scene,
    sentence: Sentence,
    item: Item,
    sides: Parties,
    stage: Stage,
    deed: Deed,
    trigger: Span,
    frame: Frame | None,
    aux: Aux,
) -> Find:
    roles = (
        scene.role("trigger", trigger),
        *(scene.role("supplier", span) for span in sides.supplier),
        *(scene.role("recipient", span) for span in sides.recipient),
        scene.role("weapon", item.mention.span),
        *_number(scene, item.quantity),
    )
    near = [s for s in (*sides.supplier, *sides.recipient) if sentence.span.contains(s)]
    span = item.span
    for other in (trigger, *near):
        span = span.join(other)
    anchor = next(t.index for t in sentence.tokens if t.start == trigger.start)
    payload = _payload(scene, sentence, item, stage, deed)
    return Find(
        sentence=sentence,
        anchor=anchor,
        span=span,
        payload=payload,
        roles=tuple(dict.fromkeys(roles)),
        made_by=MADE_BY,
        frame=frame,
        aux=aux,
        when=when_of(scene, span, sentence),
    )


def _number(scene: Scene, quantity: Quantity | None) -> Iterator[Role]:
    if quantity is not None:
        yield scene.role("number", quantity.span)


def _payload(scene: Scene, sentence: Sentence, item: Item, stage: Stage, deed: Deed) -> Transfer:
    count = item.quantity
    value = _value(scene, sentence, item)
    when = when_of(scene, sentence.span, sentence)
    dated = when.value if when is not None else None
    return Transfer(
        stage=stage,
        designation=item.designation,
        transfer_type=deed.type,
        low=count.low if count else None,
        best=count.best if count else None,
        high=count.high if count else None,
        qualifier=count.qualifier.value if count else None,
        quantity_words=count.words if count else None,
        condition=_condition(scene, sentence, item),
        amount=value.best if value else None,
        currency=value.unit if value else None,
        value_words=value.words if value else None,
        signed=dated if stage is Stage.SIGNED else None,
        delivered=dated if stage in (Stage.DELIVERED_FULL, Stage.DELIVERED_PART) else None,
    )


def _value(scene: Scene, sentence: Sentence, item: Item) -> Quantity | None:
    """The sum of money of the sentence, when there is one and the item is the sentence's first."""
    sums = [q for q in scene.quantities(sentence.span) if (q.unit or "").isupper()]
    first = next(iter(items_of(scene, sentence)), None)
    return sums[0] if len(sums) == 1 and first is not None and first.mention == item.mention else None


def _condition(scene: Scene, sentence: Sentence, item: Item) -> str | None:
    table: dict[str, list[str]] = load_table("rules/transfers.toml")["conditions"]
    words = scene.words(noun_phrase(sentence, item.head.index)).lower()
    return next((name for name, marks in table.items() if any(mark in words for mark in marks)), None)
