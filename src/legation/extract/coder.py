"""Who did what to whom, by the encoder: the candidates of each sentence, coded, weighed against one another, made into claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from legation.extract.aux import aux_of
from legation.extract.candidate import Candidate, candidates
from legation.extract.claim import Find, claim_of
from legation.extract.context import contexts_of
from legation.extract.encoder import Coding, Encoder, Limits
from legation.extract.event import code, events
from legation.extract.nominal import nominal_events
from legation.extract.relation import relations
from legation.extract.scene import Scene
from legation.extract.side import Party
from legation.record.claim import Claim
from legation.record.document import Sentence
from legation.record.event import EventCode
from legation.record.span import Span

# Troops, teams and doctors are what one sends, moves or withdraws, not whom one does it to, where another side is told.
_HANDS = frozenset({"MIL", "SOC", "MED"})
_MEANS = {
    "AID": _HANDS,
    "AGREE": _HANDS,
    "COOPERATE": _HANDS,
    "MOBILIZE": _HANDS,
    **dict.fromkeys(("REJECT", "CONCEDE", "RETREAT", "THREATEN", "SANCTION"), frozenset({"MIL"})),
}
_MEANS_COST = 6.0
_ON_SITE = frozenset({"ASSAULT", "COERCE"})


class Coded(msgspec.Struct, frozen=True):
    """A candidate with the encoder's answer."""

    candidate: Candidate
    coding: Coding


class Coder:
    """Codes the events of a scene: by the tables where they know the words, by the encoder elsewhere."""

    def __init__(self, encoder: Encoder, limits: Limits | None = None) -> None:
        """`encoder` answers; `limits` say when it is believed."""
        self.encoder = encoder
        self.limits = limits or encoder.limits

    def __call__(self, scene: Scene) -> Iterable[Claim]:
        """The events of a scene: those that the tables tell, then those that the encoder does, by sentence."""
        return self.over([scene])(scene)

    def over(self, scenes: Sequence[Scene]) -> Callable[[Scene], Iterable[Claim]]:
        """An extractor for these scenes, whose questions are asked together."""
        asked = {id(scene): list(self._questions(scene)) for scene in scenes}
        pairs = [c.pair(scene) for scene in scenes for c in asked[id(scene)]]
        answers = iter(self.encoder.classify(pairs))
        coded = {id(scene): [Coded(c, next(answers)) for c in asked[id(scene)]] for scene in scenes}
        return lambda scene: self._claims(scene, coded[id(scene)])

    def _questions(self, scene: Scene) -> Iterator[Candidate]:
        """The candidates whose word is an event's often enough for the encoder to be asked."""
        found = (c for s in scene.document.sentences for c in candidates(scene, s))
        return (c for c in found if self._worth_asking(c))

    def _worth_asking(self, candidate: Candidate) -> bool:
        ask, uses = self.limits.ask, self.encoder.uses.get(candidate.lemma)
        two = (bool(candidate.recipients) and not candidate.thing) or len(candidate.actors) > 1
        if uses is None or two:
            return two and (uses is None or uses.two >= ask.two)
        return uses.one >= ask.one or (candidate.thing and uses.thing >= ask.thing)

    def _claims(self, scene: Scene, coded: Sequence[Coded]) -> Iterator[Claim]:
        told = [*events(scene), *nominal_events(scene)]
        yield from told
        held = [*relations(scene)]  # how parties stand to one another is no deed
        words = {r.span for c in told for r in c.all("trigger")}
        apart = [c for c in coded if not any(h.span.contains(c.candidate.trigger) for h in held)]
        found = [c for c in apart if c.candidate.trigger not in words and self._believed(c)]
        for sentence in scene.document.sentences:
            own = [f for f in found if f.candidate.sentence.index == sentence.index]
            for one in self._apart(self._best(own), _sides_told((*told, *held), sentence)):
                yield self._claim(scene, one)

    def _believed(self, coded: Coded) -> bool:
        """Whether the share is high enough: for a deed against a thing that is not of force as high as for one without another side."""
        manner, candidate, coding = self.encoder.manner, coded.candidate, coded.coding
        if coding.type is None or (candidate.deed and coding.type not in manner.on_deeds):
            return False
        if candidate.placed and coding.type not in manner.in_place:
            return False
        if self._alone(coded) or (candidate.thing and coding.type not in manner.on_things):
            return coding.type not in manner.two_sided and coding.share >= self.limits.one
        return self._worth(coded, self.limits.step) >= self.limits.two

    def _alone(self, coded: Coded) -> bool:
        """Whether the actors deal with no one: there are no recipients, and they do not deal with one another."""
        mutual = coded.coding.typed in self.encoder.manner.symmetric and len(coded.candidate.actors) > 1
        return not coded.candidate.recipients and not mutual

    def _worth(self, coded: Coded, step: float) -> float:
        """The share of the best type, less what the distance of the recipients costs, and what means cost where a party is looked for."""
        hands = _MEANS.get(coded.coding.typed, frozenset())
        means = any(p.sector in hands for p in coded.candidate.recipients)
        return coded.coding.share - step * (coded.candidate.far + (_MEANS_COST if means else 0.0))

    def _rank(self, coded: Coded) -> tuple[bool, bool, float]:
        """The better of two codings ranks lower: of two sides before one; a thing, but for deeds of force, after parties; by worth."""
        thing = coded.candidate.thing and coded.coding.typed not in _ON_SITE
        return self._alone(coded), thing, -self._worth(coded, self.limits.nearer)

    def _best(self, found: Sequence[Coded]) -> list[Coded]:
        """For each word and its doers the best coding, and beside it further recipients of the same deed that are all but sure."""
        best: dict[tuple[int, tuple[Party, ...]], list[Coded]] = {}
        for coded in sorted(found, key=self._rank):
            told = best.setdefault((coded.candidate.anchor, coded.candidate.actors), [])
            if not told or self._further(told, coded):
                told.append(coded)
        return [coded for told in best.values() for coded in told]

    def _further(self, told: Sequence[Coded], coded: Coded) -> bool:
        """Whether a coding has parties of its own beside those told for the same word; a meeting's or an agreement's place is none."""
        candidate, typed = coded.candidate, coded.coding.typed
        if not candidate.recipients or candidate.thing or typed != told[0].coding.typed:
            return False
        if typed in self.encoder.manner.symmetric:
            return False
        theirs = [p.phrase for c in told for p in c.candidate.recipients]
        apart = not any(t.overlaps(p.phrase) for t in theirs for p in candidate.recipients)
        return bool(theirs) and apart and self._worth(coded, self.limits.step) >= self.limits.more

    def _apart(self, found: Sequence[Coded], told: list[frozenset[Span]]) -> Iterator[Coded]:
        """The best coding of each set of parties, those of two sides first; those of a claim that is told already are left out."""
        taken = list(told)
        for coded in sorted(found, key=lambda f: (self._alone(f), -self._worth(f, self.limits.step))):
            sides = _spans(coded.candidate.actors) | _spans(coded.candidate.recipients)
            if not any(sides <= t or t <= sides for t in taken):
                taken.append(sides)
                yield coded

    def _claim(self, scene: Scene, coded: Coded) -> Claim:
        candidate, coding = coded.candidate, coded.coding
        roles = (
            scene.role("trigger", candidate.trigger),
            *(scene.role("actor", p.span) for p in candidate.actors),
            *(scene.role("recipient", p.span) for p in candidate.recipients),
            *(scene.role("actor_phrase", p.phrase) for p in candidate.actors if p.phrase != p.span),
            *(scene.role("recipient_phrase", p.phrase) for p in candidate.recipients if p.phrase != p.span),
        )
        find = Find(
            sentence=candidate.sentence,
            anchor=candidate.anchor,
            span=_evidence(candidate),
            payload=self._code(coding, candidate.sentence),
            roles=roles,
            made_by=f"coder@{self.encoder.version}",
            frame=candidate.frame,
            aux=aux_of(scene, candidate.sentence, candidate.anchor, candidate.frame),
        )
        return msgspec.structs.replace(claim_of(scene, find), confidence=round(coding.share, 3))

    def _code(self, coding: Coding, sentence: Sentence) -> EventCode:
        contexts = contexts_of(sentence, coding.mode)
        own = self.encoder.own.get(coding.typed)
        if own is None:
            return code(coding.typed, coding.mode, contexts)
        return EventCode(
            event_type=coding.typed,
            mode=coding.mode,
            contexts=contexts,
            quad=own.quad,
            score=own.score,
            codes=tuple(sorted(own.codes.items())),
        )


def _sides_told(told: Sequence[Claim], sentence: Sentence) -> list[frozenset[Span]]:
    own = [c for c in told if c.sentence == sentence.index and sentence.span.contains(c.span)]
    return [frozenset(r.span for r in c.roles if r.role in ("actor", "recipient")) for c in own]


def _spans(parties: Iterable[Party]) -> frozenset[Span]:
    return frozenset(p.span for p in parties)


def _evidence(candidate: Candidate) -> Span:
    """From the first to the last of the word and the parties that stand in its sentence."""
    whole = candidate.trigger
    for party in (*candidate.actors, *candidate.recipients):
        if candidate.sentence.span.contains(party.phrase):
            whole = whole.join(party.phrase)
    return whole
