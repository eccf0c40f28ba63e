"""What each step of a chain holds of an event: the nearest source its own value, those further out as much as their cues commit them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from legation.extract.factuality import factuality_of
from legation.extract.scene import Scene, Utterance
from legation.extract.signature import governor
from legation.extract.tree import ancestors
from legation.record.chain import Factuality, Step
from legation.record.claim import Aux
from legation.record.document import Hedge, Sentence, Token
from legation.record.span import Span

_SLOTS = ("that", "noun")
_MODIFIES = ("advmod", "amod", "acomp", "attr", "oprd")


def committed(scene: Scene, sentence: Sentence, index: int, chain: Sequence[Step]) -> tuple[Step, ...]:
    """The chain of a claim with the factuality of the event at a token for each step, outermost first.

    The innermost step carries the event's own value and its words of likelihood. A step further out is uncommitted (Uu) unless the
    cue of the one within commits who uses it ("admitted").

    **Source:** Saurí and Pustejovsky 2009: one value per chain of sources.
    """
    if not chain:
        return ()
    own = factuality_of(sentence, index).factuality
    values = list(_values(scene, chain, own))
    hedge = likelihood(scene, sentence, index)
    steps = [msgspec.structs.replace(s, factuality=v) for s, v in zip(chain, values, strict=True)]
    if hedge is not None:
        steps[-1] = msgspec.structs.replace(steps[-1], likelihood=hedge.words, band=hedge.band)
    return tuple(steps)


def _values(scene: Scene, chain: Sequence[Step], own: Factuality) -> Iterator[Factuality]:
    """The values from the outside inwards."""
    uses = {u.step.cue_span: u for u in scene.utterances if u.cue is not None}
    committing = [_commits(uses.get(s.cue_span), own) for s in chain]
    for number in range(len(chain)):
        inner = committing[number + 1 :]
        yield own if all(inner) else Factuality.UU


def _commits(utterance: Utterance | None, own: Factuality) -> bool:
    """Whether who tells of this statement holds its content for certain too.

    What stays certain though the statement is denied is presupposed ("would not say who attacked").
    """
    if utterance is None or utterance.cue_lemma is None:
        return False
    if utterance.aux is Aux.NEGATED:
        return own in (Factuality.CT_PLUS, Factuality.CT_MINUS)
    found = (governor("VERB", (utterance.cue_lemma,), slot) for slot in _SLOTS)
    return any(g is not None and g.if_true == "F" for g in found)


def likelihood(scene: Scene, sentence: Sentence, index: int) -> Hedge | None:
    """The words of likelihood over an event: those beside it, or beside what governs it up to the nearest word of speech."""
    spans = [Span(t.start, t.end) for t in _reach(sentence, index)]
    found = (h for h in scene.hedges(sentence.span) if h.kind == "likelihood")
    return next((h for h in found if any(h.span.contains(span) for span in spans)), None)


def _reach(sentence: Sentence, index: int) -> Iterator[Token]:
    """The event, its governors up to a word of speech, and what modifies them."""
    path = [sentence.tokens[index]]
    for token in ancestors(sentence, index):
        below = path[-1]
        if below.dep in ("ccomp", "relcl", "parataxis") and token.lemma != "be":
            break
        path.append(token)
    for token in path:
        yield token
        yield from (sentence.tokens[i] for i in token.children if sentence.tokens[i].dep in _MODIFIES)
