"""Events told by a noun: "Iran's attack on Iraq", "talks between Greece and Turkey", "a visit to Peru by the Chilean minister"."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import msgspec

from legation.extract.aux import aux_of
from legation.extract.claim import Find, claim_of
from legation.extract.event import code, phrases
from legation.extract.party import parties, within
from legation.extract.scene import Scene
from legation.extract.tree import kids, whole_span
from legation.lexicon.table import load_entries
from legation.record.claim import Claim
from legation.record.document import Sentence, Token
from legation.record.span import Span


class Nominal(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nouns that tell an event: its type, and the prepositions behind which the recipient stands."""

    nouns: tuple[str, ...]
    type: str
    recipient: tuple[str, ...]
    mode: str | None = None
    mutual: bool = False


@cache
def nominals() -> dict[str, Nominal]:
    """The nominal codings by noun."""
    return {noun: n for n in load_entries("rules/nominals.toml", "nominal", Nominal) for noun in n.nouns}


def nominal_events(scene: Scene) -> Iterable[Claim]:
    """The events of a scene that nouns tell with both their parties, in text order."""
    for sentence in scene.document.sentences:
        for token in sentence.tokens:
            coding = nominals().get(token.lemma) if token.pos == "NOUN" else None
            find = _event(scene, sentence, token, coding) if coding is not None else None
            if find is not None:
                yield claim_of(scene, find)


def _event(scene: Scene, sentence: Sentence, token: Token, coding: Nominal) -> Find | None:
    actors, recipients = _sides(scene, sentence, token, coding)
    if not actors or not (recipients or (coding.mutual and len(actors) > 1)):
        return None
    trigger = Span(token.start, token.end)
    roles = (
        scene.role("trigger", trigger),
        *(scene.role("actor", span) for span in actors),
        *(scene.role("recipient", span) for span in recipients),
        *phrases(scene, sentence, "actor", actors),
        *phrases(scene, sentence, "recipient", recipients),
    )
    return Find(
        sentence=sentence,
        anchor=token.index,
        span=whole_span(sentence, token.index),
        payload=code(coding.type, coding.mode),
        roles=roles,
        made_by="nominal@1",
        aux=aux_of(scene, sentence, token.index),
    )


def _sides(
    scene: Scene, sentence: Sentence, token: Token, coding: Nominal
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The doers: the owner, the adjective of a state, or who stands behind "by" or "between"; and those it is done to."""
    owners = kids(sentence, token.index, "poss", "amod", "compound", "nmod")
    actors = tuple(s for owner in owners for s in parties(scene, sentence, owner.index, anaphora=False))
    actors = actors or within(scene, sentence, token.index, ("by", "between"))
    recipients = within(scene, sentence, token.index, coding.recipient)
    return actors, tuple(r for r in recipients if r not in actors)
