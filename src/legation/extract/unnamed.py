"""Statements whose source nobody names: "is said to have", "was accused of", "it was reported that"."""

from __future__ import annotations

from collections.abc import Iterator

from legation.extract.cue import Cue, cues
from legation.extract.frame import Frame
from legation.extract.operator import infinitive
from legation.extract.scene import Scene, Utterance
from legation.extract.signature import governor
from legation.extract.tree import kids, span_of, subtree
from legation.record.chain import Factuality, Step, StepRole
from legation.record.span import Span

_TYPES = ("assertive", "reportive", "doubt", "cognitive", "accusation")
_ACTS = ("assert", "believe", "accuse")


def unnamed(scene: Scene) -> Iterator[Utterance]:
    """The statements of passives of speech and belief without an agent, in text order.

    **Source:** Saurí and Pustejovsky 2009: a source-introducing predicate without a source has the generic source GEN.
    """
    for frame in scene.all_frames():
        cue = cues().get(frame.lemma)
        if (
            cue is None
            or not frame.passive
            or frame.agent is not None
            or cue.type not in _TYPES
            or cue.act not in _ACTS
        ):
            continue
        content = _content(frame)
        if content is not None:
            yield _utterance(scene, frame, cue, content)


def _content(frame: Frame) -> Span | None:
    """What is said: the clause behind the passive, or what stands behind "of"."""
    index = frame.complement
    if index is None:
        of = [p for p in kids(frame.sentence, frame.verb, "prep") if p.lemma == "of"]
        index = next((t.index for p in of for t in kids(frame.sentence, p.index, "pcomp")), None)
    elif _addressed(frame, index):
        return None
    if index is None:
        return None
    inside = tuple(i for i in subtree(frame.sentence, index) if frame.sentence.tokens[i].dep != "mark")
    return span_of(frame.sentence, inside) if inside[0] > frame.verb else None


def _addressed(frame: Frame, index: int) -> bool:
    """Whether the subject is the one spoken to ("was told that", "was told to") and not the one spoken of."""
    if infinitive(frame.sentence, frame.sentence.tokens[index]):
        entry = governor("VERB", (frame.lemma,), "to")
        return entry is None or entry.mood is not None
    return frame.subject is not None and frame.sentence.tokens[frame.subject].lemma != "it"


def _utterance(scene: Scene, frame: Frame, cue: Cue, content: Span) -> Utterance:
    verb = frame.sentence.tokens[frame.verb]
    words = Span(verb.start, verb.end)
    step = Step(
        role=StepRole.UNSPECIFIED,
        cue=scene.words(words),
        cue_span=words,
        cue_type=cue.type,
        quote_type="indirect",
        factuality=Factuality.UU if frame.negated else Factuality(cue.factuality),
        reason="a passive that names no source",
    )
    return Utterance(
        sentence=frame.sentence.index,
        source=None,
        cue=words,
        cue_lemma=cue.lemma,
        cue_type=cue.type,
        speech_act=cue.act,
        content=content,
        quote_type="indirect",
        step=step,
        negated=frame.negated,
    )
