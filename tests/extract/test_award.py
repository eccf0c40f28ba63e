"""Contract announcements: who buys what, how many, for how much. All firms, contracts and sums are invented."""

from __future__ import annotations

import pytest

from legation.extract.award import announcements
from legation.extract.official import officials
from legation.extract.registrar import Registrar
from legation.model.transfer_encoder import ShippedTransferEncoder
from legation.record.claim import Claim
from legation.record.deal import Stage, Transfer
from tests.scenes import scene

NAVY = (
    "The Naval Sea Systems Command, Washington, District of Columbia, is the contracting activity (N00024-31-C-5555)."
)
ARMY = "Army Contracting Command, Redstone Arsenal, Alabama, is the contracting activity (W31P4Q-31-C-0999)."


def told(text: str) -> list[str]:
    """The claims of a text in a line each: recipient, count, goods, sum."""
    return [_line(claim) for claim in officials(scene(text))]


def _line(claim: Claim) -> str:
    payload, buyer = claim.payload, claim.one("recipient")
    assert isinstance(payload, Transfer) and buyer is not None
    count = f"{payload.best:.0f}" if payload.best is not None else "?"
    money = f"{payload.amount:.0f}" if payload.amount is not None else "?"
    return f"{buyer.words}: {count} {payload.designation}, {money}"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Oakwater Dynamics Corp., Dayton, Ohio, was awarded a $41,200,300 firm-fixed-price foreign military sales (Chile) contract "
            "for 36 M119A3 howitzers and associated spares. Bids were solicited via the internet with two received. Work will be "
            f"performed in Dayton, Ohio, with an estimated completion date of May 4, 2033. {ARMY}",
            ["Chile: 36 M119A3 howitzers, 41200300"],
        ),
        (
            "Bluefin Rotor Co., Macon, Georgia, is being awarded $9,000,000 for modification P00003 to a previously awarded contract "
            "for the procurement of seven MH-60R aircraft and 14 dipping sonars for the government of Norway under the Foreign Military "
            f"Sales program. Work will be performed in Macon, Georgia (70 percent); and Lima, Peru (30 percent). {NAVY}",
            ["Norway: 7 MH-60R aircraft, 9000000", "Norway: 14 dipping sonars, 9000000"],
        ),
        (
            "Harrow Optics Inc., Tulsa, Oklahoma, is awarded a $30,000,000 contract for the production of 90 Type 5 mast sights for the "
            "U.S. Navy (60); and the governments of Japan (20); and Spain (10). This contract combines purchases for the Navy "
            "($20,000,000; 67 percent); the government of Japan ($6,600,000; 22 percent); and the government of Spain ($3,400,000; 11 percent) "
            f"under the Foreign Military Sales program. {NAVY}",
            ["Japan: 20 Type 5 mast sights, 6600000", "Spain: 10 Type 5 mast sights, 3400000"],
        ),
        (
            "Quill Guidance Inc., Boise, Idaho, is awarded $60,000,000 for the procurement of 80 training missiles for the Navy (40), and the "
            "governments of Kenya (30) and Oman (10); 12 guidance units for the Army (8) and the government of Oman (4); and 6 test sets for "
            f"the Navy (6). Foreign military sales funds will be used. {NAVY}",
            ["Kenya: 30 training missiles, ?", "Oman: 10 training missiles, ?", "Oman: 4 guidance units, ?"],
        ),
        (
            "Pinecrest Missiles LP, Reno, Nevada, was awarded a $5,500,000 contract to supply Light Armour Trackers. This contract is 100 "
            f"percent foreign military sales to Kenya. {ARMY}",
            ["Kenya: ? Light Armour Trackers, 5500000"],
        ),
        (
            "Stonebridge Air LLC, Mobile, Alabama, was awarded a $12,000,000 contract for the overhaul of an F-16 fleet. Contractor will "
            f"overhaul 15 aircraft. This contract is 100 percent foreign military sales to Jordan. {ARMY}",
            ["Jordan: 15 F-16, 12000000"],
        ),
        (
            "Grey Heron Ships, Bath, Maine, is awarded an $800,000,000 modification for 12 Lot 9 patrol boats to include four for the Coast "
            "Guard, five for the government of Ghana, and three for the Republic of the Philippines. Foreign military sales funds will be used. In accordance with 10 U.S. Code "
            f"2304(c)(4), this contract was not competitively procured. {NAVY}",
            ["Ghana: 5 Lot 9 patrol boats, ?", "Republic of the Philippines: 3 Lot 9 patrol boats, ?"],
        ),
    ],
)
def test_each_buyer_and_ware_is_a_claim(text: str, lines: list[str]) -> None:
    assert told(text) == lines


@pytest.mark.parametrize(
    "text",
    [
        f"Oakwater Dynamics Corp., Dayton, Ohio, was awarded a $41,200,300 contract for 36 tents. {ARMY}",
        "Chile was awarded the games of 2031 by a vote of 41 to 9.",
        "The firm was awarded a $9,000,000 contract by the city of Lima for 36 buses.",
    ],
)
def test_what_has_no_foreign_buyer_is_no_announcement_of_ours(text: str) -> None:
    assert list(announcements(scene(text))) == []


CHILE = (
    "Oakwater Dynamics Corp., Dayton, Ohio, was awarded a $41,200,300 foreign military sales contract (Chile) for 36 M119A3 howitzers. "
    + ARMY
)


def test_the_agency_supplies_and_the_contract_is_signed() -> None:
    (claim,) = officials(scene(CHILE))
    supplier, weapon = claim.one("supplier"), claim.one("weapon")
    assert supplier is not None and weapon is not None and isinstance(claim.payload, Transfer)
    assert (supplier.words, weapon.words) == ("Army Contracting Command", "M119A3")
    assert (claim.payload.stage, claim.payload.transfer_type, claim.payload.currency) == (Stage.SIGNED, "sale", "USD")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Oakwater Corp. was awarded a $5,000 FMS (Chile) contract for 36 M119A3 howitzers",
            ["Chile: 36 M119A3 howitzers, 5000"],
        ),
        ("FMS to Chile: $5,000. Oakwater Corp. was awarded", []),
    ],
)
def test_a_text_may_end_with_its_goods_or_before_them(text: str, lines: list[str]) -> None:
    assert told(text) == lines


SOLD = "Russia delivered 24 Su-30 fighters to India in May."


def test_an_announcement_is_left_to_its_own_reader() -> None:
    asked = Registrar(ShippedTransferEncoder()).questions
    assert len(list(asked(scene(SOLD)))) == 1
    assert list(asked(scene(f"{CHILE} {SOLD}"))) == []
    assert len(list(asked(scene(f"{CHILE}\n\n{SOLD}")))) == 1


def test_numbers_are_those_of_the_words_beside_them() -> None:
    (claim,) = officials(scene(CHILE))
    assert isinstance(claim.payload, Transfer)
    assert (claim.payload.quantity_words, claim.payload.value_words) == ("36", "$41,200,300")


def test_a_sum_that_pays_for_several_goods_is_bundled() -> None:
    text = f"Bluefin Rotor Co. was awarded a $9,000,000 FMS (Norway) contract for seven MH-60R aircraft and 14 dipping sonars. {NAVY}"
    claims = [c.payload for c in officials(scene(text)) if isinstance(c.payload, Transfer)]
    assert [c.bundled for c in claims] == [True, True]
    (alone,) = officials(scene(CHILE))
    assert isinstance(alone.payload, Transfer)
    assert (alone.payload.bundled, alone.payload.value_kind) == (False, "contract")


def test_later_sentences_keep_the_buyer_and_their_own_goods() -> None:
    text = (
        "Grey Rotor Inc., Mesa, Arizona, is awarded a $90,000,000 contract for 24 MH-60R helicopters for the government of Norway. This "
        f"contract also provides for 12 spare engines. In addition, it procures 40 AGM-114 missiles. Foreign Military Sales funds will be used. {NAVY}"
    )
    assert told(text) == [
        "Norway: 24 MH-60R helicopters, 90000000",
        "Norway: 12 engines, 90000000",
        "Norway: 40 AGM-114 missiles, 90000000",
    ]


def test_a_service_keeps_its_whole_name_and_is_no_weapon() -> None:
    text = f"Quill Air Inc., Boise, Idaho, was awarded a $6,500,000 contract for F-16 aircraft maintenance for Jordan. This contract is 100 percent foreign military sales to Jordan. {ARMY}"
    (claim,) = officials(scene(text))
    weapon = claim.one("weapon")
    assert isinstance(claim.payload, Transfer) and weapon is not None
    assert claim.payload.designation == weapon.words == "F-16 aircraft maintenance"


def test_the_number_of_a_version_counts_nothing() -> None:
    text = f"Quill Radar Inc., Boise, Idaho, was awarded a $6,500,000 contract for AN/APG-63(V) 3 radar in Jordan's aircraft. This contract is 100 percent foreign military sales to Jordan. {ARMY}"
    payloads = [c.payload for c in officials(scene(text))]
    assert [(p.designation, p.best) for p in payloads if isinstance(p, Transfer)] == [("radar", None)]
