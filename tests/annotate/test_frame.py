"""The agency that carries an article, by byline, opening words and closing credit."""

from __future__ import annotations

import pytest

from legation.annotate.segment import segment
from legation.pipeline import Tools
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
