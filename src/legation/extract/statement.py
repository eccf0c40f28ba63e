"""Who says so: source, cue and content of what is said, thought or reported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

import msgspec

from legation.extract.adjunct import according, hedged, without_outer
from legation.extract.assertion import asserted
from legation.extract.aux import aux_of
from legation.extract.content import clause, contents, goes_on
from legation.extract.cue import Cue, cue_words, is_cue, verb_cues
from legation.extract.direct import quoted
from legation.extract.frame import Frame
from legation.extract.interview import answers
from legation.extract.occasion import audience_of, forum_of
from legation.extract.quotation import continued, spread
from legation.extract.scene import Scene, Utterance
from legation.extract.step import cites, nameable, relay_of, source_span, step_of, unnamed_step
from legation.extract.transcript import spoken_lines
from legation.extract.tree import ancestors, kids
from legation.record.chain import Factuality
from legation.record.claim import Aux
from legation.record.document import Token
from legation.record.span import Span

_SPEAKERS = frozenset({"i", "we", "me", "us"})
_ANYONE = frozenset({"you", "one"})
_INWARD = frozenset({"cognitive", "volition", "attitude", "evaluative", "factive"})


def utterances(scene: Scene) -> tuple[Utterance, ...]:
    """The statements of a document in text order, relays and passages that go on worked in."""
    lines = list(spoken_lines(scene))
    told = [*_spoken(scene), *according(scene), *hedged(scene), *asserted(scene), *_relayed(scene)]
    found = [*lines, *(u for u in told if not _of_the_line(scene, u, lines))]
    found += quoted(scene, found)
    found += answers(scene, found)
    kept = _distinct(sorted(without_outer(found), key=lambda u: (u.sentence, u.content.start, u.content.end)))
    placed = [msgspec.structs.replace(u, forum=u.forum or forum_of(scene, u)) for u in kept]
    with_quotes = [*placed, *continued(scene, placed)]
    return tuple(sorted(with_quotes, key=lambda u: (u.sentence, u.content.start, -u.content.end)))


def _of_the_line(scene: Scene, utterance: Utterance, lines: Sequence[Utterance]) -> bool:
    """Whether the speaker of a transcript's line speaks of himself or to the asker: his line says so already."""
    if utterance.source is None or scene.words(utterance.source).lower() not in _SPEAKERS | _ANYONE:
        return False
    return any(line.content.contains(utterance.source) for line in lines)


def _distinct(found: Sequence[Utterance]) -> list[Utterance]:
    seen: dict[tuple[Span, Span | None, Span | None], Utterance] = {}
    for utterance in found:
        seen.setdefault((utterance.content, utterance.source, utterance.cue), utterance)
    return list(seen.values())


def _spoken(scene: Scene) -> Iterator[Utterance]:
    for frame in scene.all_frames():
        if _handed_on(frame) or _only_wished(frame):
            continue
        found = (u for cue in _cues_of(frame) if (u := _said(scene, frame, cue)) is not None)
        yield from islice(found, 1)


def _said(scene: Scene, frame: Frame, cue: Cue) -> Utterance | None:
    """The statement that a verb makes in one of its senses, or None."""
    if cue.type == "relay" and not cites(scene, frame):
        cue = msgspec.structs.replace(cue, type="assertive")
    source = _speaker(scene, frame, cue)
    pieces = contents(scene, frame, cue)
    if not pieces or not _counts(scene, frame, cue, source, pieces):
        return None
    return _utterance(scene, frame, cue, source, pieces)


def _cues_of(frame: Frame) -> tuple[Cue, ...]:
    """The cues of the verb with the particle right behind it ("point out"), if it has one."""
    close = any(t.index == frame.verb + 1 for t in kids(frame.sentence, frame.verb, "prt"))
    found = verb_cues(frame.lemma, frame.particle) or (() if close else verb_cues(frame.lemma))
    return tuple(cue for cue in found if cue.modal is None or cue.modal == frame.modal)


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
    return frame.infinitive and any(cue.type == "volition" for cue in verb_cues(governor.lemma))


def _speaker(scene: Scene, frame: Frame, cue: Cue) -> int | None:
    """The token of the one who speaks: the doer; of a quoted passage the one quoted; of "adding" the one who said."""
    if cue.type == "relay":
        return next(iter(frame.objects), None) if not frame.passive else frame.subject
    verb = frame.sentence.tokens[frame.verb]
    if _asked(frame):
        return None
    above = frame.sentence.tokens[frame.sentence.tokens[verb.head].head]
    if goes_on(frame.sentence, verb) and is_cue(above.lemma):
        outer = next((f for f in scene.frames[frame.sentence.index] if f.verb == above.index), None)
        return outer.doer if outer is not None else frame.doer
    return frame.doer


def _counts(scene: Scene, frame: Frame, cue: Cue, source: int | None, pieces: Sequence[Span]) -> bool:
    """Whether a cue with a content is a statement: somebody says it, or a passive leaves him out."""
    if source is None and _asked(frame):
        return True
    if source is None:
        return frame.passive and frame.agent is None and cue.type != "relay" and not frame.infinitive
    token = frame.sentence.tokens[source]
    if frame.negated and all(any(q.span.contains(p) for q in scene.document.quotes) for p in pieces):
        return False
    return _may_speak(scene, frame, token, cue) and not _own_aside(scene, frame, token, cue)


def _asked(frame: Frame) -> bool:
    """Whether somebody unnamed asks what another answers: "Asked about the raid, the minister said"."""
    verb = frame.sentence.tokens[frame.verb]
    return frame.lemma == "ask" and verb.tag == "VBN" and verb.dep in ("advcl", "acl", "prep") and frame.agent is None


def _may_speak(scene: Scene, frame: Frame, token: Token, cue: Cue) -> bool:
    verb = frame.sentence.tokens[frame.verb]
    if verb.tag == "VBN" and verb.dep in ("prep", "advcl", "pcomp") and not frame.passive:
        return bool(kids(frame.sentence, frame.verb, "aux"))
    if frame.infinitive and cue.type in _INWARD and frame.sentence.tokens[verb.head].lemma not in cue_words("raising"):
        return False
    if token.tag in ("WDT", "EX") or token.pos in ("VERB", "ADJ") or token.lemma in ("what", "this", "there"):
        return False
    if not cue.holders and (cue.minded or cue.type not in ("volition", "attitude")):
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
    if quoted and any(t.text.lower() in ("my", "our") for t in kids(frame.sentence, token.index, "poss")):
        return cue.type in _INWARD
    return quoted and token.text.lower() in _SPEAKERS and (cue.type in _INWARD or frame.tense != "past")


def _utterance(scene: Scene, frame: Frame, cue: Cue, source: int | None, pieces: Sequence[Span]) -> Utterance:
    sentence = frame.sentence
    words = _cue_words(frame, pieces)
    span = source_span(sentence, source, frame.verb) if source is not None else None
    step = (
        step_of(scene, sentence, source, span, cue, words, pieces[0])
        if source is not None and span is not None
        else unnamed_step(scene, cue, words, pieces[0])
    )
    if frame.negated:  # "neither confirmed nor denied": who denies a cue is not committed by it
        step = msgspec.structs.replace(step, factuality=Factuality.UU)
    return Utterance(
        sentence=sentence.index,
        source=span,
        cue=words,
        cue_lemma=frame.lemma,
        cue_type=cue.type,
        speech_act=_act(frame, cue),
        content=pieces[0],
        more=tuple(pieces[1:]),
        quote_type=step.quote_type,
        step=step,
        via=relay_of(scene, frame, cue),
        aux=Aux.ASSERTED if cue.modal else aux_of(scene, sentence, frame.verb, frame),
        pronoun=_pronoun(frame),
        audience=audience_of(frame, cue.type),
    )


def _pronoun(frame: Frame) -> Span | None:
    """The relative pronoun that stands for the source before a relative clause's verb."""
    verb = frame.sentence.tokens[frame.verb]
    found = kids(frame.sentence, verb.index, "nsubj") if verb.dep == "relcl" else ()
    return next((Span(t.start, t.end) for t in found if t.tag in ("WDT", "WP")), None)


def _cue_words(frame: Frame, pieces: Sequence[Span]) -> Span:
    """The verb with its particle, with "by" behind a passive, or with the preposition before what is said ("called for")."""
    verb = frame.sentence.tokens[frame.verb]
    end = verb.end
    for token in frame.sentence.tokens[frame.verb + 1 : frame.verb + 3]:
        joined = token.head == verb.index and token.start - end <= 1
        led = token.dep in ("prep", "mark") and any(p.start == token.end + 1 for p in pieces)
        if joined and (token.dep in ("prt", "agent") or led):
            end = token.end
    return Span(verb.start, end)


def _act(frame: Frame, cue: Cue) -> str:
    """The speech act of the cue; declining to comment is one of its own."""
    inner = frame.sentence.tokens[frame.complement].lemma if frame.complement is not None else None
    silent = frame.lemma in ("decline", "refuse") and inner in cue_words("silent")
    return "no_comment" if silent else cue.act


def _relayed(scene: Scene) -> Iterator[Utterance]:
    """ "Reuters, citing anonymous sources, reported X": X is also the sources'."""
    for frame in scene.all_frames():
        verb = frame.sentence.tokens[frame.verb]
        if frame.lemma not in ("cite", "quote") or verb.tag != "VBG" or not frame.objects:
            continue
        governor = next((t for t in ancestors(frame.sentence, verb.index) if is_cue(t.lemma)), None)
        outer = next((f for f in scene.frames[frame.sentence.index] if governor and f.verb == governor.index), None)
        if outer is not None and outer.complement is not None:
            cue = verb_cues("quote")[0]
            pieces = clause(frame.sentence, outer.complement, outer.verb)
            yield _utterance(
                scene, frame, cue, frame.objects[0], [spread(scene, p, _cue_words(frame, pieces)) for p in pieces]
            )
