"""Packages of arms aid: the sum that is announced, and what the package includes. All sums and acts are invented."""

from __future__ import annotations

import pytest

from legation.extract.official import officials
from legation.record.deal import Transfer
from tests.scenes import scene, told


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Canada today announced an additional $50 million in military aid to Latvia.",
            ["CAN > LVA | approved | military aid | $50 million"],
        ),
        (
            "The Danish government authorised a transfer of arms and equipment to Estonia valued at up to 20 million euros.",
            ["DNK > EST | approved | arms and equipment | up to 20 million euros"],
        ),
        (
            "Germany has approved 30 million euros in weapons, ammunition, and other security assistance for Niger.",
            ["DEU > NER | approved | weapons, ammunition, and other security assistance | 30 million euros"],
        ),
        (
            "Japan is announcing 9 million dollars in military aid to Fiji, bringing the total to 40 million dollars in military aid.",
            ["JPN > FJI | approved | military aid | 9 million dollars"],
        ),
    ],
)
def test_a_package_is_its_sum_with_the_words_for_it(text: str, lines: list[str]) -> None:
    assert told(text) == lines


@pytest.mark.parametrize(
    "text",
    [
        "Canada announced $50 million in humanitarian aid to Latvia.",
        "Since 2014, Canada has provided $900 million in military aid to Latvia.",
        "The president is requesting $3 billion in military aid for Kenya.",
        "Parliament would have to approve $3 billion in military aid to Kenya.",
        "This brings total British military assistance to Kenya to $700 million in arms and equipment.",
        "The bank announced $50 million in support for Latvia.",
    ],
)
def test_totals_wishes_and_civil_aid_are_no_packages(text: str) -> None:
    assert told(text) == []


def test_a_sum_is_told_once() -> None:
    text = "Canada announced $50 million in military aid to Latvia. The $50 million in military aid to Latvia will come from Canada's stocks."
    assert told(text) == ["CAN > LVA | approved | military aid | $50 million"]


def test_up_to_makes_a_ceiling() -> None:
    kinds = []
    for words in ("up to $50 million", "$50 million"):
        (claim,) = officials(scene(f"Canada announced {words} in military aid to Latvia."))
        assert isinstance(claim.payload, Transfer)
        kinds.append((claim.payload.value_kind, claim.payload.amount, claim.payload.transfer_type))
    assert kinds == [("ceiling", 5e7, "aid"), ("programme", 5e7, "aid")]


LEAD = "Canada announced a new package of military aid to Latvia today. "


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        (
            f"{LEAD}The package includes 10 LAV 6 vehicles, 200 machine guns and helmets.",
            ["10 LAV 6 vehicles", "200 machine guns", "helmets"],
        ),
        (f"{LEAD}These new capabilities include howitzers and armoured vehicles.", ["howitzers", "armoured vehicles"]),
        (
            f"{LEAD}The package will arm them with modern weapons, including NLAW missiles with trainers.",
            ["NLAW missiles"],
        ),
        (
            f"{LEAD}It includes more ammunition for the Leopard and M109 vehicles.",
            ["ammunition for the Leopard and M109 vehicles"],
        ),
        (f"{LEAD}We have also approved the transfer of additional helicopters.", ["helicopters"]),
    ],
)
def test_a_sentence_on_the_package_tells_its_goods(text: str, goods: list[str]) -> None:
    found = [line.split(" | ", 2) for line in told(text, outlet="Ministry of Defence of Canada")]
    assert found == [["CAN > LVA", "approved", g.replace(" ", " | ", 1) if g[0].isdigit() else g] for g in goods]


@pytest.mark.parametrize(
    "text",
    [
        "The tour package to Peru includes a ride in tanks and helicopters.",
        f"{LEAD}Packages of our partners include tanks.",
        "The meal was good. It includes missiles of rice.",
    ],
)
def test_what_is_no_package_of_this_government_tells_no_goods(text: str) -> None:
    assert told(text) == []


def test_goods_taken_over_are_delivered() -> None:
    assert told(
        "The Ministry of Defence of Ghana took delivery of four patrol boats and 12 radars from the Netherlands on Monday."
    ) == [
        "NLD > GHA | delivered_full | four | patrol boats",
        "NLD > GHA | delivered_full | 12 | radars",
    ]
