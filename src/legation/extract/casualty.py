"""Casualties: who was harmed by a verb of harm, counted as the words count them, sums shown."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from legation.extract.frame import Frame
from legation.extract.scene import Scene
from legation.extract.tree import coordinated, kids, noun_phrase, span_of, subtree
from legation.lexicon.table import load_table
from legation.record.attack import Casualty
from legation.record.document import Sentence
from legation.record.quantity import Qualifier, Quantity
from legation.record.span import Span


class Harmed(msgspec.Struct, frozen=True):
    """A casualty figure with the victims that it names: their words, their spans, and whether the number is only vague."""

    casualty: Casualty
    named: tuple[str, ...]
    victims: tuple[Span, ...]
    vague: bool


class Part(msgspec.Struct, frozen=True):
    """One member of a list of victims: its count as far as the words give one, and how it was counted."""

    low: int | None
    best: int | None
    high: int | None
    qualifier: Qualifier
    shown: str


def harm_kind(frame: Frame) -> str | None:
    """killed, injured, kidnapped ... for a verb of harm ("left 42 dead" among them), or None."""
    harm: dict[str, str] = load_table("rules/attacks.toml")["harm"]
    if frame.lemma == "leave":
        states = {
            t.lemma
            for i in (frame.verb, *frame.objects)
            for k in kids(frame.sentence, i, "acomp", "oprd", "amod", "acl", "xcomp", "ccomp")
            for t in [k]
        }
        return (
            "killed" if "dead" in states else "injured" if states & {"injure", "wound", "wounded", "injured"} else None
        )
    return harm.get(frame.lemma)


def casualties(scene: Scene, frame: Frame) -> Iterator[Harmed]:
    """The casualties of a verb of harm: its object, or its subject when passive or when it is "die"."""
    kind = harm_kind(frame)
    index = frame.subject if frame.lemma in ("die", "perish") else _victim(frame)
    if kind is None or index is None or frame.negated:
        return
    sentence = frame.sentence
    members = [*coordinated(sentence, index), *_stray(sentence, frame, index)]
    whole = _trimmed(sentence, index, frame).join(_trimmed(sentence, members[-1], frame))
    parts = [p for member in members if (p := _part(scene, sentence, member)) is not None]
    named = _named(scene, whole)
    if not parts and not named:
        return
    yield _harmed(scene, kind, whole, parts, named)


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


def _part(scene: Scene, sentence: Sentence, index: int) -> Part | None:
    """The count of one member: its number, or one for a single person; None for a plural without a number."""
    phrase = noun_phrase(sentence, index)
    token = sentence.tokens[index]
    counts = [q for q in scene.quantities(phrase) if q.unit is None and q.span.start <= token.start]
    if counts:
        return _counted(counts[0])
    person = any(m.label == "PERSON" for m in scene.mentions(phrase))
    single = token.tag in ("NN", "NNP") and any(
        t.lemma in ("a", "an", "one", "another") for t in kids(sentence, index, "det", "nummod")
    )
    return Part(1, 1, 1, Qualifier.EXACT, "1") if person or single else None


def _counted(count: Quantity) -> Part:
    def whole(number: float | None) -> int | None:
        return None if number is None else int(number)

    marks = {
        Qualifier.AT_LEAST: "at least ",
        Qualifier.MORE_THAN: "more than ",
        Qualifier.UP_TO: "up to ",
        Qualifier.ABOUT: "about ",
    }
    number = next((n for n in (whole(count.low), whole(count.best), whole(count.high)) if n is not None), None)
    shown = f"{marks.get(count.qualifier, '')}{'?' if number is None else number}"
    return Part(whole(count.low), whole(count.best), whole(count.high), count.qualifier, shown)


def _named(scene: Scene, span: Span) -> list[tuple[str, Span]]:
    return [(m.words, m.span) for m in scene.mentions(span) if m.label == "PERSON"]


def _harmed(scene: Scene, kind: str, whole: Span, parts: list[Part], named: list[tuple[str, Span]]) -> Harmed:
    vague = any(p.qualifier in (Qualifier.VAGUE, Qualifier.UNDISCLOSED) for p in parts)
    if vague or not parts:
        least = max(len(named), sum(p.low or 0 for p in parts))
        parts = [Part(least or None, None, None, Qualifier.AT_LEAST if vague else Qualifier.EXACT, str(least))]
    low = _sum([p.low for p in parts])
    exact = all(p.qualifier is Qualifier.EXACT for p in parts)
    qualifier = next((p.qualifier for p in parts if p.qualifier is not Qualifier.EXACT), Qualifier.EXACT)
    casualty = Casualty(
        kind=kind,
        low=low,
        best=low if exact else _sum([p.best for p in parts]),
        high=_sum([p.high for p in parts]),
        qualifier=qualifier.value,
        verbatim=scene.words(whole),
        span=whole,
        arithmetic=" + ".join(p.shown for p in parts) if len(parts) > 1 else None,
    )
    return Harmed(casualty, tuple(n for n, _ in named), tuple(s for _, s in named), vague)


def _sum(numbers: list[int | None]) -> int | None:
    return None if any(n is None for n in numbers) else sum(n for n in numbers if n is not None)
