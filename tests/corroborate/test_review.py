"""Decisions find their words again; agreement is Cohen's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.corroborate.review import agreement, attach, disputed, standing
from legation.record.claim import Claim
from legation.record.decision import Action, Decision, decide, undo
from legation.record.event import EventCode
from legation.record.span import Span


def claim(words: str = "Iran attacked Iraq", start: int = 0, type_: str = "ASSAULT") -> Claim:
    payload = EventCode(event_type=type_, quad=4, score=-9)
    return Claim(
        id=f"clm_{type_}{start}", article="art_1", document="body", sentence=0, span=Span(start, start + len(words)), words=words,
        payload=payload, made_by="test@1",
    )  # fmt: skip


def said(target: str, reviewer: str, action: Action, at: str = "2024-01-01") -> Decision:
    return Decision(id=f"{target}{reviewer}{at}", target=target, action=action, reviewer=reviewer, at=at, text_hash="")


def test_a_decision_stays_on_its_claim() -> None:
    decision = decide(claim(), "accept", reviewer="me", at="2024")
    assert attach(decision, [claim("Iran left"), claim()]).how == "same"


def test_a_decision_finds_its_words_when_the_claim_is_read_anew() -> None:
    decision = decide(claim(), "accept", reviewer="me", at="2024")
    changed = attach(decision, [claim(type_="COERCE"), claim("Iraq fled", 30)])
    moved = attach(decision, [claim(start=90), claim(start=40)])
    assert (changed.how, moved.how, moved.claim and moved.claim.span.start) == ("changed", "moved", 40)


def test_a_decision_without_its_words_is_lost_and_not_put_on_others() -> None:
    decision = decide(claim(), "accept", reviewer="me", at="2024")
    assert attach(decision, [claim("Iran attacked Kuwait")]).how == "lost"


def test_an_undo_takes_one_word_back_and_the_earlier_one_does_not_return() -> None:
    first, second = said("a", "me", "accept", "2024-01-01"), said("a", "me", "reject", "2024-01-02")
    assert standing([first, second]) == (second,)
    assert standing([second, undo(second, reviewer="me", at="2024-01-03"), first]) == (first,)


def test_kappa_is_cohens() -> None:
    pairs = (
        [("accept", "accept")] * 20
        + [("accept", "reject")] * 5
        + [("reject", "accept")] * 10
        + [("reject", "reject")] * 15
    )
    decisions = [
        said(str(n), who, action) for n, pair in enumerate(pairs) for who, action in zip("ab", pair, strict=True)
    ]  # type: ignore[arg-type]
    found = agreement("a", "b", decisions)
    assert found.agreed == 0.7 and found.kappa == pytest.approx(0.4)


def test_kappa_of_one_word_only_is_not_defined() -> None:
    found = agreement("a", "b", [said("1", "a", "accept"), said("1", "b", "accept")])
    assert (found.agreed, found.kappa) == (1, None)


def test_what_annotators_differ_on_waits_for_the_adjudicator() -> None:
    differ = [said("1", "a", "accept"), said("1", "b", "reject"), said("2", "a", "accept"), said("2", "b", "accept")]
    final = Decision(
        id="x", target="1", action="accept", reviewer="c", at="2024-02", text_hash="", standing="adjudicator"
    )
    assert disputed(differ) == ("1",) and disputed([*differ, final]) == ()


@given(
    st.lists(
        st.tuples(st.integers(0, 5), st.sampled_from("ab"), st.sampled_from(["accept", "reject", "cannot_tell"])),
        max_size=30,
    ),
    st.randoms(),
)
def test_the_order_in_which_decisions_are_met_changes_nothing(
    made: list[tuple[int, str, Action]], random: object
) -> None:
    decisions = [said(str(t), who, action, f"2024-{n:04}") for n, (t, who, action) in enumerate(made)]
    mixed = list(decisions)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert standing(mixed) == standing(decisions) and agreement("a", "b", mixed) == agreement("a", "b", decisions)
