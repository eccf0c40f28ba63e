"""Attacks: one incident for each group of claims that tell it, its roles filled from all of them, its toll by a named policy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from legation.corroborate.incident import Group, attack_of, groups, links_of, words_of
from legation.corroborate.sides import acting, reports, struck, type_of_violence
from legation.corroborate.support import Told, support, told
from legation.corroborate.together import WINDOW, joined
from legation.corroborate.toll import Figure, tolls
from legation.record.attack import Responsibility
from legation.record.ident import ident
from legation.record.incident import Answer, Incident
from legation.record.link import Link
from legation.record.reading import Reading
from legation.record.when import When

_ORDER = ("convicted", "suspected", "claimed", "blamed")
_OFFICIALS = frozenset({"official_named", "official_unnamed", "military", "police", "state"})


def incidents_of(reading: Reading, policy: str = "ucdp") -> tuple[Incident, ...]:
    """The attacks that one article tells, in text order."""
    items = sorted(
        (*told([reading], "attack"), *told([reading], "responsibility")),
        key=lambda t: (t.claim.document != "body", t.claim.span),
    )
    return tuple(_incident(group, policy) for group in groups(items))


def fold_attacks(readings: Iterable[Reading], policy: str = "ucdp", window: int = WINDOW) -> tuple[Incident, ...]:
    """The attacks of all readings by id, each told once however many articles report it; `window` is in days (see `together`)."""
    return tuple(sorted((_incident(group, policy) for group in joined(readings, window)), key=lambda i: i.id))


def _incident(group: Group, policy: str) -> Incident:
    first = telling(group)
    payloads = [attack_of(t) for t in group.claims]
    place, when = _place(group), _when(group)
    answers = tuple(a for t in group.answers for a in _answers(t))
    doers = words_of(group.claims, "perpetrator", named=True)
    claimants = tuple(
        dict.fromkeys([*words_of(group.claims, "claimant"), *(a.group for a in answers if a.relation == "claimed")])
    )
    counts = support([*group.claims, *group.answers])
    accused = tuple(a.group for a in answers if a.relation in ("suspected", "convicted"))
    blamed = tuple(a.group for a in answers if a.relation == "blamed")
    unnamed = words_of(group.claims, "perpetrator")
    return Incident(
        id=ident("att", first.claim.id),
        kind=_kind([p.attack_kind for p in payloads]),
        suicide=True if any(p.suicide for p in payloads) else None,
        success=False if payloads[0].success is False else None,
        series=any(p.series for p in payloads),
        clarity=payloads[0].clarity,
        country=_country(group),
        place=place.name if place else next((r.words for t in group.claims for r in t.claim.all("place")), None),
        place_id=place.target if place else None,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        precision=place.precision if place else None,
        start=when.start if when else None,
        end=when.end if when else None,
        day=when.value if when else None,
        perpetrators=doers or accused or claimants or blamed or unnamed,
        certainty=_certainty(bool(doers), bool(unnamed), {a.relation for a in answers}),
        claimants=claimants,
        competing=len(claimants) > 1,
        targets=tuple(dict.fromkeys(r.words for t in group.claims for r in t.claim.all("target"))),
        target_classes=tuple(dict.fromkeys(c for p in payloads for c in p.target_classes)),
        victims=tuple(dict.fromkeys(name for p in payloads for name in p.named_victims)),
        weapons=tuple(dict.fromkeys(r.words for t in group.claims for r in t.claim.all("instrument"))),
        weapon_types=tuple(dict.fromkeys(w for p in payloads for w in p.weapon_types)),
        motive=next((p.motive for p in payloads if p.motive), None),
        tolls=tolls(figures(group), policy),
        answers=answers,
        violence=type_of_violence(group),
        acting=acting(group),
        struck_groups=struck(group),
        reports=reports(group),
        background=all(t.claim.background for t in group.claims),
        documents=counts.documents,
        outlets=counts.outlets,
        origins=counts.origins,
        claims=(first.claim.id, *(t.claim.id for t in group.claims if t is not first)),
    )


def _certainty(named: bool, told: bool, relations: set[str]) -> str | None:
    """What the perpetrators rest on: the text's own word, or the strongest of what is said of a named group."""
    said = next((relation for relation in _ORDER if relation in relations), None)
    return "stated" if named or (told and said is None) else said


def telling(group: Group) -> Told:
    """The claim that tells the attack best: the first of those with most of place, day, toll and doer."""
    return max(group.claims, key=lambda t: (_fullness(t), -t.claim.span.start))


def _fullness(item: Told) -> int:
    claim = item.claim
    return sum(
        (
            bool(claim.all("place")),
            claim.when is not None,
            bool(attack_of(item).casualties),
            bool(claim.all("perpetrator")),
        )
    )


def _kind(kinds: Sequence[str]) -> str:
    """The kind that says most: the first that is not just "attack"; a suicide attack and an assassination say more than a bombing."""
    said = [k for k in kinds if k != "attack"] or list(kinds)
    return next((k for k in ("suicide_bombing", "assassination") if k in said), said[0])


def _place(group: Group) -> Link | None:
    """The narrowest place that the claims give, the first of those."""
    return min(links_of(group, "place", "place"), key=lambda x: x.precision or 9, default=None)


def _country(group: Group) -> str | None:
    """The state of the attack: of its place, else of what was struck, else the one where most of the article's places lie."""
    owners = [
        *links_of(group, "place", "place"),
        *links_of(group, "place", "actor"),
        *links_of(group, "country", "actor"),
    ]
    said = next((x.country for x in owners if x.country), None)
    return said or _setting(group)


def _setting(group: Group) -> str | None:
    """The state of more than half of the places named in the article, None where there is none."""
    links = group.claims[0].reading.links
    found = [x.country for x in links if x.sort == "place" and x.country]
    most = max(set(found), key=lambda c: (found.count(c), c), default=None)
    return most if most is not None and 2 * found.count(most) > len(found) else None


def _when(group: Group) -> When | None:
    """The most exact time that the claims give, the first of those."""
    dated = [t.claim.when for t in group.claims if t.claim.when is not None and t.claim.when.start]
    return min(dated, key=lambda w: (w.precision != "day", w.precision == "year"), default=None)


def figures(group: Group) -> list[Figure]:
    """The casualty rows of a group, each with the day of its report and whether an official gives it."""
    return [
        Figure(c, t.reading.article.published, any(step.source_class in _OFFICIALS for step in t.claim.chain))
        for t in group.claims
        for c in attack_of(t).casualties
    ]


def _answers(item: Told) -> list[Answer]:
    payload = item.claim.payload
    assert isinstance(payload, Responsibility)
    source = next(iter(words_of([item], "source")), None)
    return [
        Answer(relation=payload.relation, group=name, source=source, claim_mode=payload.claim_mode)
        for name in words_of([item], "perpetrator")
    ]
