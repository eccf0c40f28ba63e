"""One attack in many articles: the groups of claims of single articles joined where they tell of the same attack."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from math import inf

from legation.corroborate.incident import Group, compatible, groups
from legation.corroborate.support import told
from legation.record.reading import Reading

# Days by which reports of one attack may differ on its day. **Source:** chosen by us: night attacks and time zones make one.
WINDOW = 1
Block = tuple[str, int]


def joined(readings: Iterable[Reading], window: int = WINDOW) -> tuple[Group, ...]:
    """The attacks that the readings tell of, each as one group of claims by article and place in the text; order and repeats of readings do not matter.

    Groups of two articles are one attack where something speaks for it (`_score`) and nothing against it (`_against`). Those that agree most are
    joined first, and only where nothing stands between any two of those that come together: a bomb a day in one town is not one attack. What
    one article tells apart stays apart. An attack without a day is joined with none.
    """
    single = [g for r in _once(readings) for g in _of(r)]
    pairs = [pair for pair in _pairs(single, window) if not _against(single[pair[0]], single[pair[1]], window)]
    scores = {(a, b): _score(single[a], single[b]) for a, b in pairs}
    clusters = {number: [number] for number in range(len(single))}
    for one, other in sorted((p for p in pairs if scores[p]), key=lambda pair: (-scores[pair], pair)):
        own, others = clusters[one], clusters[other]
        if own is not others and all((min(a, b), max(a, b)) in scores for a in own for b in others):
            own += others
            clusters.update(dict.fromkeys(others, own))
    found = {id(own): own for own in clusters.values()}
    return tuple(_merged([single[n] for n in sorted(own)]) for own in found.values())


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


def _against(one: Group, other: Group, window: int) -> bool:
    """Whether two groups cannot be one attack: of one article, too many days apart or without a day, of kinds that do not go together, or with
    another country, place or victim."""
    if _article(one) == _article(other) or _days_apart(one, other) > window:
        return True
    if not any(compatible(a.kind, b.kind) for a in one.traits for b in other.traits):
        return True
    return any(_differ(one, other, name) for name in ("countries", "places", "victims"))


def _score(one: Group, other: Group) -> int:
    """How much speaks for one attack; 0 where it is no more than the country and the time.

    On one day a place or a victim is enough. On neighbouring days reports may differ on the day of one attack, or attacks follow each other in
    one town; so a victim or, in one place, a thing struck must be the same too. **Source:** chosen by us: two attacks made one lose dead.
    """
    places, victims, things = (len(one.all(name) & other.all(name)) for name in ("places", "victims", "targets"))
    same_day = _days_apart(one, other) == 0
    if not victims and not (places and (same_day or things)):
        return 0
    return 8 * min(victims, 3) + 4 * min(things, 3) + 2 * same_day + min(places, 1)


def _days_apart(one: Group, other: Group) -> float:
    first, second = day_of(one), day_of(other)
    if first is None or second is None:
        return inf
    return abs((date.fromisoformat(first) - date.fromisoformat(second)).days)


def _article(group: Group) -> str:
    return group.claims[0].reading.article.id


def _differ(one: Group, other: Group, name: str) -> bool:
    return bool(one.all(name) and other.all(name)) and not one.all(name) & other.all(name)


def _merged(own: Sequence[Group]) -> Group:
    """The groups of one attack as one, those of the earliest report first."""
    ordered = sorted(own, key=lambda g: (g.claims[0].reading.article.published or "9999", g.claims[0].claim.id))
    return Group(
        [c for g in ordered for c in g.claims],
        [t for g in ordered for t in g.traits],
        [a for g in ordered for a in g.answers],
    )
