"""Who is against whom in an attack, UCDP's type of violence by that, and which articles report it."""

from __future__ import annotations

from collections.abc import Iterator

from legation.corroborate.incident import Group, attack_of, links_of
from legation.corroborate.support import Told
from legation.record.incident import Report
from legation.record.link import Link

STATE, GROUP, CIVILIAN = "state", "group", "civilian"
_STATE_KINDS = frozenset({"state", "substate"})
_STATE_CLASSES = frozenset({"military", "police"})
_FORCES = frozenset({"MIL", "COP", "SPY"})
_REBELS = frozenset({"REB", "UAF", "PRM", "CRM"})


def acting(group: Group) -> tuple[str, ...]:
    """The sorts of those who did it or are said to answer for it, sorted: state, group; none where the words do not tell."""
    links = (*links_of(group, "perpetrator", "actor"), *links_of(group, "claimant", "actor"), *_answering(group))
    return tuple(sorted({sort for link in links if (sort := _sort(link.kind, link.sector)) is not None}))


def _answering(group: Group) -> Iterator[Link]:
    for item in group.answers:
        yield from item.targets("perpetrator", "actor")


def _sort(kind: str, sector: str | None) -> str | None:
    if kind in _STATE_KINDS or sector in _FORCES:
        return STATE
    return GROUP if kind == "armed_group" or sector in _REBELS else None


def struck(group: Group) -> tuple[str, ...]:
    """The sorts of those who were struck, sorted: forces of a state, an armed group, civilians (persons and things that are neither)."""
    found: set[str] = set()
    for payload in (attack_of(t) for t in group.claims):
        for name in payload.target_classes:
            found.add(STATE if name in _STATE_CLASSES else GROUP if name == "non_state_militia" else CIVILIAN)
        for casualty in payload.casualties:
            named = {
                "security_force": STATE,
                "militant": GROUP,
                "civilian": CIVILIAN,
                "child": CIVILIAN,
                "journalist": CIVILIAN,
            }
            found |= {named[casualty.victim_class]} if casualty.victim_class in named else set()
    return tuple(sorted(found))


def type_of_violence(group: Group) -> int | None:
    """1 state-based (a state's forces against an armed group), 2 non-state (two armed groups), 3 one-sided (either against civilians);
    None where no organised side is told. **Source:** UCDP GED codebook, type_of_violence.
    """
    sides, hurt = acting(group), struck(group)
    if (GROUP in sides and STATE in hurt) or (STATE in sides and GROUP in hurt) or sides == (GROUP, STATE):
        return 1
    if sides == (GROUP,) and GROUP in hurt:
        return 2
    return 3 if sides and CIVILIAN in hurt else None


def reports(group: Group) -> tuple[Report, ...]:
    """The articles that tell of the attack, by day and id."""
    found = {t.reading.article.id: t for t in reversed([*group.claims, *group.answers])}
    made = (_report(item) for item in found.values())
    return tuple(sorted(made, key=lambda r: (r.published or "9999", r.article)))


def _report(item: Told) -> Report:
    article = item.reading.article
    last = next((step.holder for step in reversed(item.claim.chain) if step.holder), None)
    return Report(
        article=article.id, outlet=article.outlet, published=article.published, title=article.title, original=last
    )
