"""Attacks: what happened, to whom, by whom, where, with which casualties; and who answers for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import msgspec

from legation.extract.casualty import Harmed, casualties, harm_kind
from legation.extract.claim import Find, claim_of
from legation.extract.frame import Frame
from legation.extract.party import parties
from legation.extract.scene import Scene, of_sort
from legation.extract.tree import ancestors, kids, noun_phrase, subtree
from legation.lexicon.table import load_entries, load_table, word_set
from legation.record.attack import Attack, Responsibility
from legation.record.claim import Claim, Role
from legation.record.document import Sentence, Token
from legation.record.mention import Mention
from legation.record.span import Span


class Trigger(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word that tells an attack, its part of speech, its kind, and whether it must have a victim or a place beside it."""

    lemma: str
    pos: str
    kind: str
    weak: bool = False


class Hit(msgspec.Struct, frozen=True):
    """A trigger in the text with the frames that carry it: its own, and those whose harm it causes."""

    sentence: Sentence
    token: Token
    kind: str
    suicide: bool
    frames: tuple[Frame, ...]


@cache
def triggers() -> dict[tuple[str, str], Trigger]:
    """The triggers by part of speech and lemma."""
    return {(t.pos, t.lemma): t for t in load_entries("rules/attacks.toml", "trigger", Trigger)}


def attacks(scene: Scene) -> Iterable[Claim]:
    """The attacks of a scene and the claims of responsibility for them, in text order; one attack per sentence and happening."""
    last: Claim | None = None
    for sentence in scene.document.sentences:
        for hit in _hits(scene, sentence):
            find = _attack(scene, hit)
            if find is not None:
                last = claim_of(scene, find)
                yield last
        yield from _responsibility(scene, sentence, last)


def _hits(scene: Scene, sentence: Sentence) -> Iterator[Hit]:
    frames = {f.verb: f for f in scene.frames[sentence.index]}
    taken: set[int] = set()
    for token in sorted(sentence.tokens, key=lambda t: t.pos != "NOUN"):
        trigger = triggers().get((_pos(token), token.lemma))
        if trigger is None or token.index in taken or _by_nature(sentence, frames.get(token.index)):
            continue
        carried = _carriers(sentence, token, frames)
        kind, suicide = _kind(sentence, token, trigger)
        taken |= {f.verb for f in carried} | {token.index}
        if not trigger.weak or _grounded(scene, sentence, token, carried):
            yield Hit(sentence, token, kind, suicide, carried)


def _by_nature(sentence: Sentence, frame: Frame | None) -> bool:
    """Whether a storm, a crash or an illness is the doer."""
    nature = load_table("rules/attacks.toml")["nature"]
    return frame is not None and frame.doer is not None and sentence.tokens[frame.doer].lemma in nature


def _pos(token: Token) -> str:
    return "verb" if token.pos in ("VERB", "AUX") else "noun"


def _carriers(sentence: Sentence, token: Token, frames: dict[int, Frame]) -> tuple[Frame, ...]:
    """The frames of a trigger: the verb itself or the verb over the noun, and the harm verbs below or beside it."""
    top = (
        token
        if token.index in frames
        else next((t for t in ancestors(sentence, token.index) if t.index in frames), None)
    )
    found = [frames[top.index]] if top is not None and _near(sentence, token, top) else []
    seeds = [token.index, *(f.verb for f in found)]
    if top is not None and top.dep == "advcl" and top.head in frames and harm_kind(frames[top.head]) is not None:
        found.append(frames[top.head])
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


def _kind(sentence: Sentence, token: Token, trigger: Trigger) -> tuple[str, bool]:
    """The kind of attack: by the words that modify the trigger where they say more than it does."""
    table: dict[str, str] = load_table("rules/attacks.toml")["modifiers"]
    words = [sentence.tokens[i].text.lower() for i in subtree(sentence, token.index) if abs(i - token.index) <= 3]
    if _pos(token) == "verb":
        words += [
            t.text.lower()
            for o in kids(sentence, token.index, "nsubj", "agent")
            for i in subtree(sentence, o.index)
            for t in [sentence.tokens[i]]
        ]
    suicide = "suicide" in words
    kind = "suicide_bombing" if suicide else next((table[w] for w in words if w in table), trigger.kind)
    return kind, suicide


def _grounded(scene: Scene, sentence: Sentence, token: Token, frames: tuple[Frame, ...]) -> bool:
    """Whether a wide word tells violence here: somebody is harmed, a group acts, or a place is struck."""
    if any(harm_kind(f) for f in frames if f.verb != token.index):
        return True
    named = of_sort(scene.mentions(sentence.span), ("group",))
    harmed = [h for f in frames for h in casualties(scene, f)]
    return bool(harmed) or bool(named)


def _attack(scene: Scene, hit: Hit) -> Find | None:
    harmed = [h for f in hit.frames for h in casualties(scene, f)]
    place = _place(scene, hit)
    perpetrator, claimant = _actors(scene, hit)
    target = _target(scene, hit)
    if not (harmed or place or perpetrator or target):
        return None
    kind = "assassination" if _officeholder(scene, harmed) and hit.kind == "attack" else hit.kind
    named = tuple(dict.fromkeys(name for h in harmed for name in h.named))
    payload = Attack(
        attack_kind=kind,
        suicide=True if hit.suicide else None,
        clarity="aggregate" if any(h.vague for h in harmed) and not named else "single",
        casualties=tuple(h.casualty for h in harmed),
        named_victims=named,
        motive=_motive(scene, hit),
    )
    trigger = Span(hit.token.start, hit.token.end)
    roles = [scene.role("trigger", trigger)]
    for name, spans in (("perpetrator", perpetrator), ("claimant", claimant), ("target", target), ("place", place)):
        roles += [scene.role(name, span) for span in spans]
    roles += [scene.role("victim", span) for h in harmed for span in h.victims]
    roles += [scene.role("country", span) for span in _owner(scene, hit, place)]
    return _find(scene, hit, payload, tuple(dict.fromkeys(roles)), harmed)


def _find(scene: Scene, hit: Hit, payload: Attack, roles: tuple[Role, ...], harmed: list[Harmed]) -> Find:
    span = (
        noun_phrase(hit.sentence, hit.token.index)
        if _pos(hit.token) == "noun"
        else Span(hit.token.start, hit.token.end)
    )
    for part in (*(h.casualty.span for h in harmed), *(r.span for r in roles if r.role in ("target", "perpetrator"))):
        if hit.sentence.span.contains(part):
            span = span.join(part)
    for when in scene.whens(hit.sentence.span):
        if 0 <= when.span.start - span.end <= 8:
            span = span.join(when.span)
    frame = hit.frames[0] if hit.frames else None
    anchor = frame.verb if frame is not None else hit.token.index
    return Find(
        sentence=hit.sentence, anchor=anchor, span=span, payload=payload, roles=roles, made_by="attack@1", frame=frame
    )


def _place(scene: Scene, hit: Hit) -> tuple[Span, ...]:
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


def _actors(scene: Scene, hit: Hit) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The perpetrators, and those who claim it in the same words ("a suicide attack claimed by X")."""
    doers: list[Span] = []
    claimants: list[Span] = []
    for frame in hit.frames:
        doer = frame.doer
        if doer is None or doer == hit.token.index or _is_trigger(hit.sentence.tokens[doer]):
            continue
        if frame.verb == hit.token.index or harm_kind(frame) is not None:
            doers += parties(scene, hit.sentence, doer, anaphora=False)
    for clause in kids(hit.sentence, hit.token.index, "acl"):
        agent = next(
            (n for by in kids(hit.sentence, clause.index, "agent") for n in kids(hit.sentence, by.index, "pobj")), None
        )
        if agent is not None:
            spans = parties(scene, hit.sentence, agent.index, anaphora=False)
            claimants += spans if clause.lemma == "claim" else ()
            doers += spans
    for by in kids(hit.sentence, hit.token.index, "prep", "agent"):
        if by.lemma == "by":
            doers += [
                s
                for n in kids(hit.sentence, by.index, "pobj")
                for s in parties(scene, hit.sentence, n.index, anaphora=False)
            ]
    return tuple(dict.fromkeys(doers)), tuple(dict.fromkeys(claimants))


def _is_trigger(token: Token) -> bool:
    return ("noun", token.lemma) in triggers()


def _target(scene: Scene, hit: Hit) -> tuple[Span, ...]:
    """What was struck: the object of the verb, or what stands behind "on" or "against" the noun."""
    for frame in hit.frames:
        undergoer = frame.undergoer
        if undergoer is not None and undergoer != hit.token.index and not _is_trigger(hit.sentence.tokens[undergoer]):
            return (noun_phrase(hit.sentence, undergoer),)
    for prep in kids(hit.sentence, hit.token.index, "prep"):
        if prep.lemma in ("on", "against"):
            return tuple(noun_phrase(hit.sentence, n.index) for n in kids(hit.sentence, prep.index, "pobj"))[:1]
    return ()


def _owner(scene: Scene, hit: Hit, place: tuple[Span, ...]) -> tuple[Span, ...]:
    """The state whose people or land was struck, for an attack without a place: the target's, else the only one that the sentence
    or, if it names none, its paragraph names."""
    if place:
        return ()
    target = list(_target(scene, hit))
    spans = [*target, hit.sentence.span, *(s.span for s in scene.paragraph(hit.sentence))]
    for span in spans:
        states = of_sort(scene.mentions(span), ("state",))
        if states:
            one = span in target or len({c.id for m in states for c in m.candidates if c.sort == "state"}) == 1
            return (states[0].span,) if one else ()
    return ()


def _officeholder(scene: Scene, harmed: list[Harmed]) -> bool:
    titles = word_set("rules/attacks.toml", "officeholders")
    words = " ".join(h.casualty.verbatim.lower() for h in harmed).split()
    return any(h.named for h in harmed) and bool(titles & set(words))


def _motive(scene: Scene, hit: Hit) -> str | None:
    """The reason that the text gives: "retaliation for ..." in the sentence or in the next of its paragraph."""
    near = [s for s in scene.paragraph(hit.sentence) if hit.sentence.index <= s.index <= hit.sentence.index + 1]
    marks = word_set("rules/attacks.toml", "motives")
    for sentence in near:
        for token in sentence.tokens:
            if token.lemma in marks and kids(sentence, token.index, "prep"):
                below = subtree(sentence, token.index)
                return scene.words(Span(token.start, sentence.tokens[below[-1]].end)).rstrip(". ")
    return None


def _responsibility(scene: Scene, sentence: Sentence, attack: Claim | None) -> Iterator[Claim]:
    for frame in scene.frames[sentence.index]:
        relation = load_table("rules/attacks.toml")["responsibility"].get(frame.lemma)
        if relation is None or not _of_attack(frame):
            continue
        doer = parties(scene, sentence, frame.doer, anaphora=False)
        blamed = [s for i in frame.objects for s in parties(scene, sentence, i, anaphora=False)]
        group = doer if relation in ("claimed", "denied") else tuple(blamed)
        if group:
            yield claim_of(scene, _answer(scene, frame, relation, (tuple(doer), group), attack))


def _of_attack(frame: Frame) -> bool:
    """Whether the verb speaks of an attack: an attack noun or "responsibility" hangs on it."""
    lemmas = {frame.sentence.tokens[i].lemma for i in subtree(frame.sentence, frame.verb)}
    return bool(lemmas & {"responsibility", "involvement"}) or any(("noun", lemma) in triggers() for lemma in lemmas)


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
    payload = Responsibility(relation=relation, attack=attack.id if attack is not None else None)
    return Find(
        sentence=frame.sentence,
        anchor=frame.verb,
        span=span,
        payload=payload,
        roles=roles,
        made_by="attack@1",
        frame=frame,
    )
