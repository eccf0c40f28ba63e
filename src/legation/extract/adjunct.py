"""Statements by phrase and adverb: "according to X", "reportedly"."""

from __future__ import annotations

from collections.abc import Iterator

from legation.extract.quotation import spread
from legation.extract.cue import Cue
from legation.extract.scene import Scene, Utterance
from legation.extract.step import step_of
from legation.extract.tree import ancestors, kids, noun_phrase, span_of, subtree, token_at, whole_span
from legation.record.chain import Factuality, Step, StepRole
from legation.record.document import Sentence, Token
from legation.record.span import Span

_HEDGED = ("evidential",)


def according(scene: Scene) -> Iterator[Utterance]:
    """The statements of "according to" phrases."""
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
    cue = Cue(lemmas=("according to",), type="reportive", act="assert", factuality="CT+")
    to = kids(sentence, token.index, "prep")[0]
    words = Span(token.start, to.end)
    step = step_of(scene, sentence, noun.index, span, cue, words, content)
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
        return spread(scene, span_of(sentence, after), phrase) if after else None
    clause = next((a for a in ancestors(sentence, token.index) if a.pos in ("VERB", "AUX")), None)
    if clause is None:
        return None
    before = tuple(i for i in subtree(sentence, clause.index) if sentence.tokens[i].end <= phrase.start)
    return spread(scene, span_of(sentence, before), phrase) if before else None


def hedged(scene: Scene) -> Iterator[Utterance]:
    """The statements of evidential adverbs: somebody unnamed says so."""
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
