"""Office holders: surnames, dates, refusals."""

from __future__ import annotations

import pytest

from legation.errors import LexiconError
from legation.lexicon import office
from legation.lexicon.load import load_lexicon

ROW = {
    "body": "PAK",
    "office": "head_of_government",
    "title": "Prime Minister",
    "name": "A B",
    "from": "2013",
    "to": "2017",
    "aliases": "",
}


def test_a_row_with_an_unknown_office_is_refused() -> None:
    with pytest.raises(LexiconError, match="row 3"):
        office._term(ROW | {"office": "boss"}, "x.csv", 3)


def test_a_term_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(LexiconError):
        office._term(ROW | {"to": "2012"}, "x.csv", 1)


@pytest.mark.parametrize(
    ("surname", "person"), [("Gorbachev", "mikhail-gorbachev"), ("Xi", "xi-jinping"), ("Thatcher", "margaret-thatcher")]
)
def test_a_surname_leads_to_its_person(surname: str, person: str) -> None:
    assert person in load_lexicon().surnames[surname]


def test_a_pope_has_no_surname() -> None:
    assert "Francis" not in load_lexicon().surnames or "pope-francis" not in load_lexicon().surnames["Francis"]
