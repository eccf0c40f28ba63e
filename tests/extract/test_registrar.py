"""Transfers by an encoder: which answers are believed and what stands in their claims. The encoder is a fake one that answers by the item's words
and the party's key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from legation.extract.passage import Answer, Passage, TransferEncoder
from legation.extract.registrar import Registrar
from legation.record.claim import Aux, Claim
from legation.record.deal import Stage, Transfer
from tests.scenes import scene

STAGES = ["none", *(s.value for s in Stage)]
PARTS = ["none", "supplier", "recipient", "origin", "via"]


def _shares(names: Sequence[str], name: str, share: float = 0.9) -> dict[str, float]:
    rest = (1 - share) / (len(names) - 1)
    return {n: share if n == name else rest for n in names}


class Fake:
    """Answers stage, type and parts by the item's words; the parts by the words of the party."""

    version = "fake-1"
    limits: Mapping[str, float] = {"transfer": 0.6, "party": 0.5, "beside": 0.15, "type": 0.8}

    def __init__(self, told: Mapping[str, tuple[str, str]], parts: Mapping[str, str]) -> None:
        self.told, self.parts = told, parts

    def read(self, passages: Sequence[Passage]) -> list[Answer]:
        return [self._one(p) for p in passages]

    def _one(self, passage: Passage) -> Answer:
        stage, kind = self.told.get(passage.text[passage.item.slice], ("none", "unsaid"))
        words = [[passage.text[s.slice] for s in spans] for spans in passage.parties]
        parts = [next((self.parts[w] for w in own if w in self.parts), "none") for own in words]
        return Answer(
            stages=_shares(STAGES, stage),
            types=_shares(["unsaid", "sale", "aid"], kind),
            parts=tuple(_shares(PARTS, p) for p in parts),
        )


def _claims(encoder: TransferEncoder, text: str, **frame: str) -> list[Claim]:
    return [c for c in Registrar(encoder)(scene(text, **frame)) if isinstance(c.payload, Transfer)]


def _payload(claim: Claim) -> Transfer:
    assert isinstance(claim.payload, Transfer)
    return claim.payload


PERU = {"Peru": "recipient", "France": "supplier", "Chile": "none"}


def test_a_claim_has_parties_item_count_sum_and_dates() -> None:
    encoder = Fake({"Rafale": ("signed", "sale")}, PERU)
    text = "Chile was told that Peru ordered 12 Rafale fighters from France for $900 million in 2019."
    (claim,) = _claims(encoder, text, published="2021-05-03")
    told = {r.role: r.words for r in claim.roles}
    assert (told["supplier"], told["recipient"], told["weapon"], told["number"]) == ("France", "Peru", "Rafale", "12")
    found = _payload(claim)
    assert (found.stage, found.transfer_type, found.best) == (Stage.SIGNED, "sale", 12)
    assert (found.amount, found.currency, found.value_kind, found.signed) == (900_000_000, "USD", "contract", "2019")
    assert told["trigger"] == "ordered"


def test_an_item_without_a_transfer_gives_no_claim() -> None:
    assert _claims(Fake({}, PERU), "Peru sold a ship to France.") == []


def test_a_transfer_without_a_side_gives_no_claim() -> None:
    assert _claims(Fake({"Rafale": ("signed", "sale")}, {}), "Peru ordered Rafale fighters from France.") == []


def test_what_the_words_say_will_be_delivered_is_agreed() -> None:
    encoder = Fake({"Rafale": ("delivered_full", "sale")}, PERU)
    (claim,) = _claims(encoder, "France will deliver the Rafale fighters to Peru in 2027.", published="2026-01-02")
    assert (_payload(claim).stage, _payload(claim).due, claim.aux) == (Stage.SIGNED, "2027", Aux.ASSERTED)


def test_what_is_denied_is_negated() -> None:
    encoder = Fake({"Rafale": ("denied", "sale")}, PERU)
    (claim,) = _claims(encoder, "France has sold no Rafale fighters to Peru, it said.")
    assert (_payload(claim).stage, claim.aux) == (Stage.DENIED, Aux.NEGATED)


@pytest.mark.parametrize(
    ("text", "field", "words"),
    [
        (
            "Peru ordered Rafale fighters from France, financed by a state loan.",
            "financing",
            "financed by a state loan",
        ),
        ("Peru bought Rafale fighters from France to patrol its coast.", "end_use", "to patrol its coast"),
        ("Peru ordered a second batch of Rafale fighters from France.", "batch", "second batch"),
        ("Peru bought Rafale fighters from France with offsets of 40 percent.", "offsets", "offsets of 40 percent"),
        (
            "France sells Peru Rafale fighters on condition that it pays at once.",
            "conditions",
            "on condition that it pays at once",
        ),
        ("Peru bought six second-hand Rafale fighters from France.", "condition", "second_hand"),
    ],
)
def test_terms_are_kept_in_their_words(text: str, field: str, words: str) -> None:
    (claim,) = _claims(Fake({"Rafale": ("signed", "sale")}, PERU), text)
    assert getattr(_payload(claim), field) == words


def test_a_delivered_gift_is_an_event_too() -> None:
    encoder = Fake({"Rafale": ("delivered_full", "aid")}, PERU)
    claims = list(Registrar(encoder)(scene("France gave Peru six Rafale fighters.")))
    assert [c.kind for c in claims] == ["transfer", "event"]


def test_an_embargo_that_is_lifted_permits() -> None:
    encoder = Fake({"weapons": ("denied", "unsaid")}, PERU)
    (claim,) = _claims(encoder, "France has lifted its embargo on the delivery of weapons to Peru.")
    assert (_payload(claim).stage, claim.aux) == (Stage.APPROVED, Aux.ASSERTED)


@pytest.mark.parametrize(
    "text",
    [
        "France refused to lift its embargo on the delivery of weapons to Peru.",
        "France imposed an embargo on the delivery of weapons to Peru.",
        "France may lift its embargo on the delivery of weapons to Peru.",
    ],
)
def test_an_embargo_that_stands_does_not(text: str) -> None:
    encoder = Fake({"weapons": ("suspended", "unsaid")}, PERU)
    (claim,) = _claims(encoder, text)
    assert _payload(claim).stage is Stage.SUSPENDED


def test_those_who_signed_in_the_next_sentence_act_for_their_states() -> None:
    encoder = Fake({"Mi-35M": ("signed", "sale")}, {"Russia": "supplier", "Peru": "recipient"})
    text = "Russia and Peru have signed a contract for four Mi-35M helicopters. {} Rosoboronexport put its signature to it in Lima."
    (claim,) = _claims(encoder, text.format(""))
    assert [r.words for r in claim.all("supplier_entity")] == ["Rosoboronexport"]


def test_one_that_only_speaks_of_it_does_not_act() -> None:
    encoder = Fake({"Mi-35M": ("signed", "sale")}, {"Russia": "supplier", "Peru": "recipient"})
    text = "Russia sold Peru four Mi-35M helicopters, a spokesman for Rostec said."
    (claim,) = _claims(encoder, text)
    assert not claim.all("supplier_entity")


def test_what_a_weapon_is_a_version_of_is_not_asked_about() -> None:
    encoder = Fake({"Mi-24": ("in_service", "unsaid")}, {"Russia": "supplier", "Peru": "recipient"})
    assert not _claims(encoder, "Russia sold Peru helicopters. The Mi-35 is a modernised version of the Mi-24.")


def test_a_time_of_another_clause_dates_no_delivery_told_by_a_noun() -> None:
    encoder = Fake({"Mi-35M": ("delivered_full", "sale")}, {"Russia": "supplier", "Peru": "recipient"})
    text = "It was the first sale of Mi-35M helicopters by Russia to Peru since Lima ended its boycott in 2014."
    (claim,) = _claims(encoder, text)
    assert claim.when is None


def test_a_firm_that_sells_with_no_other_state_named_sells_at_home() -> None:
    encoder = Fake({"VH-3D": ("signed", "sale")}, {"Sikorsky": "supplier", "Navy": "none"})
    assert not _claims(encoder, "Sikorsky was awarded a contract for the VH-3D helicopter.")


def test_a_state_that_sells_to_nobody_named_is_kept() -> None:
    encoder = Fake({"Rafale": ("signed", "sale")}, PERU)
    (claim,) = _claims(encoder, "France has sold 12 Rafale fighters to a buyer that it did not name.")
    assert not claim.all("recipient")
