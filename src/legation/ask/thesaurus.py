"""The weapon thesaurus as a question: what a name stands for, and the level that it reaches."""

from __future__ import annotations

import msgspec

from legation.lexicon.entry import WeaponEntry
from legation.lexicon.load import Lexicon
from legation.lexicon.weapon import line_of


class Sense(msgspec.Struct, frozen=True, kw_only=True):
    """One weapon that a name may stand for. `system` is the naming system of the name; `weak` that it needs a weapon word beside it.

    `line` runs from the entry up to the head of its family; `variants` are the entries made from it.
    """

    designation: str
    system: str
    weak: bool
    level: str
    kind: str
    sipri: str | None
    unroca: str | None
    line: tuple[str, ...]
    variants: tuple[str, ...]
    designers: tuple[str, ...]
    makers: tuple[str, ...]
    names: dict[str, tuple[str, ...]]


def lookup(lexicon: Lexicon, name: str) -> tuple[Sense, ...]:
    """The weapons of a printed name, by designation; empty when the thesaurus has none of that name."""
    found = {(c.id, c.form, c.weak) for c in lexicon.candidates(name.strip()) if c.sort == "weapon"}
    return tuple(_sense(lexicon, lexicon.weapons[target], form, weak) for target, form, weak in sorted(found))


def _sense(lexicon: Lexicon, entry: WeaponEntry, system: str, weak: bool) -> Sense:
    weapon = lexicon.weapon(entry)
    return Sense(
        designation=entry.designation,
        system=system,
        weak=weak,
        level=entry.level,
        kind=weapon.category,
        sipri=weapon.sipri,
        unroca=weapon.unroca,
        line=tuple(e.designation for e in line_of(entry, lexicon.weapons)),
        variants=tuple(e.designation for e in lexicon.weapons.values() if e.variant_of == entry.designation),
        designers=entry.designers,
        makers=entry.makers,
        names=entry.names,
    )
