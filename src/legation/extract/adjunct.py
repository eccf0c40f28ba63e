"""Statements by phrase and adverb: "according to X", "reportedly"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from legation.extract.cue import Cue, cue_words
from legation.extract.quotation import spread
from legation.extract.scene import Scene, Utterance
from legation.extract.step import step_of
from legation.extract.tree import ancestors, kids, noun_phrase, span_of, subtree, token_at, whole_span
from legation.record.chain import Factuality, Step, StepRole
from legation.record.document import Sentence, Token, sentence_of
from legation.record.span import Span

_HEDGED = ("evidential", "appearance")


def according(scene: Scene) -> Iterator[Utterance]:
    """The statements of "according to" phrases and their like: "in the words of", "in the envoy's view", "as he put it"."""
    for sentence in scene.document.sentences:
        for token in sentence.tokens:
            found = _phrase(sentence, token)
            pieces = _rest(scene, sentence, token, found.words) if found is not None else ()
            if found is not None and pieces:
                yield _by_phrase(scene, sentence, found, pieces)


class _Phrase(msgspec.Struct, frozen=True):
    """An adjunct that names a source: the token of the source and the words of the cue."""

    lemma: str
    source: Token
    words: Span


def _phrase(sentence: Sentence, token: Token) -> _Phrase | None:
    low = token.text.lower()
    if low == "according":
        to = next(iter(kids(sentence, token.index, "prep")), None)
        noun = next(iter(kids(sentence, to.index, "pobj")), None) if to is not None else None
        return _Phrase("according to", noun, Span(token.start, to.end)) if to is not None and noun is not None else None
    if low == "in":
        return _in_words(sentence, token)
    return _put(sentence, token) if token.lemma == "put" else None


def _in_words(sentence: Sentence, token: Token) -> _Phrase | None:
    """ "In the words of the envoy", "in her view", "in a poll": the owner of the words, or the poll itself."""
    noun = next(iter(kids(sentence, token.index, "pobj")), None)
    if noun is None:
        return None
    if noun.lemma in cue_words("polls"):
        first = all(t.pos in ("PUNCT", "SPACE", "CCONJ") for t in sentence.tokens[: token.index])
        if not first:
            return None
        return _Phrase("in", noun, Span(token.start, token.end))
    if noun.text.lower() not in cue_words("in_words"):
        return None
    of = (n for p in kids(sentence, noun.index, "prep") if p.lemma == "of" for n in kids(sentence, p.index, "pobj"))
    owner = next(iter(kids(sentence, noun.index, "poss")), None) or next(of, None)
    own = owner is None or owner.lemma in ("my", "our")
    return None if own or owner is None else _Phrase("in", owner, Span(noun.start, noun.end))


def _put(sentence: Sentence, token: Token) -> _Phrase | None:
    """ "As the envoy put it"."""
    marked = any(t.lemma == "as" for t in kids(sentence, token.index, "mark", "advmod"))
    it = any(t.lemma == "it" for t in kids(sentence, token.index, "dobj"))
    subject = next(iter(kids(sentence, token.index, "nsubj")), None)
    return _Phrase("put", subject, Span(token.start, token.end)) if marked and it and subject is not None else None


def _by_phrase(scene: Scene, sentence: Sentence, found: _Phrase, pieces: tuple[Span, ...]) -> Utterance:
    span = whole_span(sentence, found.source.index)
    if any(span.overlaps(piece) for piece in pieces) or found.source.dep == "poss":
        span = noun_phrase(sentence, found.source.index)
    last = token_at(sentence, span.end - 1)
    if last is not None and last.tag == "POS":
        span = Span(span.start, last.start)
    cue = Cue(lemmas=(found.lemma,), type="reportive", act="assert", factuality="CT+")
    step = step_of(scene, sentence, found.source.index, span, cue, found.words, pieces[0])
    return Utterance(
        sentence=sentence.index,
        source=span,
        cue=found.words,
        cue_lemma=cue.lemma,
        cue_type=cue.type,
        speech_act=cue.act,
        content=pieces[0],
        more=pieces[1:],
        quote_type=step.quote_type,
        step=step,
    )


def _rest(scene: Scene, sentence: Sentence, token: Token, words: Span) -> tuple[Span, ...]:
    """The clause that an adjunct belongs to, without the adjunct: what follows it at the start, else what stands around it."""
    phrase = whole_span(sentence, token.index)
    if all(t.pos in ("PUNCT", "SPACE", "CCONJ") for t in sentence.tokens if t.start < phrase.start):
        after = tuple(t.index for t in sentence.tokens if t.start >= phrase.end and t.pos not in ("PUNCT", "SPACE"))
        return (spread(scene, span_of(sentence, after), phrase),) if after else ()
    clauses = [a for a in ancestors(sentence, token.index) if a.pos in ("VERB", "AUX")]
    if not clauses:
        return ()
    clause = clauses[-1] if _set_off(sentence, phrase) else clauses[0]
    inside = subtree(sentence, clause.index)
    before = tuple(i for i in inside if sentence.tokens[i].end <= phrase.start)
    after = tuple(i for i in inside if sentence.tokens[i].start >= phrase.end)
    finite = clause.start >= phrase.end
    sides = (before, after if finite else ())
    worded = [side for side in sides if any(sentence.tokens[i].pos not in ("PUNCT", "SPACE") for i in side)]
    return tuple(spread(scene, span_of(sentence, side), phrase) for side in worded)


def without_outer(utterances: Sequence[Utterance]) -> list[Utterance]:
    """The statements, those that a closing "according to" stands over without that phrase in what they say ("KAI said ..., according
    to MNA": what KAI said ends before the comma)."""
    outer = [u for u in utterances if u.cue_lemma == "according to" and u.cue is not None]
    return [
        _cut(u, [o for o in outer if o is not u and u.cue is not None and o.content.contains(u.cue)])
        for u in utterances
    ]


def _cut(utterance: Utterance, outer: Sequence[Utterance]) -> Utterance:
    """The statement with its content ended before the first of the outer phrases that stands at the content's end."""
    for other in outer:
        cue, held = other.cue, utterance.content
        if cue is not None and held.start < other.content.end <= cue.start and held.contains(cue):
            return msgspec.structs.replace(utterance, content=Span(held.start, other.content.end))
    return utterance


def _set_off(sentence: Sentence, phrase: Span) -> bool:
    """Whether a comma sets the phrase off at the sentence's end, so that it stands over all of it: "KAI said ..., according to MNA"."""
    before = [t for t in sentence.tokens if t.end <= phrase.start and t.pos != "SPACE"]
    after = [t for t in sentence.tokens if t.start >= phrase.end and t.pos not in ("PUNCT", "SPACE")]
    return bool(before) and before[-1].text == "," and not after


def hedged(scene: Scene) -> Iterator[Utterance]:
    """The statements of evidential adverbs: somebody unnamed says so."""
    for hedge in scene.document.hedges:
        if hedge.kind not in _HEDGED:
            continue
        sentence = sentence_of(scene.document.sentences, hedge.span)
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
