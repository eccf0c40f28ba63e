"""The encoder of arms transfers, on sentences of its tests' own."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from legation.errors import ModelError
from legation.extract.passage import Answer, Passage
from legation.model.shipped import LABELS, TOKENIZER, WEIGHTS
from legation.model.transfer_encoder import ShippedTransferEncoder, default_folder
from legation.record.span import Span


@pytest.fixture(scope="module")
def encoder() -> ShippedTransferEncoder:
    return ShippedTransferEncoder()


def _passage(text: str, item: str, *parties: str) -> Passage:
    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    return Passage(text, span(item), tuple((span(p),) for p in parties))


def _best(shares: dict[str, float]) -> str:
    return max(shares, key=lambda name: shares[name])


def _told(answer: Answer) -> tuple[str, ...]:
    return (_best(answer.stages), *(_best(p) for p in answer.parts))


@pytest.mark.parametrize(
    ("text", "item", "parties", "told"),
    [
        (
            "Peru signed a contract with South Korea on Monday for 30 K808 armoured vehicles.",
            "K808 armoured vehicles",
            ("Peru", "South Korea"),
            ("signed", "recipient", "supplier"),
        ),
        (
            "Talks between Oman and Italy on four patrol boats have begun, officials said.",
            "patrol boats",
            ("Oman", "Italy"),
            ("talks", "recipient", "supplier"),
        ),
        (
            "Norway has donated 22 howitzers to Ukraine.",
            "howitzers",
            ("Norway", "Ukraine"),
            ("delivered_full", "supplier", "recipient"),
        ),
        (
            "Chilean police seized two rifles from a smuggler near the border with Bolivia.",
            "rifles",
            ("Chilean", "Bolivia"),
            ("none", "none", "none"),
        ),
        (
            "The minister of Ghana opened a museum where an old tank from Britain is on show.",
            "tank",
            ("Ghana", "Britain"),
            ("none", "none", "none"),
        ),
    ],
)
def test_plain_cases(
    encoder: ShippedTransferEncoder, text: str, item: str, parties: tuple[str, ...], told: tuple[str, ...]
) -> None:
    assert _told(encoder.read([_passage(text, item, *parties)])[0]) == told


LONG = "Peru bought 12 tanks from Serbia. " + "The army of Peru paraded in the rain. " * 60


def test_order_and_company_do_not_matter(encoder: ShippedTransferEncoder) -> None:
    asked = [
        _passage("Peru bought 12 tanks from Serbia.", "tanks", "Peru", "Serbia"),
        _passage("Fiji wants patrol boats.", "patrol boats", "Fiji"),
        _passage(LONG, "tanks", "Peru", "Serbia"),
    ]
    assert encoder.read(asked) == encoder.read(asked[::-1])[::-1] == [encoder.read([one])[0] for one in asked]


def test_shares_add_up_and_every_party_has_them(encoder: ShippedTransferEncoder) -> None:
    answer = encoder.read([_passage("Peru bought 12 tanks from Serbia.", "tanks", "Peru", "Serbia")])[0]
    assert [round(sum(s.values()), 4) for s in (answer.stages, answer.types, *answer.parts)] == [1, 1, 1, 1]


def test_a_passage_without_a_party_has_no_parts(encoder: ShippedTransferEncoder) -> None:
    assert encoder.read([_passage("The tanks came by sea.", "tanks")])[0].parts == ()


def test_a_party_that_fell_out_of_too_long_a_passage_has_none(encoder: ShippedTransferEncoder) -> None:
    text = "Peru bought 12 tanks. " + "Rain fell on the parade of the army. " * 80 + "Serbia is in Europe."
    answer = encoder.read([_passage(text, "tanks", "Peru", "Serbia")])[0]
    assert answer.parts[1]["none"] == 1.0


def test_weights_that_are_not_the_labels_are_refused(tmp_path: Path) -> None:
    for name in (WEIGHTS, TOKENIZER, LABELS):
        shutil.copy(default_folder() / name, tmp_path / name)
    with (tmp_path / WEIGHTS).open("ab") as weights:
        weights.write(b"x")
    with pytest.raises(ModelError, match=r"sha256.*legation-train arms"):
        ShippedTransferEncoder(tmp_path)


def test_a_missing_file_is_named_with_the_way_on(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"labels.json is missing.*LEGATION_TRANSFER_ENCODER"):
        ShippedTransferEncoder(tmp_path)


def test_the_labels_name_the_limits_that_the_reader_needs() -> None:
    labels = json.loads((default_folder() / LABELS).read_text(encoding="utf-8"))
    assert set(labels["limits"]) == {"transfer", "party", "beside", "type"}
