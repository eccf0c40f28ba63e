"""Which weapon a designation is, and the level that the words reach: never a finer one."""

from __future__ import annotations

from collections.abc import Sequence

from legation.lexicon.entry import NounEntry
from legation.lexicon.load import Lexicon
from legation.record.ident import slug
from legation.record.link import Link
from legation.record.mention import Candidate, Mention
from legation.record.span import Span

_BESIDE = 25


def link_weapon(mention: Mention, article: str, lexicon: Lexicon, nouns: Sequence[Mention] = ()) -> Link | None:
    """The link of a mention to the thesaurus, to a kind of weapon for a plain noun, or to itself for a designation that no list has.

    None when it is no weapon. The level is the one that the words reach: an entry's own, "kind" or "unknown". Of several weapons of
    one name the one is taken whose kind the noun behind it names ("Foxhound armoured vehicles"); `nouns` are the document's.
    """
    named = [c for c in mention.candidates if c.sort == "weapon"]
    if named:
        return _designation(mention, _fitting(mention, named, lexicon, nouns), article, lexicon)
    if mention.label == "designation":
        target = f"unknown:{slug(mention.words)}"
        return _link(
            mention,
            article,
            target,
            mention.words,
            "other/unknown",
            "unknown",
            0.5,
            "a designation by its shape; no list has it",
        )
    noun = next((c for c in mention.candidates if c.sort == "noun"), None)
    if noun is None:
        return None
    return kind_link(article, mention.span, mention.words, lexicon.nouns[noun.id], lexicon)


def kind_link(article: str, span: Span, words: str, noun: NounEntry, lexicon: Lexicon) -> Link:
    """The link of words to the kind of weapon that a noun of the lexicon stands for."""
    return Link(
        article=article,
        span=span,
        words=words,
        sort="weapon",
        target=f"kind:{noun.kind}",
        name=noun.text,
        kind=lexicon.category(noun.kind),
        level="kind",
        score=0.8,
        reason="a noun for a kind of weapon",
    )


def _fitting(mention: Mention, named: Sequence[Candidate], lexicon: Lexicon, nouns: Sequence[Mention]) -> Candidate:
    kinds = [
        lexicon.nouns[c.id].kind
        for n in nouns
        if 0 <= n.span.start - mention.span.end <= _BESIDE
        for c in n.candidates
        if c.sort == "noun"
    ]
    groups = {lexicon.kinds[kind].group for kind in kinds}

    def rank(candidate: Candidate) -> tuple[bool, bool, bool]:
        entry = lexicon.weapons[candidate.id]
        return entry.kind not in kinds, lexicon.kinds[entry.kind].group not in groups, candidate.weak

    return min(named, key=rank)


def _designation(mention: Mention, named: Candidate, article: str, lexicon: Lexicon) -> Link:
    entry = lexicon.weapons[named.id]
    reason = f"{named.form} name"
    return _link(
        mention,
        article,
        entry.id,
        entry.designation,
        lexicon.category(entry.kind),
        entry.level,
        0.7 if named.weak else 0.95,
        reason,
        country=entry.designers[0] if entry.designers else None,
    )


def _link(
    mention: Mention,
    article: str,
    target: str,
    name: str,
    kind: str,
    level: str,
    score: float,
    reason: str,
    country: str | None = None,
) -> Link:
    return Link(
        article=article,
        span=mention.span,
        words=mention.words,
        sort="weapon",
        target=target,
        name=name,
        kind=kind,
        country=country,
        level=level,
        score=score,
        reason=reason,
    )
