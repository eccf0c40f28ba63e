"""That one weapon is a version of another, as somebody says: "The Mi-35 is a modernised version of the Mi-24"."""

from __future__ import annotations

from collections.abc import Iterable

from legation.extract.claim import Find, claim_of
from legation.extract.frame import Frame
from legation.extract.scene import Scene, of_sort
from legation.extract.tree import noun_phrase, subtree
from legation.lexicon.table import load_table
from legation.record.claim import Claim
from legation.record.deal import Variant
from legation.record.document import Sentence, Token
from legation.record.mention import Mention
from legation.record.span import Span


def variants(scene: Scene) -> Iterable[Claim]:
    """The claims of a scene that a weapon is a version of another."""
    for frame in scene.all_frames():
        find = _variant(scene, frame)
        if find is not None:
            yield claim_of(scene, find)


def is_model(sentence: Sentence, head: Token) -> bool:
    """Whether a weapon's head noun is what another weapon is a version of: "a modernised version of the Mi-24" tells nothing of the Mi-24."""
    relations = load_table("rules/variants.toml")["nouns"]
    above = sentence.tokens[head.head]
    return head.dep == "pobj" and above.lemma == "of" and sentence.tokens[above.head].lemma in relations


def _variant(scene: Scene, frame: Frame) -> Find | None:
    sentence = frame.sentence
    relations: dict[str, str] = load_table("rules/variants.toml")["nouns"]
    noun = next((i for i in frame.attributes if sentence.tokens[i].lemma in relations), None)
    own = _weapon(scene, noun_phrase(sentence, frame.subject)) if frame.subject is not None else None
    if frame.lemma != "be" or noun is None or own is None:
        return None
    below = subtree(sentence, noun)
    stretch = Span(sentence.tokens[below[0]].start, sentence.tokens[below[-1]].end)
    other = _weapon(scene, stretch)
    if other is None:
        return None
    payload = Variant(designation=own.words, variant_of=other.words, relation=relations[sentence.tokens[noun].lemma])
    verb = sentence.tokens[frame.verb]
    roles = (
        scene.role("trigger", Span(verb.start, verb.end)),
        scene.role("weapon", own.span),
        scene.role("target", other.span),
    )
    start = noun_phrase(sentence, frame.subject).start if frame.subject is not None else own.span.start
    return Find(
        sentence=sentence,
        anchor=frame.verb,
        span=Span(start, stretch.end),
        payload=payload,
        roles=roles,
        made_by="variant@1",
        frame=frame,
        background=True,
    )


def _weapon(scene: Scene, span: Span) -> Mention | None:
    return next(iter(of_sort(scene.mentions(span), ("weapon",))), None)
