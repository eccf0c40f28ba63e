"""Notices of a possible sale abroad, in old and new wording. All sales, firms and numbers are invented."""

from __future__ import annotations

import pytest

from legation.extract.official import officials
from legation.record.deal import Transfer
from tests.scenes import scene, told

NEW = """WASHINGTON, March 3, 2031 - The State Department has made a determination approving a possible Foreign Military Sale to the Government of Norway of P-8A aircraft and related equipment for an estimated cost of $1.2 billion. The agency delivered the required certification to Congress today.

The Government of Norway has requested to buy five (5) P-8A Patrol Aircraft; and twenty-four (24) AGM-84 Harpoon missiles. Also included are spare and repair parts; AN/AAR-54 missile warning sensors; personnel training; and other related elements of logistics support. The total estimated cost is $1.2 billion.

This proposed sale will support the security of a NATO Ally.

The principal contractors will be Oakwater Dynamics, Dayton, Ohio; and Quill Guidance Inc., Boise, Idaho. There are no known offset agreements proposed in connection with this potential sale.

This notice of a potential sale is required by law. Transmittal No. 31-07"""

OLD = """The Defense Security Cooperation Agency notified Congress Sept. 5 of a possible Foreign Military Sale to Kenya of 24 armed helicopters as well as associated equipment and services. The total value, if all options are exercised, could be as high as $300 million.

The Government of Kenya has requested a possible sale of (24) MD 530F helicopters, (48) M134 miniguns, spare and repair parts, and technical data. The estimated cost is $300 million.

The prime contractor will be determined from a competition. There are no known offset agreements."""

REGISTER = """Notice of the Department

The Department publishes this notice of an arms sale.

(i) Prospective Purchaser: Government of Chile

(ii) Total Estimated Value:

TOTAL $100 million

(iii) Description and Quantity of Articles under Consideration for Purchase:

Major Defense Equipment (MDE):

Thirty-six (36) M119A3 howitzers

Twelve (12) AN/TPQ-53 radars

Non-MDE:

Also included are radios; and other related elements of logistics support.

(iv) Military Department: Army

This is a foreign military sales case of the United States."""


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            NEW,
            [
                "USA > NOR | notified | five | P-8A Patrol Aircraft | $1.2 billion",
                "USA > NOR | notified | twenty-four | AGM-84 Harpoon missiles | $1.2 billion",
                "USA > NOR | notified | AN/AAR-54 missile warning sensors | $1.2 billion",
            ],
        ),
        (
            OLD,
            [
                "USA > KEN | notified | 24 | MD 530F helicopters | $300 million",
                "USA > KEN | notified | 48 | M134 miniguns | $300 million",
            ],
        ),
        (
            REGISTER,
            [
                "USA > CHL | notified | Thirty-six | M119A3 howitzers | $100 million",
                "USA > CHL | notified | Twelve | AN/TPQ-53 radars | $100 million",
                "USA > CHL | notified | radios | $100 million",
            ],
        ),
        (
            "The State Department has approved a possible Foreign Military Sale of 20 M1A2 tanks to Romania for an estimated $500 million.",
            ["USA > ROU | notified | 20 | M1A2 tanks | an estimated $500 million"],
        ),
    ],
)
def test_each_of_the_goods_requested_is_a_claim(text: str, lines: list[str]) -> None:
    assert told(text) == lines


def test_a_notice_gives_a_ceiling_its_number_the_makers_and_the_offsets() -> None:
    first, _, beside = officials(scene(NEW))
    assert isinstance(first.payload, Transfer)
    assert (first.payload.value_kind, first.payload.bundled, first.payload.notice) == ("ceiling", True, "31-07")
    assert first.payload.offsets is not None and first.payload.offsets.startswith("There are no known offset")
    assert [r.words for r in first.all("supplier_entity")] == ["Oakwater Dynamics", "Quill Guidance Inc"]
    assert [r.words for r in first.all("cue")] == []
    assert [r.words for r in beside.all("cue")] == ["Also included are"]


def test_makers_still_to_be_chosen_are_none() -> None:
    assert all(not claim.all("supplier_entity") for claim in officials(scene(OLD)))


@pytest.mark.parametrize(
    "text",
    [
        "The State Department has approved a possible Foreign Military Sale to Korea of F-35 sustainment for an estimated cost of $70 million.",
        "The shop announced a possible sale of tanks to the museum for $70.",
        "The Government of Kenya has requested help with its harvest.",
    ],
)
def test_services_and_other_sales_are_no_notices_of_arms(text: str) -> None:
    assert told(text) == []
