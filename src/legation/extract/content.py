"""What is said: the clause, phrase or quote that a cue introduces."""

from __future__ import annotations

from legation.extract.cue import Cue
from legation.extract.frame import Frame
from legation.extract.scene import Scene
from legation.extract.signature import governor, words
from legation.extract.tree import kids, noun_phrase, span_of, subtree, whole_span
from legation.record.document import Sentence, Token
from legation.record.span import Span


def content_of(scene: Scene, frame: Frame, cue: Cue) -> Span | None:
    """The span of what the cue's frame introduces, or None when nothing stands there."""
    sentence = frame.sentence
    if frame.complement is not None and cue.type != "relay":
        return spread(scene, complement(sentence, frame))
    if cue.type == "relay":
        return _quoted_content(scene, frame)
    if frame.passive and frame.subject is not None and frame.agent is not None:
        return noun_phrase(sentence, frame.subject)
    if frame.objects and (cue.object or of_deed(frame) or _told(frame, cue)):
        return _to_clause_end(sentence, frame, sentence.tokens[_leftmost(sentence, frame.objects[0])].start)
    for prep in ("against", "for", "of"):
        noun = frame.oblique(prep)
        if noun is not None and cue.type in ("directive", "accusation"):
            return _to_clause_end(sentence, frame, sentence.tokens[_leftmost(sentence, noun)].start)
    return _beside(scene, frame) if cue.type in ("assertive", "reportive", "doubt", "factive") else None


def of_deed(frame: Frame) -> bool:
    """Whether a deed stands behind the verb's "of" ("suspects Iran of attacking")."""
    of = [p for p in kids(frame.sentence, frame.verb, "prep") if p.lemma == "of"]
    deeds = [t for p in of for t in kids(frame.sentence, p.index, "pcomp")]
    return bool(deeds) and governor("VERB", (f"{frame.lemma} of",), "ing") is not None


def _told(frame: Frame, cue: Cue) -> bool:
    """Whether what is denied is something told ("rejected claims that")."""
    heads = (frame.sentence.tokens[i] for i in frame.objects)
    return cue.type == "denial" and any(t.lemma in words("transparent") for t in heads)


def complement(sentence: Sentence, frame: Frame) -> Span:
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


def spread(scene: Scene, content: Span) -> Span:
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
        return spread(scene, whole_span(sentence, inner[0].index)) if inner else None
    if frame.complement is not None:
        return spread(scene, complement(sentence, frame))
    for quote in scene.document.quotes:
        if quote.span.overlaps(sentence.span) and not _inside(quote.inner, sentence.tokens[frame.verb]):
            return quote.inner
    return None
