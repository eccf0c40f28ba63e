"""The tables of cues: verbs, nouns and adjectives that introduce what somebody says, and what kind of holder a source is."""

from __future__ import annotations

from functools import cache

import msgspec

from legation.lexicon.table import load_entries, load_table, word_set
from legation.record.document import Token
from legation.record.mention import Mention

_FILE = "rules/cues.toml"


class Cue(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that introduce what somebody says: their type, speech act, the holder's factuality, and what they may take.

    `takes` are clause, infinitive, quote, predicate, object or a preposition. `holders` are the classes of
    source that alone use the word so; `anonymous` nouns count without a source; a noun with `verbs` counts only as their object ("took issue
    with"), an `agent` noun names the holder himself ("is a critic of"); `modal` is the auxiliary that the verb needs ("would like to");
    what does a `minded` verb has a mind, whoever it is ("want").
    """

    lemmas: tuple[str, ...]
    type: str
    act: str
    factuality: str
    takes: tuple[str, ...] = ()
    particle: str | None = None
    holders: tuple[str, ...] = ()
    anonymous: bool = False
    verbs: tuple[str, ...] = ()
    modal: str | None = None
    agent: bool = False
    minded: bool = False

    @property
    def lemma(self) -> str:
        """The first of the words, for cues made of one."""
        return self.lemmas[0]


@cache
def _verbs() -> dict[tuple[str, str | None], tuple[Cue, ...]]:
    found: dict[tuple[str, str | None], tuple[Cue, ...]] = {}
    for cue in load_entries(_FILE, "cue", Cue):
        for lemma in cue.lemmas:
            found[lemma, cue.particle] = (*found.get((lemma, cue.particle), ()), cue)
    return found


@cache
def _others(key: str) -> dict[str, tuple[Cue, ...]]:
    found: dict[str, tuple[Cue, ...]] = {}
    for cue in load_entries(_FILE, key, Cue):
        for lemma in cue.lemmas:
            found[lemma] = (*found.get(lemma, ()), cue)
    return found


def verb_cues(lemma: str, particle: str | None = None) -> tuple[Cue, ...]:
    """The cues of a verb with the particle that belongs to it, in the table's order: one per sense."""
    return _verbs().get((lemma, particle), ())


def cue_words(name: str) -> frozenset[str]:
    """A list of words from the table's phrases: inverted, unnamed, silent, addressing ..."""
    return word_set(_FILE, "phrases", name)


def is_cue(lemma: str) -> bool:
    """Whether a verb of that lemma can introduce speech."""
    return (lemma, None) in _verbs()


def noun_cues(lemma: str) -> tuple[Cue, ...]:
    """The cues of a noun, in the table's order: one per kind of content."""
    return _others("noun").get(lemma, ())


def stance_cues(word: str) -> tuple[Cue, ...]:
    """The cues of an adjective or participle of stance, in the table's order."""
    return _others("stance").get(word, ())


@cache
def _classes() -> dict[str, str]:
    table = load_table(_FILE)["classes"]
    return {noun: name for name, nouns in table.items() for noun in nouns}


def source_class(head: Token, words: str, mentions: tuple[Mention, ...]) -> str:
    """The class of holder that a source names: media, official_named, expert_unnamed, claimant ..."""
    sorts = {c.sort for m in mentions for c in m.candidates}
    person = any(m.label == "PERSON" for m in mentions)
    kind = _classes().get(head.text.lower()) or _classes().get(head.lemma) or _by_words(words)
    if kind == "official" and {"military", "army", "navy"} & set(words.lower().split()):
        return "military"
    if kind in ("official", "expert"):
        return f"{kind}_named" if person else f"{kind}_unnamed"
    if kind:
        return {"source": "official_unnamed", "medical": "eyewitness"}.get(kind, kind)
    if "outlet" in sorts:
        return "media"
    if "group" in sorts:
        return "claimant"
    if person:
        return "person"
    if sorts & {"organisation", "company"}:
        return "company" if "company" in sorts else "organisation"
    return "state" if "state" in sorts else "unknown"


def titled(words: str) -> bool:
    """Whether a phrase begins or ends with a noun for one who speaks: "Minister", "Interior ministry"."""
    parts = words.lower().split()
    speaking = {
        n for n, kind in _classes().items() if kind not in ("document", "media", "public", "claimant", "source")
    }
    return bool({parts[0], parts[-1]} & speaking)


def _by_words(words: str) -> str | None:
    """The class of the first classed noun among the words, for names with titles before or after."""
    return next((c for w in words.lower().replace(",", " ").split() if (c := _classes().get(w))), None)
