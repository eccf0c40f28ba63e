"""How states stand to one another, as somebody holds it: closer, apart, rival, wary, dependent."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import msgspec

from legation.extract.claim import Find, claim_of
from legation.extract.frame import Frame
from legation.extract.party import behind, parties, within
from legation.extract.scene import Scene, of_sort
from legation.extract.tree import ancestors, kids, noun_phrase, subtree
from legation.lexicon.table import load_entries
from legation.record.claim import Aux, Claim
from legation.record.document import Token
from legation.record.relation import Relation
from legation.record.span import Span


class Tie(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A way to tell a relation: verbs, the words that must hang on them, and where the other party stands.

    `words` are lemmas of objects, attributes, particles or adverbs, of which one must be there (none: any).
    `other` lists prepositions or "object"; `through` marks that the object is the third party by which the actor opposes the other.
    """

    verbs: tuple[str, ...]
    direction: str
    words: tuple[str, ...] = ()
    other: tuple[str, ...] = ("object",)
    mutual: bool = False
    through: bool = False
    negated: bool = False


SIGNS = {"closer": 1, "ally": 1, "dependent": 1, "supplier_of": 1, "apart": -1, "rival": -1, "concerned": -1}


@cache
def ties() -> tuple[Tie, ...]:
    """The ways to tell a relation, as the table lists them."""
    return load_entries("rules/relations.toml", "tie", Tie)


def relations(scene: Scene) -> Iterable[Claim]:
    """The relation assertions of a scene, in text order; both parties are named or pointed back to."""
    for frame in scene.all_frames():
        find = next((f for tie in ties() if (f := _relation(scene, frame, tie)) is not None), None)
        if find is not None:
            yield claim_of(scene, find)


def _relation(scene: Scene, frame: Frame, tie: Tie) -> Find | None:
    if frame.lemma not in tie.verbs or frame.negated != tie.negated or not _marked(frame, tie.words):
        return None
    actors = parties(scene, frame.sentence, _doer(frame))
    if tie.through:
        return _counterweight(scene, frame, tie, actors)
    others = tuple(o for o in _others(scene, frame, tie) if o not in actors)
    if tie.mutual and not others and len(actors) > 1:
        actors, others = actors[:1], actors[1:]
    if not actors or not others:
        return None
    return _find(scene, frame, tie, {"actor": actors, "recipient": others})


def _doer(frame: Frame) -> int | None:
    """The subject, or for "it is unlikely for X to turn away" the X."""
    if frame.subject is not None and frame.sentence.tokens[frame.subject].dep != "expl":
        return frame.doer if not frame.passive or frame.agent is not None else frame.subject
    return None


def _marked(frame: Frame, words: tuple[str, ...]) -> bool:
    return not words or bool(_hanging(frame) & set(words))


def _hanging(frame: Frame) -> set[str]:
    """The lemmas of what hangs on the verb: particles, adverbs, attributes, objects and their heads' modifiers."""
    sentence = frame.sentence
    near = kids(
        sentence, frame.verb, "prt", "advmod", "acomp", "attr", "dobj", "oprd", "xcomp", "prep", "nsubj", "nsubjpass"
    )
    below = [
        sentence.tokens[i] for t in near for i in t.children if t.dep in ("acomp", "advmod", "attr", "dobj", "prep")
    ]
    more = [sentence.tokens[i] for t in below for i in t.children if t.dep in ("prep", "pobj")]
    return {t.lemma for t in (*near, *below, *more)} | {t.text.lower() for t in (*near, *below)}


def _others(scene: Scene, frame: Frame, tie: Tie) -> tuple[Span, ...]:
    found: list[Span] = []
    for slot in tie.other:
        if slot == "object":
            found.extend(p for i in frame.objects for p in parties(scene, frame.sentence, i))
        elif slot == "attribute":
            found.extend(m.span for i in frame.attributes for m in _named(scene, frame, i))
        else:
            found.extend(behind(scene, frame, (slot,)) or _under_words(scene, frame, slot))
        if found:
            return tuple(found)
    return ()


def _named(scene: Scene, frame: Frame, index: int) -> tuple:  # type: ignore[type-arg]
    return of_sort(scene.mentions(noun_phrase(frame.sentence, index)), ("state", "organisation", "group"))


def _under_words(scene: Scene, frame: Frame, preposition: str) -> tuple[Span, ...]:
    """The parties behind a preposition that hangs on an adverb or adjective ("closer to Russia", "concerned about X")."""
    sentence = frame.sentence
    for token in kids(sentence, frame.verb, "advmod", "acomp", "prt", "oprd", "xcomp", "prep"):
        found = within(scene, sentence, token.index, (preposition,)) or _deep(scene, frame, token, preposition)
        if found:
            return found
    return ()


def _deep(scene: Scene, frame: Frame, token: Token, preposition: str) -> tuple[Span, ...]:
    """The named parties in the rest of a phrase that the preposition opens ("concerned about the export of ... from X and Y")."""
    sentence = frame.sentence
    for prep in kids(sentence, token.index, "prep"):
        if prep.lemma == preposition:
            below = subtree(sentence, prep.index)
            stretch = Span(sentence.tokens[below[0]].start, sentence.tokens[below[-1]].end)
            return tuple(m.span for m in of_sort(scene.mentions(stretch), ("state", "organisation", "group")))
    return ()


def _counterweight(scene: Scene, frame: Frame, tie: Tie, actors: tuple[Span, ...]) -> Find | None:
    """ "A views B as a counterweight to C": A is C's rival, through B."""
    sentence = frame.sentence
    through = tuple(p for i in frame.objects for p in parties(scene, sentence, i))
    roots = (frame.verb, *frame.objects)
    below = [i for r in roots for p in kids(sentence, r, "prep") if p.lemma == "as" for i in subtree(sentence, p.index)]
    marked = [i for i in below if sentence.tokens[i].lemma in tie.words]
    last = [i for i in subtree(sentence, frame.verb) if marked and i > marked[0]]
    if not last or not actors or not through:
        return None
    stretch = Span(sentence.tokens[last[0]].start, sentence.tokens[last[-1]].end)
    against = tuple(m.span for m in of_sort(scene.mentions(stretch), ("state", "organisation", "group")))
    if not against:
        return None
    return _find(scene, frame, tie, {"actor": actors, "recipient": against, "through": through})


def _find(scene: Scene, frame: Frame, tie: Tie, sides: dict[str, tuple[Span, ...]]) -> Find:
    sentence = frame.sentence
    verb = sentence.tokens[frame.verb]
    trigger = Span(verb.start, verb.end)
    span = trigger
    for side in sides.values():
        for part in side:
            span = span.join(part) if sentence.span.contains(part) else span
    span = span.join(_governor_span(frame, span))
    for slot in (*frame.objects[:1], *frame.attributes[:1]):
        span = span.join(noun_phrase(sentence, slot))
    roles = (
        scene.role("trigger", trigger),
        *(scene.role(name, part) for name, side in sides.items() for part in side),
    )
    return Find(
        sentence=sentence,
        anchor=frame.verb,
        span=span,
        payload=Relation(direction=tie.direction, sign=SIGNS.get(tie.direction, 0)),
        roles=roles,
        made_by="relation@1",
        frame=frame,
        aux=Aux.ASSERTED if tie.negated else None,
        background=False,
    )


def _governor_span(frame: Frame, span: Span) -> Span:
    """The span widened to the verb that governs the predicate within the same party's clause ("is trying to move")."""
    verb = frame.sentence.tokens[frame.verb]
    if verb.dep != "xcomp":
        return span
    governor = next(iter(ancestors(frame.sentence, frame.verb)), verb)
    return Span(min(span.start, governor.start), span.end)
