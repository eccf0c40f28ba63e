"""Surface forms: every way that a name of the lexicon may be printed, and what it may then stand for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from legation.lexicon.entry import (
    CompanyEntry,
    GroupEntry,
    NounEntry,
    OrganisationEntry,
    OutletEntry,
    Region,
    StateEntry,
    Term,
    WeaponEntry,
)
from legation.record.ident import slug
from legation.record.mention import Candidate

Form = tuple[str, Candidate]
Plain = GroupEntry | OrganisationEntry | CompanyEntry | OutletEntry
JUNCTION = re.compile(r"(?<=[A-Za-z])[- ](?=\d)")


def joined(text: str) -> str:
    """The text without the hyphens and blanks between a letter and a digit, so that one form stands for all spellings.

    >>> joined("Mi-35M"), joined("Mi 35M"), joined("Project 636")
    ('Mi35M', 'Mi35M', 'Project636')
    """
    return JUNCTION.sub("", text).replace("’", "'")


def surfaces(forms: Iterable[Form]) -> dict[str, tuple[Candidate, ...]]:
    """The candidates of each printed form, joined; see `joined`."""
    gathered: dict[str, dict[Candidate, None]] = defaultdict(dict)
    for surface, candidate in forms:
        gathered[joined(surface)][candidate] = None
    return {surface: tuple(candidates) for surface, candidates in gathered.items()}


def state_forms(entries: Iterable[StateEntry]) -> Iterator[Form]:
    """Names, demonyms, capitals and seats of states; a demonym also in its plural."""
    for entry in entries:
        forms = {"name": (entry.name,), "alias": entry.aliases, "demonym": tuple(_peoples(entry.demonyms))}
        forms |= {"capital": entry.capitals, "seat": entry.seats}
        for form, names in forms.items():
            for name in names:
                yield (
                    name,
                    Candidate("state", entry.iso3, form, name in entry.weak or name.removesuffix("s") in entry.weak),
                )


def _peoples(demonyms: Iterable[str]) -> Iterator[str]:
    for name in demonyms:
        yield name
        if name[-1] in "nic":
            yield name + "s"


def plain_forms(sort: str, entries: Iterable[Plain]) -> Iterator[Form]:
    """Names and aliases of groups, organisations, companies and outlets."""
    for entry in entries:
        former = entry.former if isinstance(entry, CompanyEntry) else ()
        for form, names in (("name", (entry.name,)), ("alias", entry.aliases), ("former", former)):
            for name in names:
                yield name, Candidate(sort, entry.id, form, name in entry.weak)


def weapon_forms(entries: Iterable[WeaponEntry]) -> Iterator[Form]:
    """Designations and other names of weapons, those with digits in capitals too; a plural -s is seen to where the text is searched."""
    for entry in entries:
        named = [("designation", entry.designation), *((s, n) for s, names in entry.names.items() for n in names)]
        for system, name in named:
            candidate = Candidate("weapon", entry.id, system, name in entry.weak)
            yield name, candidate
            if any(c.isdigit() for c in name):
                yield name.upper(), candidate


def noun_forms(entries: Iterable[NounEntry]) -> Iterator[Form]:
    """Common nouns for weapons, singular and plural, also at the start of a sentence, and those of several words as in a title."""
    for entry in entries:
        for text in filter(None, (entry.text, entry.plural)):
            yield text, Candidate("noun", entry.text, "noun")
            yield text[0].upper() + text[1:], Candidate("noun", entry.text, "noun")
            if " " in text:
                titled = " ".join(word[0].upper() + word[1:] for word in text.split())
                for form in dict.fromkeys((titled, re.sub(r"-([a-z])", lambda m: "-" + m[1].upper(), titled))):
                    yield form, Candidate("noun", entry.text, "noun")


def region_forms(entries: Iterable[Region]) -> Iterator[Form]:
    """Names of regions and their aliases."""
    for entry in entries:
        for form, names in (("name", (entry.name,)), ("alias", entry.aliases)):
            yield from ((name, Candidate("region", entry.name, form)) for name in names)


def person_forms(terms: Iterable[Term]) -> Iterator[Form]:
    """Full names of office holders. Surnames alone are left to the resolver, which knows the day."""
    for term in terms:
        for form, names in (("name", (term.name,)), ("alias", term.aliases)):
            yield from (
                (name, Candidate("person", slug(term.name), form)) for name in names if " " in name or "-" in name
            )
