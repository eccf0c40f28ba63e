"""Incidents: the attack claims of an article that tell one attack, found by what they share; decision 9 says why so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from legation.corroborate.support import Told
from legation.lexicon.table import load_table
from legation.record.attack import Attack, Responsibility
from legation.record.claim import Aux
from legation.record.link import Link

_REAL = frozenset({Aux.ASSERTED, Aux.ONGOING})
_FRESH = frozenset({"another", "other", "separate", "earlier", "previous", "similar", "later"})


class Trait(msgspec.Struct, frozen=True):
    """What one claim says of its attack that another may share or contradict; `fresh` where "a" or "an" brings the attack in."""

    kind: str
    places: frozenset[str]
    countries: frozenset[str]
    day: tuple[str, str] | None
    victims: frozenset[str]
    targets: frozenset[str]
    doers: frozenset[str]
    ordinal: str | None
    pointing: bool
    background: bool
    fresh: bool
    clarity: str


class Group(msgspec.Struct):
    """The claims of one attack in text order, what they say together, and who is said to answer for it."""

    claims: list[Told]
    traits: list[Trait]
    answers: list[Told]

    def all(self, name: str) -> frozenset[str]:
        """All that the claims say of one trait."""
        return frozenset().union(*(getattr(t, name) for t in self.traits))


def attack_of(item: Told) -> Attack:
    """The payload of an attack claim."""
    assert isinstance(item.claim.payload, Attack)
    return item.claim.payload


def groups(claims: Sequence[Told]) -> list[Group]:
    """The attacks that the claims of one article tell, in text order; what is planned, denied or only possible is left out."""
    found: list[Group] = []
    for item in claims:
        if isinstance(item.claim.payload, Attack) and item.claim.aux in _REAL:
            _joined(found, item)
    for item in claims:
        if isinstance(item.claim.payload, Responsibility):
            _answered(found, item)
    return found


def _joined(found: list[Group], item: Told) -> None:
    """Put a claim to the attack that it retells, or begin a new one: several of which its number makes it one, else the one told just before
    it, else one that it shares something with, else the first that is the article's news."""
    trait = trait_of(item)
    fit = [g for g in reversed(found) if not _apart(g, trait)]
    order = (
        [g for g in fit if trait.ordinal is not None and _several(g)],
        [g for g in fit[:1] if trait.ordinal is None and not trait.fresh and _near(g, item)],
        [g for g in fit if _shares(g, trait)],
        [g for g in reversed(fit) if trait.pointing or (_plain(trait) and not trait.fresh)],
    )
    main = [g for g in order[3] if not g.traits[0].background] or order[3]
    group = next((g for choice in (*order[:3], main) for g in choice), None)
    if group is None:
        found.append(Group([item], [trait], []))
    else:
        group.claims.append(item)
        group.traits.append(trait)


def _near(group: Group, item: Told) -> bool:
    """Whether a claim stands in the sentence of the group's last one or the next."""
    last = group.claims[-1].claim
    return last.document == item.claim.document and item.claim.sentence - last.sentence <= 1


def _shares(group: Group, trait: Trait) -> bool:
    """Whether a claim names a victim, a thing struck, a place or a day of the group's."""
    same = any(getattr(trait, name) & group.all(name) for name in ("victims", "targets", "places"))
    return same or (trait.day is not None and any(t.day == trait.day for t in group.traits))


def _plain(trait: Trait) -> bool:
    """Whether a claim says nothing that would set its attack apart: no place, no day, no victim's name."""
    return not trait.places and trait.day is None and not trait.victims


def _answered(found: list[Group], item: Told) -> None:
    """Put who answers to the attack that the claim names, else to the last one told."""
    assert isinstance(item.claim.payload, Responsibility)
    wanted = item.claim.payload.attack
    group = next((g for g in found if any(t.claim.id == wanted for t in g.claims)), found[-1] if found else None)
    if group is not None:
        group.answers.append(item)


def trait_of(item: Told) -> Trait:
    """What a claim says of its attack."""
    payload, when = attack_of(item), item.claim.when
    places = item.targets("place", "place")
    return Trait(
        kind=payload.attack_kind,
        places=frozenset(x.target for x in places if x.kind != "state"),
        countries=frozenset(x.country for x in (*places, *item.targets("country", "actor")) if x.country),
        day=(when.start, when.end) if when and when.start and when.end else None,
        victims=frozenset(name.split()[-1].lower() for name in payload.named_victims),
        targets=frozenset(r.words.split()[-1].lower() for r in item.claim.all("target")),
        doers=frozenset(x.target for x in item.targets("perpetrator", "actor") if x.kind != "unnamed"),
        ordinal=payload.ordinal,
        pointing=payload.told_before,
        background=item.claim.background,
        fresh=item.claim.words.lower().startswith(("a ", "an ")),
        clarity=payload.clarity,
    )


def _apart(group: Group, trait: Trait) -> bool:
    """Whether something that a claim says cannot be of the group's attack: attacks at large, another number, day, country, town, victim or kind."""
    ordinals = {t.ordinal for t in group.traits if t.ordinal}
    if _further(group, trait, ordinals) or trait.clarity not in {t.clarity for t in group.traits}:
        return True
    if trait.ordinal and ordinals and trait.ordinal not in ordinals:
        return True
    if trait.day and any(_disjoint(trait.day, t.day) for t in group.traits if t.day):
        return True
    one_sided = (("countries", True), ("places", not trait.pointing), ("victims", not trait.pointing))
    if any(on and _differ(getattr(trait, name), group.all(name)) for name, on in one_sided):
        return True
    return not any(compatible(trait.kind, t.kind) for t in group.traits)


def _further(group: Group, trait: Trait, ordinals: set[str]) -> bool:
    """Whether the words bring in one attack more: "another bomb", or "a second bomb" where the group is no series that it may be one of."""
    if trait.pointing or trait.ordinal is None or trait.ordinal == "first":
        return False
    return trait.ordinal in _FRESH or (trait.fresh and trait.ordinal not in ordinals and not _several(group))


def _several(group: Group) -> bool:
    """Whether a claim tells several attacks as one: "two bombs", "a series of attacks"."""
    return any(attack_of(t).series for t in group.claims)


def _disjoint(a: tuple[str, str], b: tuple[str, str]) -> bool:
    return a[1] < b[0] or b[1] < a[0]


def _differ(own: frozenset[str], others: frozenset[str]) -> bool:
    return bool(own and others) and not own & others


def compatible(a: str, b: str) -> bool:
    """Whether one attack may be told as either kind: "attack" goes with all, the others as codes/attacks.toml says."""
    if a == b or "attack" in (a, b):
        return True
    together: list[list[str]] = load_table("codes/attacks.toml")["together"]
    return any(a in row and b in row for row in together)


def links_of(group: Group, role: str, sort: str) -> Iterator[Link]:
    """The links of a role in all claims of a group, in text order."""
    for item in group.claims:
        yield from item.targets(role, sort)


def words_of(items: Iterable[Told], role: str, *, named: bool = False) -> tuple[str, ...]:
    """The names of a role's parts, or their words where nothing is known of them, each once; `named` leaves those words out."""
    found: dict[str, None] = {}
    for item in items:
        for part in item.claim.all(role):
            link = item.links.get((part.span, "actor"))
            known = link is not None and link.kind != "unnamed"
            if known or not named:
                found[link.name if known and link is not None else part.words] = None
    return tuple(found)
