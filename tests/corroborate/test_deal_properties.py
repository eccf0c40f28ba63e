"""Folding deals: the order of readings, repeats and the cut of shards change nothing; what is no fact changes no deal of facts."""

from __future__ import annotations

from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.corroborate.deal import fold_deals
from legation.corroborate.register import entries, shown
from legation.lexicon.load import load_lexicon
from legation.pipeline import fold
from legation.record.deal import Deal
from legation.record.reading import Reading
from tests.deals import tells

LEXICON = load_lexicon()
STAGES = (
    "talks",
    "offer",
    "signed",
    "delivered_part",
    "delivered_full",
    "in_service",
    "suspended",
    "cancelled",
    "denied",
)
WEAPONS = ("Mi-35M", "Mi-24V", "Mi-24", "Mi-35", "Mi-17", "helicopter", "Zorblax")
DATES = st.sampled_from([None, "2010", "2012-05", "2015-08-20", "2019"])
FACTS = ("asserted", "ongoing")


def _told(fields: dict[str, Any]) -> Reading:
    given_ = {k: v for k, v in fields.items() if v is not None or k in ("supplier", "recipient")}
    return tells(given_.pop("stage"), given_.pop("weapon"), **given_)


def readings(auxes: tuple[str, ...]) -> st.SearchStrategy[Reading]:
    return st.fixed_dictionaries(
        {
            "stage": st.sampled_from(STAGES),
            "weapon": st.sampled_from(WEAPONS),
            "supplier": st.sampled_from(["RUS", "BLR", None]),
            "recipient": st.sampled_from(["PAK", "IND"]),
            "number": st.sampled_from([None, 4, 6, 20]),
            "signed": DATES,
            "delivered": DATES,
            "batch": st.sampled_from([None, None, "first batch", "second batch", "another batch"]),
            "on": st.sampled_from([None, "2011-01-01", "2015-08-21", "2018-03-04"]),
            "outlet": st.sampled_from(["Dawn", "Haaretz", "Janes"]),
            "agency": st.sampled_from([None, "TASS"]),
            "amount": st.sampled_from([None, 1.5e8, 2e8]),
            "aux": st.sampled_from(auxes),
        }
    ).map(_told)


ANY = readings((*FACTS, "planned", "hypothetical", "negated", "unlikely"))
OPEN = readings(("hypothetical", "unlikely", "negated"))


@settings(max_examples=60, deadline=None)
@given(st.lists(ANY, max_size=9).flatmap(lambda own: st.tuples(st.just(own), st.permutations(own))))
def test_order_and_repeats_change_nothing(both: tuple[list[Reading], list[Reading]]) -> None:
    own, shuffled = both
    assert fold(own).deals == fold([*shuffled, *own[:3]]).deals


@settings(max_examples=60, deadline=None)
@given(st.lists(ANY, max_size=9), st.integers(0, 9))
def test_shards_put_together_give_what_the_whole_gives(own: list[Reading], cut: int) -> None:
    blobs = [msgspec.json.encode(shard) for shard in (own[cut:], own[:cut])]
    back = [reading for blob in blobs for reading in msgspec.json.decode(blob, type=list[Reading])]
    assert fold(back).deals == fold(own).deals


@settings(max_examples=60, deadline=None)
@given(st.lists(ANY, max_size=9))
def test_every_claim_is_in_a_deal_and_no_deal_id_is_there_twice(own: list[Reading]) -> None:
    found = fold_deals(own, LEXICON)
    assert {c for d in found for c in d.claims} == {c.id for r in own for c in r.claims}
    assert len({d.id for d in found}) == len(found)


@settings(max_examples=80, deadline=None)
@given(st.lists(readings(FACTS), max_size=6), st.lists(OPEN, max_size=4))
def test_what_is_no_fact_changes_no_order_or_delivery(facts: list[Reading], open_: list[Reading]) -> None:
    before = {d.id: _told_of(d) for d in fold_deals(facts, LEXICON) if d.placed}
    after = {d.id: _told_of(d) for d in fold_deals([*facts, *open_], LEXICON) if d.placed}
    assert before == after


def _told_of(deal: Deal) -> tuple[object, ...]:
    figures = (
        deal.stage,
        deal.ordered,
        deal.received,
        deal.order_date,
        deal.deliveries,
        deal.amount,
        deal.apart,
        deal.weapon,
    )
    return (*figures, deal.values, [rung for rung in deal.stages if rung.standing == "fact"])


@settings(max_examples=60, deadline=None)
@given(st.lists(ANY, max_size=9))
def test_a_copy_by_another_outlet_of_the_same_agency_raises_no_origins(own: list[Reading]) -> None:
    copies = [r for r in own if any(step.holder == "TASS" for step in r.claims[0].chain)]
    more = [_reprinted(r) for r in copies]
    before = {d.id: d.origins for d in fold_deals(own, LEXICON)}
    assert {d.id: d.origins for d in fold_deals([*own, *more], LEXICON)} == before


def _reprinted(reading: Reading) -> Reading:
    made, claim = reading.article, reading.claims[0]
    article = msgspec.structs.replace(made, id=f"{made.id}x", outlet="The Echo")
    copy = msgspec.structs.replace(claim, id=f"{claim.id}x", article=article.id)
    return msgspec.structs.replace(reading, article=article, claims=(copy,))


@settings(max_examples=60, deadline=None)
@given(st.lists(ANY, max_size=9))
def test_the_view_of_sipri_has_no_forecast_and_nothing_without_an_order_or_delivery(own: list[Reading]) -> None:
    found = [e for e in entries(fold_deals(own, LEXICON), LEXICON) if shown(e)]
    assert all(e.placed and not e.forecast and e.in_sipri_scope and e.stage.value != "denied" for e in found)
