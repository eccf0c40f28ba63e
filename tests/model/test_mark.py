from hypothesis import given
from hypothesis import strategies as st

from legation.extract.encoder import Pair
from legation.model.mark import ACTOR, MARKS, RECIPIENT, TRIGGER, marked, window
from legation.record.span import Span


def test_marks_stand_around_the_parties() -> None:
    pair = Pair("Foo met Bar.", (Span(0, 3),), (Span(8, 11),), Span(4, 7))
    words = [ACTOR[0], "Foo", ACTOR[1], TRIGGER[0], "met", TRIGGER[1], RECIPIENT[0], "Bar", RECIPIENT[1], "."]
    assert marked(pair).split() == words


def test_marks_in_the_text_itself_are_harmless() -> None:
    text = f"{ACTOR[0]} Foo met Bar."
    assert marked(Pair(text, (Span(10, 14),))).count(ACTOR[0]) == 1


def test_a_span_within_another_closes_first() -> None:
    assert marked(Pair("the Foo army", (Span(0, 12),), (Span(4, 7),))).split()[-1] == ACTOR[1]


@given(st.lists(st.integers(10, 99), max_size=80), st.integers(4, 40), st.data())
def test_a_window_is_a_piece_that_holds_the_first_mark(ids: list[int], size: int, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, max(0, len(ids) - 1)))
    ids = [*ids[:place], 1, *ids[place:]]
    found = window(ids, frozenset({1}), size)
    assert len(found) == min(size, len(ids))
    assert 1 in found
    assert any(ids[n : n + len(found)] == found for n in range(len(ids)))


def test_every_mark_is_one_of_its_own() -> None:
    assert len(set(MARKS)) == 6
