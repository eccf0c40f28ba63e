"""Whom and what an attack struck: people, things, and the GTD class of each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from legation.extract.casualty import harm_kind
from legation.extract.frame import Frame
from legation.extract.instrument import weapon_type
from legation.extract.scene import Scene
from legation.extract.side import sector_of
from legation.extract.tree import coordinated, kids, noun_phrase
from legation.extract.trigger import RULES, Hit, attempted, is_trigger
from legation.lexicon.table import load_table, word_set
from legation.record.document import Sentence, Token
from legation.record.span import Span

_BRACKETS = frozenset({"[", "]", "(", ")", "--"})


class Struck(msgspec.Struct, frozen=True):
    """Who or what was struck: its shortest phrase, whether it is a person or people, its GTD target type where the noun gives one."""

    span: Span
    human: bool
    target_class: str | None
    named: bool = False


def struck(scene: Scene, hit: Hit) -> tuple[Struck, ...]:
    """All that the hit strikes in its sentence, in text order, each once."""
    found: dict[Span, Struck] = {}
    for index in _heads(hit):
        members = list(coordinated(hit.sentence, index))
        for member in [
            *members,
            *(t.index for m in members for t in kids(hit.sentence, m, "appos") if t.pos == "PROPN"),
        ]:
            one = classed(scene, hit.sentence, hit.sentence.tokens[member], killing=_of_persons(hit))
            if one is not None:
                found.setdefault(one.span, one)
    return tuple(sorted(found.values(), key=lambda s: s.span))


def _of_persons(hit: Hit) -> bool:
    """Whether the word is one for what is done to persons: a killing or a kidnapping."""
    return hit.kind in ("assassination", "kidnapping") or hit.token.lemma in word_set(RULES, "killings")


def _heads(hit: Hit) -> Iterator[int]:
    for frame in hit.frames:
        yield from _of_frame(hit, frame)
    if hit.is_noun:
        yield from _of_noun(hit)


def _of_frame(hit: Hit, frame: Frame) -> Iterator[int]:
    """What a verb strikes: its object, the subject of "die", what "fire on" and "place a bomb in" lead to."""
    if harm_kind(frame) is not None and frame.lemma in ("die", "perish", "succumb"):
        yield from (n for n in (frame.subject,) if n is not None)
        return
    own = frame.verb == hit.token.index or harm_kind(frame) is not None
    if own and frame.undergoer is not None and not frame.negated:
        yield frame.undergoer
    token = frame.sentence.tokens[frame.verb]
    if own and token.dep == "amod" and frame.undergoer is None:
        yield token.head
    wide = frame.lemma in word_set(RULES, "placing") or own or frame.lemma in hit.trigger.verbs
    allowed = word_set(RULES, "beside") if moves_weapon(frame) else word_set(RULES, "striking")
    if "set" in hit.trigger.verbs:
        allowed = allowed | {"to"}
    if wide:
        yield from (noun for prep, noun in frame.obliques if prep.split()[-1] in allowed or prep == "in front")


def moves_weapon(frame: Frame) -> bool:
    """Whether a weapon is what the verb moves or what goes off."""
    nouns = [*frame.objects, frame.subject if frame.passive or not frame.objects else None]
    return any(n is not None and weapon_type(frame.sentence, frame.sentence.tokens[n]) is not None for n in nouns)


def _of_noun(hit: Hit) -> Iterator[int]:
    """What stands behind "on", "against" or "of" on the noun, or owns a killing ("Ruiz's murder")."""
    wanted = word_set(RULES, "striking") | ({hit.trigger.takes} if hit.trigger.takes else set())
    top = hit.sentence.tokens[hit.token.head] if attempted(hit.sentence, hit.token) else hit.token
    for prep in kids(hit.sentence, top.index, "prep"):
        if prep.lemma in wanted:
            yield from (n.index for n in kids(hit.sentence, prep.index, "pobj"))
    if hit.trigger.takes:
        yield from (t.index for t in kids(hit.sentence, top.index, "compound", "nmod", "amod") if t.pos == "PROPN")
    if hit.trigger.takes and not owned_by_doer(hit):
        yield from (t.index for t in kids(hit.sentence, hit.token.index, "poss"))
    for clause in kids(hit.sentence, hit.token.index, "acl"):
        if clause.lemma in ("target", "aim"):
            yield from (n.index for n in kids(hit.sentence, clause.index, "dobj"))


def owned_by_doer(hit: Hit) -> bool:
    """Whether the owner of a killing did it: where "of" says who was killed ("their killing of a priest")."""
    return any(p.lemma == hit.trigger.takes for p in kids(hit.sentence, hit.token.index, "prep"))


def classed(scene: Scene, sentence: Sentence, token: Token, *, killing: bool = False) -> Struck | None:
    """A noun as something struck: a person or people, a thing of the table, or None for what can be neither (a place, an idea, a deed).

    What a word for a killing or a kidnapping takes by an unknown name is a person, whatever the recogniser calls it (`killing`).
    """
    if token.pos not in ("NOUN", "PROPN", "NUM") or is_trigger(token) or weapon_type(sentence, token) is not None:
        return None
    phrase = shortest(sentence, token)
    person = next(
        (
            m
            for m in scene.mentions(noun_phrase(sentence, token.index))
            if m.label == "PERSON" and m.span.start <= token.start < m.span.end
        ),
        None,
    )
    if person is not None:
        return Struck(_whole_name(sentence, person.span), True, _titled(sentence, token), True)
    body = next(
        (
            m
            for m in scene.mentions(sentence.span)
            if m.label in ("ORG", "FAC") and m.span.start <= token.start < m.span.end
        ),
        None,
    )
    sector = sector_of(token)
    thing = target_class(sentence, token)
    if thing is not None:
        return Struck(phrase, False, thing)
    if sector is None and killing and body is not None and not body.candidates:
        return Struck(_whole_name(sentence, body.span), True, None, True)
    if sector is None:
        return (
            Struck(body.span, False, None)
            if body is not None and not any(c.sort == "group" for c in body.candidates)
            else None
        )
    return Struck(phrase, True, load_table(RULES)["classes"].get(sector))


def _whole_name(sentence: Sentence, span: Span) -> Span:
    """A person's name with the parts that the recogniser left off: names that touch it and are no title."""
    inside = [t.index for t in sentence.tokens if span.contains(Span(t.start, t.end))]
    first, last = (inside[0], inside[-1]) if inside else (0, 0)
    while (
        inside
        and last + 1 < len(sentence.tokens)
        and sentence.tokens[last + 1].tag == "NNP"
        and sentence.tokens[last].dep == "compound"
    ):
        last += 1
    while (
        inside
        and first > 0
        and (before := sentence.tokens[first - 1]).tag == "NNP"
        and sector_of(before) is None
        and len(before.text) > 4
    ):
        first -= 1
    return span.join(Span(sentence.tokens[first].start, sentence.tokens[last].end)) if inside else span


def _titled(sentence: Sentence, token: Token) -> str | None:
    """The class of a person by the title before the name."""
    titles = (sector_of(t) for t in kids(sentence, token.index, "compound", "appos", "nmod"))
    return next((load_table(RULES)["classes"].get(s) for s in titles if s), None)


def shortest(sentence: Sentence, token: Token) -> Span:
    """The noun with what stands before it, without articles and what hangs on it behind."""
    near = [
        t
        for t in kids(sentence, token.index, "compound", "amod", "nmod", "nummod")
        if t.index < token.index and all(sentence.tokens[i].pos not in ("PUNCT",) for i in range(t.index, token.index))
    ]
    first = min(
        [
            token.index,
            *(t.index for t in near),
            *(k.index for t in near for k in kids(sentence, t.index, "compound", "amod", "nmod") if k.index < t.index),
        ]
    )
    opened = [t.index for t in sentence.tokens[first : token.index] if t.text in _BRACKETS]
    return Span(sentence.tokens[opened[-1] + 1 if opened else first].start, token.end)


@cache
def _things() -> dict[str, str]:
    table: dict[str, list[str]] = load_table(RULES)["targets"]
    return {noun: name for name, nouns in table.items() for noun in nouns}


def target_class(sentence: Sentence, token: Token) -> str | None:
    """The GTD target type of a noun for a thing, by its last word or its last two, or None."""
    before = sentence.tokens[token.index - 1].lemma.lower() if token.index else ""
    lemma = token.lemma.lower()
    return _things().get(f"{before} {lemma}") or _things().get(lemma) or _things().get(lemma.removesuffix("s"))
