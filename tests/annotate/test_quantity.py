"""Numbers with their qualifier."""

from __future__ import annotations

import pytest

from legation.annotate.quantity import quantities_in


@pytest.mark.parametrize(
    ("words", "low", "best", "high", "qualifier"),
    [
        ("four helicopters", 4, 4, 4, "exact"),
        ("at least eight other people", 8, 8, None, "at_least"),
        ("up to 20 jets", None, None, 20, "up_to"),
        ("about 40 tanks", None, 40, None, "about"),
        ("a dozen jets", 12, None, 12, "vague"),
        ("twenty-four drones", 24, 24, 24, "exact"),
        ("1,500 rifles", 1500, 1500, 1500, "exact"),
        ("an undisclosed number of missiles", None, None, None, "undisclosed"),
        ("tens of thousands of rounds", 20000, None, None, "vague"),
    ],
)
def test_a_count_has_its_bounds(words: str, low: float, best: float, high: float, qualifier: str) -> None:
    (found,) = quantities_in(words)
    assert (found.low, found.best, found.high, found.qualifier.value) == (low, best, high, qualifier)


@pytest.mark.parametrize(
    ("words", "amount", "unit"),
    [("$1.2bn", 1.2e9, "USD"), ("150 mln stg", 1.5e8, "GBP"), ("38 percent", 38, "percent")],
)
def test_an_amount_has_its_unit(words: str, amount: float, unit: str) -> None:
    (found,) = quantities_in(words)
    assert (found.best, found.unit) == (amount, unit)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The truck held 500 pounds of explosives.", None),
        ("Its warhead weighs 1,000 pounds.", None),
        ("They paid 5,000 pounds for each rifle.", "GBP"),
        ("The fine was 500 pounds.", "GBP"),
        ("A debt of 20 million pounds of old loans was forgiven.", "GBP"),
    ],
)
def test_pounds_are_money_unless_the_words_beside_them_weigh_something(text: str, unit: str | None) -> None:
    (found,) = quantities_in(text)
    assert found.unit == unit
