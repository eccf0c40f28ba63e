"""The rung of the ladder that a transfer stands on, and how: what the rung says already is not said again by the standing."""

from __future__ import annotations

from legation.extract.aux import aux_of
from legation.extract.scene import Scene
from legation.extract.tree import ancestors
from legation.lexicon.table import word_set
from legation.record.claim import Aux
from legation.record.deal import Stage
from legation.record.document import Sentence, Token

HELD = frozenset({Stage.DELIVERED_PART, Stage.DELIVERED_FULL, Stage.IN_SERVICE})
AGREED = frozenset({Stage.SIGNED, Stage.IN_PRODUCTION, *HELD})
UNREAL = frozenset({Aux.HYPOTHETICAL, Aux.UNLIKELY})
_BARRED = frozenset({Stage.DENIED, Stage.SUSPENDED, Stage.CANCELLED})
_TABLE = "rules/transfers.toml"


def standing(scene: Scene, sentence: Sentence, trigger: Token, stage: Stage) -> tuple[Stage, Aux]:
    """The stage with its standing: the rung itself says what is only planned, so that a claim of it is asserted.

    Goods of which the words say that they will be delivered are agreed; what is only supposed, or said not to have come, stays so;
    what was barred and is so no more is approved.
    """
    aux = aux_of(scene, sentence, trigger.index)
    if stage in _BARRED and _is_lifted(scene, sentence, trigger):
        return Stage.APPROVED, Aux.ASSERTED
    if aux in UNREAL and stage in AGREED:
        return stage, aux
    if aux is Aux.PLANNED and stage in HELD:
        return Stage.SIGNED, Aux.ASSERTED
    if aux is Aux.NEGATED and stage in AGREED:
        return stage, aux
    return stage, Aux.NEGATED if stage is Stage.DENIED else Aux.ASSERTED


def _is_lifted(scene: Scene, sentence: Sentence, trigger: Token) -> bool:
    """Whether the trigger hangs on a ban that a verb says to be over: "lifted its embargo on the delivery of weapons"."""
    line = [trigger, *ancestors(sentence, trigger.index)]
    bars, lifted = word_set(_TABLE, "bars", "nouns"), word_set(_TABLE, "bars", "lifted")
    bar = next((t for t in line if t.pos == "NOUN" and t.lemma.lower() in bars), None)
    if bar is None or bar.dep not in ("dobj", "nsubjpass"):
        return False
    verb = sentence.tokens[bar.head]
    return verb.lemma.lower() in lifted and aux_of(scene, sentence, verb.index) is Aux.ASSERTED
