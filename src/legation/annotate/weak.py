"""Weak names: names that are also ordinary words or other names, kept only where their sentence or article bears them out."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec

from legation.lexicon.load import Lexicon
from legation.lexicon.table import load_table
from legation.record.document import Sentence, Token
from legation.record.mention import Candidate, Mention

_WEAPON_AHEAD, _WEAPON_BEHIND = 20, 3


class Context(msgspec.Struct, frozen=True):
    """What a weak name is judged by: all names found, the recogniser's entities, the sentences, the entries that sure names stand for,
    the states named, and the lexicon."""

    names: Sequence[Mention]
    entities: Sequence[Mention]
    sentences: Sequence[Sentence]
    sure: frozenset[tuple[str, str]]
    lexicon: Lexicon

    def named(self, states: Collection[str]) -> bool:
        """Whether the article surely names one of the states, or a town that lies there."""
        if any(("state", iso3) in self.sure for iso3 in states):
            return True
        towns = (self.lexicon.places.find(e.words)[:1] for e in self.entities if e.label == "GPE")
        return any(place.country in states for found in towns for place in found)


def context_of(names: Sequence[Mention], entities: Sequence[Mention], sentences: Sequence[Sentence], lexicon: Lexicon) -> Context:
    """The context of a document's names."""
    sure = frozenset((c.sort, c.id) for n in names for c in n.candidates if not c.weak)
    return Context(names, entities, sentences, sure, lexicon)


def borne_out(name: Mention, context: Context) -> Mention | None:
    """The name with the candidates that stand: the sure ones, and the weak ones that the context bears out; None when none does."""
    if not any(c.weak for c in name.candidates):
        return name
    kept = tuple(c for c in name.candidates if not c.weak or _stands(name, c, context))
    kept = tuple(c for c in kept if c.sort == "outlet") if _handed_on(name, kept, context) else kept
    if not kept:
        return None
    return name if kept == name.candidates else msgspec.structs.replace(name, candidates=kept, label=_label(kept))


def _handed_on(name: Mention, kept: tuple[Candidate, ...], context: Context) -> bool:
    """Whether something is told to the name or quoted from it, so that of its senses the outlet is meant."""
    place = _tokens(name, context.sentences)
    if place is None or not any(c.sort == "outlet" for c in kept):
        return False
    sentence, inside = place
    before = [t for t in sentence.tokens[max(0, inside[0].index - 4) : inside[0].index] if t.pos not in ("DET", "PROPN", "PART")]
    after = sentence.tokens[inside[-1].index + 1 : inside[-1].index + 2]
    led = bool(before) and (before[-1].lemma == "tell" or (before[-1].lemma in _words("before") and _led(before)))
    return led or any(t.lemma in ("report", "quote", "cite", "carry") for t in after)


def _label(candidates: tuple[Candidate, ...]) -> str:
    return "PERSON" if candidates[0].sort == "person" else candidates[0].sort


def _stands(name: Mention, candidate: Candidate, context: Context) -> bool:
    place = _tokens(name, context.sentences)
    if place is None:
        return False
    sentence, inside = place
    labels = {e.label for e in context.entities if e.span.overlaps(name.span)}
    if candidate.sort == "weapon":
        return name.words[0].isupper() and _near_weapon(name, context.names)
    if _part_of_other(sentence, inside):
        return False
    if candidate.sort == "outlet":
        return _reports(sentence, inside)
    if candidate.sort == "group":
        at_home = context.named(context.lexicon.groups[candidate.id].countries)
        return at_home or (candidate.sort, candidate.id) in context.sure or _armed(sentence, inside)
    if not name.words[0].isupper():
        return False
    if candidate.sort == "state":
        return inside[0].pos in ("PROPN", "ADJ", "NOUN") and "PERSON" not in labels
    whole = any(e.label == "PERSON" and e.span.contains(name.span) and e.span != name.span for e in context.entities)
    return not whole and (bool(labels & {"ORG", "NORP", "GPE", "PERSON"}) or inside[0].pos == "PROPN")


def _tokens(name: Mention, sentences: Sequence[Sentence]) -> tuple[Sentence, list[Token]] | None:
    """The sentence of a name and the tokens that it covers."""
    for sentence in sentences:
        if sentence.span.start <= name.span.start < sentence.span.end:
            inside = [t for t in sentence.tokens if t.start < name.span.end and t.end > name.span.start]
            return (sentence, inside) if inside else None
    return None


def _words(name: str) -> frozenset[str]:
    return frozenset(load_table("rules/weak.toml")[name])


def _part_of_other(sentence: Sentence, inside: Sequence[Token]) -> bool:
    after = sentence.tokens[inside[-1].index + 1 : inside[-1].index + 2]
    return bool(after) and after[0].text.lower() in _words("not_before")


def _near_weapon(name: Mention, names: Sequence[Mention]) -> bool:
    """Whether a weapon noun or a sure designation stands within 20 characters behind or 3 before."""
    near = (
        other
        for other in names
        if other is not name and any(c.sort in ("noun", "weapon") and not c.weak for c in other.candidates)
    )
    return any(
        0 <= other.span.start - name.span.end <= _WEAPON_AHEAD or 0 <= name.span.start - other.span.end <= _WEAPON_BEHIND
        for other in near
    )


def _armed(sentence: Sentence, inside: Sequence[Token]) -> bool:
    """Whether the sentence speaks of arms or violence outside the name itself."""
    own = {t.index for t in inside}
    lemmas = {t.lemma for t in sentence.tokens if t.index not in own} | {t.text.lower() for t in sentence.tokens if t.index not in own}
    return bool(lemmas & _words("armed"))


def _reports(sentence: Sentence, inside: Sequence[Token]) -> bool:
    """Whether the name stands where an outlet stands: before a verb of report, behind "told", beside a noun of its trade."""
    first, last = inside[0].index, inside[-1].index
    after = [t for t in sentence.tokens[last + 1 : last + 4] if t.text not in ("'s", "’s")]
    before = [t for t in sentence.tokens[max(0, first - 4) : first] if t.text.lower() not in ("the", "a", "an")]
    if any(_trade(t, _words("trade")) for t in after[:2]) or any(_trade(t, _words("trade")) for t in before[-1:]):
        return True
    if any(t.lemma in _words("reports") and t.pos in ("VERB", "AUX", "NOUN") for t in after[:3]):
        return True
    return bool(before) and before[-1].lemma in _words("before") and _led(before)


def _trade(token: Token, trade: Collection[str]) -> bool:
    return token.lemma in trade or token.text.lower() in trade


def _led(before: Sequence[Token]) -> bool:
    return any(t.text.lower() in _words("before_lead") for t in before)
