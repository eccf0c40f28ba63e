"""The answers of an interview: paragraphs that are nothing but a quote, each behind a line of the one who asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from legation.extract.cue import source_class
from legation.extract.scene import Scene, Utterance
from legation.extract.tree import head_of
from legation.record.article import Block, BlockKind
from legation.record.chain import Step, StepRole
from legation.record.document import Quote
from legation.record.mention import Mention
from legation.record.span import Span

_ANSWERS = 2


def answers(scene: Scene, found: Sequence[Utterance]) -> Iterator[Utterance]:
    """The quoted paragraphs of an interview as statements of the one interviewed, in text order; none where it is no interview.

    An interview has two or more unquoted questions with quoted answers behind them, and the first person that it names is the one asked.
    """
    blocks = _paragraphs(scene)
    asked = sum(_asks(scene, a) and _answer(scene, b) is not None for a, b in pairwise(blocks))
    person = next((m for m in scene.document.mentions if m.label == "PERSON" and " " in m.words), None)
    if asked < _ANSWERS or person is None:
        return
    for block in blocks:
        quote = _answer(scene, block)
        if quote is not None and not any(u.content.contains(quote.inner) for u in found):
            yield _utterance(scene, quote, person)


def _paragraphs(scene: Scene) -> list[Block]:
    wanted = {s.block for s in scene.document.sentences}
    return [b for n, b in enumerate(scene.article.blocks) if n in wanted and b.kind is BlockKind.BODY]


def _asks(scene: Scene, block: Block) -> bool:
    """Whether a paragraph is a question of the interviewer: it ends in a question mark and quotes nobody."""
    return scene.words(block.span).rstrip().endswith(("?", "…")) and not any(
        q.span.overlaps(block.span) for q in scene.document.quotes
    )


def _answer(scene: Scene, block: Block) -> Quote | None:
    """The quote that fills a paragraph, or None."""
    return next(
        (q for q in scene.document.quotes if q.span.start == block.span.start and q.span.end >= block.span.end - 1),
        None,
    )


def _utterance(scene: Scene, quote: Quote, person: Mention) -> Utterance:
    sentence = next(s for s in scene.document.sentences if s.span.start <= quote.inner.start < s.span.end)
    home = next(s for s in scene.document.sentences if s.span.contains(person.span))
    head = head_of(home, person.span) or home.tokens[0]
    wide = Span(max(home.span.start, person.span.start - 60), person.span.end)
    step = Step(
        role=StepRole.SPEAKER,
        holder=person.words,
        holder_span=person.span,
        source_class=source_class(head, scene.words(wide), (person,)),
        named=True,
        cue_type="line",
        quote_type="direct",
        reason="an answer in an interview with the person named first",
    )
    return Utterance(
        sentence=sentence.index,
        source=person.span,
        cue=None,
        cue_lemma=None,
        cue_type="line",
        speech_act="assert",
        content=quote.inner,
        quote_type="direct",
        step=step,
        forum="interview",
        apart=True,
    )
