"""Who sells, gives, orders or gets which arms, by the encoder: each item of a scene in its passage, answered, made into claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from legation.extract.delivery import deliveries
from legation.extract.designer import designers, settled, weighed
from legation.extract.item import Item
from legation.extract.materiel import LABEL, all_items
from legation.extract.official import is_read
from legation.extract.passage import Answer, Named, Passage, TransferEncoder, party_key, passage_of
from legation.extract.scene import Scene, of_sort
from legation.extract.transfer import Sides, transfer_claim
from legation.extract.tree import coordinated
from legation.extract.variant import is_model
from legation.lexicon.table import load_table, word_set
from legation.record.claim import Claim
from legation.record.deal import Stage
from legation.record.document import Sentence
from legation.record.mention import Mention
from legation.record.span import Span

NONE, UNSAID = "none", "unsaid"
_NAMED = frozenset({"weapon", "designation"})


class Asked(msgspec.Struct, frozen=True):
    """An item that the encoder is asked about."""

    sentence: Sentence
    item: Item
    passage: Passage
    parties: tuple[Named, ...]


class _Told(msgspec.Struct, frozen=True):
    """An item with its answer and the part of each party that has one, by the party's key."""

    asked: Asked
    answer: Answer
    parts: dict[str, str]

    def key(self, part: str) -> str | None:
        """The one party of a part; None without one, or with several."""
        found = [key for key, own in self.parts.items() if own == part]
        return found[0] if len(found) == 1 else None


class Registrar:
    """Reads the transfers of a scene. The paragraphs of official formats have readers of their own."""

    def __init__(self, encoder: TransferEncoder) -> None:
        """`encoder` answers; its limits say when it is believed."""
        self.encoder = encoder

    def __call__(self, scene: Scene) -> Iterable[Claim]:
        """The transfers of a scene and the events that deliveries make, in text order."""
        return self.over([scene])(scene)

    def over(self, scenes: Sequence[Scene]) -> Callable[[Scene], Iterable[Claim]]:
        """An extractor for these scenes, whose questions are asked together."""
        asked = {id(scene): list(self.questions(scene)) for scene in scenes}
        answers = iter(self.encoder.read([a.passage for scene in scenes for a in asked[id(scene)]]))
        found = {id(scene): [(a, next(answers)) for a in asked[id(scene)]] for scene in scenes}
        return lambda scene: self._claims(scene, found[id(scene)])

    def questions(self, scene: Scene) -> Iterator[Asked]:
        """The items of a scene with their passages, where a party is named and the words may tell of a transfer."""
        for sentence in scene.document.sentences:
            for item in (i for i in all_items(scene, sentence) if not is_read(scene, sentence, i.span)):
                if not _worth_asking(scene, sentence, item) or is_model(sentence, item.head):
                    continue
                passage, parties = passage_of(scene, sentence, item)
                if parties:
                    yield Asked(sentence, item, passage, parties)

    def _claims(self, scene: Scene, found: Sequence[tuple[Asked, Answer]]) -> Iterator[Claim]:
        told = [_Told(asked, answer, self._parts(scene, asked, answer)) for asked, answer in found]
        told = [t for t in told if 1 - t.answer.stages[NONE] >= self.encoder.limits["transfer"]]
        pairs = {(t.key("supplier"), t.key("recipient")) for t in told}
        claims = [self._claim(scene, self._completed(t, pairs)) for t in told]
        yield from (c for c in claims if c is not None)
        yield from deliveries(scene, [c for c in claims if c is not None])

    def _parts(self, scene: Scene, asked: Asked, answer: Answer) -> dict[str, str]:
        """The part of each party, by its key; the list partners of a party have its part ("Chile, Peru and Bolivia ordered")."""
        made_by = designers(scene, asked.item)
        named = [(p, weighed(s, p.key in made_by)) for p, s in zip(asked.parties, answer.parts, strict=True)]
        sure = {p.key: part for p, s in named if s[part := _best(s)] >= self.encoder.limits["party"] and part != NONE}
        listed = _lists(scene, asked)
        for part, own in ((part, own) for key, part in sure.items() for own in listed if key in own):
            sure = dict.fromkeys(own, part) | sure
        told = {p.key: s for p, s in zip(asked.parties, answer.parts, strict=True)}
        return settled(sure, told, made_by, listed, self.encoder.limits["beside"])

    def _completed(self, told: _Told, pairs: set[tuple[str | None, str | None]]) -> _Told:
        """What is told with a missing side: the one party that the document tells of with the other side, where it may be meant here too."""
        for part, place, other in (("supplier", 0, "recipient"), ("recipient", 1, "supplier")):
            if told.key(part) is None and told.key(other) is not None:
                beside = {p[place] for p in pairs if p[1 - place] == told.key(other)} - {None}
                shares = {p.key: s[part] for p, s in zip(told.asked.parties, told.answer.parts, strict=True)}
                if (
                    len(beside) == 1
                    and shares.get(key := next(iter(beside)) or "", 0.0) >= self.encoder.limits["beside"]
                ):
                    return msgspec.structs.replace(told, parts={**told.parts, key: part})
        return told

    def _claim(self, scene: Scene, told: _Told) -> Claim | None:
        """The claim of an item with a side that is named; one without a recipient must say which arms are meant, or how many."""
        asked, answer = told.asked, told.answer
        sides = Sides(**{part: _spans(scene, told, part) for part in Sides.__struct_fields__})
        stage = Stage(_best({s: p for s, p in answer.stages.items() if s != NONE}))
        named = any(c.sort in _NAMED for c in asked.item.mention.candidates) or asked.item.quantity is not None
        if not sides.recipient and (not sides.supplier or not named or stage is Stage.IN_SERVICE):
            return None
        if not sides.recipient and _at_home(scene, asked, sides.supplier):
            return None
        made_by = f"registrar@{self.encoder.version}"
        kind = _best(answer.types)
        sure = answer.types[kind] >= self.encoder.limits["type"] and _is_said(asked.sentence, kind)
        kind = kind if sure else UNSAID
        claim = transfer_claim(scene, asked.sentence, asked.item, sides, stage, kind, made_by)
        return msgspec.structs.replace(claim, confidence=round(1 - answer.stages[NONE], 3))


def _at_home(scene: Scene, asked: Asked, suppliers: Sequence[Span]) -> bool:
    """Whether a firm or body sells and no other state is named: its own state's buying ("Sikorsky is being awarded $138 million by the Navy")."""
    states = of_sort((m for span in suppliers for m in scene.mentions(span)), ("state",))
    return len(asked.parties) == 1 and not states


def _spans(scene: Scene, told: _Told, part: str) -> tuple[Span, ...]:
    """Where the parties of a part are named, each by its mention nearest to the item."""
    held = [p for p in told.asked.parties if told.parts.get(p.key) == part]
    spans = (_nearest(scene, party, told.asked.item.mention.span) for party in held)
    return tuple(span for span in spans if span is not None)


def _lists(scene: Scene, asked: Asked) -> list[frozenset[str]]:
    """The parties that the item's sentence names in one list, by their keys."""
    found: list[frozenset[str]] = []
    keys = {span: p.key for p in asked.parties for span in p.spans}
    for token in asked.sentence.tokens:
        members = (
            [asked.sentence.tokens[i] for i in coordinated(asked.sentence, token.index)] if token.dep != "conj" else []
        )
        own = {key for m in members for span, key in keys.items() if span.start <= m.start < span.end}
        if len(own) > 1:
            found.append(frozenset(own))
    return found


def _nearest(scene: Scene, party: Named, item: Span) -> Span | None:
    """The mention of a party nearest to the item, one that cannot be a mere place first: in the passage, else, for a party that only the headline names there,
    anywhere in the document."""
    own = [m for m in scene.document.mentions if party_key(m, scene.lexicon) == party.key and not m.span.overlaps(item)]
    named = [m for m in own if m.span in party.spans] or own
    near = min(named, key=lambda m: (_is_seat(m), abs(m.span.start - item.start), m.span), default=None)
    return near.span if near is not None else None


def _is_seat(mention: Mention) -> bool:
    """Whether a name may be no more than a place: a capital or a seat of government."""
    return any(c.form in ("capital", "seat") for c in mention.candidates)


def _best(shares: dict[str, float]) -> str:
    return max(shares, key=lambda name: shares[name])


def _is_said(sentence: Sentence, kind: str) -> bool:
    """Whether a word of a type of transfer stands in the sentence; types that the table has no words of need none."""
    words = load_table("rules/transfers.toml")["types"].get(kind)
    return words is None or any(t.lemma.lower() in words or t.text in words for t in sentence.tokens)


def _worth_asking(scene: Scene, sentence: Sentence, item: Item) -> bool:
    """Whether the sentence or one beside it holds a word of supply; a plain noun needs it in its own."""
    around = 0 if item.mention.label == LABEL else 1
    near = scene.document.sentences[max(0, sentence.index - around) : sentence.index + 1 + around]
    told = word_set("rules/transfers.toml", "told")
    return any(t.lemma.lower() in told or t.text.lower() in told for s in near for t in s.tokens)
