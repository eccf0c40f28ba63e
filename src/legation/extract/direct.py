"""Direct speech by its marks: a quote that ends in a comma, and the speaker and verb right behind it.

The parser often loses its way where a long quote meets its speaker; the marks do not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from legation.extract.cue import Cue, verb_cues
from legation.extract.scene import Scene, Utterance
from legation.extract.step import step_of
from legation.extract.tree import span_of
from legation.record.document import Quote, Sentence, Token
from legation.record.span import Span

_REACH = 14
_FINITE = ("VBD", "VBZ", "VBP")


def quoted(scene: Scene, found: Sequence[Utterance]) -> Iterator[Utterance]:
    """The statements of quotes that no other rule has given a speaker, in text order."""
    for quote in scene.document.quotes:
        if scene.words(quote.inner)[-1:] not in (",", "?", "!") or " " not in scene.words(quote.inner):
            continue
        if any(piece.overlaps(quote.inner) and not _inside(quote, u) for u in found for piece in u.pieces):
            continue
        utterance = _behind(scene, quote)
        if utterance is not None and all(u.cue != utterance.cue for u in found):
            yield utterance


def _inside(quote: Quote, utterance: Utterance) -> bool:
    return utterance.cue is not None and quote.inner.contains(utterance.cue)


def _behind(scene: Scene, quote: Quote) -> Utterance | None:
    """The statement whose speaker and verb stand right behind a quote, in either order."""
    sentence = next((s for s in scene.document.sentences if s.span.start < quote.span.end + 2 <= s.span.end), None)
    if sentence is None:
        return None
    after = [t for t in sentence.tokens if t.start >= quote.span.end and t.pos != "SPACE"][:_REACH]
    verb = next((t for t in after if t.tag in _FINITE), None)
    cue = next((c for c in verb_cues(verb.lemma) if "quote" in c.takes), None) if verb is not None else None
    if verb is None or cue is None or after[0].pos == "PUNCT":
        return None
    names = _before(after, verb) if after[0] is not verb else _following(sentence, verb)
    head = _head(names)
    return _utterance(scene, sentence, quote, cue, verb, names, head) if head is not None else None


def _before(after: Sequence[Token], verb: Token) -> list[Token]:
    """The tokens between the quote and the verb: nothing but a name with what a comma adds to it."""
    return [t for t in after if t.index < verb.index]


def _following(sentence: Sentence, verb: Token) -> list[Token]:
    """The noun phrase behind the verb, up to the first comma or the next preposition, verb or stop."""
    found: list[Token] = []
    for token in sentence.tokens[verb.index + 1 :]:
        named = token.pos in ("PROPN", "NOUN", "DET", "ADJ", "PRON", "NUM") or token.lemma in ("of", "-")
        if not named:
            break
        found.append(token)
    return found


def _head(names: Sequence[Token]) -> Token | None:
    """The last noun of the first stretch of names, or the pronoun; None where no one is named."""
    first: list[Token] = []
    for token in names:
        if token.text == "," and first:
            break
        first.append(token)
    return next((t for t in reversed(first) if t.pos in ("PROPN", "NOUN", "PRON")), None)


def _utterance(
    scene: Scene, sentence: Sentence, quote: Quote, cue: Cue, verb: Token, names: Sequence[Token], head: Token
) -> Utterance:
    source = span_of(sentence, tuple(t.index for t in names))
    words = Span(verb.start, verb.end)
    step = step_of(scene, sentence, head.index, source, cue, words, quote.inner)
    return Utterance(
        sentence=sentence.index,
        source=source,
        cue=words,
        cue_lemma=verb.lemma,
        cue_type=cue.type,
        speech_act=cue.act,
        content=quote.inner,
        quote_type="direct",
        step=step,
    )
