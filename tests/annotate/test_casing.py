"""Texts in capitals get the case of ordinary print, letter for letter."""

from __future__ import annotations

import pytest

from legation.annotate.casing import in_capitals, mended, recased
from legation.lexicon.load import load_lexicon
from tests.make import article


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        (
            "GUERRILLAS OF THE FARC BURNED TWO BUSES NEAR BOGOTA. NOBODY WAS HURT.",
            "Guerrillas of the FARC burned two buses near Bogota. Nobody was hurt.",
        ),
        (
            "A MINISTER OF PERU MET JORGE QUISPE ON 15 MAR 89 IN THE CAPITAL.",
            "A minister of Peru met Jorge Quispe on 15 Mar 89 in the capital.",
        ),
        (
            "THE MINERS (FTMQ) CALLED A STRIKE; THE FTMQ HAS 400 MEMBERS.",
            "The miners (FTMQ) called a strike; the FTMQ has 400 members.",
        ),
    ],
)
def test_names_and_beginnings_keep_their_capitals(printed: str, wanted: str) -> None:
    assert recased(printed, load_lexicon()) == wanted


def test_no_letter_is_added_or_lost() -> None:
    text = 'İZMİR, 4 MAY -- THE "STRAẞE" IS SHUT, THE MAYOR SAID ON FRIDAY TO REPORTERS OF THE TOWN.'
    assert len(recased(text, load_lexicon())) == len(text)


def test_ordinary_print_is_left_alone() -> None:
    text = "NATO and the EU met in Oslo on Friday, and the UN was asked to send an envoy there."
    assert not in_capitals(text)
    assert mended(article(text), load_lexicon()).text == text


def test_the_hash_stays_that_of_the_text_as_issued() -> None:
    issued = article("THE ARMY SAID ON MONDAY THAT FOUR SOLDIERS HAD BEEN KILLED NEAR THE TOWN.")
    assert mended(issued, load_lexicon()).text_sha256 == issued.text_sha256
