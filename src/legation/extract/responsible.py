"""Who answers for an attack: claimed, blamed, denied, suspected, convicted; by whom, and how the claim was made."""

from __future__ import annotations

from collections.abc import Iterator

from legation.extract.assailant import doer
from legation.extract.claim import Find, claim_of
from legation.extract.frame import Frame
from legation.extract.party import parties
from legation.extract.scene import Scene
from legation.extract.tree import kids, noun_phrase, subtree
from legation.extract.trigger import RULES, is_trigger, triggers
from legation.lexicon.table import load_table, word_set
from legation.record.attack import Responsibility
from legation.record.claim import Claim
from legation.record.document import Sentence
from legation.record.span import Span

_JUDGED = frozenset({"charge", "sentence", "convict", "arrest"})


def answers(scene: Scene, sentence: Sentence, attack: Claim | None) -> Iterator[Claim]:
    """The claims of responsibility in a sentence; `attack` is the attack told last before it."""
    for frame in scene.frames[sentence.index]:
        relation = "blamed" if _carried_out(frame) else load_table(RULES)["responsibility"].get(frame.lemma)
        if relation is None or not _of_attack(frame) or frame.negated:
            continue
        source, group = _sides(scene, frame, relation)
        if group:
            yield claim_of(scene, _answer(scene, frame, relation, (source, group), attack))


def _sides(scene: Scene, frame: Frame, relation: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Who says so, and who is said to answer for it."""
    sentence = frame.sentence
    if frame.lemma == "be" or _carried_out(frame):
        return (), _people(scene, sentence, frame.doer)
    if frame.lemma in _JUDGED and _undergone(frame):
        return (), _people(scene, sentence, frame.subject)
    own = _people(scene, sentence, frame.doer)
    if relation in ("claimed", "denied"):
        return own, own
    to = [n for prep, n in frame.obliques if prep in ("on", "to") and frame.lemma in ("blame", "attribute", "link")]
    objects = to or [n for n in (frame.undergoer,) if n is not None]
    return own, tuple(s for i in objects for s in _people(scene, sentence, i))


def _people(scene: Scene, sentence: Sentence, index: int | None) -> tuple[Span, ...]:
    if index is None:
        return ()
    apposed = [
        m.span
        for t in kids(sentence, index, "appos")
        for m in scene.mentions(sentence.span)
        if m.label == "PERSON" and m.span.contains(Span(t.start, t.end))
    ]
    return (
        tuple(apposed)
        or parties(scene, sentence, index, anaphora=False)
        or doer(scene, sentence, sentence.tokens[index])
    )


def _of_attack(frame: Frame) -> bool:
    """Whether the verb speaks of an attack: an attack noun or "responsibility" hangs on it; "is" where it says who the culprit is, "links"
    where it is a culprit that it links."""
    sentence, culprits = frame.sentence, word_set(RULES, "culprits")
    if frame.lemma == "be":
        return not kids(sentence, frame.verb, "expl") and any(
            sentence.tokens[i].lemma in culprits or _responsible(sentence, i) for i in frame.attributes
        )
    if frame.lemma == "hold":
        return any(_responsible(sentence, i) for i in subtree(sentence, frame.verb))
    if _carried_out(frame):
        return True
    if frame.lemma == "link":
        return frame.undergoer is not None and (
            sentence.tokens[frame.undergoer].lemma in culprits or is_trigger(sentence.tokens[frame.undergoer])
        )
    if frame.lemma in _JUDGED and not (_undergone(frame) or frame.objects):
        return False
    verbs = [
        t for i in subtree(sentence, frame.verb) if (t := sentence.tokens[i]).pos == "VERB" and t.index != frame.verb
    ]
    if frame.lemma == "accuse" and any(
        ((trigger := triggers().get(("verb", t.lemma))) and not trigger.weak) or t.lemma == "kill" for t in verbs
    ):
        return True
    tokens = [frame.sentence.tokens[i] for i in subtree(frame.sentence, frame.verb)]
    return any(t.lemma in ("responsibility", "involvement", "death", "crime") or is_trigger(t) for t in tokens)


def _undergone(frame: Frame) -> bool:
    """Whether the subject is the one charged: a passive, or a participle without an object ("appeared in court, charged with murder")."""
    return frame.passive or (frame.sentence.tokens[frame.verb].tag == "VBN" and not frame.objects)


def _carried_out(frame: Frame) -> bool:
    """Whether the verb says who did the deed told before: "this crime was committed by", "carried out this action"."""
    if frame.lemma not in word_set(RULES, "carrying"):
        return False
    done = frame.subject if frame.passive else next(iter(frame.objects), None)
    return done is not None and frame.sentence.tokens[done].lemma in word_set(RULES, "deeds")


def _responsible(sentence: Sentence, index: int) -> bool:
    """Whether a predicate says "responsible for" an attack."""
    if sentence.tokens[index].lemma != "responsible":
        return False
    return any(is_trigger(sentence.tokens[i]) for i in subtree(sentence, index))


def _mode(frame: Frame) -> str | None:
    """How a claim was made, by GTD's modes: letter, call, e-mail, note, video, posted online; None where the words do not say."""
    modes: dict[str, str] = load_table(RULES)["claim_modes"]
    lemmas = (frame.sentence.tokens[i].lemma for i in subtree(frame.sentence, frame.verb))
    return next((modes[lemma] for lemma in lemmas if lemma in modes), None)


def _answer(
    scene: Scene, frame: Frame, relation: str, sides: tuple[tuple[Span, ...], tuple[Span, ...]], attack: Claim | None
) -> Find:
    source, group = sides
    verb = frame.sentence.tokens[frame.verb]
    trigger = Span(verb.start, verb.end)
    roles = (
        scene.role("trigger", trigger),
        *(scene.role("perpetrator", s) for s in group),
        *(scene.role("source", s) for s in source),
    )
    span = trigger
    for part in (*group, *source, *(noun_phrase(frame.sentence, i) for i in frame.objects)):
        span = span.join(part)
    mode = _mode(frame) if relation == "claimed" else None
    payload = Responsibility(relation=relation, attack=attack.id if attack is not None else None, claim_mode=mode)
    return Find(
        sentence=frame.sentence,
        anchor=frame.verb,
        span=span,
        payload=payload,
        roles=roles,
        made_by="attack@2",
        frame=frame,
    )
