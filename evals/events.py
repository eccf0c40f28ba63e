"""Predictions in the classify format of the events scorer: the type of the relation between two given parties."""

from __future__ import annotations

from typing import Any

from legation.extract.encoder import Pair
from legation.plugin import default_tools
from legation.record.article import Article
from legation.record.claim import Claim, Role
from legation.record.event import EventCode
from legation.record.link import Link
from legation.record.reading import Reading
from legation.record.span import Span
from legation.resolve.coding import code_in

# The 15 roots of PLV by CAMEO code, longest code first. **Source:** CAMEO2PLOVER of 2021: the roots are CAMEO's, under PLOVER's names.
BY_CAMEO = {
    "163": "COERCE",
    "1712": "ASSAULT",
    "175": "ASSAULT",
    "02": "REQUEST",
    "03": "AGREE",
    "04": "CONSULT",
    "05": "SUPPORT",
    "06": "COOPERATE",
    "07": "AID",
    "08": "YIELD",
    "09": "ACCUSE",
    "10": "REQUEST",
    "11": "ACCUSE",
    "12": "REJECT",
    "13": "THREATEN",
    "14": "PROTEST",
    "15": "MOBILIZE",
    "16": "SANCTION",
    "17": "COERCE",
    "18": "ASSAULT",
    "19": "ASSAULT",
    "20": "ASSAULT",
}


def root(event_type: str, mode: str | None, standing: str) -> str:
    """The root of PLV for an event: that of its CAMEO code, since PLV's labels are CAMEO's roots."""
    found = code_in("cameo", event_type, mode, standing)
    return BY_CAMEO[max((c for c in BY_CAMEO if found and found.code.startswith(c)), key=len)] if found else event_type


def pair(row: dict[str, Any]) -> Pair:
    """The question that a gold row asks. A party without a span stands where its words are first found, or is left out."""
    source, target = _spans(row, "source"), _spans(row, "target")
    if not source:
        source, target = target, ()
    return Pair(row["text"], source or (Span(0, len(row["text"])),), target)


def _spans(row: dict[str, Any], side: str) -> tuple[Span, ...]:
    party = row.get(side) or {}
    if party.get("span"):
        return (Span(*party["span"]),)
    words = party.get("text") or ""
    start = row["text"].find(words)
    return (Span(start, start + len(words)),) if words and start >= 0 else ()


def predict(row: dict[str, Any]) -> dict[str, Any]:
    """The prediction of one row, by the scorer's 15 roots: where the encoder finds no event, its best typed class."""
    coding = default_tools().coder.encoder.classify([pair(row)])[0]
    return {"id": row["id"], "type": root(coding.typed, coding.mode, coding.standing)}


def extracted(reading: Reading, name: str) -> dict[str, Any]:
    """The prediction in the extract format: one event per claim, its sides in the words of their whole phrases."""
    links = {link.span: link for link in reading.links if link.sort == "actor"}
    found = [_event(c, c.payload, links, reading.article) for c in reading.claims if isinstance(c.payload, EventCode)]
    return {"id": name, "events": found}


def _event(claim: Claim, payload: EventCode, links: dict[Span, Link], article: Article) -> dict[str, Any]:
    actors, recipients = claim.all("actor"), claim.all("recipient")
    if not recipients and len(actors) > 1:
        actors, recipients = actors[:1], actors[1:]
    return {
        "type": root(payload.event_type, payload.label or payload.mode, claim.aux.value),
        "source_text": _side_words(claim, actors, "actor", links, article),
        "target_text": _side_words(claim, recipients, "recipient", links, article),
        "source_code": _code(actors, links),
        "target_code": _code(recipients, links),
    }


def _side_words(claim: Claim, side: tuple[Role, ...], role: str, links: dict[Span, Link], article: Article) -> str:
    """The whole phrases of a side; for a pronoun the words that it points back to."""
    return " and ".join(_words(r, claim.all(f"{role}_phrase"), links.get(r.span), article) for r in side)


def _words(part: Role, phrases: tuple[Role, ...], link: Link | None, article: Article) -> str:
    back = link.antecedent if link is not None else None
    if back is not None and not back.overlaps(part.span):
        return article.words(back)
    return next((p.words for p in phrases if p.span.contains(part.span)), part.words)


def _code(side: tuple[Role, ...], links: dict[Span, Link]) -> str | None:
    link = next((links[r.span] for r in side if r.span in links), None)
    if link is None:
        return None
    return link.country or {"igo": "IGO", "ngo": "NGO", "armed_group": "IMG"}.get(link.kind)
