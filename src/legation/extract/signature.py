"""The tables of what predicates say of their complements, by word and kind of complement."""

from __future__ import annotations

from functools import cache

import msgspec

from legation.extract.cue import verb_cues
from legation.extract.standing import PLAIN, Standing, affirmed, contrary, standing, under
from legation.lexicon.table import load_entries, word_set

TABLE = "rules/factuality.toml"
_SORTS = {"VERB": "verbs", "AUX": "verbs", "NOUN": "nouns", "PROPN": "nouns", "ADJ": "adjectives", "ADV": "adjectives"}


class Governor(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"name": "class"}):
    """A class of predicates: the value of the complement when the predicate is true and when it is false."""

    name: str
    source: str
    if_true: str
    if_not: str
    slots: tuple[str, ...]
    mood: str | None = None
    mood_not: str | None = None
    through: bool = False
    known: bool = False
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()


class Modal(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"negated": "not"}):
    """A class of modal verbs: the value of what they modify, with and without a negation and a perfect."""

    words: tuple[str, ...]
    value: str
    negated: str
    perfect: str
    not_perfect: str
    mood: str
    mood_perfect: str | None = None


class Modifier(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"name": "class"}):
    """A class of adverbs, adjectives and determiners that set the value of the event they stand with."""

    name: str
    words: tuple[str, ...]
    value: str
    mood: str | None = None
    on: tuple[str, ...] = ("VERB", "AUX", "NOUN", "PROPN", "ADJ")


class Connective(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"name": "class"}):
    """A class of words that join a clause or a phrase to what it belongs to."""

    name: str
    source: str
    words: tuple[str, ...]
    value: str
    mood: str | None = None


class Form(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A form that sets the value of an event where no word does; `where` says where it is met."""

    name: str
    value: str
    where: str
    mood: str | None = None


@cache
def form(name: str) -> Standing:
    """The standing that a form gives, by its name in the table."""
    found = next(f for f in load_entries(TABLE, "form", Form) if f.name == name)
    return standing(found.value, found.mood, found.name)


@cache
def _governors() -> dict[tuple[str, str, str], Governor]:
    found: dict[tuple[str, str, str], Governor] = {}
    for entry in load_entries(TABLE, "governor", Governor):
        for sort in ("verbs", "nouns", "adjectives"):
            for word in getattr(entry, sort):
                for slot in entry.slots:
                    found.setdefault((sort, word, slot), entry)
    return found


@cache
def modals() -> dict[str, Modal]:
    """The modal verbs by word."""
    return {word: m for m in load_entries(TABLE, "modal", Modal) for word in m.words}


@cache
def modifier(word: str, pos: str) -> Modifier | None:
    """The class of a word that stands with an event of that part of speech."""
    return next((m for m in load_entries(TABLE, "modifier", Modifier) if word in m.words and pos in m.on), None)


@cache
def connective(words: str) -> Connective | None:
    """The class of a joining word or phrase."""
    return next((c for c in load_entries(TABLE, "connective", Connective) if words in c.words), None)


def words(name: str) -> frozenset[str]:
    """One of the plain lists of the table."""
    return word_set(TABLE, "lists", name)


def governor(pos: str, keys: tuple[str, ...], slot: str) -> Governor | None:
    """The class of a predicate for one kind of complement; the first key that is known counts. Speech falls back on the cues."""
    sort = _SORTS.get(pos)
    if sort is None:
        return None
    found = next((g for key in keys if (g := _governors().get((sort, key, slot))) is not None), None)
    if found is None and sort == "verbs" and slot in ("that", "noun"):
        return next((g for key in keys if (g := _of_cue(key, slot)) is not None), None)
    return found


@cache
def _of_cue(lemma: str, slot: str) -> Governor | None:
    """The class of a word of speech by its own factuality in the table of cues."""
    take = "object" if slot == "noun" else "clause"
    cue = next((c for c in verb_cues(lemma) if c.type not in ("volition", "attitude") and take in c.takes), None)
    if cue is None:
        return None
    if cue.factuality == "Uu":
        return Governor(name="speech act", source="", if_true="Uu", if_not="Uu", slots=(slot,), mood="planned")
    value = "-" if cue.factuality == "CT-" else cue.factuality
    return Governor(name="speech", source="", if_true=value, if_not="Uu", slots=(slot,))


def _kept_from(one: Standing, mood: str | None) -> Standing:
    """The contrary of a standing; what somebody only means to prevent stays near the middle of the scale."""
    turned = contrary(one)
    if one.strength:
        return turned
    return msgspec.structs.replace(turned, mood=mood or turned.mood)


def _mood(entry: Governor, above: Standing, value: str) -> str | None:
    if value[:2] == "CT" and above.strength > 0:
        return None
    return (entry.mood if above.sign > 0 or entry.mood_not is None else entry.mood_not) or None


def complement_of(entry: Governor, above: Standing) -> Standing:
    """What a predicate of the class that stands as `above` makes of its complement.

    **Source:** Nairn, Condoravdi and Karttunen 2006: the signature's side is chosen by the polarity that the predicate inherits.
    """
    value = entry.if_true if above.sign > 0 else entry.if_not
    if value == "F":
        return standing("CT+", None, entry.name) if entry.if_true == "F" else form("factive when denied")
    if value in "+-":
        kept = msgspec.structs.replace(affirmed(above), reason=entry.name)
        return _kept_from(kept, entry.mood) if value == "-" else kept
    inner = standing(value, _mood(entry, above, value), entry.name)
    return under(affirmed(above), inner) if above is not PLAIN else inner
