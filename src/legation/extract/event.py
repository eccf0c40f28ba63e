"""Who did what to whom: PLOVER events from verbs and their arguments, by the table of codings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import msgspec

from legation.extract.aux import aux_of
from legation.extract.claim import Find, claim_of
from legation.extract.frame import Frame
from legation.extract.party import behind, parties
from legation.extract.scene import Scene
from legation.extract.tree import named_phrase, subtree
from legation.lexicon.table import load_entries
from legation.record.claim import Aux, Claim, Role
from legation.record.document import Sentence
from legation.record.event import EventCode
from legation.record.span import Span

MADE_BY = "event@1"


class Coding(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A way to tell an event: the verbs, the nouns they take (none: any), and where the recipient stands.

    `recipient` lists slots in order of preference: "object", or a preposition. `mutual` events put both sides in `actors`.
    """

    verbs: tuple[str, ...]
    type: str
    mode: str | None = None
    nouns: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ("object",)
    mutual: bool = False
    contexts: tuple[str, ...] = ()
    planned_type: str | None = None


class TypeEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A PLOVER event type with its quad class, score, the scores of its modes, and modes of ours finer than PLOVER's with PLOVER's ("": none)."""

    type: str
    quad: int
    score: float
    modes: dict[str, float] = {}
    finer: dict[str, str] = {}


@cache
def types() -> dict[str, TypeEntry]:
    """The PLOVER types by code."""
    return {entry.type: entry for entry in load_entries("codes/plover.toml", "event", TypeEntry)}


@cache
def codings() -> dict[str, tuple[Coding, ...]]:
    """The codings by verb, those that ask for a noun first."""
    found: dict[str, list[Coding]] = {}
    for coding in load_entries("rules/events.toml", "coding", Coding):
        for verb in coding.verbs:
            found.setdefault(verb, []).append(coding)
    return {verb: tuple(sorted(options, key=lambda c: not c.nouns)) for verb, options in found.items()}


def code(event_type: str, mode: str | None = None, contexts: tuple[str, ...] = ()) -> EventCode:
    """The PLOVER coding of a type and mode: its quad class and its score on the scale from -10 to +10."""
    entry = types()[event_type]
    label = mode if mode in entry.finer else None
    mode = entry.finer[label] or None if label else mode
    score = entry.modes.get(mode or "", entry.score)
    return EventCode(event_type=event_type, mode=mode, label=label, contexts=contexts, quad=entry.quad, score=score)


def events(scene: Scene) -> Iterable[Claim]:
    """The events of a scene between actors that the words name, in text order."""
    for frame in scene.all_frames():
        find = _event(scene, frame)
        if find is not None:
            yield claim_of(scene, find)


def _event(scene: Scene, frame: Frame) -> Find | None:
    for coding in codings().get(_predicate(frame), ()):
        if coding.nouns and not _takes(frame, coding.nouns):
            continue
        actors = parties(scene, frame.sentence, frame.doer)
        recipients = tuple(r for r in _recipients(scene, frame, coding) if r not in actors)
        if actors and (recipients or (coding.mutual and len(actors) > 1)):
            return _find(scene, frame, coding, actors, recipients)
    return None


def _predicate(frame: Frame) -> str:
    return f"{frame.lemma} {frame.particle}" if frame.particle else frame.lemma


def _takes(frame: Frame, nouns: tuple[str, ...]) -> bool:
    """Whether one of the nouns heads an object, an attribute, the subject of a passive, or a phrase behind "in" or "to"."""
    sentence = frame.sentence
    slots = [
        *frame.objects,
        *frame.attributes,
        *(n for p, n in frame.obliques if p in ("in", "to", "of", "on", "into", "for")),
    ]
    if frame.passive and frame.subject is not None:
        slots.append(frame.subject)
    lemmas = {sentence.tokens[i].lemma for slot in slots for i in _heads(sentence, slot)}
    return bool(lemmas & set(nouns))


def _heads(sentence: Sentence, slot: int) -> Iterator[int]:
    yield slot
    yield from (i for i in sentence.tokens[slot].children if sentence.tokens[i].dep in ("conj", "compound"))


def _recipients(scene: Scene, frame: Frame, coding: Coding) -> tuple[Span, ...]:
    for slot in coding.recipient:
        found = _object(scene, frame) if slot == "object" else behind(scene, frame, (slot,))
        if found:
            return found
    return ()


def _object(scene: Scene, frame: Frame) -> tuple[Span, ...]:
    if frame.receiver is not None:
        return parties(scene, frame.sentence, frame.receiver)
    found = parties(scene, frame.sentence, frame.undergoer)
    if found or frame.complement is None:
        return found
    return _subject_of_complement(scene, frame)


def _subject_of_complement(scene: Scene, frame: Frame) -> tuple[Span, ...]:
    """The one asked or warned, where the parser hangs them on the clause that follows ("warned Tehran not to use")."""
    inner = next((f for f in scene.frames[frame.sentence.index] if f.verb == frame.complement), None)
    return parties(scene, frame.sentence, inner.subject) if inner is not None and inner.infinitive else ()


def _find(scene: Scene, frame: Frame, coding: Coding, actors: tuple[Span, ...], recipients: tuple[Span, ...]) -> Find:
    sentence = frame.sentence
    verb = sentence.tokens[frame.verb]
    aux = aux_of(scene, sentence, frame.verb, frame)
    event_type = coding.planned_type if coding.planned_type and aux is Aux.PLANNED else coding.type
    roles = (
        scene.role("trigger", Span(verb.start, verb.end)),
        *(scene.role("actor", span) for span in actors),
        *(scene.role("recipient", span) for span in recipients),
        *phrases(scene, sentence, "actor", actors),
        *phrases(scene, sentence, "recipient", recipients),
    )
    return Find(
        sentence=sentence,
        anchor=frame.verb,
        span=_evidence(scene, frame, (*actors, *recipients)),
        payload=code(event_type, _mode(coding, event_type, aux), coding.contexts),
        roles=roles,
        made_by=MADE_BY,
        frame=frame,
        aux=aux,
    )


def _mode(coding: Coding, event_type: str, aux: Aux) -> str | None:
    """The coding's mode where its own type stands; yielding that is still to come is intent."""
    if event_type == "CONCEDE" and aux is Aux.PLANNED and coding.mode is None:
        return "intent"
    return coding.mode if event_type == coding.type else None


def phrases(scene: Scene, sentence: Sentence, role: str, spans: Iterable[Span]) -> Iterator[Role]:
    """The whole phrases of parties, where these are more than the spans that name them."""
    for span in spans:
        whole = named_phrase(sentence, span) if sentence.span.contains(span) else span
        if whole != span:
            yield scene.role(f"{role}_phrase", whole)


def _evidence(scene: Scene, frame: Frame, spans: tuple[Span, ...]) -> Span:
    """The clause from its first party or its verb to the last party or the object's end."""
    sentence = frame.sentence
    verb = sentence.tokens[frame.verb]
    whole = Span(verb.start, verb.end)
    for span in spans:
        if sentence.span.contains(span):
            whole = whole.join(named_phrase(sentence, span))
    for slot in frame.objects[:1]:
        last = sentence.tokens[subtree(sentence, slot)[-1]]
        whole = whole.join(Span(verb.start, max(last.end, verb.end)))
    for when in scene.whens(sentence.span):
        if 0 <= when.span.start - whole.end <= 6:
            whole = whole.join(when.span)
    return whole
