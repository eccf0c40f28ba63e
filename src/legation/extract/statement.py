"""Who says so: source, cue and content of what is said, thought or reported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from legation.extract.adjunct import according, hedged
from legation.extract.content import complement, content_of, of_deed, spread
from legation.extract.cue import Cue, cues
from legation.extract.frame import Frame
from legation.extract.quotation import continued
from legation.extract.scene import Scene, Utterance
from legation.extract.step import relay_of, source_span, step_of
from legation.extract.tree import ancestors, kids
from legation.extract.unnamed import unnamed
from legation.record.chain import Factuality, Step
from legation.record.document import Token
from legation.record.span import Span


def utterances(scene: Scene) -> tuple[Utterance, ...]:
    """The statements of a document in text order, relays and passages that go on worked in."""
    found = [*_spoken(scene), *according(scene), *hedged(scene), *unnamed(scene), *_relayed(scene)]
    kept = _distinct(sorted(found, key=lambda u: (u.sentence, u.content.start, u.content.end)))
    with_quotes = [*kept, *continued(scene, kept)]
    return tuple(sorted(with_quotes, key=lambda u: (u.sentence, u.content.start, -u.content.end)))


def _distinct(found: Sequence[Utterance]) -> list[Utterance]:
    seen: dict[tuple[Span, Span | None, Span | None], Utterance] = {}
    for utterance in found:
        seen.setdefault((utterance.content, utterance.source, utterance.cue), utterance)
    return list(seen.values())


def _spoken(scene: Scene) -> Iterator[Utterance]:
    for frame in scene.all_frames():
        cue = cues().get(frame.lemma)
        if cue is None or _handed_on(frame) or (cue.clause and not (_has_clause(frame) or of_deed(frame))):
            continue
        source = _speaker(frame, cue)
        content = content_of(scene, frame, cue)
        if source is None or content is None or not _may_speak(frame.sentence.tokens[source], cue):
            continue
        yield _utterance(scene, frame, cue, source, content)


def _handed_on(frame: Frame) -> bool:
    """Whether the verb is the "saying" of a relay ("quoted X as saying"), which the relay's own frame reads."""
    verb = frame.sentence.tokens[frame.verb]
    if verb.tag != "VBG" or verb.dep not in ("pcomp", "xcomp", "prep", "advcl"):
        return False
    governor = next((t for t in ancestors(frame.sentence, frame.verb) if t.pos == "VERB"), None)
    return governor is not None and governor.lemma in ("quote", "cite")


def _has_clause(frame: Frame) -> bool:
    """Whether the verb introduces a finite clause, and not an infinitive or a plain object."""
    if frame.complement is None:
        return False
    token = frame.sentence.tokens[frame.complement]
    return token.dep == "ccomp" and not any(t.tag == "TO" for t in kids(frame.sentence, token.index, "aux"))


def _speaker(frame: Frame, cue: Cue) -> int | None:
    """The token of the one who speaks: the doer; of a quoted passage the one quoted."""
    if cue.type == "relay":
        return next(iter(frame.objects), None) if not frame.passive else frame.subject
    return frame.doer


def _may_speak(token: Token, cue: Cue) -> bool:
    if token.tag in ("WDT", "EX") or token.pos in ("VERB", "ADJ") or token.lemma in ("what", "this", "there"):
        return False
    return cue.lemma not in ("show", "indicate", "see") or token.pos in ("PROPN", "NOUN")


def _utterance(scene: Scene, frame: Frame, cue: Cue, source: int, content: Span) -> Utterance:
    sentence = frame.sentence
    verb = sentence.tokens[frame.verb]
    span = source_span(sentence, source, frame.verb)
    end = sentence.tokens[frame.verb].end
    by = kids(sentence, frame.verb, "agent") if frame.passive else ()
    words = Span(verb.start, by[0].end if by else end)
    relay = relay_of(scene, frame, cue)
    step = _of_denied(frame, step_of(scene, sentence, source, span, cue, words, content))
    return Utterance(
        sentence=sentence.index,
        source=span,
        cue=words,
        cue_lemma=cue.lemma,
        cue_type=cue.type,
        speech_act=cue.act,
        content=content,
        quote_type=step.quote_type,
        step=step,
        via=relay,
        negated=frame.negated,
    )


def _of_denied(frame: Frame, step: Step) -> Step:
    """The step, uncommitted where its cue is denied ("neither confirmed nor denied")."""
    return msgspec.structs.replace(step, factuality=Factuality.UU) if frame.negated else step


def _relayed(scene: Scene) -> Iterator[Utterance]:
    """ "Reuters, citing anonymous sources, reported X": X is also the sources'."""
    for frame in scene.all_frames():
        verb = frame.sentence.tokens[frame.verb]
        if frame.lemma not in ("cite", "quote") or verb.tag != "VBG" or not frame.objects:
            continue
        governor = next((t for t in ancestors(frame.sentence, verb.index) if t.lemma in cues()), None)
        outer = next((f for f in scene.frames[frame.sentence.index] if governor and f.verb == governor.index), None)
        if outer is not None and outer.complement is not None:
            content = spread(scene, complement(frame.sentence, outer))
            yield _utterance(scene, frame, cues()["cite"], frame.objects[0], content)
