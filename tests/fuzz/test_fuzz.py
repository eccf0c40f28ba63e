"""Fuzzing with a small budget: every reader and stage on harmed inputs; for hours by `python -m benchmarks.fuzz`. What was found stays as a file."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from benchmarks.fuzz import CORPUS, annotate_all, fault_of, mutated, pipeline_all, segment_all, targets
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation.pipeline import Tools

FOUND = sorted(CORPUS.glob("*--*"))
READERS = [name for name in targets() if name not in ("segment", "annotate", "pipeline")]
EASY = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module", autouse=True)
def loaded(tools: Tools) -> None:
    """The models are loaded before anything is timed."""


def target_of(kept: str) -> str:
    """The target in a kept file's name: "warc-gz--0123" is ".warc.gz"."""
    bare = kept.partition("--")[0]
    return next(name for name in targets() if name.strip(".").replace(".", "-") == bare)


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_what_was_found_once_stays_mended(path: Path) -> None:
    check, _ = targets()[target_of(path.name)]
    assert fault_of(check, path.read_bytes()) is None


@pytest.mark.parametrize("name", READERS)
@EASY
@given(seed=st.integers(0, 2**32), which=st.integers(0, 9))
def test_a_harmed_input_gives_articles_and_issues_only(name: str, seed: int, which: int) -> None:
    check, given_inputs = targets()[name]
    data = mutated(given_inputs[which % len(given_inputs)], random.Random(seed))
    assert fault_of(check, data) is None


@pytest.mark.parametrize("name", READERS)
@EASY
@given(data=st.binary(max_size=300))
def test_any_bytes_give_articles_and_issues_only(name: str, data: bytes) -> None:
    assert fault_of(targets()[name][0], data) is None


@EASY
@given(text=st.text(max_size=400))
def test_any_text_is_segmented_and_annotated(text: str) -> None:
    segment_all(text.encode("utf-8", "replace"))
    annotate_all(text.encode("utf-8", "replace"))


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32))
def test_a_harmed_text_is_read_with_the_words_of_its_spans(seed: int) -> None:
    pipeline_all(mutated(targets()["pipeline"][1][0], random.Random(seed)))
