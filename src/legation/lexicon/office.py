"""Office holders: who held which office when, from the tables of persons."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from legation.errors import LexiconError
from legation.lexicon.entry import Term
from legation.lexicon.table import load_rows
from legation.record.ident import slug

FILES = ("europe", "americas", "africa", "asia", "bodies")
OFFICES = frozenset(
    {
        "head_of_state", "head_of_government", "foreign_minister", "defence_minister", "interior_minister",
        "leader", "vice", "security_adviser", "military_chief", "head", "envoy", "spokesman",
    }
)  # fmt: skip
_REIGNING = frozenset({"Pope", "King", "Queen", "Prince", "Princess", "Emir", "Sultan", "Grand", "Emperor"})
_NUMERAL = re.compile(r"[IVX]+")
_DAY = re.compile(r"(?:\d{4}(?:-\d\d(?:-\d\d)?)?)?")


def load_terms() -> dict[str, tuple[Term, ...]]:
    """The terms of each person by slug, earliest first."""
    found: dict[str, list[Term]] = defaultdict(list)
    for name in FILES:
        path = f"actors/officeholders/{name}.csv"
        for number, row in enumerate(load_rows(path), 1):
            term = _term(row, path, number)
            found[slug(term.name)].append(term)
    return {person: tuple(sorted(terms, key=lambda t: t.since or "")) for person, terms in found.items()}


def _term(row: Mapping[str, str], path: str, number: int) -> Term:
    name, office = row["name"].strip(), row["office"].strip()
    since, to = (row[field].strip() for field in ("from", "to"))
    if office not in OFFICES or not (_DAY.fullmatch(since) and _DAY.fullmatch(to)) or (to and to < since[: len(to)]):
        raise LexiconError(
            f"lexicon file {path}, row {number} ({name}): met office {office!r}, from {since!r}, to {to!r}; "
            f"expected one of {', '.join(sorted(OFFICES))} and YYYY[-MM[-DD]] in order"
        )
    aliases = tuple(filter(None, (alias.strip().replace("^", "") for alias in (row["aliases"] or "").split("|"))))
    return Term(
        row["body"].strip(),
        office,
        row["title"].strip(),
        name.replace("^", ""),
        since or None,
        to or None,
        aliases,
        _surname(name),
    )


def _surname(name: str) -> str:
    """The word that stands for the person alone: the one marked with ^, else the last one; a monarch or pope has none.

    >>> _surname("^Xi Jinping"), _surname("Angela Merkel"), _surname("Bashar al-Assad")
    ('Xi', 'Merkel', 'al-Assad')
    """
    marked = re.search(r"\^([\w'’-]+)", name)
    if marked:
        return marked.group(1)
    words = [w for w in name.split() if w.rstrip(".") not in ("Jr", "Sr")]
    return name if not words or words[0] in _REIGNING or _NUMERAL.fullmatch(words[-1]) else words[-1]


def by_surname(terms: Mapping[str, Iterable[Term]]) -> dict[str, tuple[str, ...]]:
    """The persons of each surname."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for person, held in terms.items():
        for term in held:
            names = (term.surname, *(alias if " " not in alias else alias.split()[-1] for alias in term.aliases))
            for name in names:
                found[name][person] = None
                found[re.sub(r"^(?:al|el)-", "", name, flags=re.IGNORECASE)][person] = None
    return {surname: tuple(persons) for surname, persons in found.items()}
