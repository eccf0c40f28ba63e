"""The agency that carries an article, by byline, opening words and closing credit."""

from __future__ import annotations

import pytest

from legation.annotate.segment import segment
from legation.pipeline import Tools
from legation.record.article import BlockKind
from tests.make import article


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("By Ana Ruiz, Associated Press\n\nPeru sold tanks to Chile on Monday.", "Associated Press"),
        ("LIMA (Reuters) - Peru sold tanks.", "Reuters"),
        ("(Reuters) - Peru sold tanks to Chile.", "Reuters"),
        ("MOSCOW, March 3. /TASS/. Russia sold tanks to Peru.", "TASS"),
        ("Peru sold tanks to Chile.\n\nIt was a large sale.\n\n(With inputs from ANI)", "ANI"),
        ("Peru sold tanks.\n\nAdditional reporting by Jo Li, AFP", "Agence France-Presse"),
        ("ULAANBAATAR (MNA) - Mongolia sold tanks.", "MNA"),
        ("YANGON (MNA) - Myanmar bought tanks.", "Myanmar News Agency"),
        ("Peru (and Chile) sold tanks.", None),
        ("By Ana Ruiz\n\nPeru - the seller - sold tanks.", None),
        ("Peru sold tanks, said Reuters.", None),
    ],
)
def test_the_agency_is_the_one_that_carries_the_article(tools: Tools, text: str, agency: str | None) -> None:
    assert segment(article(text), tools.lexicon).agency == agency


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("LIMA - Peru sold tanks.", "LIMA -"),
        ("THE HAGUE, Netherlands -- A judge freed him.", "THE HAGUE, Netherlands --"),
        ("Harare, Zimbabwe - Police broke up a rally.", "Harare, Zimbabwe -"),
        ("TEL AVIV-- Police broke up a rally.", "TEL AVIV--"),
        ("Tehran, March 15, IRNA - The envoy left.", "Tehran, March 15, IRNA -"),
        ("QUITO: The minister resigned.", "QUITO:"),
        ("Peru - the seller - sold tanks.", None),
        ("Peru - The seller was quiet.", None),
        ("Lima - the seat of the bank - was quiet.", None),
        ("Mr. Ruiz - the seller - sold tanks.", None),
        ("Jo Li: we will not sell tanks.", None),
        ("U.S.--led forces left.", None),
        ("Paris--London trains stood still.", None),
        ("EU: We will not sell tanks.", None),
        ("Lima: the bank sold tanks.", None),
    ],
)
def test_a_dateline_is_split_off_the_first_paragraph(tools: Tools, text: str, dateline: str | None) -> None:
    found = segment(article(text), tools.lexicon)
    told = [found.words(b.span) for b in found.blocks if b.kind is BlockKind.DATELINE]
    assert told == ([dateline] if dateline else [])
