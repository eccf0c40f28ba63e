"""The commands as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from legation.cli.app import main


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, list(arguments), input=stdin)


@pytest.fixture
def store(tmp_path: Path) -> str:
    (tmp_path / "a.txt").write_text("Russia delivered six Su-35 jets to Iran, Reuters reported.")
    path = str(tmp_path / "r.duckdb")
    assert run("read", str(tmp_path / "a.txt"), "--into", path).exit_code == 0
    return path


def test_read_prints_json_lines_in_a_pipe(tmp_path: Path) -> None:
    result = run("read", "-", "--into", str(tmp_path / "r.duckdb"), stdin="Iran attacked Iraq.")
    assert json.loads(result.stdout.splitlines()[-1])["summary"]["articles"] == 1


def test_a_failed_article_gives_exit_code_4_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Iran attacked Iraq.")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01\x02")
    result = run("read", str(tmp_path), "--into", str(tmp_path / "r.duckdb"))
    assert result.exit_code == 4 and '"articles":1' in result.stdout and "binary" in result.stderr


def test_ask_answers_a_named_question(store: str) -> None:
    (row,) = [json.loads(line) for line in run("ask", "deals", "--store", store).stdout.splitlines()]
    assert (row["supplier"], row["recipient"], row["designation"]) == ("RUS", "IRN", "Su-35")


@pytest.fixture
def statements(tmp_path: Path) -> str:
    text = (
        "Russian Foreign Minister Sergey Lavrov told reporters at a news conference that Pakistan had bought helicopters. "
        "Iran said that it would not sign."
    )
    (tmp_path / "s.txt").write_text(text)
    path = str(tmp_path / "s.duckdb")
    assert run("read", str(tmp_path / "s.txt"), "--into", path).exit_code == 0
    return path


def test_ask_finds_the_statements_of_a_speaker_about_a_country(statements: str) -> None:
    result = run("ask", "statements", "--by", "Sergey Lavrov", "--about", "PAK", "--store", statements)
    (row,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert (row["audience"], row["forum"], row["about"]) == ("reporters", "press_conference", ["Pakistan"])


def test_ask_finds_no_statement_of_another_speaker_about_a_country(statements: str) -> None:
    assert run("ask", "statements", "--by", "Iran", "--about", "PAK", "--store", statements).exit_code == 3


def test_only_statements_are_asked_by_speaker(statements: str) -> None:
    result = run("ask", "events", "--by", "Iran", "--store", statements)
    assert result.exit_code == 1 and "only the question statements" in result.stderr


def test_ask_answers_sql(store: str) -> None:
    assert json.loads(run("ask", "SELECT count(*) AS n FROM transfers", "--store", store).stdout) == {"n": 1}


def test_a_wrong_question_is_one_line_and_exit_code_1(store: str) -> None:
    result = run("ask", "DROP TABLE claim", "--store", store)
    assert result.exit_code == 1 and "Traceback" not in result.output and "read-only" in result.stderr


def test_nothing_found_is_exit_code_3(store: str) -> None:
    assert run("ask", "attacks", "--store", store).exit_code == 3


def test_show_prints_claims_of_a_path_and_of_an_id(store: str, tmp_path: Path) -> None:
    by_path = run("show", str(tmp_path / "a.txt")).stdout
    article = json.loads(run("ask", "SELECT id FROM article", "--store", store).stdout)["id"]
    assert "supplier=RUS" in by_path and by_path == run("show", article, "--store", store).stdout


def test_export_writes_claims_events_and_deals(store: str) -> None:
    records = [json.loads(line)["record"] for line in run("export", "jsonl", "--store", store).stdout.splitlines()]
    assert {"claim", "deal", "event"} <= set(records)


def test_demo_reads_the_samples_and_ends(tmp_path: Path) -> None:
    result = run("demo", "--into", str(tmp_path / "d.duckdb"))
    assert result.exit_code == 0 and "Where to look next" in result.output


def test_doctor_finds_everything() -> None:
    assert run("doctor").exit_code == 0


def test_control_characters_never_reach_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Iran attacked Iraq \u202ewith rockets.")
    assert "\u202e" not in run("show", str(tmp_path / "a.txt")).output
