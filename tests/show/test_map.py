"""Places are drawn no more exactly than they are told."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from legation.show.map import Spot, View, outlines, view_of, world


def spot(precision: int, country: str = "PAK", name: str = "Quetta") -> Spot:
    return Spot(name=name, country=country, lat=30.2, lon=67.0, precision=precision, count=1, link="/x")


def test_a_state_is_shaded_and_no_point_is_put_into_it() -> None:
    drawn = str(world([spot(6)], title="map"))
    assert "told" in drawn and "disc" not in drawn and "doubt" not in drawn


def test_an_exact_place_is_a_disc_and_a_vague_one_a_ring() -> None:
    exact, vague = str(world([spot(1)], title="map")), str(world([spot(4)], title="map"))
    assert "disc" in exact and "doubt" not in exact and "doubt" in vague and "disc" not in vague


def test_no_outline_crosses_the_whole_world() -> None:
    drawn = str(world([], title="map"))
    for path in re.findall(r' d="([^"]+)"', drawn):
        for ring in path.split("M")[1:]:
            xs = [float(point.split()[0]) for point in ring.rstrip("Z").split("L")]
            assert max(abs(a - b) for a, b in zip(xs, xs[1:] + xs[:1], strict=True)) < 480


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-55, 80)), min_size=1, max_size=8))
def test_every_place_lies_in_the_view(points: list[tuple[float, float]]) -> None:
    view = view_of(
        [Spot(name="x", country=None, lat=lat, lon=lon, precision=1, count=1, link="") for lon, lat in points]
    )
    for lon, lat in points:
        x, y = view.at(lon, lat)
        assert -1 <= x <= 961 and -1 <= y <= view.height + 1


def test_the_world_has_its_states() -> None:
    assert {"PAK", "RUS", "XKX"} <= set(outlines()) and View().height > 0
