"""Days of metadata."""

from __future__ import annotations

import pytest

from legation.read.date import day_of


@pytest.mark.parametrize(
    "words", ["0001-01-01T00:00:00", "9999-12-31", "2024-02-30", "2024-3-4", "", None, "yesterday"]
)
def test_what_is_no_day_of_publication_is_none(words: str | None) -> None:
    assert day_of(words) is None


def test_a_time_has_its_day_in_its_own_zone() -> None:
    assert day_of("2024-03-04T23:30:00+05:00") == "2024-03-04"
