"""Quotes and their speakers: the quote beside a cue, the quote that a cue breaks, the quote that goes on without one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from legation.extract.cue import is_cue
from legation.extract.frame import Frame
from legation.extract.scene import Scene, Utterance
from legation.extract.tree import noun_phrase
from legation.record.document import Quote, Sentence
from legation.record.span import Span

_REACH = 90
_BROKEN = re.compile(r"[;!?\n]|\.\s")


def spread(scene: Scene, content: Span, cue: Span) -> Span:
    """The content, spread over the whole of the quote that it begins or ends in, unless the quote holds the cue too."""
    for quote in scene.document.quotes:
        if (quote.span.overlaps(content) and not quote.inner.contains(cue)) and (
            abs(quote.inner.start - content.start) <= 2 or abs(quote.inner.end - content.end) <= 2
        ):
            return _balanced(Span(min(content.start, quote.inner.start), max(content.end, quote.inner.end)), quote)
    return content


def _balanced(content: Span, quote: Quote) -> Span:
    """The content with both marks of a quote that is only part of it, or with neither."""
    opened, shut = content.start <= quote.span.start, content.end >= quote.span.end
    if opened and content.end == quote.inner.end and quote.closed:
        return Span(content.start, quote.span.end)
    return Span(quote.span.start, content.end) if shut and content.start == quote.inner.start else content


def beside(scene: Scene, frame: Frame) -> tuple[Span, ...]:
    """The quote that stands right before a cue and its speaker, or right behind them; none when neither does."""
    stretch = _cue_stretch(frame)
    text = scene.article.text
    for quote in scene.document.quotes:
        if quote.span.contains(stretch) or quote.span.overlaps(stretch):
            continue
        gap = text[quote.span.end : stretch.start]
        if quote.span.end <= stretch.start and len(gap) <= 2 and not gap.strip():
            return (quote.inner,)
    for quote in scene.document.quotes:
        if quote.span.start >= stretch.end and _leads(scene, frame, Span(stretch.end, quote.span.start + 1)):
            return (quote.inner,)
    return ()


def _cue_stretch(frame: Frame) -> Span:
    """From the speaker to the verb, in whichever order they stand."""
    verb = frame.sentence.tokens[frame.verb]
    words = Span(verb.start, verb.end)
    return words if frame.doer is None else words.join(noun_phrase(frame.sentence, frame.doer))


def _leads(scene: Scene, frame: Frame, gap: Span) -> bool:
    """Whether the words between a cue and a quote lead straight to it: short, in one sentence, without another cue; and the
    quote is set off by a mark or begins a sentence of its own, so that scare quotes are none.
    """
    words = scene.article.text[gap.start : gap.end - 1]
    set_off = words.rstrip()[-1:] in (",", ":") or scene.article.text[gap.end : gap.end + 1].isupper()
    below = words.rstrip().endswith(":") and words[len(words.rstrip()) :].count("\n") <= 2
    broken = _BROKEN.search(words.rstrip() if below else words)
    return set_off and gap.end - gap.start <= _REACH and broken is None and not _other_cue(scene, frame, gap)


def _other_cue(scene: Scene, frame: Frame, gap: Span) -> bool:
    cues = (t for s in scene.document.sentences for t in s.tokens if s.span.overlaps(gap) and t.pos == "VERB")
    verb = frame.sentence.tokens[frame.verb]
    return any(is_cue(t.lemma) and gap.start <= t.start < gap.end and t.start != verb.start for t in cues)


def resumed(scene: Scene, frame: Frame, pieces: tuple[Span, ...]) -> tuple[Span, ...]:
    """The pieces with the quote behind them that the cue broke off: "A," he said, "B." """
    verb = frame.sentence.tokens[frame.verb]
    quoted = [q for q in scene.document.quotes for p in pieces if q.inner.overlaps(p)]
    if not pieces or pieces[-1].start > verb.start or not quoted or quoted[-1].span.end > verb.start:
        return pieces
    stretch = _cue_stretch(frame)
    later = next((q for q in scene.document.quotes if q.span.start >= stretch.end), None)
    if later is None or not _takes_up(scene, frame, Span(stretch.end, later.span.start + 1)):
        return pieces
    return (*pieces, later.inner)


def _takes_up(scene: Scene, frame: Frame, gap: Span) -> bool:
    """Whether a quote goes on in the same sentence, behind a comma."""
    words = scene.article.text[gap.start : gap.end - 1]
    short = len(words) <= _REACH and not _BROKEN.search(words) and words.rstrip()[-1:] in ",:"
    return short and not _other_cue(scene, frame, gap)


def continued(scene: Scene, found: Sequence[Utterance]) -> Iterator[Utterance]:
    """Whole-sentence quotes that no cue covers: they stay with the speaker quoted just before, with that as reason."""
    last: Utterance | None = None
    for sentence in scene.document.sentences:
        own = [u for u in found if u.sentence == sentence.index and _quotes(scene, u)]
        quote = next((q for q in scene.document.quotes if abs(q.span.start - sentence.span.start) <= 3), None)
        open_quote = quote is not None and not any(_covers(u, quote) for u in found)
        if open_quote and quote is not None and last is not None and _goes_on(scene, last, sentence, quote):
            yield _again(last, sentence, quote.inner)
        last = _outermost(own, last)


def _quotes(scene: Scene, utterance: Utterance) -> bool:
    """Whether a statement quotes, and is not itself told inside a quote."""
    cue = utterance.cue
    told = cue is not None and any(q.inner.contains(cue) for q in scene.document.quotes)
    return utterance.quote_type in ("direct", "mixed") and not told


def _covers(utterance: Utterance, quote: Quote) -> bool:
    """Whether a statement says the quote, or part of it, from outside: one that the quote itself tells of does not."""
    inside = utterance.cue is not None and quote.inner.contains(utterance.cue)
    return not inside and any(piece.overlaps(quote.inner) for piece in utterance.pieces)


def _outermost(own: Sequence[Utterance], last: Utterance | None) -> Utterance | None:
    """The statement that quotes most, or the last one: one that stands in another's quote is not the one to go on with."""
    return max(own, key=lambda u: u.content.end - u.content.start, default=last)


def _goes_on(scene: Scene, last: Utterance, sentence: Sentence, quote: Quote) -> bool:
    before = scene.document.sentences[last.sentence]
    words = scene.words(quote.inner)
    return (len(words) > 20 or words[-1:] in ".!?…") and 0 <= sentence.block - before.block <= 1


def _again(last: Utterance, sentence: Sentence, content: Span) -> Utterance:
    step = msgspec.structs.replace(
        last.step, cue=None, cue_span=None, quote_type="direct", reason="the quotation goes on from the sentence before"
    )
    return msgspec.structs.replace(
        last,
        sentence=sentence.index,
        cue=None,
        content=content,
        more=(),
        quote_type="direct",
        step=step,
        continued=True,
    )
