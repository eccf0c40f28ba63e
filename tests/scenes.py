"""Scenes of plain words: parsed and with their statements found, without the encoder."""

from __future__ import annotations

from functools import cache

from legation.annotate.document import Parser, documents
from legation.annotate.segment import segment
from legation.extract.claim import scene_of
from legation.extract.official import officials
from legation.extract.scene import Scene
from legation.lexicon.load import load_lexicon
from legation.model.spacy_parser import SpacyParser
from legation.record.claim import Claim
from legation.record.deal import Transfer
from legation.record.span import Span
from legation.resolve.article import resolve
from tests.make import article


@cache
def parser() -> Parser:
    """The parser, loaded once for all tests."""
    return SpacyParser()


def scene(text: str, **frame: str) -> Scene:
    """The scene of a text's body."""
    lexicon = load_lexicon()
    framed = segment(article(text, **frame), lexicon)
    return scene_of(framed, documents(framed, lexicon, parser())[0], lexicon)


def told(text: str, **frame: str) -> list[str]:
    """What official formats tell in a text, a line each: supplier > recipient, stage, count, goods, sum; "background" behind history."""
    made = scene(text, **frame)
    reading = resolve(made.article, [made.document], list(officials(made)), made.lexicon)
    actors = {link.span: link.country for link in reading.links if link.sort == "actor"}
    return [_line(claim, actors) for claim in reading.claims]


def _line(claim: Claim, actors: dict[Span, str | None]) -> str:
    payload = claim.payload
    assert isinstance(payload, Transfer)
    sides = [next((actors.get(r.span) or "?" for r in claim.all(role)), "?") for role in ("supplier", "recipient")]
    parts = [
        f"{sides[0]} > {sides[1]}",
        payload.stage.value,
        payload.quantity_words,
        payload.designation,
        payload.value_words,
    ]
    return " | ".join(p for p in parts if p) + (" | background" if claim.background else "")
