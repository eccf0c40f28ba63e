"""Groups of things that are alike on the average: agglomeration in a fixed order, so that the order of arrival changes nothing."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
Pair = tuple[int, int]
NEVER = float("-inf")


def clusters(things: Sequence[T], likeness: Callable[[T, T], float], least: float) -> list[list[T]]:
    """The groups of the things, members and groups in the order given; give them sorted by id for an order of your own.

    Two groups are joined, the most alike first and ties by place, while the mean likeness of their pairs is `least` or more. A pair
    whose likeness is `NEVER` is never in one group. The cost is quadratic in the number of things: call it within a block.
    **Source:** group-average linkage (Sokal and Michener 1958).
    """
    members = {number: [number] for number in range(len(things))}
    near = {(a, b): likeness(things[a], things[b]) for b in members for a in range(b)}
    heap = [(-value, pair) for pair, value in near.items() if value >= least]
    heapq.heapify(heap)
    while heap:
        value, (a, b) = heapq.heappop(heap)
        if a in members and b in members and near[a, b] == -value:
            for pair in _join(a, b, members, near):
                if near[pair] >= least:
                    heapq.heappush(heap, (-near[pair], pair))
    return [[things[number] for number in sorted(own)] for own in members.values()]


def _join(a: int, b: int, members: dict[int, list[int]], near: dict[Pair, float]) -> Iterator[Pair]:
    """The pairs of the group that `a` has become with `b`, their likeness set anew."""
    one, other = len(members[a]), len(members[b])
    members[a] += members.pop(b)
    for third in members:
        if third != a:
            kept, gone = _pair(a, third), _pair(b, third)
            near[kept] = (one * near[kept] + other * near[gone]) / (one + other)
            yield kept


def _pair(a: int, b: int) -> Pair:
    return (a, b) if a < b else (b, a)
