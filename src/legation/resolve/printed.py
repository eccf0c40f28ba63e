"""The weapons of a designation as registers print it: "Mi-35M/Hind-E", "F-16C Block-50", "Kornet (AT-14)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from legation.lexicon.load import Lexicon
from legation.lexicon.weapon import line_of
from legation.record.ident import slug
from legation.record.weapon import Weapon

_PARTS = re.compile(r"\s*[/()]\s*")


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """What a printed designation stands for. `entries` are thesaurus ids, `lines` those and all that they derive from, `families` the heads.

    `words` is the designation as a slug, `kinds` the kinds of weapon that entries or description name. All empty sets are "not known".
    """

    words: str
    entries: frozenset[str] = frozenset()
    lines: frozenset[str] = frozenset()
    families: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()

    @property
    def keys(self) -> frozenset[str]:
        """Under which a deal is kept for looking up; under "bare:" where no weapon is known, only its kind."""
        kinds = [f"kind:{kind}" for kind in self.kinds]
        bare = [] if self.entries else [f"bare:{kind}" for kind in self.kinds]
        return frozenset((*self._names, *kinds, *bare))

    @property
    def wanted(self) -> frozenset[str]:
        """Under which the other half of a deal is looked for: a known weapon is none of its whole kind, but may be one of a bare kind."""
        return frozenset((*self._names, *(f"{'bare' if self.entries else 'kind'}:{kind}" for kind in self.kinds)))

    @property
    def _names(self) -> tuple[str, ...]:
        return f"words:{self.words}", *(f"family:{f}" for f in self.families)


def named(designation: str, description: str | None, lexicon: Lexicon) -> Named:
    """The weapons of a designation and the kind in words beside it.

    The whole designation is looked up first, then its parts between strokes and brackets, each without its last words until one is found.
    """
    weapons = [lexicon.weapon(lexicon.weapons[i]) for i in sorted(_entries(designation, lexicon))]
    lines = {e.id for w in weapons for e in line_of(lexicon.weapons[w.id], lexicon.weapons)}
    kinds = {w.kind for w in weapons} or {*_kinds(designation, lexicon), *_kinds(description or "", lexicon)}
    return Named(
        words=slug(designation),
        entries=frozenset(w.id for w in weapons),
        lines=frozenset(lines),
        families=frozenset(w.family for w in weapons),
        kinds=frozenset(kinds),
    )


def known(weapon: str, designation: str, description: str | None, lexicon: Lexicon) -> Named:
    """The weapons of a thesaurus id; of an id that is no entry ("kind:...", "unknown:...") what its designation says."""
    if weapon not in lexicon.weapons:
        found = named(designation, description, lexicon)
        own = {weapon.removeprefix("kind:")} if weapon.startswith("kind:") else set()
        return msgspec.structs.replace(found, kinds=found.kinds | own)
    entry: Weapon = lexicon.weapon(lexicon.weapons[weapon])
    return Named(
        words=slug(designation),
        entries=frozenset({entry.id}),
        lines=frozenset(e.id for e in line_of(lexicon.weapons[weapon], lexicon.weapons)),
        families=frozenset({entry.family}),
        kinds=frozenset({entry.kind}),
    )


def _entries(designation: str, lexicon: Lexicon) -> set[str]:
    if whole := _weapons(designation, lexicon):
        return whole
    parts = [part for part in _PARTS.split(designation) if part]
    return {found for part in parts for found in _longest(part, lexicon)}


def _longest(part: str, lexicon: Lexicon) -> set[str]:
    words = part.split()
    tries = (" ".join(words[:count]) for count in range(len(words), 0, -1))
    return next((found for words_left in tries if (found := _weapons(words_left, lexicon))), set())


def _weapons(name: str, lexicon: Lexicon) -> set[str]:
    return {c.id for c in lexicon.candidates(name.strip()) if c.sort == "weapon"}


def _kinds(words: str, lexicon: Lexicon) -> Iterator[str]:
    """The kinds of the noun that the words are or end with; a bare one ("helicopters") may be any kind whose name ends so."""
    parts = words.split()
    for start in range(len(parts)):
        nouns = [c.id for c in lexicon.candidates(" ".join(parts[start:])) if c.sort == "noun"]
        if nouns:
            yield from (lexicon.nouns[noun].kind for noun in nouns)
            bare = {noun for noun in nouns if " " not in noun}
            yield from (k.id for k in lexicon.kinds.values() if k.label.split()[-1] in bare)
            return
