"""An article's text with its layers: cut where anything begins or ends, each piece with the layers that cover it."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from legation.record.reading import Reading
from legation.record.span import Span

LAYERS = ("actor", "weapon", "place", "time", "number", "cue")
_ROLES = {
    "cue": "cue", "hedge": "cue", "negation": "cue", "trigger": "cue", "time": "time", "number": "number", "value": "number", "weapon": "weapon",
    "place": "place",
}  # fmt: skip


class Layered(msgspec.Struct, frozen=True):
    """A span of a layer, with what it stands for."""

    span: Span
    layer: str
    says: str


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text that the same layers and claims cover. `opens` are the numbers of the claims that begin here, from 1 on."""

    start: int
    text: str
    layers: tuple[str, ...]
    claims: tuple[int, ...]
    opens: tuple[int, ...]
    says: str


class Paragraph(msgspec.Struct, frozen=True):
    """A block of the article: its kind and its pieces."""

    kind: str
    pieces: tuple[Piece, ...]


def layers(reading: Reading) -> tuple[Layered, ...]:
    """What is marked in the text: linked names, and the times, numbers and cues of claims, by place."""
    found = {Layered(x.span, x.sort, f"{x.name} · {x.reason}") for x in reading.links if x.sort in LAYERS}
    for claim in reading.claims:
        found |= {
            Layered(r.span, _ROLES[r.role], r.role)
            for r in claim.roles
            if r.role in _ROLES and r.role not in ("weapon", "place")
        }
        if claim.when is not None:
            found.add(Layered(claim.when.span, "time", claim.when.value or "no date: nothing to count from"))
    return tuple(sorted(found, key=lambda x: (x.span, x.layer, x.says)))


def paragraphs(reading: Reading) -> tuple[Paragraph, ...]:
    """The blocks of the article in text order; put together, the pieces of a block are exactly its words."""
    marked = layers(reading)
    return tuple(
        Paragraph(block.kind.value, tuple(_pieces(reading, block.span, marked))) for block in reading.article.blocks
    )


def _pieces(reading: Reading, block: Span, marked: Iterable[Layered]) -> Iterator[Piece]:
    here = [x for x in marked if x.span.start < block.end and block.start < x.span.end]
    claims = [(n, c) for n, c in enumerate(reading.claims, 1) if c.span.start < block.end and block.start < c.span.end]
    opens: dict[int, list[int]] = defaultdict(list)
    for number, claim in claims:
        opens[max(block.start, claim.span.start)].append(number)
    spans = [x.span for x in here] + [c.span for _, c in claims]
    cuts = sorted(
        {block.start, block.end, *(min(max(at, block.start), block.end) for s in spans for at in (s.start, s.end))}
    )
    for start, end in itertools.pairwise(cuts):
        over = [x for x in here if x.span.start <= start and end <= x.span.end]
        yield Piece(
            start=start,
            text=reading.article.text[start:end],
            layers=tuple(dict.fromkeys(x.layer for x in over)),
            claims=tuple(n for n, c in claims if c.span.start <= start and end <= c.span.end),
            opens=tuple(n for n in opens[start] if reading.claims[n - 1].span.start == start),
            says="; ".join(x.says for x in over),
        )
