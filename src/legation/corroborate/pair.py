"""Pairs of deals, one to one: the highest sum first, ties in a fixed order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from legation.corroborate.alike import Side, States, alike, ours, theirs, year_gap
from legation.lexicon.compare import scores
from legation.lexicon.load import Lexicon
from legation.record.comparison import Feature, Pair
from legation.record.listed import Listed
from legation.record.register import Entry


class _Match(msgspec.Struct, frozen=True):
    """Two deals that may be one: their places in the two lists, the sum of points, and what decides a tie."""

    mine: int
    other: int
    score: int
    order: tuple[object, ...]
    features: tuple[Feature, ...]


def pairs(entries: Sequence[Entry], deals: Sequence[Listed], lexicon: Lexicon) -> tuple[Pair, ...]:
    """The pairs, in the order in which they were made. Each deal of either side is in one pair at most.

    Ties go to the nearer year, then to the earlier line of the file, then to the lesser id: the order of the entries changes nothing.
    """
    matches = sorted(_matches(entries, deals, lexicon), key=lambda m: (-m.score, m.order))
    taken: tuple[set[int], set[int]] = (set(), set())
    found: list[Pair] = []
    for match in matches:
        if match.mine not in taken[0] and match.other not in taken[1]:
            taken[0].add(match.mine)
            taken[1].add(match.other)
            found.append(_pair(match, entries, deals, matches))
    return tuple(found)


def _matches(entries: Sequence[Entry], deals: Sequence[Listed], lexicon: Lexicon) -> Iterator[_Match]:
    sides = [theirs(deal, lexicon) for deal in deals] if entries else []
    index = _index(sides)
    for mine, entry in enumerate(entries):
        side = ours(entry, lexicon)
        for other in sorted({at for key in side.weapon.wanted for at in index.get(key, ())}):
            yield from _match(mine, other, (side, sides[other]), deals[other].lines[0], lexicon.states)


def _index(sides: Sequence[Side]) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for at, side in enumerate(sides):
        for key in side.weapon.keys:
            found[key].append(at)
    return found


def _match(mine: int, other: int, sides: tuple[Side, Side], line: int, states: States) -> Iterator[_Match]:
    features = alike(*sides, states)
    if features is None:
        return
    total = sum(f.score for f in features)
    gap = year_gap(*sides)
    if total >= scores().least:
        yield _Match(mine, other, total, (gap is None, gap or 0, line, sides[0].id), features)


def _pair(match: _Match, entries: Sequence[Entry], deals: Sequence[Listed], matches: Sequence[_Match]) -> Pair:
    as_good = [m for m in matches if m.score == match.score and m is not match]
    rivals = {deals[m.other].id for m in as_good if m.mine == match.mine}
    rivals |= {entries[m.mine].deal for m in as_good if m.other == match.other}
    return Pair(
        ours=entries[match.mine],
        theirs=deals[match.other],
        score=match.score,
        features=match.features,
        rivals=tuple(sorted(rivals)),
    )
