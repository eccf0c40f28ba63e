import json
from pathlib import Path
from random import Random

import pytest

from legation.lexicon.compiled import load_names
from legation.train.codebook import Codebook, load_codebook
from legation.train.example import Example, example_of, pair_of
from legation.train.vary import Namesakes, Rates, Variants, namesakes, renamed

FOLDER = Path(__file__).resolve().parents[2] / "training" / "events"


@pytest.fixture(scope="module")
def names() -> Namesakes:
    return namesakes(load_names()[0])


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook(FOLDER)


def _example(codebook: Codebook, fields: str) -> Example:
    names = ("type", "mode", "standing", "register", "sentence")
    return example_of(json.dumps(dict(zip(names, fields.split("\t"), strict=True))), codebook, "x:1")


@pytest.mark.parametrize("seed", range(40))
def test_another_name_keeps_the_words_around_it_and_the_spans(names: Namesakes, seed: int) -> None:
    pair = pair_of("A <a>Chilean</a> envoy <v>praised</v> <r>Kenya</r>, and Kenya's press wrote of it.", "x:1")
    new = renamed(pair, names, Random(seed))
    actor, recipient, trigger = new.text[new.actors[0].slice], new.text[new.recipients[0].slice], new.trigger
    assert trigger is not None
    assert new.text == f"A {actor} envoy praised {recipient}, and {recipient}'s press wrote of it."
    assert new.text[trigger.slice] == "praised"
    assert actor[0] not in "AEIOU"


def test_a_name_that_the_lexicon_does_not_hold_stays(names: Namesakes) -> None:
    pair = pair_of("<a>Freedonia</a> <v>praised</v> <r>Sylvania</r>.", "x:1")
    assert renamed(pair, names, Random(1)) == pair


@pytest.mark.parametrize("seed", range(20))
def test_directed_events_keep_their_sides(codebook: Codebook, names: Namesakes, seed: int) -> None:
    example = _example(codebook, "ACCUSE\tallege\tasserted\twire\t<a>Foo</a> <v>accused</v> <r>Bar</r> of spying.")
    pair = Variants(codebook, names, {}).draw(example, Random(seed)).pair
    assert pair.actors == example.pair.actors
    assert pair.recipients in (example.pair.recipients, ())


def test_meetings_change_sides(codebook: Codebook, names: Namesakes) -> None:
    example = _example(codebook, "CONSULT\t-\tasserted\twire\t<a>Foo</a> <v>met</v> <a>Bar</a>.")
    drawn = [Variants(codebook, names, {}, Rates(split=1.0)).draw(example, Random(seed)).pair for seed in range(20)]
    assert {(len(p.actors), len(p.recipients)) for p in drawn} == {(1, 1)}
    assert {p.actors for p in drawn} == {(s,) for s in example.pair.actors}


def test_the_trigger_is_shown_now_and_then(codebook: Codebook, names: Namesakes) -> None:
    example = _example(codebook, "ACCUSE\tallege\tasserted\twire\t<a>Foo</a> <v>accused</v> <r>Bar</r> of spying.")
    drawn = [Variants(codebook, names, {}).draw(example, Random(seed)).shown for seed in range(60)]
    assert 10 < sum(drawn) < 40


def test_words_are_blanked_in_plain_assertions_only(codebook: Codebook, names: Namesakes) -> None:
    plain = "ACCUSE\tallege\tasserted\twire\t<a>Foo</a> <v>accused</v> <r>Bar</r> of spying."
    variants = Variants(codebook, names, {})
    for line, some in ((plain, True), (plain.replace("asserted", "negated"), False)):
        drawn = [variants.draw(_example(codebook, line), Random(seed)).blanks for seed in range(30)]
        assert any(drawn) == some
