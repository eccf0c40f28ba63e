"""How a predicate stands to the world: asserted, planned, hypothetical, negated, unlikely; and past background."""

from __future__ import annotations

from datetime import date

from legation.extract.day import of_other_clause, whens_on
from legation.extract.factuality import factuality_of
from legation.extract.frame import Frame
from legation.extract.scene import Scene
from legation.record.claim import Aux
from legation.record.document import Sentence
from legation.record.span import Span
from legation.record.when import When

_OLD_DAYS = 21


def aux_of(scene: Scene, sentence: Sentence, index: int, frame: Frame | None = None) -> Aux:
    """The standing of the predicate at a token, in the terms of a claim: what the walk of factuality finds."""
    return factuality_of(sentence, index).aux


def when_of(scene: Scene, span: Span, sentence: Sentence, index: int | None = None) -> When | None:
    """The time of a predicate: one that hangs on its own word (at `index`), else in its clause, else the only one of its sentence."""
    all_ = scene.whens(sentence.span)
    own = whens_on(sentence, sentence.tokens[index], all_) if index is not None else []
    free = [] if own else [w for w in all_ if index is None or not of_other_clause(sentence, index, w)]
    inside = own or [w for w in free if span.contains(w.span)]
    if inside:
        return min(inside, key=lambda w: (w.start is None, w.precision != "day", w.span))
    return free[0] if len(all_) == 1 and free else None


def is_background(scene: Scene, sentence: Sentence, frame: Frame | None, when: When | None, aux: Aux) -> bool:
    """Whether the claim is told as history: captions, pluperfects, habits, old dates, and paragraphs that open with one."""
    if scene.document.kind == "caption":
        return True
    if aux in (Aux.PLANNED, Aux.HYPOTHETICAL):
        return False
    if when is not None and _old(scene, when):
        return True
    if when is not None and (when.start is not None or when.weekday is not None):
        return False
    if frame is not None and (_pluperfect(frame) or _habit(frame)):
        return True
    return _opened_old(scene, sentence)


def _old(scene: Scene, when: When) -> bool:
    if when.start is None or when.end is None:
        return when.verbatim.lower().endswith("ago")
    anchor = scene.article.published
    if anchor is None:
        return when.precision in ("year", "decade", "month")
    return (date.fromisoformat(anchor) - date.fromisoformat(when.end)).days > _OLD_DAYS


def _pluperfect(frame: Frame) -> bool:
    return frame.perfect and frame.tense == "past" and frame.modal is None and frame.verb != 0


def _habit(frame: Frame) -> bool:
    """A simple present of a verb that is no speech: what goes on all along ("Pakistan gets helicopters from ...")."""
    verb = frame.sentence.tokens[frame.verb]
    return frame.tense == "present" and not frame.perfect and verb.tag in ("VBZ", "VBP") and frame.modal is None


def _opened_old(scene: Scene, sentence: Sentence) -> bool:
    """Whether an earlier sentence of the paragraph gave an old date and none after it a fresh one."""
    verdict = False
    for earlier in scene.paragraph(sentence):
        if earlier.index >= sentence.index:
            break
        dated = [w for w in scene.whens(earlier.span) if w.start is not None or w.weekday is not None]
        if dated:
            verdict = _old(scene, dated[0])
    return verdict
