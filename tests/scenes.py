"""Scenes of plain words: parsed and with their statements found, without the encoder."""

from __future__ import annotations

from functools import cache

from legation.annotate.document import Parser, documents
from legation.annotate.segment import segment
from legation.extract.claim import scene_of
from legation.extract.scene import Scene
from legation.lexicon.load import load_lexicon
from legation.model.spacy_parser import SpacyParser
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
