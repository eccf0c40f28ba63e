"""Goods in the lists of official texts: one name each, its count, no services. All lists are invented."""

from __future__ import annotations

import pytest

from legation.extract.goods import goods_in
from legation.record.span import Span
from tests.scenes import scene


def listed(line: str) -> list[str]:
    """The goods of a line, each as "count x name"; a name alone has no count."""
    made = scene(f"The ministry said this today, in its house.\n\nThe list follows below.\n\n{line}")
    start = made.article.text.index(line)
    goods = goods_in(made, Span(start, start + len(line)))
    return [f"{g.count.words} x {made.words(g.span)}" if g.count else made.words(g.span) for g in goods]


@pytest.mark.parametrize(
    ("line", "goods"),
    [
        (
            "300 NLAW, 40 light mortars, and 2,500 M72 rockets;",
            ["300 x NLAW", "40 x light mortars", "2,500 x M72 rockets"],
        ),
        ("60 mortars and ammunition;", ["60 x mortars", "ammunition"]),
        (
            "More than 3 million rounds of rifle ammunition and mortar and tank rounds;",
            ["More than 3 million x rounds of rifle ammunition and mortar and tank rounds"],
        ),
        ("nearly 9,000 mortar, tank, and artillery rounds", ["nearly 9,000 x mortar, tank, and artillery rounds"]),
        ("400 sets of body armor; and", ["400 x sets of body armor"]),
        ("12 Bushmaster vehicles and other vehicles", ["12 x Bushmaster vehicles and other vehicles"]),
        ("Helmets, night vision devices, and other gear.", ["Helmets", "night vision devices"]),
        ("• a dozen trucks;", ["a dozen x trucks"]),
        ("twenty (20) Javelin missiles; (4) M777 howitzers", ["twenty x Javelin missiles", "4 x M777 howitzers"]),
        ("an undisclosed number of tanks", ["an undisclosed number of x tanks"]),
        ("Stinger and Javelin missiles", ["Stinger", "Javelin missiles"]),
        ("ammunition for the mortars and howitzers", ["ammunition for the mortars and howitzers"]),
        ("18 radars to find drones and 6 jammers", ["18 x radars", "6 x jammers"]),
        ("up to 40 radars with spares", ["up to 40 x radars"]),
    ],
)
def test_each_of_the_goods_has_its_own_name_and_count(line: str, goods: list[str]) -> None:
    assert listed(line) == goods


@pytest.mark.parametrize(
    "line",
    [
        "Training for 200 soldiers",
        "Satellite imagery and analysis capability",
        "$20 million in fuel",
        "30 instructors and 4 advisers",
        "logistics support and sustainment",
        "highly effective weapons",
    ],
)
def test_services_money_and_people_are_no_goods(line: str) -> None:
    assert listed(line) == []


def test_a_squadron_is_no_number_of_aircraft() -> None:
    made = scene("The ministry said this today.\n\nThe list follows below.\n\ntwo squadrons of F-16 fighters")
    (good,) = goods_in(made, made.document.sentences[-1].span)
    assert good.count is not None
    assert (made.words(good.span), good.count.best, good.count.words) == ("F-16 fighters", None, "two squadrons of")


def test_goods_for_other_goods_are_not_linked_to_these() -> None:
    made = scene("The list follows below.\n\nAnd this is all.\n\nammunition for the HIMARS launchers")
    (good,) = goods_in(made, made.document.sentences[-1].span)
    assert good.weapon == good.span
