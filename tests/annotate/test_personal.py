"""Persons' names as the recogniser gives them, mended."""

from __future__ import annotations

import pytest

from legation.annotate.personal import persons
from legation.pipeline import Tools
from legation.record.document import Sentence, Token
from legation.record.mention import Mention
from legation.record.span import Span


def mend(tools: Tools, text: str, words: str, label: str = "PERSON") -> list[str]:
    """The words of the persons that an entity of the text becomes; each word of the text is a proper noun."""
    at = [(0, 0)]
    for word in text.split():
        start = text.index(word, at[-1][1])
        at.append((start, start + len(word)))
    tokens = tuple(
        Token(index=n, start=a, end=b, text=text[a:b], lemma=text[a:b], pos="PROPN", tag="NNP", dep="dep", head=n)
        for n, (a, b) in enumerate(at[1:])
    )
    sentence = Sentence(index=0, span=Span(0, len(text)), block=0, tokens=tokens)
    entity = Mention(Span(text.index(words), text.index(words) + len(words)), words, label)
    return [m.words for m in persons([entity], [sentence], tools.lexicon) if m.label == "PERSON"]


@pytest.mark.parametrize(
    ("text", "words", "label", "name"),
    [
        ("Secretary Antony J. Blinken called", "J. Blinken", "PERSON", ["Antony J. Blinken"]),
        ("Secretary J. Blinken called", "J. Blinken", "PERSON", ["J. Blinken"]),
        ("Spokesperson Owen Carver spoke", "Spokesperson Owen Carver", "ORG", ["Owen Carver"]),
        ("Judge Ana Ruiz ruled", "Judge Ana Ruiz", "PERSON", ["Ana Ruiz"]),
        ("The Carver Trust paid", "Carver Trust", "ORG", []),
        ("BLINKEN : Good morning", "BLINKEN", "PERSON", ["BLINKEN"]),
        ("QUESTION : Good morning", "QUESTION", "PERSON", []),
        ("Deaths from COVID-19 rose", "COVID-19", "PERSON", []),
        ("At nine ET she left", "ET", "PERSON", []),
        ("They burned kerosene there", "kerosene", "PERSON", []),
    ],
)
def test_a_person_is_the_name_and_no_more(tools: Tools, text: str, words: str, label: str, name: list[str]) -> None:
    assert mend(tools, text, words, label) == name
