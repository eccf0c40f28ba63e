"""The table of cues, and what kind of holder a source is."""

from __future__ import annotations

from functools import cache

import msgspec

from legation.lexicon.table import load_entries, load_table
from legation.record.document import Token
from legation.record.mention import Mention


class Cue(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word that introduces what somebody says: its type, speech act, and the holder's factuality."""

    lemma: str
    type: str
    act: str
    factuality: str
    object: bool = False
    clause: bool = False


@cache
def cues() -> dict[str, Cue]:
    """The cues by lemma."""
    return {cue.lemma: cue for cue in load_entries("rules/cues.toml", "cue", Cue)}


@cache
def _classes() -> dict[str, str]:
    table = load_table("rules/cues.toml")["classes"]
    return {noun: name for name, nouns in table.items() for noun in nouns}


def source_class(head: Token, words: str, mentions: tuple[Mention, ...]) -> str:
    """The class of holder that a source names: media, official_named, expert_unnamed, claimant ..."""
    sorts = {c.sort for m in mentions for c in m.candidates}
    person = any(m.label == "PERSON" for m in mentions)
    kind = _classes().get(head.text.lower()) or _classes().get(head.lemma) or _by_words(words)
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
    return "state" if "state" in sorts else "unknown"


def _by_words(words: str) -> str | None:
    """The class of the first classed noun among the words, for names with titles before or after."""
    return next((c for w in words.lower().replace(",", " ").split() if (c := _classes().get(w))), None)
