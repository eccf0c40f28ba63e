"""Properties of spans: every block, quote, quantity and time expression is the text it says it is."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from legation.annotate.paragraph import paragraphs
from legation.annotate.quantity import quantities_in
from legation.annotate.quote import quotes_in
from legation.annotate.segment import segment
from legation.annotate.when import Anchor, whens_in
from legation.lexicon.load import load_lexicon
from tests.make import article

WORDS = st.lists(
    st.sampled_from(
        [
            "By",
            "said",
            "\n",
            "\n\n",
            "“",
            "”",
            '"',
            "$1.2bn",
            "at least",
            "eight",
            "May 5, 2015",
            "READ MORE:",
            "x@y.com",
            ".",
            "LONDON, March 3 -",
        ]
    ),
    max_size=40,
).map(" ".join)


@given(st.one_of(st.text(max_size=300), WORDS))
def test_paragraphs_cover_every_character_and_never_overlap(text: str) -> None:
    spans = paragraphs(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    covered = "".join(text[s.slice] for s in spans)
    assert "".join(covered.split()) == "".join(text.split())


@given(WORDS.filter(str.strip))
def test_blocks_never_overlap_and_lose_nothing(text: str) -> None:
    made = segment(article(text), load_lexicon())
    assert all(a.span.end <= b.span.start for a, b in zip(made.blocks, made.blocks[1:], strict=False))
    assert "".join("".join(made.words(b.span) for b in made.blocks).split()) == "".join(made.text.split())


@given(st.one_of(st.text(max_size=200), WORDS))
def test_annotations_lie_in_the_text(text: str) -> None:
    for quote in quotes_in(text):
        assert quote.span.contains(quote.inner) and quote.span.end <= len(text)
    for quantity in quantities_in(text):
        assert text[quantity.span.slice] == quantity.words
    for when in whens_in(text, Anchor("2015-08-20", "published")):
        assert text[when.span.slice] == when.verbatim
