"""The thesaurus as a whole: families, levels and categories of its entries, checked against one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from legation.errors import LexiconError
from legation.lexicon.entry import KindEntry, WeaponEntry
from legation.record.ident import slug

FILES = (
    "helicopters",
    "combat_aircraft",
    "transport_aircraft",
    "uav",
    "missiles",
    "air_defence",
    "armour",
    "artillery",
    "ships",
    "small_arms",
    "sensors",
    "engines",
)
LEVELS = ("family", "type", "variant")
RELATIONS = frozenset(
    {"variant", "export_variant", "upgrade", "modernised_variant", "licence_built", "copy", "derived", "member"}
)
SYSTEMS = frozenset({"nato", "grau", "national", "us", "export", "popular", "maker", "former", "spelling"})


def weapons_by_id(entries: Iterable[WeaponEntry], kinds: Mapping[str, KindEntry]) -> dict[str, WeaponEntry]:
    """The entries by id; LexiconError for the first that does not fit the others."""
    found: dict[str, WeaponEntry] = {}
    for entry in entries:
        if entry.id in found:
            raise LexiconError(f"weapon {entry.designation!r}: met twice in lexicon/data/weapons; keep one of them")
        found[entry.id] = entry
    designations = {entry.designation for entry in found.values()}
    for fault in (f for entry in found.values() for f in _faults(entry, designations, kinds)):
        raise LexiconError(f"{fault}; mend the entry in lexicon/data/weapons")
    return found


def _faults(entry: WeaponEntry, designations: set[str], kinds: Mapping[str, KindEntry]) -> Iterator[str]:
    where = f"weapon {entry.designation!r}"
    if entry.kind not in kinds:
        yield f"{where}: met kind {entry.kind!r}, expected one of weapons/kinds.toml"
    if entry.level not in LEVELS:
        yield f"{where}: met level {entry.level!r}, expected one of {', '.join(LEVELS)}"
    if entry.variant_of is not None and (entry.variant_of not in designations or entry.variant_of == entry.designation):
        yield f"{where}: met variant_of {entry.variant_of!r}, expected the designation of another entry"
    if (entry.variant_of is None) != (entry.relation is None) or entry.relation not in RELATIONS | {None}:
        yield f"{where}: met relation {entry.relation!r}, expected one of {', '.join(sorted(RELATIONS))} with variant_of"
    if unknown := set(entry.names) - SYSTEMS:
        yield f"{where}: met naming systems {sorted(unknown)}, expected {', '.join(sorted(SYSTEMS))}"


def line_of(entry: WeaponEntry, weapons: Mapping[str, WeaponEntry]) -> tuple[WeaponEntry, ...]:
    """The entry and all that it derives from, up to the head of its family; LexiconError where that runs in a circle."""
    line = [entry]
    while line[-1].variant_of is not None:
        line.append(weapons[slug(line[-1].variant_of)])
        if line[-1] in line[:-1]:
            raise LexiconError(
                f"weapon {entry.designation!r}: its variant_of runs in a circle; mend it in lexicon/data/weapons"
            )
    return tuple(line)
