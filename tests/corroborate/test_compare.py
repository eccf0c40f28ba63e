"""A comparison: found in both, only on one side, what differs, who says so, and what is left out."""

from __future__ import annotations

from typing import Any

from legation.corroborate.backing import backing
from legation.corroborate.compare import PARTIES, SCOPE, UNSIGNED, YEARS, compare
from legation.corroborate.deal import fold_deals
from legation.corroborate.register import entries
from legation.corroborate.support import told
from legation.lexicon.load import load_lexicon
from legation.record.comparison import Choice, Comparison, Difference
from legation.record.deal import Stage
from legation.record.listed import Listed, Reference
from legation.record.register import Entry
from tests.deals import tells
from tests.registers import entry, listed

LEXICON = load_lexicon()


def compared(mine: list[Entry], other: list[Listed], **choice: Any) -> Comparison:
    reference = Reference(path="listed.csv", family="invented", deals=tuple(other))
    return compare(mine, reference, LEXICON, choice=Choice(**choice), told=lambda *_: ())


def differences(mine: dict[str, Any], other: dict[str, Any]) -> dict[str, tuple[str, str, str]]:
    """Sort, ours and theirs of each field in which a pair differs."""
    same = {"order_year": 2015}
    (pair,) = compared([entry(**{**same, **mine})], [listed(**{**same, **other})]).both
    return {d.field: (d.sort, d.ours, d.theirs) for d in pair.differences}


class TestFields:
    def test_the_same_deal_differs_in_nothing(self) -> None:
        assert differences({"ordered": 4, "years": [2017]}, {"ordered": 4, "years": [2017]}) == {}

    def test_values_that_contradict_each_other_differ(self) -> None:
        assert differences({"ordered": 4}, {"ordered": 5}) == {"ordered": ("differs", "4", "5")}

    def test_an_estimate_that_differs_is_told_as_one(self) -> None:
        found = differences({"order_year": 2016, "order_is_estimate": True}, {})
        assert found == {"order_year": ("estimate", "(2016)", "2015")}

    def test_what_one_side_does_not_know_is_no_contradiction(self) -> None:
        mine, other = entry(order_year=2015), listed(order_year=2015, status="New")
        found = compared([mine], [other])
        assert [(d.field, d.sort) for d in found.both[0].differences] == [("status", "only_theirs")]
        assert found.agreeing == 1

    def test_a_field_that_the_file_has_nowhere_is_not_laid_beside_ours(self) -> None:
        assert differences({"ordered": 4}, {}) == {}

    def test_a_finer_designation_is_no_contradiction_another_variant_is(self) -> None:
        assert differences({"designation": "Mi-24"}, {})["designation"][0] == "finer"
        assert differences({"designation": "Mi-24V"}, {})["designation"][0] == "differs"
        assert differences({}, {"designation": "Mi-35M/Hind"}) == {}

    def test_a_state_and_the_one_that_carries_it_on_do_not_differ(self) -> None:
        assert differences({"order_year": 1991}, {"order_year": 1991, "supplier": "SUN"}) == {}


class TestSides:
    def test_what_only_one_side_has_stands_there(self) -> None:
        found = compared([entry("a", "Su-35", order_year=2015)], [listed("1", "Mi-17", order_year=2015)])
        assert ([e.deal for e in found.only_ours], [d.id for d in found.only_theirs]) == (["a"], ["1"])

    def test_a_deal_known_only_as_talks_is_found_but_apart(self) -> None:
        talks = entry(stage=Stage.TALKS, placed=False, order_year=2015)
        found = compared([talks], [listed(order_year=2015)])
        assert (len(found.both), len(found.early), found.only_theirs) == (0, 1, ())

    def test_a_signed_deal_is_paired_before_talks_of_the_same(self) -> None:
        talks = entry("a", stage=Stage.TALKS, placed=False, order_year=2015, ordered=4)
        found = compared([talks, entry("b", order_year=2016)], [listed(order_year=2015, delivered=4)])
        assert ([p.ours.deal for p in found.both], found.left_out) == (["b"], {UNSIGNED: 1})

    def test_ours_that_the_file_cannot_have_are_counted_by_reason(self) -> None:
        mine = [
            entry("a", "Su-35", recipient="IND"),
            entry("b", "Su-35", order_year=2023),
            entry("c", "Su-35", in_sipri_scope=False),
            entry("d", "Su-35", forecast=True),
        ]
        found = compared(mine, [listed("1", order_year=2015)])
        assert found.left_out == {PARTIES: 1, YEARS: 1, SCOPE: 1, UNSIGNED: 1} and found.only_ours == ()


class TestChoice:
    def test_a_pair_of_which_one_half_is_in_the_years_is_shown_whole(self) -> None:
        found = compared([entry(order_year=2014)], [listed(order_year=2015)], since=2015, until=2020)
        assert len(found.both) == 1 and found.only_theirs == ()

    def test_deals_of_other_parties_or_years_are_not_shown(self) -> None:
        other = [
            listed("1", "Su-35", order_year=2015),
            listed("2", "Su-35", recipient="IND", order_year=2015),
            listed("3", order_year=1999),
        ]
        found = compared([], other, recipient="PAK", since=2010)
        assert [d.id for d in found.only_theirs] == ["1"]


class TestBacking:
    READINGS = (
        tells("signed", number=4, signed="2015-08", on="2015-08-20", outlet="Alpha"),
        tells("signed", number=4, signed="2016-06", on="2017-08-30", outlet="Beta"),
    )

    def of(self, field: str, year: int = 2016) -> Difference:
        """The difference of a field when the file has the deal as ordered in a year, 5 items from USA."""
        claims = {t.claim.id: t for t in told(self.READINGS, "transfer")}
        (deal,) = fold_deals(self.READINGS, LEXICON)
        other = listed(order_year=year, ordered=5)
        found = compare(
            entries([deal], LEXICON), Reference(path="x", family="x", deals=(other,)), LEXICON, choice=Choice(),
            told=lambda _, name, words: backing(deal, name, words, claims),
        )  # fmt: skip
        return next(d for d in found.both[0].differences if d.field == field)

    def test_the_claims_that_say_our_value_are_named(self) -> None:
        found = self.of("order_year")
        assert (found.ours, found.theirs) == ("2015", "2016")
        assert [c.article for c in found.claims] == [self.READINGS[0].article.id]

    def test_so_are_those_that_say_theirs(self) -> None:
        assert [c.article for c in self.of("order_year").agreeing] == [self.READINGS[1].article.id]

    def test_a_value_that_no_claim_of_ours_says_has_none(self) -> None:
        found = self.of("ordered")
        assert (found.ours, len(found.claims), found.agreeing) == ("4", 2, ())
