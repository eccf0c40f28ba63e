from pathlib import Path

import msgspec
import pytest

from legation.errors import ModelError
from legation.record.span import Span
from legation.train.codebook import Codebook, load_codebook
from legation.train.example import Example, example_of, is_dev, load_examples, pair_of, split

FOLDER = Path(__file__).resolve().parents[2] / "training" / "events"
GOOD = (
    '{"type":"ASSAULT","mode":"drone","standing":"asserted","register":"wire",'
    '"sentence":"<a>Norland</a> <v>struck</v> a pier of <r>Sudmark</r>."}'
)


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook(FOLDER)


def test_the_sentences_of_the_checkout_are_all_right(codebook: Codebook) -> None:
    examples = load_examples(codebook)
    assert len(examples) > 16000
    assert {e.type for e in examples} == set(codebook.labels)
    assert {e.mode for e in examples} == set(codebook.modes)


def test_the_dev_part_is_a_twelfth_and_shares_no_sentence(codebook: Codebook) -> None:
    train, dev = split(load_examples(codebook))
    assert 0.06 < len(dev) / (len(dev) + len(train)) < 0.10
    assert not {e.pair.text for e in train} & {e.pair.text for e in dev}


def test_marks_become_spans(codebook: Codebook) -> None:
    pair = example_of(GOOD, codebook, "x:1").pair
    assert pair.text == "Norland struck a pier of Sudmark."
    assert (pair.actors, pair.recipients, pair.trigger) == ((Span(0, 7),), (Span(25, 32),), Span(8, 14))


def test_the_split_looks_at_the_unmarked_sentence_only(codebook: Codebook) -> None:
    other = GOOD.replace("ASSAULT", "NONE").replace("drone", "-").replace("<v>struck</v>", "struck")
    assert is_dev(example_of(GOOD, codebook, "x:1")) == is_dev(example_of(other, codebook, "x:2"))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (GOOD.replace('"register":"wire",', ""), "register"),
        (GOOD[:-1], "truncated"),
        (GOOD.replace("ASSAULT", "ATTACK"), "type 'ATTACK'"),
        (GOOD.replace("drone", "visit"), "mode of ASSAULT 'visit'"),
        (GOOD.replace("asserted", "sure"), "standing 'sure'"),
        (GOOD.replace("wire", "blog"), "register 'blog'"),
        (GOOD.replace("ASSAULT", "NONE").replace("drone", "-"), "none has no <v>"),
    ],
)
def test_a_wrong_line_names_its_place_and_fault(line: str, words: str, codebook: Codebook) -> None:
    with pytest.raises(ModelError, match=words) as fault:
        example_of(line, codebook, "file.jsonl:7")
    assert "file.jsonl:7" in str(fault.value)


@pytest.mark.parametrize(
    "sentence", ["<a>A", "A</a>", "<a><r>A</r></a>", "<a></a> x", "<x>A</x>", "no mark", "<a>A</r>"]
)
def test_wrong_marks_are_refused(sentence: str) -> None:
    with pytest.raises(ModelError, match="here:1"):
        pair_of(sentence, "here:1")


def test_a_repeated_line_is_refused(tmp_path: Path, codebook: Codebook) -> None:
    (tmp_path / "two.jsonl").write_text(f"{GOOD}\n{GOOD}\n", encoding="utf-8")
    with pytest.raises(ModelError, match=r"two.jsonl:2: the same sentence and parties as .*two.jsonl:1"):
        load_examples(msgspec.structs.replace(codebook, folders=(str(tmp_path),)))


def test_an_example_is_a_value(codebook: Codebook) -> None:
    assert isinstance(example_of(GOOD, codebook, "x:1"), Example)
    assert example_of(GOOD, codebook, "x:1") == example_of(GOOD, codebook, "x:1")
