"""Folding: order and repeats do not matter, a copy is no second origin."""

from __future__ import annotations

from legation.pipeline import fold
from tests.conftest import Read

A = "Russia delivered six Su-35 jets to Iran on March 3, 2024, Reuters reported."
B = "Six Su-35 jets were delivered by Russia to Iran on March 3, 2024, Reuters reported. Peru was calm."


def test_order_and_repeats_change_nothing(reading: Read) -> None:
    a, b = reading(A), reading(B)
    assert fold([a, b]) == fold([b, a, a])


def test_two_reports_of_one_agency_are_one_origin(reading: Read) -> None:
    (deal,) = fold([reading(A, outlet="Dawn"), reading(B, outlet="Haaretz")]).deals
    assert (deal.documents, deal.outlets, deal.origins) == (2, 2, 1)
