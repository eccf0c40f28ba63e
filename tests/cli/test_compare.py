"""legation compare sipri and legation ask dependence, as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import legation
from legation.cli.app import main
from legation.export.comparison import comparison_text
from legation.export.dependence import dependence_text
from legation.lexicon.load import load_lexicon
from legation.read.sipri import read_sipri

EXAMPLE = Path(__file__).parents[2] / "examples" / "reference" / "listed.csv"
HEADER = "SIPRI AT Database ID;Supplier;Recipient;Designation;Order date;Numbers delivered;Delivery year\n"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def lines(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("store")
    (folder / "a.txt").write_text("Russia delivered six Su-35 jets to Iran in 2024, Reuters reported.")
    path = str(folder / "r.duckdb")
    assert run("read", str(folder / "a.txt"), "--into", path, "--published", "2024-05-01").exit_code == 0
    return path


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "listed.csv"
    path.write_text(
        HEADER + "7;Russia;Iran;Su-35;2022;5;2024\n8;Russia;Iran;Mi-28N;2022;5;2024\n9;Russia;Iran;Su-35;soon;5;2024\n"
    )
    return str(path)


def test_a_comparison_is_json_lines_in_a_pipe(store: str, file: str) -> None:
    result = run("compare", "sipri", file, "--store", store)
    first, *rest = lines(result)
    assert result.exit_code == 0
    assert (first["record"], first["both"], first["only_theirs"], first["only_ours"]) == ("summary", 1, 1, 0)
    assert [line["record"] for line in rest] == ["both", "only_theirs", "issue", "issue"]


def test_the_words_behind_our_value_stand_in_the_text(store: str, file: str) -> None:
    text = "\n".join(comparison_text(legation.compare_sipri(file, store=store)))
    assert "delivered: ours 6, theirs 5 [differs]" in text
    assert "says ours: clm_" in text and '"Russia delivered six Su-35 jets to Iran' in text
    assert f"failed: {file}:4: met 'soon', expected a year" in text


def test_nothing_in_common_is_exit_code_3(store: str, file: str) -> None:
    assert run("compare", "sipri", file, "--store", store, "--recipient", "PAK").exit_code == 3


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(("--recipient", "Iran"), "did you mean IRN?"), (("--from", "2020", "--to", "2010"), "run backwards")],
)
def test_a_wrong_question_is_one_line(store: str, file: str, arguments: tuple[str, ...], told: str) -> None:
    result = run("compare", "sipri", file, "--store", store, *arguments)
    assert result.exit_code == 1 and told in result.stderr and "Traceback" not in result.output


def test_a_file_that_is_no_register_is_one_line(store: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a,b\n1,2\n")
    result = run("compare", "sipri", str(tmp_path / "a.csv"), "--store", store)
    assert result.exit_code == 1 and "met no header" in result.stderr


def test_control_characters_of_the_file_never_reach_the_terminal(store: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(HEADER + "\x1b[2J;Russia;Iran;Zorblax \u202e;2022;5;2024\n", encoding="utf-8")
    text = "\n".join(comparison_text(legation.compare_sipri(str(tmp_path / "a.csv"), store=store)))
    assert "Zorblax" in text and not set("\x1b\u202e") & set(text)


def test_the_example_is_read_without_an_issue() -> None:
    found = read_sipri(str(EXAMPLE), load_lexicon())
    assert (len(found.deals), found.issues) == (4, ())


def test_the_tutorials_deal_is_found_in_both(tmp_path: Path) -> None:
    path, samples = str(tmp_path / "r.duckdb"), EXAMPLE.parents[1] / "articles"
    run("read", str(samples / "01-wire-story-with-caption.txt"), "--into", path)
    assert "900001" in {pair.theirs.id for pair in legation.compare_sipri(str(EXAMPLE), store=path).both}


def test_dependence_is_a_line_per_window_and_one_of_what_is_left_out(store: str) -> None:
    window, left = lines(run("ask", "dependence", "--recipient", "IRN", "--to", "2024", "--store", store))
    assert (window["since"], window["until"], window["deals"], window["thin"]) == (2020, 2024, 1, True)
    assert window["shares"][0]["party"] == "RUS" and window["shares"][0]["items"] == 6  # type: ignore[index]
    assert "no volumes" in str(left["note"])


def test_the_text_says_that_counts_are_no_volumes_and_what_is_thin(store: str) -> None:
    text = "\n".join(dependence_text(legation.dependence(store=store, supplier="RUS", since=2015, to=2024)))
    assert "Counts are no volumes" in text and "2015-2019: no deal known" in text
    assert "6 items (6 delivered, 0 ordered)  100%" in text and "thin" in text


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "expected one of them"),
        (("--recipient", "IRN", "--supplier", "RUS"), "met both"),
        (("--recipient", "IRN", "--window", "0"), "from 1 on"),
        (("--recipient", "IRN", "--view", "all"), "--view, which it does not take"),
        (("--recipient", "IRN", "--country", "IRN"), "give --supplier or --recipient"),
    ],
)
def test_a_wrong_question_of_dependence_says_what_to_give(store: str, arguments: tuple[str, ...], told: str) -> None:
    result = run("ask", "dependence", "--store", store, *arguments)
    assert result.exit_code == 1 and told in result.stderr


def test_a_state_without_deals_is_exit_code_3(store: str) -> None:
    assert run("ask", "dependence", "--recipient", "PAK", "--store", store).exit_code == 3
