"""The extractors' common line: statements first, then each extractor over each document, claims in text order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import msgspec

from legation.extract.aux import aux_of, is_background, when_of
from legation.extract.chain import chain_of, outer_steps
from legation.extract.commitment import committed
from legation.extract.day import relation_to_day, whens_on
from legation.extract.frame import Frame, frames_of
from legation.extract.scene import ACTOR_SORTS, Scene, Utterance
from legation.extract.statement import utterances
from legation.lexicon.load import Lexicon
from legation.record.article import Article
from legation.record.claim import Aux, Claim, Payload, Role, claim_id
from legation.record.document import Document, Sentence
from legation.record.span import Span
from legation.record.statement import Statement
from legation.record.when import When

Extractor = Callable[[Scene], Iterable[Claim]]


def scenes(article: Article, documents: Sequence[Document], lexicon: Lexicon) -> tuple[Scene, ...]:
    """The scenes of an article's documents, in their order."""
    return tuple(scene_of(article, document, lexicon) for document in documents)


def extract(staged: Iterable[Scene], extractors: Sequence[Extractor]) -> tuple[Claim, ...]:
    """All claims of an article's scenes, without repeats, by document and place in the text."""
    found: dict[str, Claim] = {}
    for scene in staged:
        for claim in (*statements(scene), *(c for extractor in extractors for c in extractor(scene))):
            found.setdefault(claim.id, claim)
    return tuple(sorted(found.values(), key=lambda c: (c.document != "body", c.span, c.kind, c.id)))


def scene_of(article: Article, document: Document, lexicon: Lexicon) -> Scene:
    """The scene of a document: its frames and its statements."""
    frames = tuple(frames_of(sentence) for sentence in document.sentences)
    bare = Scene(article, document, lexicon, frames, outer_steps(article, document))
    return msgspec.structs.replace(bare, utterances=utterances(bare))


def statements(scene: Scene) -> Iterable[Claim]:
    """The statements of a scene as claims: source, cue, content, and the chain that ends with the speaker."""
    for utterance in scene.utterances:
        yield _statement(scene, utterance)


def _statement(scene: Scene, utterance: Utterance) -> Claim:
    said = tuple(("content", piece) for piece in utterance.pieces)
    parts = (("source", utterance.source), ("cue", utterance.cue), *said)
    about = tuple(("about", span) for span in _about(scene, utterance))
    beside = (("pronoun", utterance.pronoun), ("audience", utterance.audience), *about)
    roles = tuple(scene.role(name, span) for name, span in (*parts, *beside) if span is not None)
    sentence = scene.document.sentences[utterance.sentence]
    payload = Statement(
        cue_lemma=utterance.cue_lemma,
        cue_type=utterance.cue_type,
        speech_act=utterance.speech_act,
        quote_type=utterance.quote_type,
        continued=utterance.continued,
        forum=utterance.forum,
    )
    spans = (
        [utterance.content]
        if utterance.continued or utterance.apart
        else [span for _, span in parts if span is not None]
    )
    span = spans[0]
    for other in spans[1:]:
        span = span.join(other)
    return Claim(
        id=claim_id(scene.article.id, payload, span, roles),
        article=scene.article.id,
        document=scene.document.kind,
        sentence=sentence.index,
        span=span,
        words=scene.words(span),
        payload=payload,
        roles=roles,
        chain=chain_of(scene, utterance.content, leave=utterance),
        aux=utterance.aux,
        when=_said_on(scene, sentence, utterance),
        day=_day(scene, sentence, _index(sentence, utterance.cue)) if utterance.cue else None,
        made_by="statement@1",
    )


def _said_on(scene: Scene, sentence: Sentence, utterance: Utterance) -> When | None:
    """When it was said: never a time that stands in what was said, unless it hangs on the word of saying itself."""
    if utterance.cue is None:
        return None
    when = when_of(scene, utterance.cue, sentence, _index(sentence, utterance.cue))
    if when is None or not any(piece.contains(when.span) for piece in utterance.pieces):
        return when
    cue = _index(sentence, utterance.cue)
    return (
        when
        if sentence.tokens[cue].pos == "VERB" and when in whens_on(sentence, sentence.tokens[cue], [when])
        else None
    )


def _about(scene: Scene, utterance: Utterance) -> tuple[Span, ...]:
    """The actors and persons that what is said names, each once, in text order."""
    inside = [m for piece in utterance.pieces for m in scene.mentions(piece)]
    named = [m for m in inside if m.label == "PERSON" or any(c.sort in ACTOR_SORTS for c in m.candidates)]
    found: dict[str, Span] = {}
    for mention in named:
        found.setdefault(mention.words, mention.span)
    return tuple(found.values())


class Find(msgspec.Struct, frozen=True, kw_only=True):
    """What an extractor found, before chain, standing and time are worked out.

    `anchor` is the index of the predicate's token; `frame` its frame when it is a verb. `aux`, `when` and `background` overrule; of what is
    `undated` no time is looked for beside `when`.
    """

    sentence: Sentence
    anchor: int
    span: Span
    payload: Payload
    roles: tuple[Role, ...]
    made_by: str
    frame: Frame | None = None
    aux: Aux | None = None
    when: When | None = None
    background: bool | None = None
    undated: bool = False


def claim_of(scene: Scene, find: Find) -> Claim:
    """The claim of a find: its chain, standing, time and background worked out from the scene."""
    token = find.sentence.tokens[find.anchor]
    trigger = Span(token.start, token.end)
    aux = find.aux or aux_of(scene, find.sentence, find.anchor, find.frame)
    when = find.when
    if when is None and not find.undated:
        when = when_of(scene, find.span, find.sentence, find.anchor)
    background = find.background
    if background is None:
        background = is_background(scene, find.sentence, find.frame, when, aux)
    return Claim(
        id=claim_id(scene.article.id, find.payload, find.span, find.roles),
        article=scene.article.id,
        document=scene.document.kind,
        sentence=find.sentence.index,
        span=find.span,
        words=scene.words(find.span),
        payload=find.payload,
        roles=find.roles,
        chain=committed(scene, find.sentence, find.anchor, chain_of(scene, trigger)),
        aux=aux,
        background=background,
        when=when,
        day=_day(scene, find.sentence, find.anchor),
        made_by=find.made_by,
    )


def _day(scene: Scene, sentence: Sentence, index: int) -> str | None:
    """How the predicate stands to the day of publication; a caption's own day is not the article's."""
    if scene.document.kind == "caption":
        return None
    return relation_to_day(sentence, index, scene.whens(sentence.span), scene.article.published)


def _index(sentence: Sentence, span: Span) -> int:
    """The index of the last token of a span: the verb of "has said"."""
    inside = [t.index for t in sentence.tokens if span.start <= t.start < span.end]
    return inside[-1] if inside else 0
