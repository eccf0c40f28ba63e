"""What an extractor sees: one parsed document with its frames and the statements found in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from legation.extract.frame import Frame
from legation.lexicon.load import Lexicon
from legation.record.article import Article
from legation.record.chain import Step
from legation.record.claim import Aux, Role
from legation.record.document import Document, Hedge, Sentence
from legation.record.mention import Mention
from legation.record.quantity import Quantity
from legation.record.span import Span
from legation.record.when import When

ACTOR_SORTS = frozenset({"state", "organisation", "group", "company", "outlet", "person"})


class Utterance(msgspec.Struct, frozen=True, kw_only=True):
    """A statement before it becomes a claim: who, by which word, says what.

    `source` is None for "reportedly"; `step` is the link it adds to the chain of all that stands in its pieces.
    `content` is the first piece, `more` the others of a broken quote ("A," he said. "B."), in text order.
    `apart` says that its source stands elsewhere in the article. `aux` says whether it was said at all, or will or may be. `pronoun` is the relative pronoun that stands for the source ("the envoy, who said").
    """

    sentence: int
    source: Span | None
    cue: Span | None
    cue_lemma: str | None
    cue_type: str
    speech_act: str
    content: Span
    quote_type: str
    step: Step
    via: Step | None = None
    aux: Aux = Aux.ASSERTED
    continued: bool = False
    apart: bool = False
    more: tuple[Span, ...] = ()
    pronoun: Span | None = None
    audience: Span | None = None
    forum: str | None = None

    @property
    def pieces(self) -> tuple[Span, ...]:
        """All the stretches of what is said, in text order."""
        return (self.content, *self.more)


class Scene(msgspec.Struct, frozen=True, eq=False):
    """One document of an article, ready for the extractors. `frames` has one tuple per sentence. Two scenes are equal only when they are one,
    so that what is read of one can be kept for it."""

    article: Article
    document: Document
    lexicon: Lexicon
    frames: tuple[tuple[Frame, ...], ...]
    outer: tuple[Step, ...] = ()
    utterances: tuple[Utterance, ...] = ()

    def words(self, span: Span) -> str:
        """The exact words of a span."""
        return self.article.words(span)

    def role(self, name: str, span: Span) -> Role:
        """A claim's role of that name over the span."""
        return Role(name, span, self.words(span))

    def mentions(self, span: Span) -> tuple[Mention, ...]:
        """The mentions that lie in a span, in text order."""
        return tuple(m for m in self.document.mentions if span.contains(m.span))

    def whens(self, span: Span) -> tuple[When, ...]:
        """The time expressions that lie in a span and say when something was."""
        return tuple(w for w in self.document.whens if w.dated and span.contains(w.span))

    def quantities(self, span: Span) -> tuple[Quantity, ...]:
        """The quantities that begin in a span."""
        return tuple(q for q in self.document.quantities if span.start <= q.span.start < span.end)

    def hedges(self, span: Span) -> tuple[Hedge, ...]:
        """The hedges that lie in a span."""
        return tuple(h for h in self.document.hedges if span.contains(h.span))

    def all_frames(self) -> Iterator[Frame]:
        """The frames of all sentences in text order."""
        for frames in self.frames:
            yield from frames

    def paragraph(self, sentence: Sentence) -> tuple[Sentence, ...]:
        """The sentences of the sentence's own paragraph, in text order."""
        return tuple(s for s in self.document.sentences if s.block == sentence.block)


def of_sort(mentions: Iterable[Mention], sorts: Iterable[str]) -> tuple[Mention, ...]:
    """The mentions that may stand for an entry of one of the sorts."""
    wanted = set(sorts)
    return tuple(m for m in mentions if any(c.sort in wanted for c in m.candidates))


def first(things: Sequence[Mention]) -> Mention | None:
    """The first mention, or None."""
    return things[0] if things else None
