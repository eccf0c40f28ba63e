"""Acronyms that the article explains."""

from __future__ import annotations

import pytest

from legation.annotate.document import documents
from legation.annotate.segment import segment
from legation.pipeline import Tools
from legation.record.mention import Mention
from tests.conftest import Read
from tests.make import article


def mentions(tools: Tools, text: str) -> list[Mention]:
    framed = segment(article(text), tools.lexicon)
    return [m for d in documents(framed, tools.lexicon, tools.parser) for m in d.mentions]


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("The Meridian News Agency (MNA) wrote it. On Friday MNA wrote more.", "MNA", "Meridian News Agency"),
        (
            "The Karst Frontier Patrol (KFP) withdrew. The KFP then returned to the bridge.",
            "KFP",
            "Karst Frontier Patrol",
        ),
    ],
)
def test_from_its_explanation_on_an_acronym_means_its_long_form(tools: Tools, text: str, short: str, long: str) -> None:
    found = [m for m in mentions(tools, text) if m.words == short]
    assert len(found) == 2
    assert {m.long for m in found} == {long}


def test_an_explained_acronym_has_the_entry_of_its_long_form(reading: Read) -> None:
    links = reading("Korea Aerospace Industries (KAI) won the order. KAI will build the jets in Sacheon.").links
    assert [x.target for x in links if x.words == "KAI"] == ["korea-aerospace-industries"] * 2


@pytest.mark.parametrize(
    "text", ["The deal (MNA) was signed by Peru.", "The Border Security Force (EU) left on Friday."]
)
def test_letters_that_do_not_fit_explain_nothing(tools: Tools, text: str) -> None:
    assert not [m for m in mentions(tools, text) if m.long]
