"""Who designed a weapon, and what that says of its suppliers: a designer sells its own weapon, and hardly ever buys it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from legation.extract.item import Item
from legation.extract.scene import Scene
from legation.lexicon.table import load_table

SUPPLIER, RECIPIENT, ORIGIN = "supplier", "recipient", "origin"


def designers(scene: Scene, item: Item) -> frozenset[str]:
    """The states that designed a named weapon, as alpha-3 codes; none for a plain noun or where its readings differ."""
    known = scene.lexicon.weapons
    found = {frozenset(known[c.id].designers) for c in item.mention.candidates if c.id in known}
    return next(iter(found)) if len(found) == 1 else frozenset()


def weighed(shares: Mapping[str, float], is_designer: bool) -> dict[str, float]:
    """The shares of a party's parts, with what the thesaurus says of a designer counted in; they add up to one.

    **Source:** rules/transfers.toml [design]: the odds are the project's, set low enough that clear words ("Russia bought back its T-72s") win.
    """
    if not is_designer:
        return dict(shares)
    odds: dict[str, float] = load_table("rules/transfers.toml")["design"]
    raised = {part: share * odds.get(part, 1.0) for part, share in shares.items()}
    return {part: share / sum(raised.values()) for part, share in raised.items()}


def settled(
    parts: Mapping[str, str],
    shares: Mapping[str, Mapping[str, float]],
    made_by: frozenset[str],
    lists: Iterable[frozenset[str]],
    least: float,
) -> dict[str, str]:
    """The parts, where of two suppliers one designed the weapon: the other is the recipient where none is found and at least `least` speaks for
    it ("Turkey and Poland signed a contract for 24 TB2"); the designer is the origin where the other is the likelier supplier and not
    named in one list with it ("Mi-17s of Russian make, sent by the United States").
    """
    sellers = frozenset(key for key, part in parts.items() if part == SUPPLIER)
    if len(sellers) != 2 or len(sellers & made_by) != 1:
        return dict(parts)
    (maker,), (other,) = sellers & made_by, sellers - made_by
    if RECIPIENT not in parts.values() and shares[other][RECIPIENT] >= least:
        return {**parts, other: RECIPIENT}
    if shares[other][SUPPLIER] > shares[maker][SUPPLIER] and not any(sellers <= listed for listed in lists):
        return {**parts, maker: ORIGIN}
    return dict(parts)
