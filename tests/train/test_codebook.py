from collections import Counter
from pathlib import Path

import pytest

from legation.errors import ModelError
from legation.extract.encoder import Kind, Limits
from legation.train.codebook import Codebook, load_codebook
from legation.train.example import Example, load_examples

ROOT = Path(__file__).resolve().parents[2]
BASE = """
none = "NONE"
standings = ["asserted", "negated"]
registers = ["wire", "headline"]
[limits]
two = 0.6
one = 0.9
[manner]
symmetric = ["CONSULT"]
[meanings]
CONSULT = "They meet."
ASSAULT = "One hits another."
[types]
CONSULT = ["visit"]
ASSAULT = ["drone"]
"""
OWN = """
extends = "../base"
[meanings]
LOAN = "One lends to another."
[types]
LOAN = ["cash", "visit"]
[own.LOAN]
quad = 2
score = 6.5
codes = { cameo = "071" }
"""


def folder(tmp_path: Path, name: str, text: str) -> Path:
    path = tmp_path / name
    path.mkdir()
    (path / "codebook.toml").write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return folder(tmp_path, "base", BASE)


@pytest.fixture(scope="module")
def worked() -> Codebook:
    return load_codebook(ROOT / "examples" / "codebook")


@pytest.fixture(scope="module")
def sentences(worked: Codebook) -> list[Example]:
    return [e for e in load_examples(worked) if "trespass.jsonl:" in e.place]


def test_a_codebook_alone_has_its_own_folder_and_no_own_types(base: Path) -> None:
    found = load_codebook(base)
    assert found.labels == ("CONSULT", "ASSAULT", "NONE")
    assert found.folders == (str(base),)
    assert found.own == {}


@pytest.mark.usefixtures("base")
def test_labels_and_modes_of_the_base_come_first_and_none_is_last(tmp_path: Path) -> None:
    found = load_codebook(folder(tmp_path, "mine", OWN))
    assert found.labels == ("CONSULT", "ASSAULT", "LOAN", "NONE")
    assert found.modes == ("-", "visit", "drone", "cash")
    assert found.allowed("LOAN") == ("-", "cash", "visit")


@pytest.mark.usefixtures("base")
def test_an_own_type_carries_its_quad_score_and_codes(tmp_path: Path) -> None:
    found = load_codebook(folder(tmp_path, "mine", OWN))
    assert found.own == {"LOAN": Kind(quad=2, score=6.5, codes={"cameo": "071"})}


@pytest.mark.usefixtures("base")
def test_lists_in_tables_are_lengthened_and_single_values_replaced(tmp_path: Path) -> None:
    changed = (
        '[limits]\ntwo = 0.7\n[manner]\nsymmetric = ["LOAN"]\ntwo_sided = ["LOAN"]\n[types]\nCONSULT = ["phone"]\n'
    )
    found = load_codebook(folder(tmp_path, "mine", OWN.replace("[types]", changed)))
    assert found.limits == Limits(two=0.7, one=0.9)
    assert found.manner.symmetric == ("CONSULT", "LOAN")
    assert found.manner.two_sided == ("LOAN",)
    assert found.types["CONSULT"] == ("visit", "phone")
    assert found.meanings["CONSULT"] == "They meet."


@pytest.mark.usefixtures("base")
def test_lists_outside_tables_are_replaced(tmp_path: Path) -> None:
    found = load_codebook(folder(tmp_path, "mine", 'standings = ["asserted"]\n' + OWN))
    assert found.standings == ("asserted",)


def test_sentences_of_all_joined_folders_are_read_base_first(base: Path, tmp_path: Path) -> None:
    mine = folder(tmp_path, "mine", OWN)
    third = folder(tmp_path, "third", 'extends = "../mine"\n')
    line = '{"type":"%s","mode":"-","standing":"asserted","register":"wire","sentence":"<a>%s</a> <v>did</v> it."}\n'
    for n, (path, label) in enumerate([(third, "CONSULT"), (mine, "LOAN"), (base, "ASSAULT")]):
        (path / f"{path.name}.jsonl").write_text(line % (label, "ABC"[n]), encoding="utf-8")
    found = load_codebook(third)
    assert [Path(f).resolve() for f in found.folders] == [base, mine, third]
    assert [e.type for e in load_examples(found)] == ["ASSAULT", "LOAN", "CONSULT"]


@pytest.mark.usefixtures("base")
@pytest.mark.parametrize(
    ("text", "words"),
    [
        (OWN.replace('LOAN = "One lends to another."', ""), r"no meaning of LOAN; add it under \[meanings\]"),
        (OWN.replace("../base", "../nowhere"), r"No such file or directory: '.*nowhere.codebook\.toml'"),
        (OWN.replace('extends = "../base"', ""), "missing required field `none`"),
        (OWN.replace("score", "scor"), "unknown field `scor`"),
        (OWN.replace("quad = 2\n", ""), "missing required field `quad`"),
        (OWN.replace("[types]", "[limit]\ntwo = 0.5\n[types]"), "unknown field `limit`"),
        (OWN.replace("[types]", "[types"), "codebook .*see training/events/codebook.toml"),
    ],
)
def test_a_wrong_codebook_names_its_file_and_fault(text: str, words: str, tmp_path: Path) -> None:
    mine = folder(tmp_path, "mine", text)
    with pytest.raises(ModelError, match=words) as fault:
        load_codebook(mine)
    assert str(mine / "codebook.toml") in str(fault.value)


def test_a_folder_without_a_codebook_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"codebook\.toml"):
        load_codebook(tmp_path / "nowhere")


def test_the_worked_example_adds_one_type_to_the_shipped_codebook(worked: Codebook) -> None:
    shipped = load_codebook(ROOT / "training" / "events")
    assert worked.labels == (*shipped.types, "TRESPASS", "NONE")
    assert worked.modes == (*shipped.modes, "air", "sea")
    assert set(worked.own) == {"TRESPASS"}
    assert "TRESPASS" in worked.manner.two_sided
    assert worked.limits == shipped.limits


def test_the_worked_example_has_fifty_sentences_and_half_as_many_near_misses(sentences: list[Example]) -> None:
    types = Counter(e.type for e in sentences)
    assert types["TRESPASS"] == 50
    assert types.total() == 75
    assert len(types) > 10


def test_the_worked_example_shows_every_mode_standing_and_register(worked: Codebook, sentences: list[Example]) -> None:
    own = [e for e in sentences if e.type == "TRESPASS"]
    assert {e.mode for e in own} == {"air", "sea"}
    assert {e.standing for e in own} == set(worked.standings)
    assert {e.register for e in own} == set(worked.registers)
    assert all(e.pair.recipients for e in own)
