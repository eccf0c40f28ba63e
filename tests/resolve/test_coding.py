"""Events in other schemes: CAMEO, ACLED and UCDP."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
import pytest

from legation.extract.event import code, types
from legation.lexicon.table import load_entries
from legation.record.claim import Aux, Claim, Role
from legation.record.event import EventCode
from legation.record.link import Link
from legation.record.relation import Relation
from legation.record.span import Span
from legation.resolve.coding import SCHEMES, Rule, code_in, codings

ROOTS = {
    "AGREE": {"03", "05"},
    "CONSULT": {"04"},
    "SUPPORT": {"05"},
    "CONCEDE": {"03", "08"},
    "COOPERATE": {"06"},
    "AID": {"07"},
    "RETREAT": {"08"},
    "REQUEST": {"02", "10"},
    "ACCUSE": {"09", "11"},
    "REJECT": {"12"},
    "THREATEN": {"13"},
    "PROTEST": {"14"},
    "SANCTION": {"16", "17"},
    "MOBILIZE": {"15"},
    "COERCE": {"17", "19"},
    "ASSAULT": {"17", "18", "19", "20"},
}
PARTIES: dict[str, tuple[str, str] | tuple[str, str, str]] = {
    "state": ("state", "GOV", "TUR"),
    "army": ("substate", "MIL", "TUR"),
    "ministry": ("substate", "GOV", "TUR"),
    "court": ("substate", "JUD", "TUR"),
    "soldiers": ("unnamed", "MIL"),
    "soldiers of a state": ("unnamed", "MIL", "TUR"),
    "group": ("armed_group", "REB"),
    "gunmen": ("unnamed", "UAF"),
    "civilians": ("unnamed", "CVL"),
    "nurses": ("unnamed", "LAB"),
    "company": ("company", "BUS"),
}


def every() -> Iterator[tuple[str, str | None]]:
    """Every type of PLOVER with each of its modes, those finer than PLOVER's, and none."""
    for entry in types().values():
        yield from ((entry.type, mode) for mode in (None, *entry.modes, *entry.finer))


def event(
    event_type: str,
    mode: str | None = None,
    actors: tuple[str, ...] = (),
    recipients: tuple[str, ...] = (),
    aux: Aux = Aux.ASSERTED,
) -> tuple[Claim, list[Link]]:
    """An event's claim between parties of the kinds above, with their links; a party "unlinked" has none."""
    roles, links = [], []
    sides = [*(("actor", kind) for kind in actors), *(("recipient", kind) for kind in recipients)]
    for place, (role, kind) in enumerate(sides):
        span = Span(10 * place, 10 * place + 5)
        roles.append(Role(role, span, kind))
        if kind != "unlinked":
            links.append(_link(span, *PARTIES[kind]))
    claim = Claim(
        id="clm",
        article="art",
        document="body",
        sentence=0,
        span=Span(0, 99),
        words="",
        payload=code(event_type, mode),
        roles=tuple(roles),
        aux=aux,
        made_by="test",
    )
    return claim, links


def _link(span: Span, kind: str, sector: str | None, country: str | None = None) -> Link:
    return Link(
        article="art",
        span=span,
        words="x",
        sort="actor",
        target="x",
        name="x",
        kind=kind,
        country=country,
        sector=sector,
        score=1.0,
        reason="",
    )


def in_schemes(made: tuple[Claim, list[Link]]) -> dict[str, str]:
    return {c.scheme: c.code for c in codings(*made)}


# --- CAMEO


@pytest.mark.parametrize(("event_type", "mode"), list(every()))
def test_every_type_and_mode_has_a_cameo_code_of_its_root(event_type: str, mode: str | None) -> None:
    found = in_schemes(event(event_type, mode))["cameo"]
    assert re.fullmatch(r"\d{3,4}", found)
    assert found[:2] in ROOTS[event_type] or (mode == "convict" and found == "116")


@pytest.mark.parametrize("aux", list(Aux))
def test_every_standing_has_a_cameo_code(aux: Aux) -> None:
    without = [pair for pair in every() if "cameo" not in in_schemes(event(*pair, aux=aux))]
    assert without == []


@pytest.mark.parametrize(
    ("event_type", "mode", "aux", "found"),
    [
        ("AGREE", None, Aux.ASSERTED, "030"),
        ("AGREE", "sign", Aux.ASSERTED, "057"),
        ("AGREE", "sign", Aux.ONGOING, "057"),
        ("AGREE", "sign", Aux.PLANNED, "030"),
        ("AGREE", None, Aux.NEGATED, "120"),
        ("AGREE", "sign", Aux.NEGATED, "120"),
        ("CONCEDE", None, Aux.ASSERTED, "080"),
        ("CONCEDE", "intent", Aux.PLANNED, "035"),
        ("CONCEDE", "intent", Aux.ASSERTED, "035"),
        ("CONCEDE", None, Aux.PLANNED, "080"),
        ("CONCEDE", None, Aux.NEGATED, "124"),
        ("CONSULT", "visit", Aux.ASSERTED, "042"),
        ("CONSULT", "visit", Aux.PLANNED, "036"),
        ("AID", None, Aux.PLANNED, "033"),
        ("RETREAT", "ceasefire", Aux.ASSERTED, "0871"),
        ("SANCTION", "embargo", Aux.ASSERTED, "163"),
        ("REQUEST", "assist", Aux.ASSERTED, "103"),
    ],
)
def test_a_cameo_code_is_that_of_the_first_rule_that_fits(
    event_type: str, mode: str | None, aux: Aux, found: str
) -> None:
    assert in_schemes(event(event_type, mode, aux=aux))["cameo"] == found


def test_a_boycott_of_trade_in_general_is_not_called_an_embargo() -> None:
    assert in_schemes(event("SANCTION", "discontinue"))["cameo"] != "163"


def test_a_code_gives_its_rule() -> None:
    (found,) = [c for c in codings(*event("AGREE", "sign")) if c.scheme == "cameo"]
    assert found.rule.startswith("AGREE sign: ")
    assert found == code_in("cameo", "AGREE", "sign", "asserted")


def test_no_rule_is_behind_one_that_always_goes_before_it() -> None:
    """An entry for any mode and standing ends the entries of its type for those without more sides."""
    for scheme in SCHEMES:
        rules = load_entries("codes/codings.toml", scheme, Rule)
        for place, rule in enumerate(rules):
            earlier = [r for r in rules[:place] if r.type == rule.type]
            assert not any(
                r.mode in (None, rule.mode) and r.standing in (None, rule.standing) and r.sides in (None, rule.sides)
                for r in earlier
            ), f"{scheme}: {rule}"


def test_the_modes_of_the_table_are_those_of_the_types() -> None:
    known = set(every()) | {("PROTEST", "vandalize")}
    assert {(r.type, r.mode) for s in SCHEMES for r in load_entries("codes/codings.toml", s, Rule)} <= known


# --- ACLED and UCDP: who bears arms


@pytest.mark.parametrize(
    ("actor", "recipient", "acled", "ucdp"),
    [
        ("state", "state", "Battles: Armed clash", "1"),
        ("state", "group", "Battles: Armed clash", "1"),
        ("group", "army", "Battles: Armed clash", "1"),
        ("group", "group", "Battles: Armed clash", "2"),
        ("gunmen", "group", "Battles: Armed clash", "2"),
        ("state", "civilians", "Violence against civilians: Attack", "3"),
        ("group", "civilians", "Violence against civilians: Attack", "3"),
        ("army", "nurses", "Violence against civilians: Attack", "3"),
        ("gunmen", "company", "Violence against civilians: Attack", "3"),
        ("state", "court", "Violence against civilians: Attack", "3"),
    ],
)
def test_who_bears_arms_makes_the_code(actor: str, recipient: str, acled: str, ucdp: str) -> None:
    found = in_schemes(event("ASSAULT", "firearms", (actor,), (recipient,)))
    assert (found["acled"], found["ucdp"]) == (acled, ucdp)


def test_one_civilian_among_the_attacked_makes_no_battle() -> None:
    found = in_schemes(event("ASSAULT", None, ("group",), ("army", "civilians")))
    assert (found["acled"], found["ucdp"]) == ("Violence against civilians: Attack", "3")


@pytest.mark.parametrize("actor", ["civilians", "company", "court"])
def test_an_attacker_without_arms_makes_no_battle(actor: str) -> None:
    found = in_schemes(event("ASSAULT", "beat", (actor,), ("army",)))
    assert found["acled"] == "Violence against civilians: Attack"


@pytest.mark.parametrize("recipients", [(), ("unlinked",)])
def test_without_a_known_recipient_there_is_no_battle_and_no_ucdp_type(recipients: tuple[str, ...]) -> None:
    found = in_schemes(event("ASSAULT", None, ("state",), recipients))
    assert "Battles" not in found["acled"]
    assert "ucdp" not in found


@pytest.mark.parametrize("actors", [(), ("unlinked",)])
def test_without_a_known_actor_there_is_no_battle(actors: tuple[str, ...]) -> None:
    found = in_schemes(event("ASSAULT", None, actors, ("army",)))
    assert "Battles" not in found["acled"]
    assert "ucdp" not in found


@pytest.mark.parametrize(("actor", "recipient"), [("civilians", "army"), ("civilians", "nurses")])
def test_who_bears_no_arms_does_no_organised_violence(actor: str, recipient: str) -> None:
    found = in_schemes(event("ASSAULT", "beat", (actor,), (recipient,)))
    assert "Battles" not in found["acled"]
    assert "ucdp" not in found


@pytest.mark.parametrize(("soldiers", "ucdp"), [("soldiers of a state", "1"), ("soldiers", "2")])
def test_soldiers_of_a_state_are_the_states(soldiers: str, ucdp: str) -> None:
    assert in_schemes(event("ASSAULT", "firearms", (soldiers,), ("group",)))["ucdp"] == ucdp


@pytest.mark.parametrize(
    ("event_type", "mode", "acled"),
    [
        ("ASSAULT", "suicide-attack", "Explosions/Remote violence: Suicide bomb"),
        ("ASSAULT", "aerial", "Explosions/Remote violence: Air/drone strike"),
        ("ASSAULT", "abduct", "Violence against civilians: Abduction/forced disappearance"),
        ("PROTEST", "riot", "Riots: Violent demonstration"),
        ("PROTEST", "demo", "Protests: Peaceful protest"),
        ("COERCE", "arrest", "Strategic developments: Arrests"),
    ],
)
def test_the_mode_goes_before_the_sides(event_type: str, mode: str, acled: str) -> None:
    assert in_schemes(event(event_type, mode, ("state",), ("group",)))["acled"] == acled


def test_only_those_who_bear_arms_make_a_treaty_that_acled_counts() -> None:
    assert in_schemes(event("AGREE", "sign", ("state",), ("group",)))["acled"] == "Strategic developments: Agreement"
    assert "acled" not in in_schemes(event("AGREE", "sign", ("state",), ("company",)))


@pytest.mark.parametrize("event_type", ["CONSULT", "ACCUSE", "AID"])
def test_words_and_gifts_have_cameo_only(event_type: str) -> None:
    assert list(in_schemes(event(event_type, None, ("state",), ("group",)))) == ["cameo"]


# --- claims of other kinds, and codebooks of one's own


def test_the_codes_of_a_codebook_of_ones_own_are_all_there_is() -> None:
    claim, links = event("ASSAULT", None, ("state",), ("group",))
    own = EventCode(event_type="SNUB", quad=3, score=-1.0, codes=(("acled", "none"), ("cameo", "120")))
    found = codings(msgspec.structs.replace(claim, payload=own), links)
    assert [(c.scheme, c.code) for c in found] == [("acled", "none"), ("cameo", "120")]
    assert all("SNUB" in c.rule for c in found)


def test_a_type_that_no_rule_knows_has_no_code() -> None:
    claim, links = event("ASSAULT")
    own = EventCode(event_type="SNUB", quad=3, score=-1.0)
    assert codings(msgspec.structs.replace(claim, payload=own), links) == ()


def test_what_is_no_event_has_no_code() -> None:
    claim, links = event("ASSAULT", None, ("state",), ("group",))
    assert codings(msgspec.structs.replace(claim, payload=Relation(direction="closer", sign=1)), links) == ()
