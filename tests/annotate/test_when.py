"""Dates: what the words give and no more."""

from __future__ import annotations

import pytest

from legation.annotate.when import Anchor, whens_in

THURSDAY = Anchor("2015-08-20", "published")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("on July 10, 2015", "2015-07-10"),
        ("on 10 July 2015", "2015-07-10"),
        ("in 2007", "2007"),
        ("in June 2014", "2014-06"),
        ("on Wednesday", "2015-08-19"),
        ("yesterday", "2015-08-19"),
        ("last month", "2015-07"),
        ("last year", "2014"),
        ("two years ago", "2013"),
        ("last October", "2014-10"),
        ("on March 4", "2015-03-04"),
    ],
)
def test_an_expression_gives_its_interval(words: str, value: str) -> None:
    assert [w.value for w in whens_in(words, THURSDAY)] == [value]


@pytest.mark.parametrize("words", ["on Wednesday", "yesterday", "last month", "on March 4"])
def test_without_an_anchor_a_relative_expression_stays_relative(words: str) -> None:
    assert [w.value for w in whens_in(words, Anchor(None, "unanchored"))] == [None]


@pytest.mark.parametrize("words", ["model 2007 helicopters", "he may go", "they march on", "room 1984b"])
def test_what_is_no_date_gives_none(words: str) -> None:
    assert whens_in(words, THURSDAY) == ()
