"""Who says so: source, cue and content of what is said, thought or reported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from legation.extract.adjunct import according, hedged
from legation.extract.assertion import asserted
from legation.extract.aux import aux_of
from legation.extract.content import clause, contents
from legation.extract.cue import Cue, is_cue, verb_cue
from legation.extract.frame import Frame
from legation.extract.occasion import audience_of, forum_of
from legation.extract.quotation import continued, spread
from legation.extract.scene import Scene, Utterance
from legation.extract.step import cites, nameable, relay_of, source_span, step_of, unnamed_step
from legation.extract.transcript import spoken_lines
from legation.extract.tree import ancestors, kids, whole_span
from legation.record.document import Token
from legation.record.span import Span

_SPEAKERS = frozenset({"i", "we", "me", "us"})
_ANYONE = frozenset({"you", "one"})
_INWARD = frozenset({"cognitive", "volition", "attitude", "evaluative", "factive"})


def utterances(scene: Scene) -> tuple[Utterance, ...]:
    """The statements of a document in text order, relays and passages that go on worked in."""
    found = [*_spoken(scene), *according(scene), *hedged(scene), *asserted(scene), *spoken_lines(scene), *_relayed(scene)]
    kept = _distinct(sorted(found, key=lambda u: (u.sentence, u.content.start, u.content.end)))
    placed = [msgspec.structs.replace(u, forum=forum_of(scene, u)) for u in kept]
    with_quotes = [*placed, *continued(scene, placed)]
    return tuple(sorted(with_quotes, key=lambda u: (u.sentence, u.content.start, -u.content.end)))


def _distinct(found: Sequence[Utterance]) -> list[Utterance]:
    seen: dict[tuple[Span, Span | None, Span | None], Utterance] = {}
    for utterance in found:
        seen.setdefault((utterance.content, utterance.source, utterance.cue), utterance)
    return list(seen.values())


def _spoken(scene: Scene) -> Iterator[Utterance]:
    for frame in scene.all_frames():
        cue = _cue_of(frame)
        if cue is None or _handed_on(frame) or _only_wished(frame):
            continue
        if cue.type == "relay" and not cites(scene, frame):
            cue = Cue(lemmas=cue.lemmas, type="assertive", act=cue.act, factuality=cue.factuality, takes=cue.takes)
        source = _speaker(frame, cue)
        pieces = contents(scene, frame, cue)
        if pieces and _counts(scene, frame, cue, source, pieces):
            yield _utterance(scene, frame, cue, source, pieces)


def _cue_of(frame: Frame) -> Cue | None:
    """The cue of the verb with the particle right behind it ("point out"), if it has one."""
    close = any(t.index == frame.verb + 1 for t in kids(frame.sentence, frame.verb, "prt"))
    return verb_cue(frame.lemma, frame.particle) or (None if close else verb_cue(frame.lemma))


def _handed_on(frame: Frame) -> bool:
    """Whether the verb is the "saying" of a relay ("quoted X as saying"), which the relay's own frame reads."""
    verb = frame.sentence.tokens[frame.verb]
    if verb.tag != "VBG" or verb.dep not in ("pcomp", "xcomp", "prep", "advcl"):
        return False
    governor = next((t for t in ancestors(frame.sentence, frame.verb) if t.pos == "VERB"), None)
    return governor is not None and governor.lemma in ("quote", "cite")


def _only_wished(frame: Frame) -> bool:
    """Whether the verb is what somebody wants or declines to do ("declined to disclose details"): nothing was said."""
    governor = frame.sentence.tokens[frame.sentence.tokens[frame.verb].head]
    cue = verb_cue(governor.lemma)
    return frame.infinitive and cue is not None and cue.type == "volition"


def _speaker(frame: Frame, cue: Cue) -> int | None:
    """The token of the one who speaks: the doer; of a quoted passage the one quoted."""
    if cue.type == "relay":
        return next(iter(frame.objects), None) if not frame.passive else frame.subject
    return frame.doer


def _counts(scene: Scene, frame: Frame, cue: Cue, source: int | None, pieces: Sequence[Span]) -> bool:
    """Whether a cue with a content is a statement: somebody says it, or a passive leaves him out."""
    if source is None:
        return frame.passive and frame.agent is None and cue.type != "relay" and not frame.infinitive
    token = frame.sentence.tokens[source]
    if frame.negated and all(any(q.span.contains(p) for q in scene.document.quotes) for p in pieces):
        return False
    return _may_speak(scene, frame, token, cue) and not _own_aside(scene, frame, token, cue)


def _may_speak(scene: Scene, frame: Frame, token: Token, cue: Cue) -> bool:
    verb = frame.sentence.tokens[frame.verb]
    if verb.tag == "VBN" and verb.dep in ("prep", "advcl", "pcomp") and not frame.passive:
        return bool(kids(frame.sentence, frame.verb, "aux"))
    if token.tag in ("WDT", "EX") or token.pos in ("VERB", "ADJ") or token.lemma in ("what", "this", "there"):
        return False
    if not cue.holders and cue.type not in ("volition", "attitude"):
        return True
    if not cue.holders:
        return nameable(scene, frame.sentence, token.index, frame.verb)
    span = source_span(frame.sentence, token.index, frame.verb)
    kind = step_of(scene, frame.sentence, token.index, span, cue, span, span).source_class
    return kind.split("_")[0] in cue.holders


def _own_aside(scene: Scene, frame: Frame, token: Token, cue: Cue) -> bool:
    """Whether a quoted speaker speaks of his own mind ("I think") or says what he does ("we warn"): no second statement."""
    verb = frame.sentence.tokens[frame.verb]
    quoted = any(q.inner.start <= verb.start < q.inner.end for q in scene.document.quotes)
    if token.text.lower() in _ANYONE:
        return quoted or cue.type in _INWARD
    return quoted and token.text.lower() in _SPEAKERS and (cue.type in _INWARD or frame.tense != "past")


def _utterance(scene: Scene, frame: Frame, cue: Cue, source: int | None, pieces: Sequence[Span]) -> Utterance:
    sentence = frame.sentence
    words = _cue_words(frame)
    span = source_span(sentence, source, frame.verb) if source is not None else None
    step = (
        step_of(scene, sentence, source, span, cue, words, pieces[0])
        if source is not None and span is not None
        else unnamed_step(scene, cue, words, pieces[0])
    )
    return Utterance(
        sentence=sentence.index,
        source=span,
        cue=words,
        cue_lemma=frame.lemma,
        cue_type=cue.type,
        speech_act=cue.act,
        content=pieces[0],
        more=tuple(pieces[1:]),
        quote_type=step.quote_type,
        step=step,
        via=relay_of(scene, frame, cue),
        aux=aux_of(scene, sentence, frame.verb, frame),
        pronoun=_pronoun(frame),
        audience=audience_of(frame, cue.type),
    )


def _pronoun(frame: Frame) -> Span | None:
    """The relative pronoun that stands for the source before a relative clause's verb."""
    verb = frame.sentence.tokens[frame.verb]
    found = kids(frame.sentence, verb.index, "nsubj") if verb.dep == "relcl" else ()
    return next((Span(t.start, t.end) for t in found if t.tag in ("WDT", "WP")), None)


def _cue_words(frame: Frame) -> Span:
    """The verb, with "by" behind a passive."""
    verb = frame.sentence.tokens[frame.verb]
    by = kids(frame.sentence, frame.verb, "agent") if frame.passive else ()
    near = [t for t in by if t.start - verb.end <= 2]
    return Span(verb.start, near[0].end if near else verb.end)


def _relayed(scene: Scene) -> Iterator[Utterance]:
    """ "Reuters, citing anonymous sources, reported X": X is also the sources'."""
    for frame in scene.all_frames():
        verb = frame.sentence.tokens[frame.verb]
        if frame.lemma not in ("cite", "quote") or verb.tag != "VBG" or not frame.objects:
            continue
        governor = next((t for t in ancestors(frame.sentence, verb.index) if is_cue(t.lemma)), None)
        outer = next((f for f in scene.frames[frame.sentence.index] if governor and f.verb == governor.index), None)
        cue = verb_cue("quote")
        if outer is not None and outer.complement is not None and cue is not None:
            pieces = clause(frame.sentence, outer.complement, outer.verb)
            yield _utterance(scene, frame, cue, frame.objects[0], [spread(scene, p, _cue_words(frame)) for p in pieces])
