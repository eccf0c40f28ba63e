"""An article: its text with layers, its claims beside it, linked both ways."""

from __future__ import annotations

from typing import Any

import msgspec

from legation.corroborate.review import standing
from legation.export.notation import notations
from legation.record.claim import Claim
from legation.record.reading import Reading
from legation.show.asked import Asked, Page
from legation.show.mark import LAYERS, Paragraph, paragraphs
from legation.show.missing import missing
from legation.show.table import table
from legation.store.decision import current_decisions
from legation.store.row import said_by
from legation.store.view import load_reading

_CLAIMS = """SELECT id, kind, aux, background, when_value, said_by, factuality, confidence, made_by, span_start, span_end, words
FROM claim WHERE article = $article ORDER BY span_start, id"""


class Beside(msgspec.Struct, frozen=True, kw_only=True):
    """A claim beside the text: its number there, the claim, who says so, and the whole of it in one line."""

    number: int
    claim: Claim
    said_by: str | None
    parties: tuple[tuple[str, str], ...]
    line: str
    review: str | None


class ArticlePage(msgspec.Struct, frozen=True, kw_only=True):
    """The context of an article's page."""

    reading: Reading
    paragraphs: tuple[Paragraph, ...]
    claims: tuple[Beside, ...]
    layers: tuple[str, ...]
    kinds: tuple[tuple[str, int], ...]


def article(asked: Asked) -> Page:
    """The page of the article whose id is the key."""
    reading = load_reading(asked.store, asked.key)
    if reading is None:
        return missing(asked, "article")
    beside = tuple(_beside(reading, _reviewed(asked)))
    kinds: dict[str, int] = {}
    for claim in reading.claims:
        kinds[claim.kind] = kinds.get(claim.kind, 0) + 1
    body = ArticlePage(
        reading=reading,
        paragraphs=paragraphs(reading),
        claims=beside,
        layers=LAYERS,
        kinds=tuple(sorted(kinds.items())),
    )
    name = reading.article.title or reading.article.source_name
    return Page(
        template="article.html", title=name, body=body, table=table(asked.store, _CLAIMS, {"article": asked.key})
    )


def _reviewed(asked: Asked) -> dict[str, str]:
    """The last standing decision on each claim of the article, by claim id."""
    return {d.target: d.action for d in standing(current_decisions(asked.store)) if d.article == asked.key}


def _beside(reading: Reading, reviewed: dict[str, str]) -> Any:
    links = {(link.span, link.sort): link for link in reading.links}
    for number, (claim, line) in enumerate(zip(reading.claims, notations(reading), strict=True), 1):
        yield Beside(
            number=number,
            claim=claim,
            said_by=said_by(claim, links),
            parties=tuple(_parties(reading, claim)),
            line=line,
            review=reviewed.get(claim.id),
        )


_SHOWN = (
    "supplier",
    "recipient",
    "actor",
    "perpetrator",
    "claimant",
    "target",
    "place",
    "weapon",
    "source",
    "through",
    "audience",
)


def _parties(reading: Reading, claim: Claim) -> Any:
    """The parts of a claim that name somebody or something, each with its resolved name."""
    for part in claim.roles:
        if part.role in _SHOWN:
            sort = part.role if part.role in ("weapon", "place") else "actor"
            link = reading.link_of(part.span.start, part.span.end, sort)
            yield part.role, link.name if link is not None else part.words
