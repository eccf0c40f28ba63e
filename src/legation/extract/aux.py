"""How a predicate stands to the world: asserted, planned, hypothetical, negated, unlikely; and past background."""

from __future__ import annotations

from datetime import date

from legation.extract.frame import Frame
from legation.extract.scene import Scene
from legation.extract.tree import ancestors, kids
from legation.lexicon.table import load_table
from legation.record.claim import Aux
from legation.record.document import Sentence, Token
from legation.record.span import Span
from legation.record.when import When

_OLD_DAYS = 21


def aux_of(scene: Scene, sentence: Sentence, index: int, frame: Frame | None = None) -> Aux:
    """The standing of the predicate at a token: its own modal, negation and mood, then those of what governs it."""
    own = _own(frame) if frame else _governed(sentence, index)
    if own is Aux.PLANNED and frame is not None and frame.modal == "would" and _supposed(sentence):
        return Aux.HYPOTHETICAL
    if own is not Aux.ASSERTED:
        return own
    if _conditional(sentence, index):
        return Aux.HYPOTHETICAL
    return _above(scene, sentence, index)


def _supposed(sentence: Sentence) -> bool:
    """Whether the sentence supposes something: an "if" in it, or an inverted "were", "should" or "had" at its start."""
    marks = set(load_table("rules/modality.toml")["conditional_marks"]) - {"whether", "should"}
    first = sentence.tokens[0]
    inverted = first.text.lower() in ("were", "should", "had") and first.index == 0
    return inverted or any(t.lemma in marks and t.dep == "mark" for t in sentence.tokens)


def _own(frame: Frame) -> Aux:
    if frame.negated:
        return Aux.NEGATED
    if frame.modal in ("may", "might", "could", "can"):
        return Aux.HYPOTHETICAL
    if frame.modal in ("will", "shall", "would", "'ll", "should", "must") or frame.tense == "future":
        return Aux.PLANNED
    return Aux.ASSERTED


def _governed(sentence: Sentence, index: int) -> Aux:
    """The standing of a noun: "no attack", "planned visit"."""
    mods = {t.lemma for t in kids(sentence, index, "amod", "det", "advmod")}
    rules = load_table("rules/modality.toml")
    if "no" in mods:
        return Aux.NEGATED
    if mods & set(rules["planned_modifiers"]):
        return Aux.PLANNED
    return Aux.HYPOTHETICAL if mods & set(rules["hypothetical_modifiers"]) else Aux.ASSERTED


def _conditional(sentence: Sentence, index: int) -> bool:
    """Whether the predicate stands in or under a clause that begins with "if", "unless" or "whether"."""
    chain = [sentence.tokens[index], *ancestors(sentence, index)]
    marks = set(load_table("rules/modality.toml")["conditional_marks"])
    for token in chain:
        if any(m.lemma in marks for m in kids(sentence, token.index, "mark", "advmod")):
            return True
        if token.pos in ("VERB", "AUX") and token.dep in ("ccomp", "ROOT", "parataxis"):
            return False
    return False


def _above(scene: Scene, sentence: Sentence, index: int) -> Aux:
    """The standing that a governing verb, adjective or noun gives: "plans to", "refused to", "unlikely to"."""
    rules = load_table("rules/modality.toml")
    governors = {name: set(rules[f"{name}_governors"]) for name in ("planned", "hypothetical", "negated", "unlikely")}
    previous = sentence.tokens[index]
    for token in ancestors(sentence, index):
        if _attributes(sentence, token) & governors["unlikely"]:
            return Aux.UNLIKELY
        if previous.dep in ("conj", "relcl", "advcl", "appos") and previous.pos in ("VERB", "AUX"):
            return Aux.ASSERTED
        if previous.dep == "ccomp" and token.lemma not in governors["unlikely"] | {"be"}:
            return Aux.ASSERTED
        verdict = _verdict(sentence, token, previous, governors)
        if verdict is not None:
            return verdict
        previous = token
    return Aux.ASSERTED


def _attributes(sentence: Sentence, token: Token) -> set[str]:
    return {t.lemma for t in kids(sentence, token.index, "acomp", "attr", "oprd")} | {token.lemma}


def _verdict(sentence: Sentence, token: Token, previous: Token, governors: dict[str, set[str]]) -> Aux | None:
    linked = previous.dep in ("xcomp", "dobj", "pobj", "prep", "acl", "pcomp", "advcl", "nsubjpass")
    if (
        linked
        and token.pos == "VERB"
        and any(t.lemma in ("may", "might", "could") for t in kids(sentence, token.index, "aux"))
    ):
        return Aux.HYPOTHETICAL
    for name, value in (("negated", Aux.NEGATED), ("hypothetical", Aux.HYPOTHETICAL), ("planned", Aux.PLANNED)):
        if linked and token.lemma in governors[name]:
            return Aux.NEGATED if kids(sentence, token.index, "neg") and name == "planned" else value
    if (
        linked
        and token.pos == "VERB"
        and any(t.lemma in ("will", "would", "shall") for t in kids(sentence, token.index, "aux"))
    ):
        return Aux.PLANNED
    if linked and token.pos == "VERB" and kids(sentence, token.index, "neg"):
        return Aux.NEGATED
    return None


def when_of(scene: Scene, span: Span, sentence: Sentence) -> When | None:
    """The time of a predicate: in its clause, else in its sentence when only one stands there."""
    inside = scene.whens(span)
    if inside:
        return min(inside, key=lambda w: (w.start is None, w.precision != "day", w.span))
    around = scene.whens(sentence.span)
    return around[0] if len(around) == 1 else None


def is_background(scene: Scene, sentence: Sentence, frame: Frame | None, when: When | None, aux: Aux) -> bool:
    """Whether the claim is told as history: captions, pluperfects, habits, old dates, and paragraphs that open with one."""
    if scene.document.kind == "caption":
        return True
    if aux in (Aux.PLANNED, Aux.HYPOTHETICAL):
        return False
    if when is not None and _old(scene, when):
        return True
    if when is not None and (when.start is not None or when.weekday is not None):
        return False
    if frame is not None and (_pluperfect(frame) or _habit(frame)):
        return True
    return _opened_old(scene, sentence)


def _old(scene: Scene, when: When) -> bool:
    if when.start is None or when.end is None:
        return when.verbatim.lower().endswith("ago")
    anchor = scene.article.published
    if anchor is None:
        return when.precision in ("year", "decade", "month")
    return (date.fromisoformat(anchor) - date.fromisoformat(when.end)).days > _OLD_DAYS


def _pluperfect(frame: Frame) -> bool:
    return frame.perfect and frame.tense == "past" and frame.modal is None and frame.verb != 0


def _habit(frame: Frame) -> bool:
    """A simple present of a verb that is no speech: what goes on all along ("Pakistan gets helicopters from ...")."""
    verb = frame.sentence.tokens[frame.verb]
    return frame.tense == "present" and not frame.perfect and verb.tag in ("VBZ", "VBP") and frame.modal is None


def _opened_old(scene: Scene, sentence: Sentence) -> bool:
    """Whether an earlier sentence of the paragraph gave an old date and none after it a fresh one."""
    verdict = False
    for earlier in scene.paragraph(sentence):
        if earlier.index >= sentence.index:
            break
        dated = [w for w in scene.whens(earlier.span) if w.start is not None or w.weekday is not None]
        if dated:
            verdict = _old(scene, dated[0])
    return verdict
