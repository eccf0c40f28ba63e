"""Weak names: names that are also ordinary words or other names, kept only where their sentence or article bears them out."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec

from legation.annotate.another import is_another_thing, tokens_of, words_of
from legation.lexicon.load import Lexicon
from legation.lexicon.weapon import line_of
from legation.record.document import Sentence, Token
from legation.record.mention import Candidate, Mention

_WEAPON_AHEAD, _WEAPON_BEHIND = 20, 3
_ACRONYM = 4


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


def context_of(
    names: Sequence[Mention], entities: Sequence[Mention], sentences: Sequence[Sentence], lexicon: Lexicon
) -> Context:
    """The context of a document's names."""
    sure = frozenset((c.sort, c.id) for n in names for c in n.candidates if not c.weak)
    return Context(names, entities, sentences, sure, lexicon)


def borne_out(name: Mention, context: Context) -> Mention | None:
    """The name with the candidates that stand: the sure ones, and the weak ones that the context bears out; None when none does."""
    if is_another_thing(name, context.sentences):
        return None
    if not any(c.weak for c in name.candidates):
        return name
    kept = tuple(c for c in name.candidates if not c.weak or _stands(name, c, context))
    kept = tuple(c for c in kept if c.sort == "outlet") if _handed_on(name, kept, context) else kept
    if not kept:
        return None
    return name if kept == name.candidates else msgspec.structs.replace(name, candidates=kept, label=_label(kept))


def _handed_on(name: Mention, kept: tuple[Candidate, ...], context: Context) -> bool:
    """Whether something is told to the name or quoted from it, so that of its senses the outlet is meant."""
    place = tokens_of(name, context.sentences)
    if place is None or not any(c.sort == "outlet" for c in kept):
        return False
    sentence, inside = place
    before = [
        t
        for t in sentence.tokens[max(0, inside[0].index - 4) : inside[0].index]
        if t.pos not in ("DET", "PROPN", "PART")
    ]
    after = sentence.tokens[inside[-1].index + 1 : inside[-1].index + 2]
    led = bool(before) and (before[-1].lemma == "tell" or (before[-1].lemma in words_of("before") and _led(before)))
    return led or any(t.lemma in ("report", "quote", "cite", "carry") for t in after)


def _label(candidates: tuple[Candidate, ...]) -> str:
    return "PERSON" if candidates[0].sort == "person" else candidates[0].sort


def _stands(name: Mention, candidate: Candidate, context: Context) -> bool:
    place = tokens_of(name, context.sentences)
    if place is None:
        return False
    sentence, inside = place
    labels = {e.label for e in context.entities if e.span.overlaps(name.span)}
    if candidate.sort == "weapon":
        return name.words[0].isupper() and _with_weapon(name, candidate, sentence, inside, context)
    if _part_of_other(sentence, inside):
        return False
    if candidate.sort == "outlet":
        return _reports(sentence, inside)
    if any(e.label == "PERSON" and e.span.contains(name.span) and e.span != name.span for e in context.entities):
        return False
    if candidate.sort == "group":
        return _of_group(candidate, sentence, inside, context)
    if not name.words[0].isupper():
        return False
    if candidate.sort == "state":
        return inside[0].pos in ("PROPN", "ADJ", "NOUN") and (
            "PERSON" not in labels or _among_states(sentence, name, context)
        )
    return _of_body(name, candidate, sentence, inside, context) and (
        bool(labels - {"PERSON"}) or inside[0].pos == "PROPN"
    )


def _of_group(candidate: Candidate, sentence: Sentence, inside: Sequence[Token], context: Context) -> bool:
    at_home = context.named(context.lexicon.groups[candidate.id].countries)
    return at_home or (candidate.sort, candidate.id) in context.sure or _speaks_of("armed", sentence, inside)


def _of_body(
    name: Mention, candidate: Candidate, sentence: Sentence, inside: Sequence[Token], context: Context
) -> bool:
    """Whether an organisation or company is meant: its home named, a sure name of it, or words of its world in the sentence."""
    acting = inside[0].dep in ("nsubj", "nsubjpass", "appos", "poss")
    if candidate.sort == "organisation" and (acting or not (name.words.isupper() and len(name.words) <= _ACRONYM)):
        return True
    if (
        candidate.sort == "company"
        and acting
        and "PERSON" not in {e.label for e in context.entities if e.span == name.span}
    ):
        return True
    if candidate.sort not in ("organisation", "company"):
        return True
    entry = (
        context.lexicon.organisations.get(candidate.id)
        if candidate.sort == "organisation"
        else context.lexicon.companies[candidate.id]
    )
    at_home = entry is not None and entry.country is not None and context.named((entry.country,))
    world = "official" if candidate.sort == "organisation" else "business"
    return at_home or (candidate.sort, candidate.id) in context.sure or _speaks_of(world, sentence, inside)


def _among_states(sentence: Sentence, name: Mention, context: Context) -> bool:
    """Whether a state's name that the recogniser took for a person stands by itself in a sentence that names other states."""
    alone = any(e.span == name.span for e in context.entities)
    others = (n for n in context.names if n is not name and sentence.span.contains(n.span))
    return alone and any(c.sort == "state" and not c.weak for n in others for c in n.candidates)


def _part_of_other(sentence: Sentence, inside: Sequence[Token]) -> bool:
    after = sentence.tokens[inside[-1].index + 1 : inside[-1].index + 2]
    return bool(after) and after[0].text.lower() in words_of("not_before")


def _with_weapon(
    name: Mention, candidate: Candidate, sentence: Sentence, inside: Sequence[Token], context: Context
) -> bool:
    """Whether a weapon noun or a sure designation stands beside the name here or elsewhere, one of its family or makers in the sentence, or,
    of a name in the plural, words of an army there."""
    after = sentence.tokens[inside[-1].index + 1 : inside[-1].index + 4]
    if _near_weapon(name, context.names) or any(t.text.lower() in words_of("weapons") for t in after):
        return True
    if _told_elsewhere(name, context.names) or (name.words.endswith("s") and _speaks_of("arming", sentence, inside)):
        return True
    weapons = context.lexicon.weapons
    makers = {maker.split()[0] for maker in weapons[candidate.id].makers}
    if any(t.text in makers for t in sentence.tokens):
        return True
    family = line_of(weapons[candidate.id], weapons)[-1]
    sure = (
        c
        for n in context.names
        if sentence.span.contains(n.span)
        for c in n.candidates
        if c.sort == "weapon" and not c.weak
    )
    return any(line_of(weapons[c.id], weapons)[-1] == family for c in sure)


def _told_elsewhere(name: Mention, names: Sequence[Mention]) -> bool:
    """Whether the same name stands beside a weapon noun or a sure designation somewhere else ("the Rapier missiles ... Rapier is ...")."""
    word = name.words.removesuffix("s")
    return any(o is not name and o.words.removesuffix("s") == word and _near_weapon(o, names) for o in names)


def _near_weapon(name: Mention, names: Sequence[Mention]) -> bool:
    """Whether a weapon noun or a sure designation stands within 20 characters behind or 3 before."""
    near = (
        other
        for other in names
        if other is not name and any(c.sort in ("noun", "weapon") and not c.weak for c in other.candidates)
    )
    return any(
        0 <= other.span.start - name.span.end <= _WEAPON_AHEAD
        or 0 <= name.span.start - other.span.end <= _WEAPON_BEHIND
        for other in near
    )


def _speaks_of(world: str, sentence: Sentence, inside: Sequence[Token]) -> bool:
    """Whether a word of that world (a list of rules/weak.toml) stands in the sentence outside the name itself."""
    own = {t.index for t in inside}
    lemmas = {t.lemma for t in sentence.tokens if t.index not in own} | {
        t.text.lower() for t in sentence.tokens if t.index not in own
    }
    return bool(lemmas & words_of(world))


def _reports(sentence: Sentence, inside: Sequence[Token]) -> bool:
    """Whether the name stands where an outlet stands: before a verb of report, behind "told", beside a noun of its trade."""
    first, last = inside[0].index, inside[-1].index
    after = [t for t in sentence.tokens[last + 1 : last + 4] if t.text not in ("'s", "’s")]
    before = [t for t in sentence.tokens[max(0, first - 4) : first] if t.text.lower() not in ("the", "a", "an")]
    apposed = sentence.tokens[last + 1 : last + 6] if after and after[0].text == "," else ()
    if any(_trade(t, words_of("trade")) for t in (*after[:2], *apposed)) or any(
        _trade(t, words_of("trade")) for t in before[-1:]
    ):
        return True
    told = next(
        (n for n, t in enumerate(after[:3]) if t.lemma in words_of("reports") and t.pos in ("VERB", "AUX", "NOUN")),
        None,
    )
    if told is not None and not any(t.dep == "nsubj" for t in after[:told]):
        return True
    return bool(before) and before[-1].lemma in words_of("before") and _led(before)


def _trade(token: Token, trade: Collection[str]) -> bool:
    return token.lemma in trade or token.text.lower() in trade


def _led(before: Sequence[Token]) -> bool:
    return any(t.text.lower() in words_of("before_lead") for t in before)
