"""What a claim is about: a weapon with the line up to the head of its family, or only a kind of weapon."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from legation.corroborate.rules import rules
from legation.corroborate.support import Told
from legation.lexicon.load import Lexicon
from legation.lexicon.weapon import line_of
from legation.record.deal import Transfer


class Ware(msgspec.Struct, frozen=True, kw_only=True):
    """A weapon as a claim names it. `line` runs from its id up to its family's, one id for what no list has.

    `kinds` are those that the words may stand for: the weapon's own, several for a plain noun, none for what no list has.
    `plain` says that the words name no more than a kind ("the helicopters").
    """

    id: str
    name: str
    category: str | None
    line: tuple[str, ...]
    kinds: frozenset[str] = frozenset()
    plain: bool = False
    designer: str | None = None

    @property
    def family(self) -> str:
        """The id of the family's head."""
        return self.line[-1]

    def fits(self, other: Ware) -> bool:
        """Whether the two may be one weapon: one stands on the other's line, or a plain noun stands for the other's kind."""
        if self.plain or other.plain:
            return self.id == other.id or bool(self.kinds & other.kinds)
        return self.id in other.line or other.id in self.line


def ware_of(item: Told, lexicon: Lexicon) -> Ware:
    """The ware of a transfer claim, by its weapon's link; by its bare designation where nothing links it."""
    link = next(iter(item.targets("weapon", "weapon")), None)
    if link is None:
        words = _payload(item).designation
        return Ware(id=words.lower().rstrip("s"), name=words, category=None, line=(words.lower().rstrip("s"),))
    if link.target.startswith("kind:"):
        kind = link.target.removeprefix("kind:")
        kinds = rules().nouns.get(link.name, frozenset({kind}))
        return Ware(id=link.target, name=link.name, category=link.kind, line=(link.target,), kinds=kinds, plain=True)
    entry = lexicon.weapons.get(link.target)
    if entry is None:
        return Ware(id=link.target, name=link.name, category=link.kind, line=(link.target,))
    line = tuple(e.id for e in line_of(entry, lexicon.weapons))
    designer = entry.designers[0] if entry.designers else None
    return Ware(
        id=entry.id, name=link.name, category=link.kind, line=line, kinds=frozenset({entry.kind}), designer=designer
    )


def _payload(item: Told) -> Transfer:
    assert isinstance(item.claim.payload, Transfer)
    return item.claim.payload


def leaves(wares: Iterable[Ware]) -> dict[str, str]:
    """For each ware's id, the id of the deal's weapon that it goes to, within one family.

    A claim on the family or a type goes to the one variant below it that is told of; where several variants compete it stays its own.
    """
    lines = {ware.id: ware.line for ware in wares}
    inner = {above for line in lines.values() for above in line[1:]}
    ends = sorted(set(lines) - inner)
    below = {own: [end for end in ends if own in lines[end]] for own in lines}
    return {own: found[0] if len(found) == 1 else own for own, found in below.items()}
