"""Who says so: source, cue and content of what is said, thought or reported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from legation.extract.cue import Cue, cues, source_class
from legation.extract.frame import Frame
from legation.extract.scene import Scene, Utterance
from legation.extract.tree import ancestors, head_of, kids, noun_phrase, span_of, subtree, token_at, whole_span
from legation.record.chain import Factuality, Step, StepRole
from legation.record.document import Sentence, Token
from legation.record.span import Span

_HEDGED = ("evidential",)


def utterances(scene: Scene) -> tuple[Utterance, ...]:
    """The statements of a document in text order, relays and passages that go on worked in."""
    found = [*_spoken(scene), *_according(scene), *_hedged(scene), *_relayed(scene)]
    kept = _distinct(sorted(found, key=lambda u: (u.sentence, u.content.start, u.content.end)))
    with_quotes = [*kept, *_continued(scene, kept)]
    return tuple(sorted(with_quotes, key=lambda u: (u.sentence, u.content.start, -u.content.end)))


def _distinct(found: Sequence[Utterance]) -> list[Utterance]:
    seen: dict[tuple[Span, Span | None, Span | None], Utterance] = {}
    for utterance in found:
        seen.setdefault((utterance.content, utterance.source, utterance.cue), utterance)
    return list(seen.values())


# --- verbs ----------------------------------------------------------------------------------------------------------


def _spoken(scene: Scene) -> Iterator[Utterance]:
    for frame in scene.all_frames():
        cue = cues().get(frame.lemma)
        if cue is None or _handed_on(frame) or (cue.clause and not _has_clause(frame)):
            continue
        source = _speaker(frame, cue)
        content = _content(scene, frame, cue)
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


def _content(scene: Scene, frame: Frame, cue: Cue) -> Span | None:
    sentence = frame.sentence
    if frame.complement is not None and cue.type != "relay":
        return _spread(scene, _complement(sentence, frame))
    if cue.type == "relay":
        return _quoted_content(scene, frame)
    if frame.passive and frame.subject is not None and frame.agent is not None:
        return noun_phrase(sentence, frame.subject)
    if cue.object and frame.objects:
        return _to_clause_end(sentence, frame, sentence.tokens[_leftmost(sentence, frame.objects[0])].start)
    for prep in ("against", "for", "of"):
        noun = frame.oblique(prep)
        if noun is not None and cue.type in ("directive", "accusation"):
            return _to_clause_end(sentence, frame, sentence.tokens[_leftmost(sentence, noun)].start)
    return _beside(scene, frame) if cue.type in ("assertive", "reportive", "doubt", "factive") else None


def _complement(sentence: Sentence, frame: Frame) -> Span:
    """The span of the clause that the cue introduces, without a leading "that"."""
    assert frame.complement is not None
    inside = subtree(sentence, frame.complement)
    kept = tuple(i for i in inside if not (sentence.tokens[i].dep == "mark" and sentence.tokens[i].lemma == "that"))
    kept = tuple(i for i in kept if i not in _concession(sentence, frame.complement)) or kept
    if frame.verb in range(kept[0], kept[-1]):
        left = tuple(i for i in kept if i < frame.verb)
        kept = left or kept
    return span_of(sentence, kept)


def _concession(sentence: Sentence, index: int) -> frozenset[int]:
    """A trailing "although" clause: the reporter's own voice, unless the parser says otherwise."""
    below = (sentence.tokens[i] for i in subtree(sentence, index))
    clauses = [t for t in below if t.dep == "advcl" and t.index > index]
    marked = [c for c in clauses if any(m.lemma in ("though", "although") for m in kids(sentence, c.index, "mark"))]
    return frozenset(i for clause in marked for i in subtree(sentence, clause.index))


def _leftmost(sentence: Sentence, index: int) -> int:
    return subtree(sentence, index)[0]


def _to_clause_end(sentence: Sentence, frame: Frame, start: int) -> Span:
    inside = [i for i in subtree(sentence, frame.verb) if sentence.tokens[i].start >= start]
    stops = (t.index for t in kids(sentence, frame.verb, "conj", "advcl", "punct") if t.start > start and t.text != ",")
    stop = min(stops, default=None)
    kept = tuple(i for i in inside if stop is None or i < stop) or tuple(inside)
    return span_of(sentence, kept)


def _beside(scene: Scene, frame: Frame) -> Span | None:
    """The quote or the clause that stands before a speech verb that the parser left without a complement."""
    sentence = frame.sentence
    verb = sentence.tokens[frame.verb]
    for quote in scene.document.quotes:
        if (
            quote.span.overlaps(sentence.span)
            and abs(quote.span.start - verb.end) + 0 >= 0
            and not _inside(quote.inner, verb)
        ):
            return quote.inner
    head = sentence.tokens[verb.head]
    if verb.dep == "parataxis" and head.index != verb.index:
        kept = tuple(i for i in subtree(sentence, head.index) if i not in subtree(sentence, verb.index))
        return span_of(sentence, kept)
    return None


def _inside(span: Span, token: Token) -> bool:
    return span.start <= token.start < span.end


def _spread(scene: Scene, content: Span) -> Span:
    """The content, spread over the whole of the quote that it begins or ends in."""
    for quote in scene.document.quotes:
        if quote.span.overlaps(content) and (
            abs(quote.inner.start - content.start) <= 2 or abs(quote.inner.end - content.end) <= 2
        ):
            return Span(min(content.start, quote.inner.start), max(content.end, quote.inner.end))
    return content


def _quoted_content(scene: Scene, frame: Frame) -> Span | None:
    """What a relay hands on: the clause behind "as saying", the quote beside it, or what its verb reports."""
    sentence = frame.sentence
    after = [t for t in sentence.tokens if t.index > frame.verb and t.lemma in ("say", "tell") and t.tag == "VBG"]
    if after:
        inner = kids(sentence, after[0].index, "ccomp", "dobj")
        return _spread(scene, whole_span(sentence, inner[0].index)) if inner else None
    if frame.complement is not None:
        return _spread(scene, _complement(sentence, frame))
    for quote in scene.document.quotes:
        if quote.span.overlaps(sentence.span) and not _inside(quote.inner, sentence.tokens[frame.verb]):
            return quote.inner
    return None


def _utterance(scene: Scene, frame: Frame, cue: Cue, source: int, content: Span) -> Utterance:
    sentence = frame.sentence
    verb = sentence.tokens[frame.verb]
    span = _source_span(sentence, source, frame.verb)
    end = sentence.tokens[frame.verb].end
    by = kids(sentence, frame.verb, "agent") if frame.passive else ()
    words = Span(verb.start, by[0].end if by else end)
    relay = _relay(scene, frame, cue)
    step = _step(scene, sentence, source, span, cue, words, content)
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


def _source_span(sentence: Sentence, source: int, verb: int) -> Span:
    """The whole noun phrase of a source, cut where the cue or its content begins."""
    inside = subtree(sentence, source)
    if source < verb:
        inside = tuple(i for i in inside if i < verb) or inside
    elif verb < source:
        inside = tuple(i for i in inside if i > verb) or inside
    return span_of(sentence, inside)


def _step(scene: Scene, sentence: Sentence, source: int, span: Span, cue: Cue, words: Span, content: Span) -> Step:
    head = sentence.tokens[source]
    mentions = scene.mentions(span)
    holder_class = source_class(head, scene.words(span), mentions)
    role = {"media": StepRole.QUOTED_OUTLET, "document": StepRole.DOCUMENT}.get(holder_class, StepRole.SPEAKER)
    return Step(
        role=role,
        holder=scene.words(span),
        holder_span=span,
        source_class=holder_class,
        named=any(m.label not in ("noun",) for m in mentions) and not holder_class.endswith("unnamed"),
        plural=head.tag in ("NNS", "NNPS"),
        cue=scene.words(words),
        cue_span=words,
        cue_type=cue.type,
        quote_type=_quote_type(scene, content),
        factuality=Factuality(cue.factuality),
    )


def _quote_type(scene: Scene, content: Span) -> str:
    over = [q for q in scene.document.quotes if q.span.overlaps(content)]
    if any(q.inner.start <= content.start + 1 and content.end <= q.inner.end + 1 for q in over):
        return "direct"
    return "mixed" if over else "indirect"


def _relay(scene: Scene, frame: Frame, cue: Cue) -> Step | None:
    """The outlet that hands the words on in the same sentence: "the WSJ quoted X", "X told Reuters"."""
    sentence = frame.sentence
    if cue.type == "relay":
        verb = sentence.tokens[frame.verb]
        holder = frame.agent if frame.passive else frame.subject
        governor = next((t for t in ancestors(sentence, frame.verb) if t.lemma in cues()), None)
        if holder is None and governor is not None and verb.tag == "VBG":
            holder = next((t.index for t in kids(sentence, governor.index, "nsubj")), None)
        return _media_step(scene, sentence, holder) if holder is not None else None
    if frame.lemma == "tell":
        candidates = [*frame.objects, *([frame.receiver] if frame.receiver is not None else [])]
        steps = (_media_step(scene, sentence, i) for i in candidates)
        return next((s for s in steps if s is not None and s.source_class == "media"), None)
    return None


def _media_step(scene: Scene, sentence: Sentence, index: int) -> Step | None:
    span = noun_phrase(sentence, index)
    kind = source_class(sentence.tokens[index], scene.words(span), scene.mentions(span))
    role = StepRole.QUOTED_OUTLET if kind == "media" else StepRole.SPEAKER
    return Step(role=role, holder=scene.words(span), holder_span=span, source_class=kind, named=True)


# --- "according to", "reportedly" -------------------------------------------------------------------------------------


def _according(scene: Scene) -> Iterator[Utterance]:
    for sentence in scene.document.sentences:
        for token in sentence.tokens:
            if token.lemma not in ("accord", "according") or token.text.lower() != "according":
                continue
            noun = next(
                (n for to in kids(sentence, token.index, "prep") for n in kids(sentence, to.index, "pobj")), None
            )
            content = _rest(scene, sentence, token)
            if noun is not None and content is not None:
                yield _by_phrase(scene, sentence, token, noun, content)


def _by_phrase(scene: Scene, sentence: Sentence, token: Token, noun: Token, content: Span) -> Utterance:
    span = whole_span(sentence, noun.index)
    if span.overlaps(content):
        span = noun_phrase(sentence, noun.index)
    cue = Cue(lemma="according to", type="reportive", act="assert", factuality="CT+")
    to = kids(sentence, token.index, "prep")[0]
    words = Span(token.start, to.end)
    step = _step(scene, sentence, noun.index, span, cue, words, content)
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
    )


def _rest(scene: Scene, sentence: Sentence, token: Token) -> Span | None:
    """The clause that an adjunct belongs to, without the adjunct: what follows it at the start, else what leads up to it."""
    phrase = whole_span(sentence, token.index)
    first = sentence.tokens[0].index == token.index or all(
        t.pos in ("PUNCT", "SPACE") for t in sentence.tokens[: token.index]
    )
    if first:
        after = tuple(t.index for t in sentence.tokens if t.start >= phrase.end and t.pos not in ("PUNCT", "SPACE"))
        return _spread(scene, span_of(sentence, after)) if after else None
    clause = next((a for a in ancestors(sentence, token.index) if a.pos in ("VERB", "AUX")), None)
    if clause is None:
        return None
    before = tuple(i for i in subtree(sentence, clause.index) if sentence.tokens[i].end <= phrase.start)
    return _spread(scene, span_of(sentence, before)) if before else None


def _hedged(scene: Scene) -> Iterator[Utterance]:
    for hedge in scene.document.hedges:
        if hedge.kind not in _HEDGED:
            continue
        sentence = next((s for s in scene.document.sentences if s.span.contains(hedge.span)), None)
        token = token_at(sentence, hedge.span.start) if sentence else None
        if sentence is None or token is None or token.head == token.index:
            continue
        inside = tuple(i for i in subtree(sentence, token.head) if sentence.tokens[i].start >= token.end)
        if inside:
            yield _unnamed(scene, sentence, hedge.span, span_of(sentence, inside), hedge.words)


def _unnamed(scene: Scene, sentence: Sentence, cue: Span, content: Span, words: str) -> Utterance:
    step = Step(
        role=StepRole.UNSPECIFIED,
        cue=words,
        cue_span=cue,
        cue_type="evidential_adverb",
        quote_type="indirect",
        factuality=Factuality.CT_PLUS,
    )
    return Utterance(
        sentence=sentence.index,
        source=None,
        cue=cue,
        cue_lemma=words.lower(),
        cue_type="evidential_adverb",
        speech_act="assert",
        content=content,
        quote_type="indirect",
        step=step,
    )


def _relayed(scene: Scene) -> Iterator[Utterance]:
    """ "Reuters, citing anonymous sources, reported X": X is also the sources'."""
    for frame in scene.all_frames():
        verb = frame.sentence.tokens[frame.verb]
        if frame.lemma not in ("cite", "quote") or verb.tag != "VBG" or not frame.objects:
            continue
        governor = next((t for t in ancestors(frame.sentence, verb.index) if t.lemma in cues()), None)
        outer = next((f for f in scene.frames[frame.sentence.index] if governor and f.verb == governor.index), None)
        if outer is not None and outer.complement is not None:
            content = _spread(scene, _complement(frame.sentence, outer))
            yield _utterance(scene, frame, cues()["cite"], frame.objects[0], content)


# --- quotes that go on ------------------------------------------------------------------------------------------------


def _continued(scene: Scene, found: Sequence[Utterance]) -> Iterator[Utterance]:
    """Whole-sentence quotes that no cue covers: they stay with the speaker quoted just before, with that as reason."""
    last: Utterance | None = None
    for sentence in scene.document.sentences:
        own = [u for u in found if u.sentence == sentence.index and u.quote_type in ("direct", "mixed")]
        covered = [u for u in found if u.content.overlaps(sentence.span)]
        quote = next((q for q in scene.document.quotes if abs(q.span.start - sentence.span.start) <= 1), None)
        if quote is None or covered or last is None or quote.inner.end - quote.inner.start <= 20:
            last = own[-1] if own else last
            continue
        if _near(scene, last, sentence):
            yield _again(last, sentence, quote.inner)
        last = own[-1] if own else last


def _near(scene: Scene, last: Utterance, sentence: Sentence) -> bool:
    before = scene.document.sentences[last.sentence]
    return 0 <= sentence.block - before.block <= 1


def _again(last: Utterance, sentence: Sentence, content: Span) -> Utterance:
    step = msgspec.structs.replace(
        last.step, cue=None, cue_span=None, quote_type="direct", reason="the quotation goes on from the sentence before"
    )
    return msgspec.structs.replace(
        last,
        sentence=sentence.index,
        cue=None,
        content=content,
        quote_type="direct",
        step=step,
        continued=True,
    )


def speaker_token(scene: Scene, utterance: Utterance) -> Token | None:
    """The head token of an utterance's source, or None for "reportedly"."""
    if utterance.source is None:
        return None
    return head_of(scene.document.sentences[utterance.sentence], utterance.source)
