"""Saved pages: the main text in paragraphs, the frame from the metadata."""

from __future__ import annotations

from legation.read.html import read_html
from legation.record.article import Article

LINKED = b"""<html><head><title>x</title><script type="application/ld+json">
{"@type": "NewsArticle", "headline": "Talks fail", "datePublished": "2024-03-05T10:00:00+02:00", "publisher": {"name": "The Courier"}}
</script></head><body><nav>Home Politics</nav><article><h1>Talks fail</h1>
<p>The talks between the two governments failed on Monday after three hours of debate in the capital.</p>
<p>The ministers will meet again in June, a spokesman for the government said late in the evening.</p></article></body></html>"""
TABLED = b"""<html><body><table><tr><td><h2>Talks fail</h2>
<p>The talks between the two governments failed on Monday after three hours of debate in the capital.</p>
<p>The ministers will meet again in June, a spokesman for the government said late in the evening.</p></td></tr></table></body></html>"""


def one(page: bytes) -> Article:
    return next(thing for thing in read_html(page, "x.html") if isinstance(thing, Article))


def test_the_frame_comes_from_json_ld() -> None:
    article = one(LINKED)
    assert (article.title, article.outlet, article.published) == ("Talks fail", "The Courier", "2024-03-05")


def test_navigation_is_left_out() -> None:
    assert "Politics" not in one(LINKED).text


def test_a_layout_table_is_read_as_paragraphs() -> None:
    assert one(TABLED).text.count("\n\n") >= 1 and "|" not in one(TABLED).text
