"""Fiscal years by the state whose budget it is."""

from __future__ import annotations

import pytest

from legation.annotate.document import documents
from legation.annotate.segment import segment
from legation.pipeline import Tools
from legation.record.when import When
from tests.make import article


def only_when(tools: Tools, text: str, day: str = "2015-08-20") -> When:
    framed = segment(article(text, published=day), tools.lexicon)
    (when,) = (w for d in documents(framed, tools.lexicon, tools.parser) for w in d.whens)
    return when


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The Pentagon asked for 57 jets in fiscal year 2016.", "2015-10-01", "2016-09-30"),
        ("Japan will order six of the ships in fiscal 2016.", "2016-04-01", "2017-03-31"),
        ("India raised its defence outlay for the 2014-15 fiscal year.", "2014-04-01", "2015-03-31"),
        ("Pakistan bought nothing in FY15.", "2014-07-01", "2015-06-30"),
        ("The United States will buy more next fiscal year.", "2015-10-01", "2016-09-30"),
    ],
)
def test_a_fiscal_year_has_the_months_of_its_state(tools: Tools, text: str, start: str, end: str) -> None:
    when = only_when(tools, text)
    assert (when.start, when.end, when.precision) == (start, end, "fiscal_year")


@pytest.mark.parametrize(
    "text",
    [
        "The firm sold 57 jets in fiscal year 2016.",
        "Germany asked for 57 jets in fiscal year 2016.",
        "Japan and India will order ships in fiscal 2016.",
        "The Pentagon asked for 57 jets in 2016.",
    ],
)
def test_without_one_state_of_such_a_year_it_is_the_calendar_year(tools: Tools, text: str) -> None:
    when = only_when(tools, text)
    assert (when.start, when.end, when.precision) == ("2016-01-01", "2016-12-31", "year")


@pytest.mark.parametrize(("day", "start"), [("2015-09-30", "2015-10-01"), ("2015-10-01", "2016-10-01")])
def test_the_next_fiscal_year_is_counted_from_the_one_of_the_day(tools: Tools, day: str, start: str) -> None:
    assert only_when(tools, "The United States will buy more next fiscal year.", day).start == start
