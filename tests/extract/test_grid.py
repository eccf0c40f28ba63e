"""Tables of transfers in a text. All figures are invented."""

from __future__ import annotations

import pytest

from legation.extract.official import officials
from legation.read.html import read_html
from legation.record.article import Article
from legation.record.deal import Transfer
from tests.scenes import scene, told

BARS = """The register of the ministry for the year 2031 follows.

Supplier | Recipient | Weapon | Number | Year of order
---|---|---|---|---
Germany | Chile | Leopard 2A4 tank | 36 | 2029
Italy | Kenya | C-27J transport aircraft | (3) | 2030"""


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (BARS, ["DEU > CHL | signed | 36 | Leopard 2A4 tank", "ITA > KEN | signed | 3 | C-27J transport aircraft"]),
        (
            "The report was given to parliament.\n\nThe goods below were delivered by Norway to Kenya in the year of the report.\n\n"
            "Item                   Quantity   Value\nM109 howitzers         12         $40 million\nPatrol boats           3          -\n",
            [
                "NOR > KEN | delivered_full | 12 | M109 howitzers | $40 million",
                "NOR > KEN | delivered_full | 3 | Patrol boats",
            ],
        ),
        (
            "Licences of the year are told here.\n\nThe table has all of them.\n\nNumber\tDestination\tEquipment\tExporter\n40\tPeru\tmortars\tFrance\n",
            ["FRA > PER | signed | 40 | mortars"],
        ),
        (
            "The table has all of them.\n\nIt is the last one.\n\n| Importer | Weapon system | Ordered | Delivered |\n\n| Peru | C-295 | 9 | 4 |\n",
            ["? > PER | signed | 9 | C-295", "? > PER | delivered_full | 4 | C-295"],
        ),
    ],
)
def test_a_row_says_what_its_columns_are_headed(text: str, lines: list[str]) -> None:
    assert told(text) == lines


def test_the_sentence_before_a_web_page_s_table_names_the_party_that_has_no_column() -> None:
    page = (
        "<html><body><article><h1>Exports in 2031</h1><p>The ministry has published its report, which is told in this table in full detail for "
        "the parliament. It shows the arms exports by Norway.</p><table><tr><th>Recipient</th><th>Item</th><th>Number</th></tr>"
        "<tr><td>Kenya</td><td>M119 howitzer</td><td>12</td></tr><tr><td>Chile</td><td>Patrol boat</td><td></td></tr></table>"
        "<p>The next report is due in a year, as the law on arms exports says in its ninth article.</p></article></body></html>"
    )
    article = next(a for a in read_html(page.encode(), "page") if isinstance(a, Article))
    assert told(article.text) == [
        "NOR > KEN | delivered_full | 12 | M119 howitzer",
        "NOR > CHL | delivered_full | Patrol boat",
    ]


def test_brackets_are_an_estimate_and_the_year_is_that_of_the_order() -> None:
    first, second = (c.payload for c in officials(scene(BARS)))
    assert isinstance(first, Transfer) and isinstance(second, Transfer)
    assert (first.low, first.qualifier, first.signed) == (36, "exact", "2029")
    assert (second.low, second.best, second.qualifier, second.signed) == (None, 3, "about", "2030")


@pytest.mark.parametrize(
    "text",
    [
        "A table of the league follows.\n\nIt is new.\n\nTeam   Number   Points\nLyon   3   12\nNice   4   11",
        "Prices of the shop follow.\n\nThey are new.\n\nItem | Price\nToy tank | $3\nToy jet | $4",
    ],
)
def test_a_table_of_other_things_is_left_alone(text: str) -> None:
    assert told(text) == []
