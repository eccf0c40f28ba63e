"""Happenings: reports of one deed are one, a like deed on another day is not, a denial contests, and order changes nothing."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from legation.corroborate.event import fold_events
from legation.corroborate.near import near
from legation.corroborate.report import reports
from legation.record.chain import Step, StepRole
from legation.record.claim import Aux, Claim, Role, claim_id
from legation.record.event import EventCode
from legation.record.link import Link
from legation.record.reading import Reading
from legation.record.span import Span
from legation.record.when import When
from tests.make import article


def says(word: str = "struck", **told: Any) -> Reading:
    """A reading with one event claim, by CHL on PER unless `actor` or `recipient` say otherwise; `on` is the day of publication."""
    roles = {"actor": told.get("actor", "CHL"), "trigger": word, "recipient": told.get("recipient", "PER")}
    text = " ".join(roles.values()) + f" {sorted(told.items())}"
    frame = {k: told[v] for k, v in (("published", "on"), ("outlet", "outlet")) if told.get(v)}
    made = article(text, **frame)
    parts = tuple(Role(r, Span(text.index(w), text.index(w) + len(w)), w) for r, w in roles.items())
    payload = EventCode(event_type=told.get("type", "ASSAULT"), quad=4, score=-10.0)
    day = told.get("when")
    when = When(span=Span(0, 1), verbatim=day, start=day, end=day, precision="day", basis="stated") if day else None
    agency, official = told.get("agency"), told.get("official")
    chain = (Step(role=StepRole.AGENCY, holder=agency),) if agency else ()
    if official:
        at = next(p.span for p in parts if p.words == official)
        chain = (Step(role=StepRole.SPEAKER, holder=official, holder_span=at, source_class="official_named"),)
    claim = Claim(
        id=claim_id(made.id, payload, Span(0, len(text)), parts), article=made.id, document=made.id, sentence=0, span=Span(0, len(text)),
        words=text, payload=payload, roles=parts, chain=chain,
        aux=Aux(told.get("aux", "asserted")), background=told.get("background", False), when=when, made_by="hand",
    )  # fmt: skip
    links = tuple(
        Link(article=made.id, span=p.span, words=p.words, sort="actor", target=p.words, name=p.words, kind="state",
             country=p.words, score=1.0, reason="by hand") for p in parts if p.role != "trigger"
    )  # fmt: skip
    return Reading(article=made, claims=(claim,), links=links)


A = {"on": "2024-05-02", "when": "2024-05-01", "outlet": "Andes Post"}
B = {"on": "2024-05-03", "outlet": "Lima Courier"}


def test_a_dated_report_and_one_of_the_day_after_are_one_happening_whatever_their_words() -> None:
    (event,) = fold_events([says(**A), says("shelled", **{**B, "on": "2024-05-02"})])
    assert (event.documents, event.origins, event.status, event.start) == (2, 2, "corroborated", "2024-05-01")


def test_days_later_the_word_must_speak_for_it_too() -> None:
    assert len(fold_events([says(**A), says(**B)])) == 1
    assert len(fold_events([says(**A), says("shelled", **B)])) == 2


def test_the_same_deed_told_of_two_days_is_two_happenings() -> None:
    assert len(fold_events([says(**A), says(**{**A, "when": "2024-05-04"})])) == 2


def test_the_deed_of_the_other_side_is_a_happening_of_its_own() -> None:
    assert len(fold_events([says(**A), says("shelled", **B, actor="PER", recipient="CHL")])) == 2


def test_two_reports_of_one_agency_are_one_origin() -> None:
    (event,) = fold_events([says(**A, agency="MNA"), says(**B, agency="MNA")])
    assert (event.documents, event.outlets, event.origins, event.status) == (2, 2, 1, "reported")


def test_a_denial_contests_what_it_denies_and_nothing_of_another_month() -> None:
    found = fold_events([says(**A), says(**B, aux="negated"), says(on="2024-01-01", when="2024-01-01")])
    assert {(e.start, e.status) for e in found} == {
        ("2024-05-01", "contested"), (None, "denied"), ("2024-01-01", "reported")
    }  # fmt: skip


def test_the_doers_official_confirms_and_the_other_sides_only_accuses() -> None:
    assert [e.status for e in fold_events([says(**A, official="CHL")])] == ["officially_confirmed"]
    assert [e.status for e in fold_events([says(**A, official="PER")])] == ["reported"]


def test_what_is_planned_is_a_forecast_and_joins_no_fact() -> None:
    assert {e.status for e in fold_events([says(**A), says(**B, aux="planned")])} == {"reported", "forecast"}


def test_claims_without_any_day_are_never_put_together_across_articles() -> None:
    assert len(fold_events([says(outlet="Andes Post"), says(outlet="Lima Courier")])) == 2


def test_the_score_says_why() -> None:
    one, other = reports([says(**A), says("shelled", **B)])
    features = near(one, other)
    assert features is not None
    assert [(f.name, f.score) for f in features] == [
        ("sides", 3), ("type", 2), ("mode", 0), ("time", 0), ("place", 0), ("word", 0)
    ]  # fmt: skip
    assert features[3].reason == "2 days between"


READINGS = st.lists(
    st.fixed_dictionaries(
        {
            "type": st.sampled_from(["ASSAULT", "COERCE", "CONSULT"]),
            "when": st.sampled_from([None, "2024-05-01", "2024-05-02", "2024-05-06"]),
            "on": st.sampled_from([None, "2024-05-02", "2024-05-03", "2024-05-12"]),
            "outlet": st.sampled_from(["Andes Post", "Lima Courier"]),
            "aux": st.sampled_from(["asserted", "planned", "negated"]),
            "actor": st.sampled_from(["CHL", "PER"]),
        }
    ).map(lambda told: says(**told)),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(READINGS.flatmap(lambda own: st.tuples(st.just(own), st.permutations(own))))
def test_order_and_repeats_change_nothing(both: tuple[list[Reading], list[Reading]]) -> None:
    own, shuffled = both
    assert fold_events(own) == fold_events([*shuffled, *own[:3]])


@settings(max_examples=60, deadline=None)
@given(READINGS)
def test_every_claim_is_in_exactly_one_happening(own: list[Reading]) -> None:
    found = [c for e in fold_events(own) for c in e.claims]
    assert sorted(found) == sorted({c.id for r in own for c in r.claims})


@settings(max_examples=60, deadline=None)
@given(READINGS)
def test_reports_of_other_parties_change_no_happening(own: list[Reading]) -> None:
    more = [says(**A, actor="FRA", recipient="DEU")]
    assert {e.id for e in fold_events(own)} <= {e.id for e in fold_events([*own, *more])}
