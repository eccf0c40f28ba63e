"""The questions worth asking the encoder: which parties stand on the sides of which verb or event noun."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from legation.extract.encoder import Pair
from legation.extract.frame import Frame
from legation.extract.opposite import authority, beside, owners, subject_above, thing_done_to, undergoers, victim_before
from legation.extract.scene import Scene, Utterance
from legation.extract.side import Party, Side, event_nouns, reached, side_at
from legation.extract.tree import head_of, kids, subtree
from legation.lexicon.table import word_set
from legation.record.document import Sentence, Token
from legation.record.span import Span

_SIDES = 3
_OWN = frozenset({"it", "they", "he", "she"})
_DUTIES = frozenset({"must", "should", "ought"})
_OBLIGING = frozenset({"have", "need", "ought"})
_PLAIN_ACTS = frozenset({"assert", "report"})
_THOUGHT = frozenset({"believe", "fear", "hope", "like", "predict", "doubt"})
_WISHES = frozenset({"want", "wish", "desire", "seek"})
_PLAIN = frozenset(
    {"say", "tell", "add", "report", "state", "write", "quote", "cite", "note", "reply", "explain", "recall"}
)


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A question: what do the actors do to the recipients, by the word at `anchor`? `far` is the recipients' distance from it.
    `thing` says that what it is done to is no actor ("destroyed a bridge"), `deed` that it is a deed of theirs ("condemned Peru's raid"),
    `placed` that the actors are only the state where it is done ("was arrested in Peru").

    `frame` is the anchor's frame when it is a verb. Without recipients the event has one side, or the actors are its parties.
    """

    sentence: Sentence
    anchor: int
    frame: Frame | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...] = ()
    far: float = 0.0
    thing: bool = False
    deed: bool = False
    placed: bool = False

    @property
    def lemma(self) -> str:
        """The event's word as the dictionary has it, in lower case."""
        return self.sentence.tokens[self.anchor].lemma.lower()

    @property
    def trigger(self) -> Span:
        """The span of the event's word."""
        token = self.sentence.tokens[self.anchor]
        return Span(token.start, token.end)

    def pair(self, scene: Scene) -> Pair:
        """The question in the encoder's terms; parties that stand in another sentence are not marked."""
        start = self.sentence.span.start
        text = scene.words(self.sentence.span)
        return Pair(
            text,
            _within(self.sentence, self.actors, start),
            _within(self.sentence, self.recipients, start),
            self.trigger.shift(-start),
        )


def _within(sentence: Sentence, parties: tuple[Party, ...], start: int) -> tuple[Span, ...]:
    found: list[Span] = []
    for party in parties:
        span = party.phrase if sentence.span.contains(party.phrase) else party.span
        if sentence.span.contains(span) and not any(span.overlaps(f) for f in found):
            found.append(span)
    return tuple(span.shift(-start) for span in found)


def candidates(scene: Scene, sentence: Sentence) -> tuple[Candidate, ...]:
    """The candidates of a sentence: those of its verbs in text order, then those of its event nouns; nearest recipients first."""
    return (*_verbal(scene, sentence), *_nominal(scene, sentence))


def _verbal(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    told = _told(scene, sentence)
    for frame in scene.frames[sentence.index]:
        yield from _wanted(scene, sentence, frame)
        verb = sentence.tokens[frame.verb]
        acting = _speaking(scene, frame) or side_at(scene, sentence, frame.doer)
        doers = acting or authority(scene, frame)
        if not doers or verb.start in told or _is_idle(frame) or _judges(frame):
            continue
        if not acting:
            yield from _under(scene, frame, doers)
            continue
        sides = reached(scene, sentence, frame.verb, _apart(frame))
        sides = (*undergoers(scene, frame), *sides)
        ranked = sorted((*sides, *thing_done_to(frame, sides)), key=lambda s: s.far)
        yield from _asked(sentence, frame.verb, frame, doers, ranked or beside(scene, frame, doers))


def _under(scene: Scene, frame: Frame, power: tuple[Party, ...]) -> Iterator[Candidate]:
    """What is done to the subject of a passive by the state in or from which it is done."""
    parties = side_at(scene, frame.sentence, frame.subject)
    side = _without(Side(parties, 0.0), power)
    if side.parties:
        yield Candidate(
            sentence=frame.sentence,
            anchor=frame.verb,
            frame=frame,
            actors=power,
            recipients=side.parties,
            placed=True,
        )


def _apart(frame: Frame) -> frozenset[int]:
    """The words of the doer's phrase, which no step leads into; not the verb's own, where it hangs on its doer ("the rebels who freed")."""
    doer = frozenset(subtree(frame.sentence, frame.doer)) if frame.doer is not None else frozenset()
    return doer - frozenset(subtree(frame.sentence, frame.verb)) if frame.verb in doer else doer


def _speaking(scene: Scene, frame: Frame) -> tuple[Party, ...]:
    """The speaker, where a pronoun is the doer in his own words as reported ("the rebels said they would leave")."""
    sentence, doer = frame.sentence, frame.doer
    if doer is None or sentence.tokens[doer].text.lower() not in _OWN:
        return ()
    at = sentence.tokens[frame.verb].start
    said = [u for u in scene.utterances if u.source is not None and any(p.start <= at < p.end for p in u.pieces)]
    source = min(said, key=lambda u: min(p.end - p.start for p in u.pieces)).source if said else None
    head = head_of(sentence, source) if source is not None and sentence.span.contains(source) else None
    return side_at(scene, sentence, head.index) if head is not None and head.pos != "PRON" else ()


def _is_idle(frame: Frame) -> bool:
    """Whether a verb tells no deed of itself: a copula without a quality ("is ready to"), "according to"."""
    verb = frame.sentence.tokens[frame.verb]
    if verb.dep == "prep":
        return True
    able = word_set("rules/eventnouns.toml", "qualities")
    return frame.lemma == "be" and not any(frame.sentence.tokens[i].lemma in able for i in frame.attributes)


def _judges(frame: Frame) -> bool:
    """Whether a verb of judging has a clause of how things are behind it."""
    if frame.complement is None or frame.lemma not in word_set("rules/frames.toml", "judging"):
        return False
    inner = frame.sentence.tokens[frame.complement]
    return inner.lemma == "be" and inner.dep == "ccomp" and bool(kids(frame.sentence, inner.index, "nsubj"))


def _told(scene: Scene, sentence: Sentence) -> frozenset[int]:
    """Where the words stand that only say, report, think or wish: they are statements, whose content tells the events."""
    own = [u for u in scene.utterances if u.sentence == sentence.index and u.cue is not None]
    return frozenset(u.cue.start for u in own if u.cue is not None and _only_said(u))


def _only_said(utterance: Utterance) -> bool:
    plain = utterance.speech_act in _PLAIN_ACTS and utterance.cue_lemma in _PLAIN
    return plain or utterance.speech_act in _THOUGHT or utterance.cue_lemma in _WISHES


def _wanted(scene: Scene, sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """What a speaker says that another must do: asked of the speaker and the one who must."""
    if frame.lemma in ("be", "have") or (frame.modal not in _DUTIES and not _has_to(frame)):
        return
    verb = sentence.tokens[frame.verb]
    obliged = side_at(scene, sentence, frame.subject)
    for utterance in scene.utterances:
        if utterance.source is not None and any(p.start <= verb.start < p.end for p in utterance.pieces) and obliged:
            speaker = (Party(utterance.source, utterance.source),)
            yield Candidate(sentence=sentence, anchor=frame.verb, frame=frame, actors=speaker, recipients=obliged)
            return


def _has_to(frame: Frame) -> bool:
    """Whether the verb hangs on "have to", "need to" or "ought to"."""
    governor = frame.sentence.tokens[frame.sentence.tokens[frame.verb].head]
    return frame.infinitive and governor.lemma in _OBLIGING


def _nominal(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    for token in sentence.tokens:
        if token.pos == "NOUN" and token.lemma in event_nouns():
            doers = owners(scene, sentence, token.index)
            if doers:
                yield from _asked(sentence, token.index, None, doers, _noun_sides(scene, sentence, token, doers))


def _noun_sides(scene: Scene, sentence: Sentence, noun: Token, doers: tuple[Party, ...]) -> tuple[Side, ...]:
    taken = (t.index for t in sentence.tokens if any(p.phrase.start <= t.start < p.phrase.end for p in doers))
    return (
        reached(scene, sentence, noun.index, frozenset(taken))
        or subject_above(scene, sentence, noun, doers)
        or victim_before(scene, sentence, noun, doers)
    )


def _asked(
    sentence: Sentence, anchor: int, frame: Frame | None, doers: tuple[Party, ...], sides: Sequence[Side]
) -> Iterator[Candidate]:
    """The nearest sides as recipients, one question each; without any, the doers alone."""
    fresh = list(_once(s for s in (_without(side, doers) for side in sides) if s.parties))
    for side in fresh[:_SIDES]:
        yield Candidate(
            sentence=sentence,
            anchor=anchor,
            frame=frame,
            actors=doers,
            recipients=side.parties,
            far=side.far,
            thing=side.thing,
            deed=side.deed,
        )
    if not fresh or len(doers) > 1:
        yield Candidate(sentence=sentence, anchor=anchor, frame=frame, actors=doers)


def _once(sides: Iterable[Side]) -> Iterator[Side]:
    """The sides, but for those whose phrases one before has already (a name and its title lead to one phrase)."""
    told: set[tuple[Span, ...]] = set()
    for side in sides:
        phrases = tuple(p.phrase for p in side.parties)
        if phrases not in told:
            yield side
        told.add(phrases)


def _without(side: Side, doers: tuple[Party, ...]) -> Side:
    kept = tuple(p for p in side.parties if not any(d.phrase.overlaps(p.span) or d.span == p.span for d in doers))
    return msgspec.structs.replace(side, parties=kept)
