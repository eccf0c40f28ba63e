"""The pieces of an article put together are its text, whatever covers it."""

from __future__ import annotations

import pytest

from legation.show.mark import paragraphs
from legation.show.sentence import cut
from legation.show.visible import visible
from tests.conftest import Read


@pytest.mark.parametrize(
    "text",
    [
        "Iran attacked Iraq.",
        'Russia sold six Su-35 jets to Iran, "Tass" said.\n\nIraq \U0001f6a9 condemned it, and Iran denied it.',
    ],
)
def test_pieces_make_the_text(reading: Read, text: str) -> None:
    read = reading(text)
    for block, paragraph in zip(read.article.blocks, paragraphs(read), strict=True):
        assert "".join(p.text for p in paragraph.pieces) == read.article.words(block.span)


def test_every_claim_opens_once(reading: Read) -> None:
    read = reading("Iran attacked Iraq, Reuters reported. Turkey condemned Iran and sold drones to Iraq.")
    opens = [n for paragraph in paragraphs(read) for piece in paragraph.pieces for n in piece.opens]
    assert sorted(opens) == list(range(1, len(read.claims) + 1))


def test_a_claims_words_stand_in_their_block(reading: Read) -> None:
    read = reading("Iran attacked Iraq on Monday, police said.\n\nTurkey condemned Iran.")
    for claim in read.claims:
        made = cut(read, claim)
        whole = made.before + "".join(part.text for part in made.parts) + made.after
        assert whole in read.article.text and "".join(part.text for part in made.parts) == claim.words


@pytest.mark.parametrize("character", ["\u202e", "\u2066", "\x1b", "\x00", "\ufeff", "\u200b", "\ud800", "\U000e0041"])
def test_acting_characters_are_written_out(character: str) -> None:
    assert character not in visible(f"a{character}b") and visible("a\n\tb\u200cé") == "a\n\tb\u200cé"
