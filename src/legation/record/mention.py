"""A name in the text, before anyone says whose it is."""

from __future__ import annotations

import msgspec

from legation.record.span import Span


class Candidate(msgspec.Struct, frozen=True):
    """A lexicon entry that a name may stand for.

    `sort` is the lexicon it stands in: state, organisation, group, outlet, weapon, noun, place.
    `form` is how the name names it: name, alias, demonym, capital, seat, acronym, designation, nato ...
    """

    sort: str
    id: str
    form: str
    weak: bool = False


class Mention(msgspec.Struct, frozen=True):
    """A name: its span and words, what the recogniser called it, and the entries it may stand for.

    `label` is a lexicon sort, or a NER label (PERSON, ORG, GPE, NORP, FAC, LOC) where no entry knows the name.
    `long` is the name in full where the article explained a short one ("MNA" behind "Meridian News Agency (MNA)"), else None.
    """

    span: Span
    words: str
    label: str
    candidates: tuple[Candidate, ...] = ()
    long: str | None = None
