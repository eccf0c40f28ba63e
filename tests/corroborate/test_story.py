"""Stories: texts about one thing are put together, in any order; a like thing elsewhere stays apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from legation.annotate.document import documents
from legation.annotate.segment import segment
from legation.corroborate.cluster import NEVER, clusters
from legation.corroborate.gist import Gist, gist, likeness
from legation.corroborate.story import deed, stories
from legation.pipeline import Tools
from legation.record.document import Document
from legation.record.span import Span
from tests.make import article

TEXTS = {
    "a": "A ferry sank off Zanzibar on Tuesday and 40 passengers drowned, the coast guard said.",
    "b": "Forty passengers drowned when the ferry sank near Zanzibar, the coast guard of Tanzania said.",
    "c": "A ferry ran aground off Bergen on Tuesday; nobody was hurt, Norway's police said.",
}
WORDS = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from([0.25, 0.5, 1.0]), max_size=4)


def _parsed(tools: Tools, text: str) -> tuple[Document, ...]:
    return documents(segment(article(text), tools.lexicon), tools.lexicon, tools.parser)


def test_two_reports_of_one_wreck_are_one_story_and_another_wreck_is_not(tools: Tools) -> None:
    found = stories({name: gist(_parsed(tools, text)) for name, text in TEXTS.items()})
    assert found["a"] == found["b"] != found["c"]


def test_a_deed_is_the_head_of_its_words(tools: Tools) -> None:
    text = "The coast guard called off its search for the ferry."
    at = text.index("called off")
    assert deed(_parsed(tools, text), Span(at, at + 10)) == "call"


def test_an_empty_text_is_a_story_of_its_own() -> None:
    assert len(set(stories({"a": {}, "b": {}}).values())) == 2


@given(
    st.dictionaries(st.sampled_from("uvwxyz"), WORDS).flatmap(lambda d: st.tuples(st.just(d), st.permutations([*d])))
)
def test_the_order_of_texts_changes_no_story(both: tuple[dict[str, Gist], list[str]]) -> None:
    texts, order = both
    assert stories(texts) == stories({name: texts[name] for name in order})


@given(WORDS, WORDS)
def test_likeness_is_the_same_in_both_directions(a: Gist, b: Gist) -> None:
    assert likeness(a, b) == likeness(b, a)


@given(st.lists(st.integers(0, 20), max_size=12), st.integers(1, 5))
def test_every_thing_is_in_one_group_and_what_is_ruled_out_never_is(things: list[int], apart: int) -> None:
    numbered = list(enumerate(things))
    found = clusters(numbered, lambda a, b: NEVER if abs(a[1] - b[1]) > apart else 1.0, 1.0)
    assert sorted(t for own in found for t in own) == numbered
    assert all(abs(a[1] - b[1]) <= apart for own in found for a in own for b in own)
