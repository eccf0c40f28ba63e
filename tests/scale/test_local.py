"""Runs: what is known is passed over, what is slow or deadly costs one article, a live stream is written while it goes on."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from legation.lexicon.limit import limits_with
from legation.read.manner import Manner
from legation.record.article import Article
from legation.record.issue import Issue
from legation.record.reading import Reading
from legation.scale import reading as reading_module
from legation.scale import workers
from legation.scale.flow import live_grouped
from legation.scale.local import Request, read_into
from legation.scale.reading import OutOfTimeError, read_safely, time_limit
from legation.store.open import open_store
from tests.make import article

LINES = b'{"text": "Peru bought six patrol boats from South Korea."}\n{"text": "Iran attacked Iraq."}\n'


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "a.jsonl"
    path.write_bytes(LINES)
    return path


def counts(store: str) -> tuple[int, ...]:
    with open_store(store, read_only=True) as opened:
        return tuple(
            opened.db.execute(f"SELECT count(*) FROM {name}").fetchall()[0][0]
            for name in ("article", "claim", "role", "issue")
        )


def test_what_the_store_has_read_is_passed_over_and_nothing_is_doubled(source: Path, tmp_path: Path) -> None:
    store = str(tmp_path / "s.duckdb")
    request = Request(paths=(str(source),))
    first = read_into(request, store)
    before = counts(store)
    second = read_into(request, store)
    assert (first.articles, second.articles, second.known) == (2, 0, 2)
    assert counts(store) == before and second.events == first.events


def test_an_article_with_another_day_is_read_again(source: Path, tmp_path: Path) -> None:
    store = str(tmp_path / "s.duckdb")
    read_into(Request(paths=(str(source),)), store)
    assert read_into(Request(paths=(str(source),), published="2024-03-04"), store).articles == 2


def test_again_reads_what_is_known(source: Path, tmp_path: Path) -> None:
    store = str(tmp_path / "s.duckdb")
    read_into(Request(paths=(str(source),)), store)
    assert read_into(Request(paths=(str(source),), again=True), store).articles == 2


def test_an_article_that_takes_too_long_is_an_issue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_module, "read_articles", lambda *_: time.sleep(30))
    found = read_safely(article("Iran attacked Iraq."), 1)
    assert isinstance(found, Issue) and found.rule == "too_slow" and "article_seconds" in found.reason


def test_a_time_limit_leaves_no_timer_behind() -> None:
    with time_limit(30):
        pass
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_a_block_that_is_over_time_is_left() -> None:
    with pytest.raises(OutOfTimeError), time_limit(0.05):
        time.sleep(5)


def deadly(group: Sequence[Article], seconds: int) -> list[Reading | Issue]:
    """A reading that ends its process at one article."""
    if any("deadly" in a.text for a in group):
        os._exit(9)
    return [Reading(article=a, claims=(), links=(), issues=()) for a in group]


def test_a_process_that_dies_costs_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "read_together", deadly)
    groups = [[article(f"Report {n}."), article(f"Report {n}, deadly." if n == 2 else f"Note {n}.")] for n in range(5)]
    found = [result for results in workers.parallel(iter(groups), 2, 20) for result in results]
    texts = [r.article.text if isinstance(r, Reading) else r.rule for r in found]
    assert texts == [a.text if "deadly" not in a.text else "killed" for group in groups for a in group]


def test_a_still_stream_passes_on_what_has_come() -> None:
    go = threading.Event()

    def slow() -> object:
        yield article("One.")
        go.wait(10)
        yield article("Two.")

    groups = live_grouped(slow(), 8, wait=0.05)  # type: ignore[arg-type]
    assert [a.text for a in next(groups)] == ["One."]
    assert next(groups) == []
    go.set()
    assert [a.text for group in groups for a in group] == ["Two."]


def test_a_fault_of_the_stream_is_raised_where_it_is_read() -> None:
    def broken() -> object:
        yield article("One.")
        raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        list(live_grouped(broken(), 8, wait=0.05))  # type: ignore[arg-type]


def test_a_slow_pipe_is_written_while_it_goes_on(tmp_path: Path) -> None:
    store, (read_end, write_end) = str(tmp_path / "s.duckdb"), os.pipe()
    seen: list[str] = []

    def feed() -> None:
        first, second = LINES.splitlines(keepends=True)
        os.write(write_end, first)
        while not seen:
            time.sleep(0.1)
        os.write(write_end, second)
        os.close(write_end)

    thread = threading.Thread(target=feed)
    thread.start()
    with os.fdopen(read_end, "rb") as stdin:
        read_into(Request(paths=("-",), stdin=stdin), store, lambda r: seen.append(r.article.text))
    thread.join()
    assert len(seen) == 2


def test_a_limit_of_the_user_holds_for_the_run(source: Path, tmp_path: Path) -> None:
    manner = Manner(limits=limits_with(["article_characters=25"]))
    summary = read_into(Request(paths=(str(source),), manner=manner), str(tmp_path / "s.duckdb"))
    assert (summary.articles, summary.failed) == (1, 1)
