"""Where an attack was: the places that hang on its words, and the state whose people or land was struck."""

from __future__ import annotations

from legation.extract.scene import Scene, of_sort
from legation.extract.struck import Struck
from legation.extract.tree import noun_phrase, subtree
from legation.extract.trigger import Hit
from legation.record.mention import Mention
from legation.record.span import Span


def places(scene: Scene, hit: Hit) -> tuple[Span, ...]:
    """The place behind "in", "at", "on" or "near" on the trigger or on a verb that carries it: the narrowest first."""
    roots = [hit.token.index, *(f.verb for f in hit.frames)]
    found: list[Mention] = []
    for root in roots:
        for index in subtree(hit.sentence, root):
            token = hit.sentence.tokens[index]
            if token.dep == "prep" and token.lemma in ("in", "at", "near", "on", "outside", "inside"):
                below = list(subtree(hit.sentence, index))
                stretch = Span(hit.sentence.tokens[below[0]].start, hit.sentence.tokens[below[-1]].end)
                found += [m for m in scene.mentions(stretch) if _is_place(m)]
    return tuple(dict.fromkeys(m.span for m in found))[:2]


def _is_place(mention: Mention) -> bool:
    forms = {c.form for c in mention.candidates}
    state = any(c.sort == "state" for c in mention.candidates) and bool(forms & {"name", "alias", "capital"})
    return state or any(c.sort == "region" for c in mention.candidates) or mention.label in ("GPE", "LOC", "FAC")


def owner(scene: Scene, hit: Hit, place: tuple[Span, ...], hurt: tuple[Struck, ...]) -> tuple[Span, ...]:
    """The state whose people or land was struck, for an attack without a place: that beside what was struck, else the only one that the
    sentence or, if it names none, its paragraph names."""
    if place:
        return ()
    target = [noun_phrase(hit.sentence, t.index) for s in hurt for t in hit.sentence.tokens if t.end == s.span.end]
    spans = [*target, hit.sentence.span, *(s.span for s in scene.paragraph(hit.sentence))]
    for span in spans:
        states = of_sort(scene.mentions(span), ("state",))
        if states:
            one = span in target or len({c.id for m in states for c in m.candidates if c.sort == "state"}) == 1
            return (states[0].span,) if one else ()
    return ()
