"""Training passages: what a line must hold, and the questions that become of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from legation.errors import ModelError
from legation.lexicon.load import load_lexicon
from legation.train.passage import TransferCodebook, line_of, load_lines, load_transfer_codebook, questions
from tests.scenes import parser

FOLDER = Path(__file__).resolve().parents[2] / "training" / "arms"
GOOD = {
    "register": "wire",
    "headline": "",
    "text": "Peru has ordered MiG-29 jets from Belarus, Chile said. Chile flies F-16 fighters.",
    "items": [
        {"words": "MiG-29 jets", "suppliers": ["BLR"], "recipients": ["PER"], "stage": "signed", "type": "sale"},
        {"words": "F-16 fighters", "stage": "none"},
    ],
}


@pytest.fixture(scope="module")
def codebook() -> TransferCodebook:
    return load_transfer_codebook(FOLDER)


def test_the_passages_of_the_checkout_are_all_right_and_hold_every_stage(codebook: TransferCodebook) -> None:
    lines = load_lines(FOLDER, codebook)
    stages = [item.stage for _, line in lines for item in line.items]
    assert len(lines) > 900
    assert set(stages) == set(codebook.stages)
    assert 0.25 < stages.count("none") / len(stages) < 0.6
    assert len({line.text for _, line in lines}) == len(lines)


def test_a_line_becomes_a_question_per_item_with_the_part_of_each_party(codebook: TransferCodebook) -> None:
    line = line_of(json.dumps(GOOD), codebook, "x:1")
    first, second = questions([("x:1", line)], load_lexicon(), parser())
    assert (first.stage, first.type, first.parts) == ("signed", "sale", ("recipient", "supplier", "none"))
    assert (second.stage, second.parts) == ("none", ("none", "none", "none"))


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"register": "poem"}, "register 'poem'"),
        ({"items": [{"words": "Su-27 jets", "stage": "none"}]}, "does not stand"),
        ({"items": [{"words": "", "stage": "none"}]}, "does not stand"),
        ({"items": [{"words": "MiG-29 jets", "stage": "none", "at": 0}]}, "does not stand"),
        ({"items": [{"words": "MiG-29 jets", "stage": "sold"}]}, "not the codebook's"),
        ({"items": [{"words": "MiG-29 jets", "stage": "signed", "type": "sale"}]}, "a supplier or a recipient"),
        ({"items": [{"words": "MiG-29 jets", "stage": "none", "suppliers": ["BLR"]}]}, "has no party"),
        ({"colour": "red"}, "unknown field"),
    ],
)
def test_a_wrong_line_is_refused_with_its_place(
    codebook: TransferCodebook, changed: dict[str, object], words: str
) -> None:
    with pytest.raises(ModelError, match=f"(?s)x:1.*{words}"):
        line_of(json.dumps(GOOD | changed), codebook, "x:1")
