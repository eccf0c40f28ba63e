"""Bad input: a clear message or an issue row, and the other articles go on."""

from __future__ import annotations

from pathlib import Path

import pytest

from legation.errors import ReadError
from legation.read.source import read_paths
from legation.record.article import Article
from legation.record.issue import Issue


def rules(*paths: Path) -> list[str]:
    return [x.rule if isinstance(x, Issue) else "article" for x in read_paths([str(p) for p in paths])]


def file(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_an_empty_file_is_an_issue(tmp_path: Path) -> None:
    assert rules(file(tmp_path, "a.txt", b" \n")) == ["empty"]


def test_binary_data_is_an_issue(tmp_path: Path) -> None:
    assert rules(file(tmp_path, "a.txt", b"PK\x03\x04\x00\x00\x01")) == ["binary"]


def test_another_encoding_is_read_and_noted(tmp_path: Path) -> None:
    found = list(
        read_paths([str(file(tmp_path, "a.txt", "The caf\u00e9 was hit and the owner said so.".encode("cp1252")))])
    )
    assert [x.rule for x in found if isinstance(x, Issue)] == ["encoding"]
    assert "caf\u00e9" in next(x.text for x in found if isinstance(x, Article))


def test_fifty_megabytes_of_one_line_are_an_issue(tmp_path: Path) -> None:
    assert rules(file(tmp_path, "a.txt", b"word " * 10_000_000)) == ["too_long"]


def test_broken_html_is_still_read(tmp_path: Path) -> None:
    page = b"<html><body><p>The minister said that the treaty had been signed in the capital of the country.<p>More<div"
    assert "article" in rules(file(tmp_path, "a.html", page))


def test_a_page_without_text_is_an_issue(tmp_path: Path) -> None:
    assert rules(file(tmp_path, "a.html", b"<html><body><img src='x'></body></html>")) == ["no_text"]


def test_a_broken_line_does_not_stop_the_others(tmp_path: Path) -> None:
    lines = b'{"text": "Iran and Iraq held talks."}\n{"text": \n{"text": "Peru bought tanks."}\n'
    assert rules(file(tmp_path, "a.jsonl", lines)) == ["article", "broken_line", "article"]


def test_another_language_is_kept_and_noted(tmp_path: Path) -> None:
    text = "Le gouvernement de la France a annonc\u00e9 que les avions sont pour le Maroc et que le contrat est dans les mains du ministre."
    assert rules(file(tmp_path, "a.txt", text.encode())) == ["article", "language"]


def test_a_folder_without_articles_is_an_issue(tmp_path: Path) -> None:
    assert rules(tmp_path) == ["no_articles"]


def test_a_missing_path_is_an_issue_and_the_next_is_read(tmp_path: Path) -> None:
    assert rules(tmp_path / "none.txt", file(tmp_path, "a.txt", b"Iran and Iraq met.")) == ["missing", "article"]


def test_a_wrong_day_is_refused() -> None:
    with pytest.raises(ReadError, match="YYYY-MM-DD"):
        list(read_paths([], published="20 August"))
