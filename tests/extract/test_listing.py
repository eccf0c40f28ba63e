"""Lists of goods under a sentence that says who gives what to whom. All governments' acts are invented."""

from __future__ import annotations

import pytest

from legation.extract.official import officials
from legation.extract.registrar import Registrar
from legation.model.transfer_encoder import ShippedTransferEncoder
from tests.scenes import scene, told

AID = """Prime Minister Anders Holm today announced 9 million euros in military aid to Moldova. Norway stands by its friends.

The new package includes:

40 NLAW anti-tank missiles;

300 rifles, 20 mortars, and 4 patrol boats; and

training for 60 soldiers.

In addition to these goods, earlier Norwegian assistance committed to Moldova includes:

Over 200 machine guns;

Medical equipment."""


def test_the_lines_of_a_list_are_goods_and_the_list_of_earlier_aid_is_background() -> None:
    assert told(AID, published="2031-04-02")[:-1] == [
        "NOR > MDA | approved | 40 | NLAW anti-tank missiles",
        "NOR > MDA | approved | 300 | rifles",
        "NOR > MDA | approved | 20 | mortars",
        "NOR > MDA | approved | 4 | patrol boats",
        "NOR > MDA | approved | Over 200 | machine guns | background",
        "NOR > MDA | approved | Medical equipment | background",
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Australia will provide a new package of military assistance to Tonga: 2 Guardian-class patrol boats; up to 90 rifles; and "
            "training of crews. The prime minister said it was a good day.",
            ["AUS > TON | approved | 2 | Guardian-class patrol boats", "AUS > TON | approved | up to 90 | rifles"],
        ),
        (
            "Finland has delivered the following equipment to Latvia:\n\n• 12 Sisu armoured personnel carriers\n• a dozen 81mm mortars\n\n"
            "It was flown from Turku.",
            [
                "FIN > LVA | delivered_full | 12 | Sisu armoured personnel carriers",
                "FIN > LVA | delivered_full | a dozen | 81mm mortars",
            ],
        ),
        (
            "The Ministry of Defence of Peru has ordered the following equipment from Spain:\n- 3 C-295 aircraft\n- 20 radars\n",
            ["ESP > PER | signed | 3 | C-295 aircraft", "ESP > PER | signed | 20 | radars"],
        ),
    ],
)
def test_the_stage_is_that_of_the_words_before_the_list(text: str, lines: list[str]) -> None:
    assert told(text) == lines


def test_the_government_that_speaks_gives() -> None:
    text = "We are sending a new package of military aid to Kenya today, which includes:\n\n6 M777 howitzers;\n\n40 radios; and\n\n20 jammers."
    assert told(text, outlet="Ministry of Defence of Canada")[0] == "CAN > KEN | approved | 6 | M777 howitzers"


@pytest.mark.parametrize(
    "text",
    [
        "Cooking for many. You need the following equipment:\n\n- 2 knives\n- 3 pots\n- 1 rifle to shoot the deer",
        "Police in Peru seized the following weapons on the way to Chile:\n\n- 12 rifles;\n- 3 grenades; and\n- 2 machine guns.",
        "Russia lost the following equipment in its war on Ukraine:\n\n- 12 tanks;\n- 3 howitzers; and\n- 2 radars.",
        "The humanitarian assistance to Kenya includes:\n\n- 12 tents;\n- 3 ambulances; and\n- 2 tanks of water.",
        "The delegation from Ghana to Kenya included:\n\n- 12 officers;\n- 3 ministers; and\n- 2 pilots of helicopters.",
    ],
)
def test_a_list_of_other_things_tells_no_transfer(text: str) -> None:
    assert told(text) == []


def test_a_list_is_not_read_again_as_running_text() -> None:
    made = scene(
        "Finland has delivered the following equipment to Latvia:\n\n• 12 mortars\n• 6 howitzers\n\nItaly delivered 4 tanks to Kenya."
    )
    read = [asked.item.designation for asked in Registrar(ShippedTransferEncoder()).questions(made)]
    assert read == ["tanks"]
    assert len(list(officials(made))) == 2
