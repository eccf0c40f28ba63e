"""Triggers of attacks: the words that tell one, their kind, and the frames that carry them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from legation.extract.casualty import harm_kind
from legation.extract.frame import Frame
from legation.extract.scene import Scene
from legation.extract.tree import ancestors, kids, subtree
from legation.lexicon.table import load_entries, load_table, word_set
from legation.record.document import Sentence, Token

RULES = "rules/attacks.toml"
_ACTING = frozenset({"gunman", "gunfire"})


class Trigger(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word that tells an attack, its part of speech, its kind, and whether it must have somebody or something struck beside it.

    `takes` is the preposition behind which what was struck stands, beside "on" and "against"; `moves` says that it tells one only of a weapon
    ("threw a grenade"); `verbs` are those under which alone the noun tells one, with the kind ("opened fire").
    """

    lemma: str
    pos: str
    kind: str
    weak: bool = False
    takes: str | None = None
    moves: bool = False
    verbs: dict[str, str] = {}


class Hit(msgspec.Struct, frozen=True):
    """A trigger in the text with the frames that carry it: its own, and those whose harm it causes."""

    sentence: Sentence
    token: Token
    trigger: Trigger
    kind: str
    frames: tuple[Frame, ...]

    @property
    def is_noun(self) -> bool:
        """Whether the trigger is a noun ("the bombing"), not a verb."""
        return self.trigger.pos == "noun"

    def words(self) -> frozenset[str]:
        """The small words that hang on the trigger, itself among them."""
        return frozenset(self.sentence.tokens[i].text.lower() for i in subtree(self.sentence, self.token.index))


@cache
def triggers() -> dict[tuple[str, str], Trigger]:
    """The triggers by part of speech and lemma."""
    return {(t.pos, t.lemma): t for t in load_entries(RULES, "trigger", Trigger)}


def is_trigger(token: Token) -> bool:
    """Whether a noun tells an attack."""
    return token.pos in ("NOUN", "PROPN") and ("noun", token.lemma.lower()) in triggers()


def hits(scene: Scene, sentence: Sentence) -> Iterator[Hit]:
    """The triggers of a sentence, nouns first, each frame with one of them only; no storm's, crash's or illness's doing."""
    frames = {f.verb: f for f in scene.frames[sentence.index]}
    taken: set[int] = set()
    for token in sorted(sentence.tokens, key=_order):
        trigger = triggers().get((_pos(token), token.lemma.lower()))
        if (
            trigger is None
            or token.index in taken
            or _by_nature(sentence, frames.get(token.index))
            or _modifies(sentence, token)
            or (trigger.verbs and sentence.tokens[token.head].lemma not in trigger.verbs)
        ):
            continue
        carried = _carriers(sentence, token, frames)
        if any(_by_nature(sentence, f) for f in carried):
            continue
        if token.lemma in _ACTING and taken:
            continue
        taken |= {f.verb for f in carried if f.verb == token.index or harm_kind(f) is not None} | {token.index}
        yield Hit(sentence, token, trigger, _kind(sentence, token, trigger, carried), carried)


def _order(token: Token) -> tuple[bool, bool, bool]:
    """Nouns first, then the verbs that tell a kind, then those of plain harm; last the words for those who act."""
    trigger = triggers().get((_pos(token), token.lemma.lower()))
    return token.lemma in _ACTING, token.pos not in ("NOUN", "PROPN"), trigger is None or trigger.kind == "attack"


def _pos(token: Token) -> str:
    return "verb" if token.pos in ("VERB", "AUX") else "noun"


def _modifies(sentence: Sentence, token: Token) -> bool:
    """Whether the word only says of what sort another is ("bomb disposal", "attack helicopters"), and not of an attempt."""
    inside = token.pos in ("NOUN", "PROPN") and token.dep in ("compound", "amod", "nmod")
    return inside and not attempted(sentence, token)


def attempted(sentence: Sentence, token: Token) -> bool:
    """Whether the word says what was attempted ("an assassination attempt on the mayor")."""
    return token.dep in ("compound", "amod", "nmod") and sentence.tokens[token.head].lemma == "attempt"


def _by_nature(sentence: Sentence, frame: Frame | None) -> bool:
    """Whether a storm, a crash or an illness is the doer or what one died of."""
    if frame is None:
        return False
    nature = load_table(RULES)["nature"]
    if any(t.lemma in load_table(RULES)["accidents"] for t in ancestors(sentence, frame.verb)):
        return True
    nouns = [
        frame.doer,
        frame.oblique("in", "of", "from", "by") if frame.lemma in ("die", "kill", "injure", "hurt") else None,
    ]
    return any(n is not None and sentence.tokens[n].lemma in nature for n in nouns)


def by_nature(sentence: Sentence) -> bool:
    """Whether a sentence names a storm, a crash or an illness and no attack."""
    nature = load_table(RULES)["nature"]
    return any(t.lemma in nature for t in sentence.tokens) and not any(is_trigger(t) for t in sentence.tokens)


def _carriers(sentence: Sentence, token: Token, frames: dict[int, Frame]) -> tuple[Frame, ...]:
    """The frames of a trigger: the verb itself or the verb over the noun, and the harm verbs below or beside it."""
    top = (
        token
        if token.index in frames
        else next((t for t in ancestors(sentence, token.index) if t.index in frames), None)
    )
    found = [frames[top.index]] if top is not None and _near(sentence, token, top) else []
    seeds = [token.index, *(f.verb for f in found)]
    over = next((t for t in ancestors(sentence, top.index) if t.pos == "VERB"), None) if top is not None else None
    if (
        top is not None
        and over is not None
        and top.dep in ("advcl", "pcomp")
        and over.index in frames
        and harm_kind(frames[over.index])
    ):
        found.append(frames[over.index])
    below = {i for seed in seeds for i in subtree(sentence, seed)}
    found += [f for v, f in frames.items() if v in below and f not in found and harm_kind(f) is not None]
    return tuple(found)


def _near(sentence: Sentence, token: Token, top: Token) -> bool:
    """Whether the verb takes the trigger as subject, object, agent or oblique, and not in a clause of its own."""
    for above in (token, *ancestors(sentence, token.index)):
        if above.index == top.index:
            return True
        if above.dep in ("relcl", "ccomp", "advcl"):
            return False
    return False


def _kind(sentence: Sentence, token: Token, trigger: Trigger, carried: tuple[Frame, ...]) -> str:
    """The kind of attack: by the words that modify the trigger where they say more than it does."""
    if trigger.verbs:
        return trigger.verbs[sentence.tokens[token.head].lemma]
    words = [t.text.lower() for t in _beside(sentence, token, carried)]
    if "suicide" in words:
        return "suicide_bombing"
    means = [
        n
        for p in kids(sentence, token.index, "prep")
        if p.lemma in ("in", "by", "with")
        for n in kids(sentence, p.index, "pobj")
    ]
    told = next(
        (t.kind for n in means if (t := triggers().get(("noun", n.lemma.lower()))) and t.kind != "attack"), None
    )
    if told is not None:
        return told
    table: dict[str, str] = load_table(RULES)["modifiers"]
    return (
        next((table[w] for w in words if w in table), trigger.kind)
        if trigger.weak or trigger.kind == "attack"
        else trigger.kind
    )


def _beside(sentence: Sentence, token: Token, carried: tuple[Frame, ...]) -> Iterator[Token]:
    """The words that may say how: near the trigger below it, and with a verb its doer and what hangs on it by with, by, in and from."""
    near = (i for i in subtree(sentence, token.index) if abs(i - token.index) <= 3)
    if _pos(token) == "noun":
        yield from (sentence.tokens[i] for i in near)
        return
    own = [f for f in carried if f.verb == token.index]
    yield from (sentence.tokens[n] for f in own for n in (f.subject, *f.objects) if n is not None)
    means = [t for t in kids(sentence, token.index, "prep", "agent") if t.lemma in ("with", "by", "in", "from")]
    for part in (*kids(sentence, token.index, "nsubj", "nsubjpass", "dobj", "prt"), *means):
        yield from (sentence.tokens[i] for i in subtree(sentence, part.index)[:8])


def points_back(hit: Hit) -> bool:
    """Whether the words point to an attack told before: "the blast", "this attack", "the attackers"."""
    if not hit.is_noun or hit.token.lemma not in word_set(RULES, "pointing"):
        return False
    determiners = {t.lemma for t in kids(hit.sentence, hit.token.index, "det")}
    return bool(determiners & {"the", "this", "that", "these", "those", "both"})


def ordinal_of(hit: Hit) -> str | None:
    """The word that tells this attack from another of the article ("the second attack"), or None."""
    if not hit.is_noun:
        return None
    kinds = kids(hit.sentence, hit.token.index, "amod", "det", "nummod")
    return next((t.lemma for t in kinds if t.lemma in word_set(RULES, "ordinals")), None)


def counts_several(hit: Hit) -> bool:
    """Whether the words count several attacks at once: "two bombs", "three separate attacks"."""
    return hit.is_noun and hit.token.tag == "NNS" and bool(kids(hit.sentence, hit.token.index, "nummod"))
