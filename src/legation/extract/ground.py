"""Whether a word tells an attack here: wide words need somebody harmed, a weapon, a thing struck or an armed group."""

from __future__ import annotations

from legation.extract.casualty import Harmed, harm_kind
from legation.extract.scene import Scene, of_sort
from legation.extract.struck import Struck, moves_weapon
from legation.extract.tree import ancestors, kids
from legation.extract.trigger import RULES, Hit
from legation.lexicon.table import word_set
from legation.record.span import Span


def presupposed(hit: Hit) -> bool:
    """Whether the words take the attack for a fact whatever is said of it: "holds them responsible for the murder of a judge"."""
    if not hit.is_noun or hit.trigger.weak:
        return False
    over = {t.lemma for t in ancestors(hit.sentence, hit.token.index)}
    marked = any(t.lemma in ("the", "this", "that") for t in kids(hit.sentence, hit.token.index, "det"))
    return marked and not over & word_set(RULES, "averting")


def grounded(
    scene: Scene,
    hit: Hit,
    harmed: list[Harmed],
    hurt: tuple[Struck, ...],
    means: tuple[tuple[Span, ...], tuple[tuple[Span, str], ...]],
) -> bool:
    """Whether a wide word tells violence here: somebody is harmed, a weapon is used, a thing is struck by someone, or an armed group acts."""
    if hit.trigger.moves:
        return any(moves_weapon(f) for f in hit.frames if f.verb == hit.token.index)
    if not hit.trigger.weak or harmed:
        return True
    if any(harm_kind(f) for f in hit.frames if f.verb != hit.token.index):
        return True
    doers, weapons = means
    if _done_to_a_thing(hit, hurt):
        return True
    if hit.token.lemma == "fire" and not hurt and not of_sort(scene.mentions(hit.sentence.span), ("group",)):
        return False
    if hit.is_noun and hit.trigger.takes and any(s.human for s in hurt):
        return True
    armed = bool(of_sort(scene.mentions(hit.sentence.span), ("group",))) or bool(weapons)
    return armed or (bool(doers) and any(not s.human for s in hurt)) or (_harms(hit) and bool(hurt))


def _done_to_a_thing(hit: Hit, hurt: tuple[Struck, ...]) -> bool:
    """Whether a verb of attack in the passive has a building, a vehicle or the like as its subject: "his car was fired on"."""
    verbs = [
        f
        for f in hit.frames
        if f.verb == hit.token.index and f.passive and f.lemma in word_set(RULES, "striking_verbs")
    ]
    subjects = {f.sentence.tokens[f.subject].end for f in verbs if f.subject is not None}
    return any(not s.human and s.target_class and s.span.end in subjects for s in hurt)


def _harms(hit: Hit) -> bool:
    """Whether the trigger is itself a verb of harm."""
    return any(harm_kind(f) is not None for f in hit.frames if f.verb == hit.token.index)
