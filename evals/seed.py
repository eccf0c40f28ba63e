"""The seed article against its hand-coded reading: a table of hits and misses, row by row."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from evals.gold import article as gold_article
from evals.stories import predict_row
from legation.pipeline import read_article
from legation.plugin import default_tools
from legation.record.article import BlockKind
from legation.record.reading import Reading

Row = dict[str, Any]
Line = tuple[str, str, bool]


def run(folder: Path) -> list[Line]:
    """The lines of the table: section, what was expected, whether it was found."""
    expected = msgspec.json.decode((folder / "expected.json").read_bytes())
    text = (folder / f"{expected['id']}.txt").read_text(encoding="utf-8")
    found = gold_article({"id": expected["id"], "text": text})
    assert found is not None
    reading = read_article(found, default_tools())
    row = predict_row(reading, expected["id"])
    return [
        *_document(expected["document"], reading),
        *_rows("transfers", expected["transfers"], row["transfers"], _transfer),
        *_rows("attacks", expected["attacks"], row["attacks"], _attack),
        *_rows("events", expected["events"], row["events"], _event),
        *_rows("attributions", expected["attributions"], row["attributions"], _attribution),
        *_rows("relations", expected["relations"], row["relations"], _relation),
        *_weapons(expected["weapons"], reading),
        *_actors(expected["actors"], reading),
        *_extras(expected, row),
    ]


def summary(lines: list[Line]) -> dict[str, tuple[int, int]]:
    """Hits and rows by section."""
    sections = dict.fromkeys(section for section, _, _ in lines)
    return {s: (sum(ok for n, _, ok in lines if n == s), sum(n == s for n, _, _ in lines)) for s in sections}


def _rows(section: str, gold: list[Row], pred: list[Row], same: Any) -> list[Line]:
    left = list(pred)
    lines = []
    for row in gold:
        hit = next((p for p in left if same(row, p)), None)
        if hit is not None:
            left.remove(hit)
        shown = row.get("evidence") or f"{row.get('source')} | {row.get('cue')} | {row.get('content_starts')}"
        lines.append((section, str(shown)[:90], hit is not None))
    return lines


def _overlap(gold: str, pred: str) -> bool:
    short, long = sorted((gold, pred), key=len)
    return short in long or any(short[i : i + len(short) // 2 + 1] in long for i in range(0, max(1, len(short) // 2)))


def _same(gold: Row, pred: Row, *fields: str) -> bool:
    return all(gold.get(f) == pred.get(f) for f in fields)


def _transfer(g: Row, p: Row) -> bool:
    fields = ("supplier", "recipient", "weapon", "designation", "category", "quantity", "quantity_qualifier", "status")
    dates = ("value", "signed", "is_background")
    return _same(g, p, *fields, *dates) and _overlap(g["evidence"], p["evidence"])


def _attack(g: Row, p: Row) -> bool:
    fields = (
        "kind",
        "date",
        "country",
        "named_victims",
        "killed_min",
        "killed_max",
        "perpetrator",
        "claimed_by",
        "motive",
    )
    wanted = (*tuple(f for f in fields if f in g), "is_background")
    return _same(g, p, *wanted) and _overlap(g["evidence"], p["evidence"])


def _event(g: Row, p: Row) -> bool:
    straight = (g["source"], g["target"]) == (p["source"], p["target"])
    turned = g["type"] in ("CONSULT", "AGREE") and (g["source"], g["target"]) == (p["target"], p["source"])
    wanted = ("type", "date", "modality", "is_background")
    return (straight or turned) and _same(g, p, *wanted) and _overlap(g["evidence"], p["evidence"])


def _attribution(g: Row, p: Row) -> bool:
    source = g["source"] is None and p["source"] is None
    named = bool(g["source"]) and bool(p["source"]) and p["source"].startswith(g["source"])
    resolved = "resolves_to" not in g or _bare(g["resolves_to"]) == _bare(p["resolves_to"])
    said = p["content_starts"].startswith(g["content_starts"][:20])
    return (source or named) and resolved and said and g["kind"] == p["kind"] and _via(g.get("via"), p["passage_via"])


def _via(gold: str | None, found: str | None) -> bool:
    """Whether the relay is the outlet that the gold names, or neither has one. The gold may add a remark in brackets."""
    if gold is None or found is None:
        return gold is found
    return _bare(gold.split(" (")[0]) == _bare(found)


def _bare(name: str | None) -> str:
    return (name or "").lower().removeprefix("the ")


def _relation(g: Row, p: Row) -> bool:
    parties = (g["who"], g["toward"]) == (p["who"], p["toward"]) or (
        g["who"] == "CHN+RUS" and p["who"] in g["who"] and _bare(p["toward"]) == _bare(g["toward"]).lower()
    )
    held = g.get("held_by")
    holder = p["held_by"]
    right = (
        holder is None
        if held is None
        else _bare(holder).split(",")[0] in _bare(held) or _bare(held).startswith(_bare(holder))
    )
    state = held is not None and held.startswith("the U.S. administration") and holder == "United States"
    return parties and g["direction"] == p["direction"] and (right or state) and _overlap(g["evidence"], p["evidence"])


def _document(g: Row, reading: Reading) -> list[Line]:
    a = reading.article
    words = {kind: [a.words(b.span) for b in a.blocks if b.kind is kind] for kind in BlockKind}
    people = {x.name: x for x in reading.links if x.kind == "person"}
    place = next((x for x in reading.links if x.sort == "place" and x.name == g["photo"]["place"]["name"]), None)
    boiler = [*words[BlockKind.CONTACT], *words[BlockKind.BOILERPLATE]]
    lines = [
        ("document", f"slug {g['slug']}", words[BlockKind.SLUG] == [g["slug"]]),
        ("document", "outlet", (a.outlet or "-") in g["outlet"]),
        ("document", "published", a.published == g["published"]),
        ("document", "published_not_before", a.published_not_before == g["published_not_before"]),
        ("document", "boilerplate", boiler == g["boilerplate"]),
        ("document", "caption", words[BlockKind.CAPTION] == [g["photo"]["caption"]]),
        ("document", "credit", words[BlockKind.CREDIT] == [g["photo"]["credit"]]),
        (
            "document",
            "photo place",
            place is not None and (place.country, round(place.lat or 0, 2), round(place.lon or 0, 2)) == ("RUS", 54.74, 55.97),
        ),
    ]
    for person in g["photo"]["people"]:
        link = people.get(person["name"])
        ok = link is not None and (link.country, link.role) == (person["country"], person["role"])
        lines.append(("document", f"photo: {person['name']}", ok))
    caption = [c for c in reading.claims if c.document == "caption" and c.when]
    return [*lines, ("document", "photo date", any(c.when and c.when.value == g["photo"]["date"] for c in caption))]


def _weapons(gold: list[Row], reading: Reading) -> list[Line]:
    claims = [c for c in reading.claims if c.kind == "variant"]
    links = {x.words: x for x in reading.links if x.sort == "weapon"}
    lines = []
    for row in gold:
        hit = any(
            c.payload.designation == row["designation"]  # type: ignore[union-attr]
            and c.payload.variant_of == row["variant_of"]  # type: ignore[union-attr]
            and any(s.holder == row["source"] for s in c.chain)
            for c in claims
        )
        lines.append(("weapons", row["evidence"], hit and any(row["reporting_name"] in words for words in links)))
    return lines


def _actors(gold: list[Row], reading: Reading) -> list[Line]:
    lines = []
    for row in gold:
        links = [x for x in reading.links if x.name == row["name"]]
        hit = bool(links)
        if "country" in row:
            hit = any(x.country == row["country"] and x.role == row["role"] for x in links)
        if "same_as_mention" in row:
            hit = any(x.words == row["same_as_mention"] for x in links)
        lines.append(("actors", row["name"], hit))
    return lines


def _extras(expected: Row, row: Row) -> list[Line]:
    """Rows that the article does not contain, and dates that it does not give: there must be none."""
    lines: list[Line] = []
    for section, same in (("transfers", _transfer), ("attacks", _attack), ("events", _event)):
        extra = [p for p in row[section] if not any(_overlap(g["evidence"], p["evidence"]) for g in expected[section])]
        lines.append(("nothing invented", f"{section}: {len(extra)} rows too many", not extra))
        invented = [
            f"{field}={p[field]}"
            for p in row[section]
            for g in expected[section]
            if _overlap(g["evidence"], p["evidence"])
            for field in ("date", "signed", "delivered")
            if p.get(field) and not any(_overlap(e["evidence"], p["evidence"]) and e.get(field) for e in expected[section])
        ]
        lines.append(("nothing invented", f"{section}: {len(invented)} dates not given", not invented))
    return lines
