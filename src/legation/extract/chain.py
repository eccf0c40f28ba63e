"""The chain of a claim: every statement whose content holds it, outermost first."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from legation.extract.party import PRONOUNS
from legation.extract.scene import Scene, Utterance
from legation.record.article import Article
from legation.record.chain import Factuality, Step, StepRole
from legation.record.claim import Aux
from legation.record.document import Document
from legation.record.span import Span


def outer_steps(article: Article, document: Document) -> tuple[Step, ...]:
    """The outlet and the agency that carry the whole article; a caption's come from its credit line."""
    steps = []
    if article.outlet:
        steps.append(Step(role=StepRole.OUTLET, holder=article.outlet, source_class="media", named=True))
    if article.agency and document.kind == "body" and article.agency != article.outlet:
        steps.append(Step(role=StepRole.AGENCY, holder=article.agency, source_class="media", named=True))
    return tuple(steps)


def chain_of(scene: Scene, span: Span, leave: Utterance | None = None) -> tuple[Step, ...]:
    """The steps over a span, outermost first: the article's own, then each statement that holds the span.

    A claim that somebody else vouches for leaves the outer steps uncommitted (Uu).
    """
    holding = [u for u in scene.utterances if u is not leave and _holds(u, span) and (not leave or _wraps(u, leave))]
    holding.sort(key=lambda u: (u.content.start - u.content.end, u.source or u.content))
    inner = _steps(scene, holding)
    if leave is not None:
        inner = _merge(inner, [*_passage(scene, leave, inner), *([leave.via] if leave.via else []), leave.step])
    outer = [msgspec.structs.replace(s, factuality=Factuality.UU) if inner else s for s in scene.outer]
    return (*outer, *inner)


def _holds(utterance: Utterance, span: Span) -> bool:
    """Whether the span stands in what is said. A wish or an attitude, or what may yet be said, vouches for nothing."""
    vouches = utterance.cue_type not in ("volition", "attitude") and utterance.aux not in (
        Aux.PLANNED,
        Aux.HYPOTHETICAL,
    )
    return vouches and any(p.start <= span.start < p.end for p in utterance.pieces)


def _wraps(outer: Utterance, inner: Utterance) -> bool:
    """Whether a statement's content holds all of another statement, its source included, and more."""
    parts = [span for span in (inner.source, inner.cue, inner.content) if span is not None]
    own = inner.content if inner.continued else parts[0]
    return any(piece.contains(own) for piece in outer.pieces) and outer.content != inner.content


def _steps(scene: Scene, holding: Sequence[Utterance]) -> list[Step]:
    steps: list[Step] = []
    for utterance in holding:
        new = [*_passage(scene, utterance, steps), *([utterance.via] if utterance.via else []), utterance.step]
        steps = _merge(steps, new)
    return steps


def _merge(steps: list[Step], new: Sequence[Step]) -> list[Step]:
    """The steps with the new ones behind; a holder that stands there already is not named twice."""
    known = {(s.holder, s.role) for s in steps if s.holder}
    return [*steps, *(s for s in new if (s.holder, s.role) not in known)]


def _passage(scene: Scene, utterance: Utterance, steps: Sequence[Step]) -> list[Step]:
    """The outlet whose report the passage goes on with, when the speaker is named without one of his own."""
    if utterance.step.role is StepRole.QUOTED_OUTLET or utterance.via or steps or utterance.source is None:
        return []
    if scene.words(utterance.source).lower() in PRONOUNS:
        return []
    sentence = scene.document.sentences[utterance.sentence]
    before = [
        u
        for u in scene.utterances
        if u.sentence < utterance.sentence
        and scene.document.sentences[u.sentence].block == sentence.block
        and u.step.role is StepRole.QUOTED_OUTLET
    ]
    if not before or before[-1].sentence != utterance.sentence - 1:
        return []
    step = msgspec.structs.replace(
        before[-1].step, cue=None, cue_span=None, reason="the passage goes on with this outlet's report"
    )
    return [step]
