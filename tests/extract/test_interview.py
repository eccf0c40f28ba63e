"""Interviews: quoted answers belong to the one interviewed; a lone quoted paragraph belongs to nobody."""

from __future__ import annotations

from legation.record.statement import Statement
from tests.conftest import Read

INTERVIEW = """Nadia Ferhat, the Algerian trade minister, received us in her office.

Will the border open this year?

“We have told our neighbours what we need. The rest is up to them.”

What do you expect of the talks in March?

“Very little, to be honest. But we shall go.”
"""


def test_the_answers_are_those_of_the_one_interviewed(reading: Read) -> None:
    found = reading(INTERVIEW)
    said = [c for c in found.claims if isinstance(c.payload, Statement) and c.payload.forum == "interview"]
    assert [c.chain[-1].holder for c in said] == ["Nadia Ferhat", "Nadia Ferhat"]
    assert said[1].words.startswith("Very little")


def test_a_quoted_paragraph_without_questions_has_no_speaker(reading: Read) -> None:
    found = reading("Nadia Ferhat spoke in Oran.\n\n“We shall go.”\n\nShe left at noon for the coast road.")
    assert not [c for c in found.claims if isinstance(c.payload, Statement) and c.payload.forum == "interview"]
