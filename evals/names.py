"""The names of the hand-coded stories and the seed: which of them a reading resolves right, and each miss.

A name counts once per article: a state by its ISO code, an organisation, group or outlet by its name, a person by the words of a
source that hold one, a weapon by its designation.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from evals.gold import article
from legation.annotate.name import names_in
from legation.lexicon.load import Lexicon, load_lexicon
from legation.lexicon.weapon import line_of
from legation.pipeline import read_article
from legation.plugin import default_tools
from legation.record.ident import slug
from legation.record.link import Link
from legation.record.mention import Candidate
from legation.record.reading import Reading
from legation.resolve.body import sector_of

Row = dict[str, Any]
SORTS = ("state", "organisation", "group", "person", "outlet", "weapon")
_PERSON = re.compile(r"(?:[A-Z][\w'’-]+ ){1,3}(?:al-)?[A-Z][\w'’-]+")
_SPLIT = re.compile(r"[^a-z0-9]+")


class Line(msgspec.Struct, frozen=True):
    """One name: the article, its sort, the name, and what was found instead where it was not resolved right ("" when right)."""

    article: str
    sort: str
    name: str
    miss: str


def run(gold: Path, seed: Path | None) -> list[Line]:
    """The lines of all stories and of the seed."""
    articles = {r["id"]: r for r in _rows(gold / "stories" / "articles_dev.jsonl")}
    lines = [
        x for g in _rows(gold / "stories" / "gold_dev.jsonl") for x in _judged(articles[g["id"]], dict(_wanted(g)))
    ]
    if seed is not None:
        expected = msgspec.json.decode((seed / "expected.json").read_bytes())
        text = (seed / f"{expected['id']}.txt").read_text(encoding="utf-8")
        lines += _judged({"id": "seed", "text": text}, dict(_wanted(expected)))
    return lines


def table(lines: list[Line]) -> dict[str, float]:
    """The share resolved right by sort, in per cent."""
    hits: dict[str, list[bool]] = defaultdict(list)
    for line in lines:
        hits[line.sort].append(not line.miss)
    return {f"names.{sort}": 100 * sum(hits[sort]) / len(hits[sort]) for sort in SORTS if hits[sort]}


def _rows(path: Path) -> Iterator[Row]:
    yield from (msgspec.json.decode(line) for line in path.read_bytes().splitlines() if line.strip())


def _wanted(gold: Row) -> Iterator[tuple[tuple[str, str], None]]:
    """The names of a gold row with their sort."""
    parties = [e.get(side) for e in gold["events"] for side in ("source", "target")]
    parties += [t.get(side) for t in gold["transfers"] for side in ("supplier", "recipient")]
    for name in filter(None, parties):
        yield ("state" if re.fullmatch(r"[A-Z]{3}", name) and name != "ISIS" else "organisation", name), None
    for attack in gold["attacks"]:
        for name in filter(None, (attack.get("perpetrator"), attack.get("claimed_by"))):
            yield ("group", name), None
    for transfer in gold["transfers"]:
        yield ("weapon", transfer.get("designation") or transfer["weapon"]), None
    for said in gold["attributions"]:
        yield from (((sort, name), None) for sort, name in _source(said.get("source"), said.get("via")))


def _source(source: str | None, via: str | None) -> Iterator[tuple[str, str]]:
    known = load_lexicon()
    for words in filter(None, (source, via)):
        if _outlet(words, known):
            yield "outlet", words
        elif (
            (match := _PERSON.search(words)) is not None
            and not _body(match.group(), known)
            and not sector_of(words.split(",")[0])
        ):
            yield "person", words


def _outlet(words: str, lexicon: Lexicon) -> bool:
    return any(c.sort == "outlet" and not c.weak for c in _inside(words, lexicon))


def _body(words: str, lexicon: Lexicon) -> bool:
    return any(c.sort in ("state", "organisation", "group") for c in _inside(words, lexicon))


def _inside(words: str, lexicon: Lexicon) -> list[Candidate]:
    return [c for mention in names_in(words, lexicon) for c in mention.candidates]


def _judged(row: Row, wanted: dict[tuple[str, str], None]) -> list[Line]:
    made = article(row)
    reading = read_article(made, default_tools()) if made is not None else None
    if reading is None:
        return []
    return [Line(str(row["id"]), sort, name, _miss(sort, name, reading)) for sort, name in wanted]


def _miss(sort: str, name: str, reading: Reading) -> str:
    """Nothing when the name is resolved right, else what stands there."""
    links = [x for x in reading.links if x.sort == ("weapon" if sort == "weapon" else "actor")]
    if sort == "state":
        return "" if any(name in (x.country, x.target, *x.members) for x in links) else "no link to the state"
    if sort == "weapon":
        return "" if any(_same_weapon(name, x) for x in links) else _near(name, links)
    found = [x for x in links if _shares(name, x)]
    if sort == "person":
        found = [x for x in found if x.kind == "person"]
        named = [x for x in found if x.role or x.country]
        return "" if named else "no office or country" if found else "no person"
    kinds = {"outlet": ("media",), "group": ("armed_group", "person", "state")}.get(sort)
    return "" if any(kinds is None or x.kind in kinds for x in found) else _near(name, links)


def _shares(name: str, link: Link) -> bool:
    """Whether the link's words or name and the gold's name hold one another's words."""
    wanted = _bag(name)
    return any(bag and (bag <= wanted or wanted <= bag) for bag in (_bag(link.name), _bag(link.words))) or _alias(
        name, link
    )


def _alias(name: str, link: Link) -> bool:
    bare = re.sub(r"^[Tt]he ", "", name)
    return any(c.id == link.target for c in load_lexicon().candidates(bare))


def _bag(words: str) -> set[str]:
    return set(_SPLIT.split(words.lower())) - {"the", "a", "of", "and", ""}


def _same_weapon(name: str, link: Link) -> bool:
    lexicon = load_lexicon()
    if _shares(name, link):
        return True
    ids = {c.id for c in _inside(name, lexicon) if c.sort == "weapon"}
    entry = lexicon.weapons.get(link.target)
    return (
        bool(ids) and entry is not None and bool(ids & {slug(e.designation) for e in line_of(entry, lexicon.weapons)})
    )


def _near(name: str, links: list[Link]) -> str:
    near = [f"{x.words!r} -> {x.target}" for x in links if _bag(name) & _bag(x.words)]
    return "; ".join(dict.fromkeys(near)) or "not found"
