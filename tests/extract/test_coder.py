"""Events by an encoder: which answers are believed, which of them are told, and what stands in their claims. The encoder is a fake one
that answers by the word of the event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from legation.extract.coder import Coder
from legation.extract.encoder import Ask, Coding, Encoder, Kind, Limits, Manner, Pair, Uses
from legation.extract.event import code, types
from legation.record.claim import Aux, Claim
from legation.record.event import EventCode
from tests.scenes import scene

MANNER = Manner(
    symmetric=("AGREE", "CONSULT"),
    two_sided=("AGREE", "CONSULT", "SUPPORT", "ACCUSE"),
    on_things=("ASSAULT", "PROTEST"),
    on_deeds=("REJECT",),
    in_place=("COERCE",),
)
OWN = {"SNUB": Kind(quad=3, score=-1.5, codes={"cameo": "120", "acled": "none"})}


def answer(event_type: str | None, share: float = 0.95, mode: str | None = None) -> Coding:
    return Coding(
        type=event_type,
        confidence=share,
        typed=event_type or "SUPPORT",
        share=share,
        mode=mode,
        standing="asserted",
    )


class Often(dict[str, Uses]):
    """Every word that is not in it is an event's wherever it stands."""

    def get(self, key: str, default: object = None) -> Uses:  # type: ignore[override]
        return super().get(key, Uses(two=1.0, thing=1.0, one=1.0))


class Fake:
    """Answers by the event's word, or by "word recipient" where that is in the table; NONE to all else."""

    version = "fake-7"
    limits = Limits()
    manner = MANNER
    own: Mapping[str, Kind] = OWN

    def __init__(self, answers: Mapping[str, Coding], uses: Mapping[str, Uses] | None = None) -> None:
        self.answers = answers
        self.uses = Often() if uses is None else uses
        self.calls: list[Sequence[Pair]] = []

    def classify(self, pairs: Sequence[Pair]) -> list[Coding]:
        self.calls.append(pairs)
        return [self._one(pair) for pair in pairs]

    def _one(self, pair: Pair) -> Coding:
        assert pair.trigger is not None
        word = pair.text[pair.trigger.slice]
        whole = " ".join([word, *(pair.text[s.slice] for s in pair.recipients)])
        return self.answers.get(whole) or self.answers.get(word) or answer(None, 0.99)


def claims(text: str, answers: Mapping[str, Coding], limits: Limits | None = None) -> list[Claim]:
    fake: Encoder = Fake(answers)
    return list(Coder(fake, limits)(scene(text)))


def sides(claim: Claim) -> tuple[list[str], list[str]]:
    return [r.words for r in claim.all("actor")], [r.words for r in claim.all("recipient")]


def payload(claim: Claim) -> EventCode:
    assert isinstance(claim.payload, EventCode)
    return claim.payload


def told(text: str, answers: Mapping[str, Coding], limits: Limits | None = None) -> list[str]:
    """The events in a line each: type, actors, recipients."""
    found = []
    for claim in claims(text, answers, limits):
        actors, recipients = sides(claim)
        found.append(f"{payload(claim).event_type} {', '.join(actors)} > {', '.join(recipients)}".strip(" >"))
    return found


# --- limits


@pytest.mark.parametrize(
    ("text", "word", "share", "believed"),
    [
        ("Peru shunned Chile.", "shunned", 0.49, False),
        ("Peru shunned Chile.", "shunned", 0.5, True),
        ("Kenya rejoiced.", "rejoiced", 0.89, False),
        ("Kenya rejoiced.", "rejoiced", 0.9, True),
    ],
)
def test_an_answer_is_believed_from_its_limit_on(text: str, word: str, share: float, believed: bool) -> None:
    assert bool(told(text, {word: answer("PROTEST", share)})) is believed


def test_the_limits_given_go_before_those_of_the_encoder() -> None:
    asked = {"shunned": answer("PROTEST", 0.7), "rejoiced": answer("PROTEST", 0.7)}
    text = "Peru shunned Chile. Kenya rejoiced."
    assert told(text, asked) == ["PROTEST Peru > Chile"]
    assert told(text, asked, Limits(two=0.8, one=0.5)) == ["PROTEST Kenya"]


def test_no_event_is_none_however_sure() -> None:
    assert told("Peru shunned Chile.", {"shunned": answer(None, 1.0)}) == []


# --- how types take their parties


@pytest.mark.parametrize(("event_type", "found"), [("ACCUSE", []), ("MOBILIZE", ["MOBILIZE Kenya"])])
def test_a_two_sided_type_needs_both(event_type: str, found: list[str]) -> None:
    assert told("Kenya rejoiced.", {"rejoiced": answer(event_type, 0.99)}) == found


@pytest.mark.parametrize(
    ("event_type", "share", "found"),
    [
        ("CONSULT", 0.5, ["CONSULT Ghana, Togo"]),
        ("CONSULT", 0.49, []),
        ("ACCUSE", 0.99, []),
        ("MOBILIZE", 0.7, []),
        ("MOBILIZE", 0.95, ["MOBILIZE Ghana, Togo"]),
    ],
)
def test_two_actors_are_the_two_sides_of_a_symmetric_type(event_type: str, share: float, found: list[str]) -> None:
    assert told("Ghana and Togo bickered.", {"bickered": answer(event_type, share)}) == found


def test_two_sides_without_a_recipient_need_the_limit_for_two() -> None:
    asked = {"bickered": answer("CONSULT", 0.7)}
    assert told("Ghana and Togo bickered.", asked, Limits(two=0.71, one=0.5)) == []
    assert told("Ghana and Togo bickered.", asked, Limits(two=0.7, one=0.99)) == ["CONSULT Ghana, Togo"]


@pytest.mark.parametrize(
    ("event_type", "share", "found"),
    [
        ("ASSAULT", 0.6, ["ASSAULT Peru > a bridge"]),
        ("COERCE", 0.9, ["COERCE Peru > a bridge"]),
        ("COERCE", 0.89, []),
        ("ACCUSE", 0.99, []),
    ],
)
def test_what_is_not_done_to_things_needs_the_limit_for_one_where_a_thing_suffers_it(
    event_type: str, share: float, found: list[str]
) -> None:
    assert told("Peru wrecked a bridge.", {"wrecked": answer(event_type, share)}) == found


@pytest.mark.parametrize(
    ("event_type", "found"), [("PROTEST", ["PROTEST Norway > Latvia"]), ("ASSAULT", ["ASSAULT Norway > a ship"])]
)
def test_a_thing_goes_behind_a_party_but_for_deeds_of_force(event_type: str, found: list[str]) -> None:
    answers = {"lent Latvia": answer("PROTEST", 0.6), "lent a ship": answer(event_type, 0.95)}
    assert told("Norway lent Latvia a ship.", answers) == found


@pytest.mark.parametrize(("event_type", "found"), [("REJECT", ["REJECT Peru > Chile"]), ("COERCE", [])])
def test_by_way_of_its_deed_a_party_suffers_only_what_is_aimed_at_deeds(event_type: str, found: list[str]) -> None:
    assert told("Peru shunned Chile's offer.", {"shunned": answer(event_type)}) == found


def test_a_person_suffers_what_is_not_done_to_things() -> None:
    assert told("Peru shunned Chile.", {"shunned": answer("COERCE")}) == ["COERCE Peru > Chile"]


# --- what the tables know


def test_the_tables_go_first() -> None:
    (found,) = claims("Peru invaded Chile on Monday.", {"invaded": answer("AID", 0.99)})
    assert (payload(found).event_type, found.made_by) == ("ASSAULT", "event@1")
    assert found.confidence is None


def test_a_word_of_the_tables_is_told_once() -> None:
    text = "Peru invaded Chile with help from Bolivia."
    assert told(text, {"invaded": answer("AID", 0.99)}) == ["ASSAULT Peru > Chile"]


def test_how_parties_stand_to_one_another_is_no_event() -> None:
    assert told("Peru and Chile are allies.", {"are": answer("AGREE", 0.99)}) == []
    assert told("Oman wooed Yemen.", {"wooed": answer("SUPPORT", 0.99)}) == []


def test_the_encoder_tells_what_the_tables_do_not() -> None:
    text = "Peru invaded Chile and shunned Bolivia."
    assert told(text, {"shunned": answer("REJECT")}) == ["ASSAULT Peru > Chile", "REJECT Peru > Bolivia"]


def test_what_a_table_tells_holds_for_its_own_sentence() -> None:
    text = "Peru invaded Chile on Monday. Peru shunned Chile."
    assert told(text, {"shunned": answer("REJECT")}) == ["ASSAULT Peru > Chile", "REJECT Peru > Chile"]


@pytest.mark.xfail(
    strict=True, raises=AssertionError, reason="a doer alone is left out where a told event has him among its parties"
)
def test_an_event_of_one_side_stands_beside_one_of_two() -> None:
    text = "Peru invaded Chile and rejoiced."
    assert told(text, {"rejoiced": answer("MOBILIZE", 0.99)}) == ["ASSAULT Peru > Chile", "MOBILIZE Peru"]


# --- one of several

AIRLIFT = "Kenya airlifted police to Somalia."


@pytest.mark.parametrize(
    ("near", "away", "found"),
    [
        (0.9, 0.9, "police"),
        (0.9, 0.99, "police"),
        (0.5, 0.75, "Somalia"),
    ],
)
def test_the_nearest_recipients_win_unless_others_are_surer_by_a_step(near: float, away: float, found: str) -> None:
    answers = {"airlifted police": answer("AID", near), "airlifted Somalia": answer("MOBILIZE", away)}
    (claim,) = claims(AIRLIFT, answers)
    assert sides(claim) == (["Kenya"], [found])


def test_troops_are_sent_and_not_whom_they_are_sent_to() -> None:
    answers = {"airlifted": answer("AID", 0.9)}
    assert told("Kenya airlifted soldiers to Somalia.", answers) == ["AID Kenya > Somalia"]
    assert told("Kenya airlifted fishermen to Somalia.", answers) == ["AID Kenya > fishermen"]


def test_a_step_costs_what_the_limits_say() -> None:
    answers = {"airlifted police": answer("AID", 0.9), "airlifted Somalia": answer("AID", 0.95)}
    assert told(AIRLIFT, answers, Limits(nearer=0.1, more=1.0)) == ["AID Kenya > police"]
    assert told(AIRLIFT, answers, Limits(nearer=0.0, more=1.0)) == ["AID Kenya > Somalia"]
    assert told(AIRLIFT, {"airlifted Somalia": answer("AID", 0.6)}, Limits(step=0.2)) == []


def test_of_two_words_for_the_same_parties_the_surer_is_told() -> None:
    answers = {"hesitated": answer("REJECT", 0.7), "punish": answer("SANCTION", 0.8)}
    assert told("Kenya hesitated to punish Somalia.", answers) == ["SANCTION Kenya > Somalia"]
    answers = {"hesitated": answer("REJECT", 0.9), "punish": answer("SANCTION", 0.8)}
    assert told("Kenya hesitated to punish Somalia.", answers) == ["REJECT Kenya > Somalia"]


def test_other_parties_of_a_sentence_are_told_beside_the_best() -> None:
    answers = {"shunned": answer("REJECT", 0.9), "cheered": answer("SUPPORT", 0.7)}
    assert told("Peru shunned Chile while Oman cheered Yemen.", answers) == [
        "REJECT Peru > Chile",
        "SUPPORT Oman > Yemen",
    ]


def test_a_list_of_doers_is_told_once() -> None:
    assert told("Ghana and Togo shunned Mali.", {"shunned": answer("PROTEST", 0.95)}) == ["PROTEST Ghana, Togo > Mali"]


# --- which questions are asked

SELDOM = {"shun": Uses(two=0.01, thing=0.0, one=0.01)}
OFTEN = {"shun": Uses(two=0.5, thing=0.0, one=0.0), "rejoice": Uses(two=0.5, thing=0.0, one=0.5)}


def questions(text: str, uses: Mapping[str, Uses], limits: Limits | None = None) -> int:
    fake = Fake({}, uses)
    assert list(Coder(fake, limits)(scene(text))) == []
    return sum(map(len, fake.calls))


def test_a_word_that_is_seldom_an_events_is_not_asked_about() -> None:
    assert questions("Peru shunned Chile.", SELDOM) == 0
    assert questions("Peru shunned Chile.", SELDOM, Limits(ask=Ask(two=0.01))) == 1
    assert questions("Peru shunned Chile.", OFTEN) == 1


def test_a_word_that_training_does_not_hold_is_asked_about_between_two_parties_only() -> None:
    assert questions("Peru shunned Chile.", {}) == 1
    assert questions("Kenya rejoiced.", {}) == 0
    assert questions("Kenya rejoiced.", OFTEN) == 1


def test_where_a_thing_suffers_it_the_word_must_be_used_of_things_or_of_one_side() -> None:
    assert questions("Peru shunned a bridge.", OFTEN) == 0
    assert questions("Peru shunned a bridge.", {"shun": Uses(two=0.5, thing=0.2, one=0.0)}) == 1
    assert questions("Peru shunned a bridge.", {"shun": Uses(two=0.5, thing=0.0, one=0.4)}) == 1


def test_two_who_deal_with_one_another_are_asked_about_as_two() -> None:
    assert questions("Ghana and Togo shunned.", {"shun": Uses(two=0.05, thing=0.0, one=0.0)}) == 1
    assert questions("Ghana and Togo shunned.", {"shun": Uses(two=0.04, thing=0.0, one=1.0)}) == 0


# --- further recipients


@pytest.mark.parametrize(
    ("away", "event_type", "found"),
    [
        (0.99, "AID", ["AID Kenya > Somalia", "AID Kenya > police"]),
        (0.91, "AID", ["AID Kenya > police"]),
        (0.99, "MOBILIZE", ["AID Kenya > police"]),
    ],
)
def test_further_recipients_of_the_same_deed_are_told_where_they_are_all_but_sure(
    away: float, event_type: str, found: list[str]
) -> None:
    answers = {"airlifted police": answer("AID", 0.95), "airlifted Somalia": answer(event_type, away)}
    assert sorted(told(AIRLIFT, answers)) == sorted(found)


def test_the_place_of_a_meeting_is_no_further_recipient() -> None:
    answers = {"shunned": answer("CONSULT", 0.99)}
    assert told("Kenya shunned Togo in Oslo.", answers) == ["CONSULT Kenya > Togo"]


# --- a deed of power


@pytest.mark.parametrize(("event_type", "found"), [("COERCE", ["COERCE Peru > Two Chilean priests"]), ("ASSAULT", [])])
def test_a_deed_of_power_without_a_doer_is_that_of_the_state_where_it_is_done(
    event_type: str, found: list[str]
) -> None:
    assert told("Two Chilean priests were flogged in Peru.", {"flogged": answer(event_type)}) == found


# --- the claim


def test_confidence_stands_on_the_claim() -> None:
    (found,) = claims("Peru shunned Chile.", {"shunned": answer("REJECT", 0.87654)})
    assert (found.confidence, found.made_by) == (0.877, "coder@fake-7")


def test_the_claim_has_its_parties_their_phrases_and_its_word() -> None:
    (found,) = claims("On Monday the Kenyan army shunned Chile.", {"shunned": answer("REJECT")})
    assert {(r.role, r.words) for r in found.roles if r.role not in ("time", "when")} == {
        ("trigger", "shunned"),
        ("actor", "Kenyan"),
        ("recipient", "Chile"),
        ("actor_phrase", "the Kenyan army"),
    }
    assert found.words == "the Kenyan army shunned Chile"


def test_types_of_a_codebook_of_ones_own_keep_its_numbers_and_codes() -> None:
    (found,) = claims("Peru shunned Chile.", {"shunned": answer("SNUB", mode="cold")})
    own = payload(found)
    assert (own.event_type, own.mode, own.label, own.quad, own.score) == ("SNUB", "cold", None, 3, -1.5)
    assert own.codes == (("acled", "none"), ("cameo", "120"))


def test_types_of_plover_have_its_numbers_and_no_codes() -> None:
    (found,) = claims("Peru shunned Chile.", {"shunned": answer("REJECT", mode="meet")})
    assert payload(found) == EventCode(event_type="REJECT", mode="meet", quad=3, score=-2.0)


def test_contexts_are_those_of_the_sentence_and_the_mode() -> None:
    text = "The river rose near the hospital. Peru shunned the Chilean ambassador."
    (found,) = claims(text, {"shunned": answer("COERCE", mode="cyber")})
    assert payload(found).contexts == ("cyber", "diplomatic")


@pytest.mark.parametrize(
    ("text", "aux"),
    [
        ("Peru did not shun Chile.", Aux.NEGATED),
        ("Peru will shun Chile.", Aux.PLANNED),
        ("Peru has shunned Chile.", Aux.ASSERTED),
    ],
)
def test_the_standing_is_read_off_the_words(text: str, aux: Aux) -> None:
    (found,) = claims(text, {"shun": answer("REJECT"), "shunned": answer("REJECT")})
    assert found.aux is aux


def test_all_questions_are_asked_at_once() -> None:
    fake = Fake({})
    assert list(Coder(fake)(scene("Peru shunned Chile. Oman wooed Yemen."))) == []
    assert [[p.text for p in call] for call in fake.calls] == [["Peru shunned Chile.", "Oman wooed Yemen."]]


def test_the_one_invaded_may_stand_in_the_sentence_before() -> None:
    text = "Chile lost two ports. Nobody expected Peru's offensive."
    assert told(text, {"offensive": answer("ASSAULT", 0.9)}) == ["ASSAULT Peru > Chile"]


# --- modes finer than PLOVER's


@pytest.mark.parametrize(
    ("event_type", "mode", "plover", "label", "score"),
    [
        ("AGREE", "sign", None, "sign", 2.5),
        ("SANCTION", "embargo", "discontinue", "embargo", -6.0),
        ("SANCTION", "discontinue", "discontinue", None, -6.0),
        ("SANCTION", "expel", "expel", None, -5.5),
        ("AGREE", None, None, None, 2.5),
        ("AGREE", "meet", None, "meet", 2.5),
        ("CONCEDE", "intent", None, "intent", 4.5),
        ("COERCE", "blockade", "restrict", "blockade", -7.0),
        ("COERCE", "occupy", "seize", "occupy", -7.0),
    ],
)
def test_a_finer_mode_is_the_label_of_plovers(
    event_type: str, mode: str | None, plover: str | None, label: str | None, score: float
) -> None:
    made = code(event_type, mode)
    assert (made.mode, made.label, made.score) == (plover, label, score)


def test_every_finer_mode_is_one_of_plovers_or_none() -> None:
    finer = [(e, mode, plover) for e in types().values() for mode, plover in e.finer.items()]
    agree = {"sign", "meet", "cooperate", "aid", "support"}
    assert {m for _, m, _ in finer} == agree | {"intent", "embargo", "blockade", "occupy"}
    assert all(plover == "" or plover in e.modes for e, _, plover in finer)
    assert not any(mode in e.modes for e, mode, _ in finer)


def test_the_coder_keeps_the_finer_mode() -> None:
    (found,) = claims("Peru shunned Chile.", {"shunned": answer("SANCTION", mode="embargo")})
    assert (payload(found).mode, payload(found).label) == ("discontinue", "embargo")
