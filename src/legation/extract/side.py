"""The sides of an event as its sentence tells them: named parties, unnamed ones by their noun, and whom a predicate reaches."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

import msgspec

from legation.extract.party import parties
from legation.extract.scene import ACTOR_SORTS, Scene
from legation.extract.tree import coordinated, kids, named_phrase, noun_phrase
from legation.lexicon.table import load_table, word_set
from legation.record.document import Sentence, Token
from legation.record.mention import Mention
from legation.record.span import Span

_RECOGNISED = frozenset({"PERSON", "ORG", "NORP", "GPE", "region"})
_MEMBERS = frozenset({"of", "from", "by"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj"})
_PLACING = frozenset({"in", "at", "near", "inside", "outside", "during", "within"})
_NOUNS = ("NOUN", "PROPN", "PRON", "NUM", "ADJ")
_VERBS = ("VERB", "AUX")
_PLACED = 1.0
_UNKNOWN = 1.0

# What it costs to step from a word to one that hangs on it; a label that is not here is not followed.
# **Source:** set by hand over the training sentences, whose marks say who is on which side: see docs/training.md.
_STEPS: Mapping[str, float] = {
    "dobj": 0.0,
    "dative": 0.0,
    "iobj": 0.0,
    "nsubjpass": 0.0,
    "pobj": 0.0,
    "oprd": 0.5,
    "attr": 0.5,
    "acomp": 0.5,
    "prep": 1.0,
    "poss": 0.5,
    "amod": 1.0,
    "compound": 1.0,
    "nmod": 1.0,
    "nsubj": 0.0,
    "xcomp": 0.5,
    "ccomp": 0.5,
    "pcomp": 0.0,
    "acl": 1.0,
    "agent": 1.0,
    "conj": 0.5,
    "prt": 0.5,
    "advmod": 1.0,
    "advcl": 2.0,
    "appos": 2.0,
}
FAR = 4.0


class Party(msgspec.Struct, frozen=True):
    """One party: the span that the resolver links (a name, or the phrase of an unnamed one), its whole phrase, and for an unnamed one
    the sector of its noun. `known` is false for what only the parser takes for an organisation (a fund, a ship) and for a name that nothing knows."""

    span: Span
    phrase: Span
    sector: str | None = None
    known: bool = True


class Side(msgspec.Struct, frozen=True):
    """Parties on one side, in text order, and how far from the predicate they stand: 0 is its own object.

    `thing`: it is no actor. `deed`: the word there is a deed of theirs ("condemned Peru's invasion", "accepted a Peruvian offer").
    """

    parties: tuple[Party, ...]
    far: float
    thing: bool = False
    deed: bool = False


@cache
def unnamed() -> Mapping[str, str]:
    """The sectors of the nouns for unnamed actors, by noun."""
    table: dict[str, list[str]] = load_table("rules/unnamed.toml")["sectors"]
    return {noun.lower(): sector for sector, nouns in table.items() for noun in nouns}


def side_at(scene: Scene, sentence: Sentence, index: int | None) -> tuple[Party, ...]:
    """The parties of a noun phrase and its list partners; empty where it names no actor."""
    if index is None:
        return ()
    found: dict[Span, Party] = {}
    for member in coordinated(sentence, index):
        for party in _parties(scene, sentence, sentence.tokens[member]):
            found.setdefault(party.span, party)
    return tuple(found.values())


def _parties(scene: Scene, sentence: Sentence, token: Token) -> tuple[Party, ...]:
    listed = parties(scene, sentence, token.index)
    if listed:
        return tuple(Party(span, _phrase(scene, sentence, token, span)) for span in listed)
    return _other(scene, sentence, token)


def _phrase(scene: Scene, sentence: Sentence, token: Token, span: Span) -> Span:
    """The phrase of a word where it holds the party's span, else what stands round the span; with the name behind its title."""
    whole = noun_phrase(sentence, token.index)
    if not whole.contains(span):
        whole = named_phrase(sentence, span) if sentence.span.contains(span) else span
    behind = next(
        (m for m in scene.mentions(sentence.span) if m.label == "PERSON" and m.span.start == whole.end + 1), None
    )
    if behind is not None and scene.words(Span(whole.end, behind.span.start)) == " ":
        return whole.join(behind.span)
    return whole


def _other(scene: Scene, sentence: Sentence, token: Token) -> tuple[Party, ...]:
    """What else stands for an actor: a name that no list has, a noun for actors, a name before a noun, the members of a number."""
    if token.pos not in _NOUNS:
        return ()
    mentions = [m for m in scene.mentions(sentence.span) if actor_like(m)]
    heading = next((m for m in mentions if m.span.start <= token.start < m.span.end), None)
    near = kids(sentence, token.index, "amod", "poss", "compound", "nmod")
    named = heading or next((m for t in near for m in mentions if m.span.start <= t.start < m.span.end), None)
    sector = sector_of(token)
    if sector is not None and heading is None:
        whole = _phrase(scene, sentence, token, noun_phrase(sentence, token.index))
        return (Party(noun_phrase(sentence, token.index), whole, sector),)
    if named is not None:
        known = named.label != "ORG" or bool(named.candidates)
        return (Party(named.span, _phrase(scene, sentence, token, named.span), known=known),)
    if token.pos == "PROPN":
        return _unlisted(scene, sentence, token)
    if token.lemma in event_nouns():
        return ()
    inside = (
        n for p in kids(sentence, token.index, "prep") if p.lemma in _MEMBERS for n in kids(sentence, p.index, "pobj")
    )
    return next((found for n in inside if (found := _parties(scene, sentence, n))), ())


def _unlisted(scene: Scene, sentence: Sentence, token: Token) -> tuple[Party, ...]:
    """A name that neither a list nor the parser has, where it stands as a verb's or a preposition's own noun; days and amounts are none."""
    first = min([token.index, *(t.index for t in kids(sentence, token.index, "compound"))])
    own = Span(sentence.tokens[first].start, token.end)
    near = (scene.mentions(sentence.span), scene.whens(sentence.span), scene.quantities(sentence.span))
    told = [thing.span for things in near for thing in things]
    plain = not token.text[:1].isupper() or any(c.isdigit() for c in token.text)
    if plain or token.dep not in _ARGUMENTS or any(span.overlaps(own) for span in told):
        return ()
    return (Party(own, _phrase(scene, sentence, token, own), known=False),)


def event_nouns() -> frozenset[str]:
    """The nouns that tell a deed between parties."""
    return word_set("rules/eventnouns.toml", "nouns")


def sector_of(token: Token) -> str | None:
    """The sector of a noun for actors, or None; a word in capitals at the start of a sentence keeps its plural in the parse."""
    word = token.text.lower()
    if token.pos not in ("NOUN", "PROPN"):
        return None
    forms = (token.lemma.lower(), word, word.removesuffix("s"), re.sub("men$", "man", word))
    return next((unnamed()[f] for f in forms if f in unnamed()), None)


def actor_like(mention: Mention) -> bool:
    """Whether a name may be an actor's; an outlet's is the source of a report more often than a party."""
    if mention.label == "outlet":
        return False
    return mention.label in _RECOGNISED or any(c.sort in ACTOR_SORTS for c in mention.candidates)


def is_thing(token: Token) -> bool:
    """Whether a noun for actors is a building, a work or equipment: something may be done to it, but it takes no part."""
    return token.lemma.lower() in word_set("rules/unnamed.toml", "things")


def reached(scene: Scene, sentence: Sentence, start: int, apart: frozenset[int]) -> tuple[Side, ...]:
    """The sides that a predicate reaches below itself, nearest first; the words of `apart` and what hangs on them are left out."""
    found: dict[Span, Side] = {}
    for index, far in _walk(sentence, start, apart):
        token = sentence.tokens[index]
        side = side_at(scene, sentence, index) if _may_be_side(token) else ()
        new = tuple(p for p in side if p.span not in found)
        if new:
            cost = 0.0 if any(p.known for p in new) else _UNKNOWN
            made = Side(new, far + cost, is_thing(token), token.lemma in event_nouns())
            found |= dict.fromkeys((p.span for p in new), made)
    return tuple(sorted({s.parties: s for s in found.values()}.values(), key=lambda s: (s.far, s.parties[0].span)))


def _may_be_side(token: Token) -> bool:
    """Whether a word may head a side: no list partner, and no pronoun that points back to the doer ("its reserves", "said it would")."""
    own = token.pos == "PRON" and token.dep in ("poss", "nsubj", "nsubjpass")
    return token.pos in _NOUNS and token.dep != "conj" and not own


def _walk(sentence: Sentence, start: int, apart: frozenset[int]) -> Iterator[tuple[int, float]]:
    todo = [(start, 0.0)]
    while todo:
        at, far = todo.pop(0)
        if at != start:
            yield at, far
        todo += [
            (c, far + step)
            for c in sentence.tokens[at].children
            if (step := _step(sentence, at, c, apart)) + far <= FAR
        ]


def _step(sentence: Sentence, at: int, child: int, apart: frozenset[int]) -> float:
    """What the step from a word to one that hangs on it costs; more than may be spent where it is not to be taken."""
    token = sentence.tokens[child]
    step = _STEPS.get(token.dep)
    joined = token.dep == "conj" and token.pos in _VERBS and sentence.tokens[at].pos in _VERBS
    if step is None or child in apart or joined or (token.dep == "prep" and token.lemma == "accord"):
        return FAR + 1
    return step + (_PLACED if token.dep == "prep" and token.lemma in _PLACING else 0.0)
