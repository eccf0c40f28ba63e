"""Who did it: the doers of an attack, and those who claim it in the same words."""

from __future__ import annotations

from collections.abc import Iterator

from legation.extract.casualty import harm_kind
from legation.extract.frame import Frame
from legation.extract.instrument import weapon_type
from legation.extract.scene import Scene
from legation.extract.side import is_thing, sector_of
from legation.extract.struck import owned_by_doer, shortest, target_class
from legation.extract.tree import coordinated, kids, noun_phrase
from legation.extract.trigger import RULES, Hit, is_trigger
from legation.lexicon.table import word_set
from legation.record.document import Sentence, Token
from legation.record.mention import Mention
from legation.record.span import Span

_GROUPS = frozenset({"group", "state", "organisation"})
_MEMBERS = frozenset({"of", "from"})


def assailants(scene: Scene, hit: Hit) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The perpetrators of a hit and its claimants ("a suicide attack claimed by X"), as the names and phrases of its sentence."""
    doers: list[Span] = []
    claimants: list[Span] = []
    for frame in hit.frames:
        doers += _of_frame(scene, hit, frame)
    if hit.is_noun:
        doers += _by(scene, hit.sentence, hit.token)
        doers += _owners(scene, hit)
        for clause in kids(hit.sentence, hit.token.index, "acl"):
            spans = [s for n in _behind(hit.sentence, clause, "by") for s in doer(scene, hit.sentence, n)]
            claimants += spans if clause.lemma == "claim" else []
            doers += spans if clause.lemma != "condemn" else []
    return tuple(dict.fromkeys(doers)), tuple(dict.fromkeys(claimants))


def _of_frame(scene: Scene, hit: Hit, frame: Frame) -> Iterator[Span]:
    """The doer of a verb of attack or harm, or of a verb that carries out the attack that is its object."""
    index = frame.doer
    carrying = hit.is_noun and frame.lemma in word_set(RULES, "carrying") and hit.token.index in _undergone(frame)
    if carrying or frame.verb == hit.token.index or harm_kind(frame) is not None:
        if index is not None and index != hit.token.index and frame.lemma not in ("die", "perish", "succumb"):
            yield from doer(scene, hit.sentence, hit.sentence.tokens[index])
        elif index is not None and index == hit.token.index and hit.token.lemma == "gunman":
            yield from doer(scene, hit.sentence, hit.token)


def _undergone(frame: Frame) -> tuple[int, ...]:
    return (*frame.objects, *((frame.subject,) if frame.passive and frame.subject is not None else ()))


def _by(scene: Scene, sentence: Sentence, token: Token) -> Iterator[Span]:
    for noun in _behind(sentence, token, "by"):
        yield from doer(scene, sentence, noun)


def _behind(sentence: Sentence, token: Token, *prepositions: str) -> Iterator[Token]:
    for prep in kids(sentence, token.index, "prep", "agent"):
        if prep.lemma in prepositions:
            yield from kids(sentence, prep.index, "pobj")


def _owners(scene: Scene, hit: Hit) -> Iterator[Span]:
    """Whose attack it is: "a guerrilla attack", "the FMLN's ambush"; not where the owner is who was killed."""
    deps = (
        ("compound", "amod", "nmod", "poss")
        if owned_by_doer(hit) or not hit.trigger.takes
        else ("compound", "amod", "nmod")
    )
    for token in kids(hit.sentence, hit.token.index, *deps):
        group = _named(scene, token)
        sorts = {"group", "state"} if token.dep == "poss" else {"group"}
        if group is not None and any(c.sort in sorts for c in group.candidates):
            yield group.span
        elif sector_of(token) in ("REB", "UAF", "CRM", "PRM"):
            yield Span(token.start, token.end)


def doer(scene: Scene, sentence: Sentence, token: Token) -> tuple[Span, ...]:
    """The names and phrases of a noun as doers, with its list partners: the group that it names, and its own words where they tell people."""
    found: list[Span] = []
    for index in coordinated(sentence, token.index):
        found += _doers(scene, sentence, sentence.tokens[index])
    return tuple(dict.fromkeys(found))


def _doers(scene: Scene, sentence: Sentence, token: Token) -> Iterator[Span]:
    if (
        token.pos not in ("NOUN", "PROPN", "NUM", "ADJ")
        or weapon_type(sentence, token)
        or (is_trigger(token) and sector_of(token) is None)
    ):
        return
    head = _named(scene, token)
    if head is not None:
        yield head.span
        return
    sector = sector_of(token)
    if sector is None:
        held = [_named(scene, t) for t in kids(sentence, token.index, "compound", "amod", "nmod")]
        yield from (m.span for m in held if m is not None and any(c.sort == "group" for c in m.candidates))
        return
    if is_thing(token) or (target_class(sentence, token) and sector not in ("UAF", "REB")):
        return
    yield _phrase(sentence, token)
    near = (*kids(sentence, token.index, "amod", "compound", "nmod", "poss"), *_behind(sentence, token, *_MEMBERS))
    yield from (m.span for t in near if (m := _named(scene, t)) is not None and m.candidates and m.label != "PERSON")


def _named(scene: Scene, token: Token) -> Mention | None:
    """The name of a group, a state, a body or a person that a word is part of."""
    whole = next((s for s in scene.document.sentences if s.span.start <= token.start < s.span.end), None)
    mentions = scene.mentions(whole.span) if whole is not None else ()
    return next(
        (
            m
            for m in mentions
            if m.span.start <= token.start < m.span.end
            and (m.label in ("PERSON", "ORG") or any(c.sort in _GROUPS for c in m.candidates))
        ),
        None,
    )


def _phrase(sentence: Sentence, token: Token) -> Span:
    """The noun with its modifiers; with "the" where it points back; members with the body that they are of."""
    whole = shortest(sentence, token)
    pointing = [
        t for t in kids(sentence, token.index, "det") if t.lemma in ("the", "these", "those") and t.start < whole.start
    ]
    whole = whole.join(Span(pointing[0].start, pointing[0].end)) if pointing else whole
    if token.lemma in ("member", "group", "band", "unit"):
        tails = [
            t for p in kids(sentence, token.index, "prep") if p.lemma == "of" for t in kids(sentence, p.index, "pobj")
        ]
        return whole.join(noun_phrase(sentence, tails[0].index)) if tails else whole
    return whole
