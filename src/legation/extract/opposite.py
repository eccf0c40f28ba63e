"""The other side where the parse does not reach one: the thing done to, names of the same clause, a noun's owner and its clause's subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from legation.extract.frame import Frame
from legation.extract.scene import Scene
from legation.extract.side import FAR, Party, Side, actor_like, event_nouns, reached, side_at
from legation.extract.tree import ancestors, kids, named_phrase, noun_phrase, token_at
from legation.lexicon.table import word_set
from legation.record.document import Sentence, Token
from legation.record.mention import Mention

_DOING = frozenset({"by", "between", "among", "from"})
_VERBS = ("VERB", "AUX")
_THING = 1.0


def undergoers(scene: Scene, frame: Frame) -> tuple[Side, ...]:
    """Whom a verb is done to though he does not hang on it: what its relative clause is about ("the town that Peru shelled"), the object
    that it shares with a verb after it ("arrested and deported two priests")."""
    sentence = frame.sentence
    verb = sentence.tokens[frame.verb]
    about = (i for i in (*frame.objects, *((frame.subject,) if frame.passive else ())) if i == verb.head)
    return tuple(Side(found, 0.0) for i in (*about, *_shared(frame)) if (found := side_at(scene, sentence, i)))


def _shared(frame: Frame) -> Iterator[int]:
    if frame.objects or frame.passive:
        return
    for token in kids(frame.sentence, frame.verb, "conj"):
        if token.pos in _VERBS and not kids(frame.sentence, token.index, "nsubj", "nsubjpass"):
            yield from (t.index for t in kids(frame.sentence, token.index, "dobj"))


def thing_done_to(frame: Frame, sides: Sequence[Side]) -> tuple[Side, ...]:
    """The thing that a verb is done to, where no party stands there: a town, a bridge, a bill; or a deed ("condemned the attack")."""
    thing = frame.undergoer
    if thing is None or thing == frame.doer or frame.sentence.tokens[thing].pos not in ("NOUN", "PROPN"):
        return ()
    phrase = noun_phrase(frame.sentence, thing)
    taken = any(not s.far and phrase.overlaps(p.span) for s in sides for p in s.parties)
    deed = frame.sentence.tokens[thing].lemma in event_nouns()
    return () if taken else (Side((Party(phrase, phrase),), _THING, thing=True, deed=deed),)


def authority(scene: Scene, frame: Frame) -> tuple[Party, ...]:
    """The state in or from which something is done to one, where no doer is told ("was arrested in Peru", "expelled from Peru"): it may be
    the doer of a deed of power."""
    if not frame.passive or frame.agent is not None:
        return ()
    places = (n for p, n in frame.obliques if p in ("in", "from"))
    told = (side_at(scene, frame.sentence, n) for n in places)
    return next((found for found in told if found and _is_state(scene, found[0])), ())


def _is_state(scene: Scene, party: Party) -> bool:
    held = (c for m in scene.mentions(party.span) for c in m.candidates)
    return any(c.sort == "state" and c.form == "name" for c in held)


def beside(scene: Scene, frame: Frame, doers: tuple[Party, ...]) -> list[Side]:
    """Where a verb reaches no one: the names elsewhere in its clause, nearest first."""
    sentence = frame.sentence
    at = sentence.tokens[frame.verb].start
    names = [m for m in scene.mentions(sentence.span) if actor_like(m) and _of_clause(sentence, m, frame.verb)]
    names = [m for m in names if not any(d.phrase.overlaps(m.span) for d in doers)]
    names.sort(key=lambda m: abs(m.span.start - at))
    return [Side((Party(m.span, named_phrase(sentence, m.span)),), FAR) for m in names[:2]]


def _of_clause(sentence: Sentence, mention: Mention, verb: int) -> bool:
    """Whether the nearest verb above a name is this one."""
    token = token_at(sentence, mention.span.start)
    above = next((t for t in ancestors(sentence, token.index) if t.pos in _VERBS), None) if token is not None else None
    return above is not None and above.index == verb


def owners(scene: Scene, sentence: Sentence, index: int) -> tuple[Party, ...]:
    """Who stands as the doer of an event noun: its owner, a name before it, or who is behind "by", "between" or "from"; who is behind "of"
    where another side is told too ("the visit of the Kenyan president to Norway")."""
    near = (side_at(scene, sentence, t.index) for t in kids(sentence, index, "poss", "amod", "compound", "nmod"))
    before = (found for found in near if found and _owns(sentence, found, index))
    of_another = any(p.lemma == "of" for p in kids(sentence, index, "prep"))
    behind = (
        side_at(scene, sentence, n.index)
        for p in kids(sentence, index, "prep", "agent")
        if p.lemma in (_DOING - {"from"} if of_another else _DOING)
        for n in kids(sentence, p.index, "pobj")
    )
    told = next((found for found in chain(before, behind) if found), None)
    if told is not None:
        return told
    preps = kids(sentence, index, "prep")
    of = next((n.index for p in preps if p.lemma == "of" for n in kids(sentence, p.index, "pobj")), None)
    other = any(
        p.lemma in ("to", "with", "against", "on") and reached(scene, sentence, p.index, frozenset()) for p in preps
    )
    return side_at(scene, sentence, of) if other else ()


def _owns(sentence: Sentence, found: tuple[Party, ...], noun: int) -> bool:
    """Whether who stands before a noun is its doer: a name, or an owner ("the rebels' attack", but not "state visit")."""
    owning = {t.start for t in kids(sentence, noun, "poss")}
    return found[0].sector is None or any(found[0].span.start <= start < found[0].span.end for start in owning)


def subject_above(scene: Scene, sentence: Sentence, noun: Token, doers: tuple[Party, ...]) -> tuple[Side, ...]:
    """The subject of the clause in which an event noun of another's stands ("Peru won help from Chile", "was the target of a raid by").

    A noun with an owner before it tells something that the subject only speaks of ("condemned Peru's invasion").
    """
    above = noun
    while above.head != above.index and above.pos not in _VERBS:
        above = sentence.tokens[above.head]
        if above.pos == "NOUN" and above.lemma not in word_set("rules/eventnouns.toml", "suffered"):
            return ()
    frame = next((f for f in scene.frames[sentence.index] if f.verb == above.index), None)
    if frame is None or frame.subject is None or kids(sentence, noun.index, "poss"):
        return ()
    spans = {p.span for p in doers}
    found = tuple(p for p in side_at(scene, sentence, frame.subject) if p.span not in spans)
    return (Side(found, 2.0),) if found else ()


def victim_before(scene: Scene, sentence: Sentence, noun: Token, doers: tuple[Party, ...]) -> tuple[Side, ...]:
    """The state or people named last before a noun of aggression, here or in the sentence before, else next in its sentence: whom a
    state's "invasion" is against."""
    if noun.lemma not in word_set("rules/eventnouns.toml", "against_a_state"):
        return ()
    start = scene.document.sentences[max(0, sentence.index - 1)].span.start
    doing = {c.id for p in doers for m in scene.mentions(p.phrase) for c in m.candidates}
    near = [m for m in scene.document.mentions if start <= m.span.start and m.span.end <= sentence.span.end]
    near.sort(key=lambda m: (m.span.start > noun.start, -m.span.start if m.span.start < noun.start else m.span.start))
    states = [m for m in near if any(c.sort == "state" and c.form in ("name", "demonym") for c in m.candidates)]
    above = {t.index for t in ancestors(sentence, noun.index)}
    other = [m for m in states if doing.isdisjoint(c.id for c in m.candidates) and not _subject_of(sentence, m, above)]
    return (Side((Party(other[0].span, other[0].span),), FAR),) if doing and other else ()


def _subject_of(sentence: Sentence, mention: Mention, verbs: set[int]) -> bool:
    """Whether a name stands in the subject of one of the verbs: who condemns an invasion is not the one invaded."""
    token = token_at(sentence, mention.span.start)
    up = (token, *ancestors(sentence, token.index)) if token is not None else ()
    return any(t.dep in ("nsubj", "nsubjpass") and t.head in verbs for t in up)
