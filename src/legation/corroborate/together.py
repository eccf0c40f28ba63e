"""One attack in many articles: the groups of claims of single articles joined where they tell of the same attack."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from legation.corroborate.incident import Group, compatible, groups
from legation.corroborate.support import told
from legation.record.reading import Reading

# Days by which reports of one attack may differ on its day. **Source:** chosen by us: night attacks and time zones make one.
WINDOW = 1
Block = tuple[str, int]


def joined(readings: Iterable[Reading], window: int = WINDOW) -> tuple[Group, ...]:
    """The attacks that the readings tell of, each as one group of claims by article and place in the text; order and repeats of readings do not matter.

    Groups of two articles are one attack where their days are at most `window` apart, their kinds go together, no country, place or victim stands
    against it, and a place below the state or a victim is the same. An attack without a day is joined with none.
    """
    single = [g for r in _once(readings) for g in _of(r)]
    parent = list(range(len(single)))
    for one, other in _pairs(single, window):
        if _same(single[one], single[other], window):
            parent[_root(parent, one)] = _root(parent, other)
    found: dict[int, list[Group]] = defaultdict(list)
    for number, group in enumerate(single):
        found[_root(parent, number)].append(group)
    return tuple(_merged(own) for own in found.values())


def _once(readings: Iterable[Reading]) -> list[Reading]:
    by_id = {r.article.id: r for r in readings}
    return [by_id[key] for key in sorted(by_id)]


def _of(reading: Reading) -> list[Group]:
    items = sorted(
        (*told([reading], "attack"), *told([reading], "responsibility")),
        key=lambda t: (t.claim.document != "body", t.claim.span),
    )
    return groups(items)


def _pairs(single: Sequence[Group], window: int) -> Iterator[tuple[int, int]]:
    """The pairs that share a block: a country and a day, give or take the window."""
    blocks: dict[Block, list[int]] = defaultdict(list)
    for number, group in enumerate(single):
        for key in _blocks(group, window):
            blocks[key].append(number)
    seen = {(a, b) for own in blocks.values() for n, a in enumerate(own) for b in own[n + 1 :]}
    yield from sorted(seen)


def _blocks(group: Group, window: int) -> Iterator[Block]:
    day = day_of(group)
    if day is not None:
        for country in group.all("countries"):
            for step in range(window + 1):
                yield country, date.fromisoformat(day).toordinal() + step


def day_of(group: Group) -> str | None:
    """The day that the group's first dated claim gives; None where none gives a single day."""
    days = (t.day for t in group.traits if t.day is not None and t.day[0] == t.day[1])
    return next((day[0] for day in days), None)


def _same(one: Group, other: Group, window: int) -> bool:
    days = [date.fromisoformat(d) for d in (day_of(one), day_of(other)) if d is not None]
    if len(days) < 2 or abs((days[0] - days[1]).days) > window:
        return False
    if not any(compatible(a.kind, b.kind) for a in one.traits for b in other.traits):
        return False
    against = (_differ(one, other, name) for name in ("countries", "places", "victims"))
    return not any(against) and any(one.all(name) & other.all(name) for name in ("places", "victims"))


def _differ(one: Group, other: Group, name: str) -> bool:
    return bool(one.all(name) and other.all(name)) and not one.all(name) & other.all(name)


def _root(parent: list[int], number: int) -> int:
    while parent[number] != number:
        parent[number] = parent[parent[number]]
        number = parent[number]
    return number


def _merged(own: Sequence[Group]) -> Group:
    """The groups of one attack as one, those of the earliest report first."""
    ordered = sorted(own, key=lambda g: (g.claims[0].reading.article.published or "9999", g.claims[0].claim.id))
    return Group(
        [c for g in ordered for c in g.claims],
        [t for g in ordered for t in g.traits],
        [a for g in ordered for a in g.answers],
    )
