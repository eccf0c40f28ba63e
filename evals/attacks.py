"""Predictions in the attacks format: who did it, to whom and what, with which weapon, by document; the kinds of incident, and deaths."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from legation.annotate.casing import mended
from legation.corroborate.incident import Group, attack_of, groups
from legation.corroborate.support import Told, told
from legation.extract.side import unnamed
from legation.lexicon.load import load_lexicon
from legation.lexicon.table import load_table
from legation.record.attack import Responsibility
from legation.record.claim import Role
from legation.record.reading import Reading
from legation.resolve.requote import requoted
from legation.resolve.unnamed import noun_of

# MUC-4's incident types of our kinds. **Source:** MUC-4 fill rules, incident type.
TYPES = {
    "bombing": "BOMBING",
    "suicide_bombing": "BOMBING",
    "kidnapping": "KIDNAPPING",
    "hijacking": "KIDNAPPING",
    "arson": "ARSON",
    "robbery": "ROBBERY",
}
ROLES = {"target": "targets", "victim": "victims", "instrument": "weapons"}
FORCES = frozenset({"MIL", "COP"})
# Nouns that stand for a body as a whole, which MUC-4 asks for as an organisation; "soldiers" and "policemen" are people.
BODIES = frozenset(
    {
        "army",
        "force",
        "forces",
        "navy",
        "police",
        "guard",
        "military",
        "government",
        "cartel",
        "mafia",
        "militia",
        "battalion",
        "brigade",
    }
)
REBELS = frozenset({"REB", "UAF", "CRM"})
_COUNTS = frozenset(load_table("text/numbers.toml")["words"]) | {
    "several",
    "various",
    "many",
    "approximately",
    "about",
    "some",
}
_LEADING = frozenset(
    ["the", "a", "an", "this", "that", "these", "those", "his", "her", "their", "its", "some", "another", "other"]
)


def predict_row(reading: Reading, name: str) -> dict[str, Any]:
    """The prediction of one text; `name` is its id in the gold. MUC-4 asks for single attacks by groups or on persons and things: fighting
    between armed sides, forces of the state against rebels, and attacks told only at large are no incidents in its terms."""
    reading = requoted(reading, mended(reading.article, load_lexicon()))
    items = sorted((*told([reading], "attack"), *told([reading], "responsibility")), key=lambda t: t.claim.span)
    kept = [g for g in groups(items) if _specific(g) and not _warfare(g)]
    found: dict[str, list[str]] = {}
    for item in (t for g in kept for t in (*g.claims, *g.answers)):
        for role, words in _fillers(item):
            found.setdefault(role, []).append(_bare(words))
    return {
        "id": name,
        "roles": {role: _entities(words) for role, words in found.items()},
        "incidents": _incidents(kept),
    }


def _specific(group: Group) -> bool:
    """Whether the words tell one attack of these days: somebody named, a number, a thing struck, or both a place and a day."""
    payloads = [attack_of(t) for t in group.claims]
    if all(_long_ago(t) for t in group.claims) or all(p.clarity == "aggregate" for p in payloads):
        return False
    if all(_only_names_doers(t) for t in group.claims):
        return False
    counted = any(c.low for p in payloads for c in p.casualties) or any(p.named_victims for p in payloads)
    things = any(t.claim.all("target") for t in group.claims)
    done = any(
        t.claim.all("perpetrator") or t.claim.all("victim") or t.claim.all("place") or t.claim.when
        for t in (*group.claims, *group.answers)
    )
    return counted or things or done


def _only_names_doers(item: Told) -> bool:
    """Whether a claim is no more than a word for those who did an attack told before: "the kidnappers"."""
    trigger = item.claim.one("trigger")
    return trigger is not None and any(r.span == trigger.span for r in item.claim.all("perpetrator"))


def _long_ago(item: Told) -> bool:
    """Whether the words date an attack a year or more before the report."""
    when = item.claim.when
    return item.claim.background and when is not None and when.precision in ("year", "decade")


def _warfare(group: Group) -> bool:
    """Whether it is war and no terror in MUC-4's terms: fighting, or only rebels struck, none of them named, nothing civil."""
    if group.traits[0].kind == "clash":
        return True
    payloads = [attack_of(t) for t in group.claims]
    if any(p.named_victims for p in payloads):
        return False
    doers = {_sector(r.words) for t in group.claims for r in t.claim.all("perpetrator")}
    if doers and doers <= FORCES and not any(c.low for p in payloads for c in p.casualties):
        return True
    sectors = {_sector(r.words) for t in group.claims for r in t.claim.all("victim")}
    civil = any(c not in ("military", "non_state_militia") for p in payloads for c in p.target_classes)
    return bool(sectors) and sectors <= REBELS and not civil


def _sector(words: str) -> str | None:
    noun = noun_of(words)
    return unnamed()[noun] if noun else None


def _fillers(item: Told) -> Iterator[tuple[str, str]]:
    """The fillers of MUC-4's roles in one claim; its victims are those with a name."""
    payload = item.claim.payload
    if isinstance(payload, Responsibility) and payload.relation == "denied":
        return
    for part in item.claim.roles:
        if part.role in ("perpetrator", "claimant"):
            yield from _doers(part, item)
        elif part.role in ROLES and (part.role != "victim" or part.words in attack_of(item).named_victims):
            yield ROLES[part.role], _fullest(part, item) if part.role == "victim" else part.words


def _fullest(part: Role, item: Told) -> str:
    """The fullest of the names by which the article calls a person."""
    link = item.links.get((part.span, "actor"))
    same = [
        x.words for x in item.reading.links if link is not None and link.kind == "person" and x.target == link.target
    ]
    return max([part.words, *(w for w in same if w[:1].isupper())], key=len)


def _doers(part: Role, item: Told) -> Iterator[tuple[str, str]]:
    """The words as a body or as people; a phrase for people of a group names the group too. A state's name alone is neither."""
    link = item.links.get((part.span, "actor"))
    if link is not None and link.kind == "state" and link.antecedent is None:
        return
    if any(r.span.contains(part.span) and r.span != part.span for r in item.claim.all(part.role)):
        return
    body = link is not None and link.kind not in ("unnamed", "state", "person")
    if body and link is not None and link.antecedent is not None:
        yield "perp_organizations", item.reading.article.words(link.antecedent)
    own_name = (body and link is not None and link.antecedent is None) or part.words.split()[-1].lower() in BODIES
    yield ("perp_organizations" if own_name else "perp_individuals"), part.words


def _names(words: str) -> list[str]:
    """The words and the same without their count: two names of one entity."""
    bare = _bare(words)
    parts = bare.split()
    plain = [p for p in parts if not (p[:1].isdigit() or p.lower() in _COUNTS)]
    return list(dict.fromkeys([bare, " ".join(plain)])) if plain else [bare]


def _bare(words: str) -> str:
    """The words without the articles and pronouns before them."""
    parts = words.split()
    while len(parts) > 1 and parts[0].lower() in _LEADING:
        parts = parts[1:]
    return " ".join(parts)


def _entities(words: list[str]) -> list[list[str]]:
    """The mentions by entity: one whose words are among those of another is another name of it."""
    groups: list[list[str]] = []
    for text in sorted(dict.fromkeys(words), key=lambda w: -len(w)):
        own = set(text.lower().split())
        group = next((g for g in groups if own <= set(g[0].lower().split())), None)
        if group is None:
            groups.append([text])
        else:
            group.append(text)
    return [list(dict.fromkeys(name for text in group for name in _names(text))) for group in groups]


def _incidents(kept: list[Group]) -> list[dict[str, Any]]:
    kinds: dict[str, bool] = {}
    for payload in (attack_of(t) for g in kept for t in g.claims):
        kind = TYPES.get(payload.attack_kind, "ATTACK")
        dead = any(c.kind == "killed" and c.high != 0 for c in payload.casualties)
        kinds[kind] = kinds.get(kind, False) or dead
    return [{"type": kind, "deaths": dead} for kind, dead in kinds.items()]
