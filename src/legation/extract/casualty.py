"""Casualties: who was harmed by a verb of harm, counted as the words count them, sums shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from legation.extract.frame import Frame
from legation.extract.headcount import Part, counted, parts_of, total, vague_words
from legation.extract.instrument import weapon_type
from legation.extract.scene import Scene
from legation.extract.tree import coordinated, head_of, kids, noun_phrase, span_of, subtree
from legation.extract.victim import counts_attackers, is_part, victim_class
from legation.lexicon.table import load_table
from legation.record.attack import Casualty
from legation.record.document import Sentence
from legation.record.quantity import Qualifier
from legation.record.span import Span

_DYING = frozenset({"die", "perish", "succumb"})
_MORTAL = frozenset({"dead", "death"})
_HURT = frozenset({"injure", "wound", "wounded", "injured", "hurt"})


class Harmed(msgspec.Struct, frozen=True):
    """A casualty figure with the victims that it names: their words, their spans, whether the number is only vague, and its own place where
    a list tells several ("six in Herat and four in Kandahar")."""

    casualty: Casualty
    named: tuple[str, ...]
    victims: tuple[Span, ...]
    vague: bool
    site: Span | None = None


def harm_kind(frame: Frame) -> str | None:
    """killed, injured, captured ... for a verb of harm ("left 42 dead" and "shot dead" among them), or None."""
    harm: dict[str, str] = load_table("rules/attacks.toml")["harm"]
    states = _states(frame)
    if frame.lemma in ("take", "hold") and _hostage(frame):
        return "hostages"
    if frame.lemma == "leave":
        return "killed" if states & _MORTAL else "injured" if states & _HURT else None
    if frame.lemma in ("shoot", "stab") and states & _MORTAL:
        return "killed"
    return harm.get(frame.lemma)


def _hostage(frame: Frame) -> bool:
    """Whether the verb makes somebody a hostage ("took three engineers hostage", "was held hostage")."""
    below = kids(frame.sentence, frame.verb, "oprd", "dobj", "attr", "xcomp", "npadvmod", "advmod", "dep", "acomp")
    return any(t.lemma == "hostage" for t in below)


def _states(frame: Frame) -> set[str]:
    heads = (frame.verb, *frame.objects)
    deps = ("acomp", "oprd", "amod", "acl", "xcomp", "ccomp", "advmod", "prep")
    below = [k for i in heads for k in kids(frame.sentence, i, *deps)]
    return {t.lemma for k in below for t in (k, *kids(frame.sentence, k.index, "pobj"))}


def casualties(scene: Scene, frame: Frame) -> Iterator[Harmed]:
    """The casualties of a verb of harm: its object, or its subject when passive or when it is "die"."""
    kind = harm_kind(frame)
    index = frame.subject if frame.lemma in _DYING else _victim(frame)
    sentence = frame.sentence
    if kind is None or index is None or frame.negated or weapon_type(sentence, sentence.tokens[index]) is not None:
        return
    members = [*coordinated(sentence, index), *_stray(sentence, frame, index)]
    sited = [(m, site) for m in members if (site := _site(scene, frame, m)) is not None]
    if len(sited) > 1 and len(sited) == len(members):
        yield from (h for m, site in sited for h in _list(scene, (frame, kind), [m], site))
        return
    yield from _list(scene, (frame, kind), members, None)


def _site(scene: Scene, frame: Frame, index: int) -> Span | None:
    """The place that hangs on one member of a list ("four in Kandahar"), or on the verb just behind it."""
    sentence = frame.sentence
    partner = next((t.index for t in kids(sentence, index, "conj")), 0)
    preps = [
        *kids(sentence, index, "prep"),
        *(p for p in kids(sentence, frame.verb, "prep") if index < p.index < partner),
    ]
    nouns = [n for p in preps if p.lemma in ("in", "at", "near") for n in kids(sentence, p.index, "pobj")]
    labels = ("GPE", "LOC", "FAC")
    found = [
        m
        for m in scene.mentions(sentence.span)
        if m.label in labels or any(c.sort in ("state", "region") for c in m.candidates)
    ]
    return next((m.span for n in nouns for m in found if m.span.start <= n.start < m.span.end), None)


def _list(scene: Scene, told: tuple[Frame, str], members: list[int], site: Span | None) -> Iterator[Harmed]:
    """The figure of a list of members, at a place of its own where each has one."""
    frame, kind = told
    sentence = frame.sentence
    whole = _trimmed(sentence, members[0], frame).join(_trimmed(sentence, members[-1], frame))
    if site is not None:
        whole = noun_phrase(sentence, members[0]).join(site)
    parts = [p for member in members for p in parts_of(scene, sentence, member)]
    named = [(m.words, m.span) for m in scene.mentions(whole) if m.label == "PERSON" and not _owner(sentence, m.span)]
    if not parts and not named:
        return
    yield msgspec.structs.replace(_counted(scene, kind, whole, parts, named), site=site)
    yield from _among(scene, sentence, kind, whole)


def _among(scene: Scene, sentence: Sentence, kind: str, whole: Span) -> Iterator[Harmed]:
    """The figures that count some of the victims: "20 people, including five children"; each marked as a part."""
    for count in scene.quantities(sentence.span):
        behind = Span(count.span.start, count.span.end)
        near = whole.start < count.span.start <= whole.end + 30 and count.unit is None
        if near and is_part(scene, behind):
            noun = next((t for t in sentence.tokens if t.start >= count.span.end and t.pos in ("NOUN", "PROPN")), None)
            span = (
                behind.join(Span(noun.start, noun.end)) if noun is not None and noun.start - behind.end < 20 else behind
            )
            yield figure(scene, kind, span, [counted(count)])


def _owner(sentence: Sentence, span: Span) -> bool:
    """Whether a name only owns another word ("Ruiz's wife")."""
    head = head_of(sentence, span)
    return head is not None and head.dep == "poss"


def _stray(sentence: Sentence, frame: Frame, index: int) -> tuple[int, ...]:
    """The list partners that the parser hung on the verb ("killed a minister and at least eight other people")."""
    nouns = (t for t in kids(sentence, frame.verb, "conj") if t.pos in ("NOUN", "PROPN", "NUM") and t.index > index)
    return tuple(t.index for t in nouns)


def _victim(frame: Frame) -> int | None:
    if frame.undergoer is not None:
        return frame.undergoer
    inner = next((f for f in kids(frame.sentence, frame.verb, "ccomp")), None)
    subject = next(iter(kids(frame.sentence, inner.index, "nsubj")), None) if inner is not None else None
    return subject.index if subject is not None else None


def _trimmed(sentence: Sentence, index: int, frame: Frame) -> Span:
    """The victims' phrase with its list, without relative clauses of its head."""
    inside = [i for i in subtree(sentence, index) if i != frame.verb]
    clauses = {i for t in kids(sentence, index, "relcl", "advcl") for i in subtree(sentence, t.index)}
    kept = tuple(i for i in inside if i not in clauses and (i < frame.verb) == (index < frame.verb)) or (index,)
    return span_of(sentence, kept)


def _counted(scene: Scene, kind: str, whole: Span, parts: list[Part], named: list[tuple[str, Span]]) -> Harmed:
    """The figure of a list of victims; a list with a member that no number counts is at least the others and those it names."""
    vague = any(p.qualifier in (Qualifier.VAGUE, Qualifier.UNDISCLOSED) for p in parts)
    if not parts:
        parts = [Part(len(named), None, None, Qualifier.EXACT, str(len(named)))]
    elif vague and all(p.low is None for p in parts):
        parts = [Part(len(named) or None, None, None, Qualifier.AT_LEAST, str(len(named)))]
    made = figure(scene, kind, whole, parts)
    return Harmed(made.casualty, tuple(n for n, _ in named), tuple(s for _, s in named), vague)


def figure(scene: Scene, kind: str, whole: Span, parts: Sequence[Part]) -> Harmed:
    """The figure of one kind of harm over a span: its parts added up and the sum shown, the class of its victims, whether it is a part."""
    low, best, high, qualifier = total(parts)
    words = scene.words(whole)
    casualty = Casualty(
        kind=kind,
        low=low,
        best=best,
        high=high,
        qualifier=qualifier.value,
        verbatim=words,
        span=whole,
        arithmetic=" + ".join(p.shown for p in parts) if len(parts) > 1 else None,
        victim_class=victim_class(words),
        includes_perpetrators=counts_attackers(scene, whole),
        part=is_part(scene, whole),
        vague_words=vague_words(words)
        if any(p.qualifier in (Qualifier.VAGUE, Qualifier.UNDISCLOSED) for p in parts)
        else None,
    )
    return Harmed(casualty, (), (), any(p.qualifier in (Qualifier.VAGUE, Qualifier.UNDISCLOSED) for p in parts))
