"""Times at the ends of the calendar are left out, and the rest of the text is read."""

from __future__ import annotations

import pytest

from legation.annotate.when import Anchor, whens_in


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize(
    "text",
    [
        "They met last Monday.",
        "It will end next month.",
        "The stones are 90,000 years old.",
        "It was built 12,000 years ago.",
        "in five weeks",
        "next year",
    ],
)
def test_no_time_is_read_that_no_calendar_has(day: str, text: str) -> None:
    assert all(text[w.span.slice] == w.verbatim for w in whens_in(text, Anchor(day, "published")))
