"""Who acts for a side of a transfer: the firm, body or force of its state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from legation.extract.scene import Scene, of_sort
from legation.lexicon.table import word_set
from legation.record.claim import Role
from legation.record.document import Sentence
from legation.record.mention import Mention
from legation.record.span import Span

_TABLE = "rules/transfers.toml"


def entities(scene: Scene, sentence: Sentence, item: Span, sides: Mapping[str, Sequence[Span]]) -> Iterator[Role]:
    """The entities of the sides ("supplier", "recipient") as roles, in text order of each side, those that signed first.

    An entity is named with the transfer, or in a sentence beside it that tells who signed; one that only says so is none.
    """
    spoke = [u.source for u in scene.utterances if u.source is not None and any(p.overlaps(item) for p in u.pieces)]
    named = [m for s in (*_signing(scene, sentence), sentence) for m in _bodies(scene, s)]
    for part, spans in sides.items():
        states = {s for span in spans for s in _states(scene, span)}
        for mention in named:
            mute = mention.span in spans or not any(source.overlaps(mention.span) for source in spoke)
            if mute and states & set(_states(scene, mention.span)):
                yield scene.role(f"{part}_entity", mention.span)


def _bodies(scene: Scene, sentence: Sentence) -> tuple[Mention, ...]:
    return of_sort(scene.mentions(sentence.span), ("organisation", "company"))


def _signing(scene: Scene, sentence: Sentence) -> list[Sentence]:
    """The sentences beside it in its paragraph that tell of a signing, the next one first."""
    words = word_set(_TABLE, "signing", "words")
    beside = [s for s in scene.paragraph(sentence) if abs(s.index - sentence.index) == 1]
    return [s for s in reversed(beside) if any(t.lemma.lower() in words for t in s.tokens)]


def _states(scene: Scene, span: Span) -> tuple[str, ...]:
    """The states that the names in a span are, or that bodies and firms named there belong to."""
    found: list[str | None] = []
    for candidate in (c for m in scene.mentions(span) for c in m.candidates):
        if candidate.sort == "state":
            found.append(candidate.id)
        elif candidate.sort == "organisation":
            found.append(scene.lexicon.organisations[candidate.id].country)
        elif candidate.sort == "company":
            found.append(scene.lexicon.companies[candidate.id].country)
    return tuple(state for state in found if state is not None)
