"""Quotes that go on without a cue of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from legation.extract.scene import Scene, Utterance
from legation.record.document import Sentence
from legation.record.span import Span


def continued(scene: Scene, found: Sequence[Utterance]) -> Iterator[Utterance]:
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
