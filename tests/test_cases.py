"""The golden records of the sample articles."""

from __future__ import annotations

import pytest

from tests.accept import CASES, records

RECORDS = sorted(path.name for path in CASES.glob("*.record"))


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return records()


def test_every_sample_has_a_golden_record(made: dict[str, str]) -> None:
    assert sorted(made) == RECORDS


@pytest.mark.parametrize("name", RECORDS)
def test_the_record_of_a_sample_is_as_accepted(name: str, made: dict[str, str]) -> None:
    assert made[name] == (CASES / name).read_text(encoding="utf-8")
