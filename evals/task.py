"""The tasks that the gold allows: its files, how a reading becomes a prediction, which scorer judges it."""

from __future__ import annotations

import gzip
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from evals import arms, attacks, attribution, dedupe, events, extraction, factuality, geocoding, stories, temporal
from evals.gold import article
from legation.pipeline import read_article
from legation.plugin import default_tools
from legation.record.article import Article
from legation.record.reading import Reading

Row = dict[str, Any]
_FIGURE = re.compile(r"([\w@-]+(?:\(\d\))?) (-?\d+\.\d+)")
_BESIDE = re.compile(r"F1\s+(\d+\.\d+)|(\d+\.\d+) of \d")
_WORDED = re.compile(
    r"(accuracy|macro-F1\(\w+\)|pair recall|quad-event recall|event recall|precision\(lower bound\)|actor code accuracy) (\d+\.\d+)"
)


class Task(msgspec.Struct, frozen=True):
    """One task. `sets` maps a set's name to its gold file; `inputs` names another file to read where the gold is not the input.

    `line` begins the printed line whose figures count beside those of the last; `beside` names further figures by the beginning of the line that prints
    them as an F1 or as "92.6 of 54". `row` makes the prediction of one gold row, `whole` those of all where they hang together; `scorer` is the file under gold/score.
    """

    name: str
    sets: dict[str, str]
    row: Callable[[Row], Row] | None
    scorer: str
    inputs: dict[str, str] = {}
    line: str | None = None
    beside: dict[str, str] = {}
    whole: Callable[[Iterable[Row]], Iterator[Row]] | None = None


def read_row(row: Row) -> Reading | None:
    """The reading of a gold row's text, or None when it is no article."""
    found: Article | None = article(row)
    return read_article(found, default_tools()) if found is not None else None


def _of_reading(predict: Callable[[Reading, str], Row]) -> Callable[[Row], Row]:
    def row(given: Row) -> Row:
        reading = read_row(given)
        return predict(reading, str(given["id"])) if reading is not None else {"id": given["id"]}

    return row


TASKS = {
    task.name: task
    for task in (
        Task(
            "stories",
            {"": "stories/gold_dev.jsonl"},
            _of_reading(stories.predict_story),
            "score_stories.py",
            {"": "stories/articles_dev.jsonl"},
            beside={
                "register": "register",
                "quantity right": "   quantity",
                "status right": "   status",
                "killed right": "   killed, lower bound",
                "perpetrator right": "   perpetrator",
            },
        ),
        Task(
            "geocoding",
            {name: f"geocoding/{name}_dev.jsonl.gz" for name in ("trnews", "lgl", "geovirus")},
            _of_reading(geocoding.predict_row),
            "score_geocoding.py",
        ),
        Task(
            "attribution",
            {"polnear": "attribution/polnear_dev.jsonl.gz"},
            _of_reading(attribution.predict_row),
            "score_attribution.py",
        ),
        Task(
            "factuality",
            {
                "uw": "factuality/uw_dev.jsonl",
                "meantime": "factuality/meantime_dev.jsonl",
                "uds_ih2": "factuality/uds_ih2_dev.jsonl.gz",
            },
            factuality.predict,
            "score_factuality.py",
        ),
        Task(
            "events",
            {"plv": "events/plv_train.jsonl"},
            events.predict,
            "score_events.py",
            line="classify all",
        ),
        Task(
            "extract",
            {"plv": "events/plv_train.jsonl", "gsr": "events/gsr_dev.jsonl"},
            _of_reading(events.extracted),
            "score_events.py",
            line="extract all",
        ),
        Task(
            "arms",
            {"dod": "arms/dod_dev.jsonl"},
            _of_reading(arms.predict_row),
            "score_arms.py",
            beside={"quantity right": "  quantity right", "value right": "  value "},
        ),
        Task(
            "attacks",
            {"muc4": "attacks/muc4_dev.jsonl.gz"},
            _of_reading(attacks.predict_row),
            "score_attacks.py",
        ),
        Task("extraction", {"aeb": "extraction/aeb_dev.jsonl.gz"}, extraction.predict, "score_extraction.py"),
        Task("dedupe", {"ecb": "dedupe/ecb_dev.jsonl.gz"}, None, "score_dedupe.py", whole=dedupe.predict),
        Task("temporal", {"te3": "temporal/te3_train.jsonl.gz"}, temporal.predict, "score_temporal.py"),
    )
}


def rows(path: Path) -> Iterator[Row]:
    """The rows of a JSON lines file, plain or gzipped; a text file is one row."""
    if path.suffix == ".txt":
        yield {"id": path.stem, "text": path.read_text(encoding="utf-8")}
        return
    with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as lines:
        yield from (msgspec.json.decode(line) for line in lines if line.strip())


def predict(task: Task, source: Path, target: Path) -> None:
    """Write the predictions for a file in the gold's shape."""
    with target.open("wb") as out:
        for row in _predictions(task, rows(source)):
            out.write(msgspec.json.encode(row) + b"\n")


def _predictions(task: Task, given: Iterable[Row]) -> Iterable[Row]:
    if task.whole is not None:
        return task.whole(given)
    return map(task.row, given) if task.row is not None else ()


def figures(task: Task, gold: Path, keep: Path | None = None) -> dict[str, float]:
    """The figures of a task's sets by its own scorer, "task.set.figure"; its print is passed on. `keep` keeps the predictions."""
    found: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, file in task.sets.items():
            if not (gold / file).exists():
                continue
            target = (keep or Path(folder)) / f"{task.name}{name and '-'}{name}.jsonl"
            predict(task, gold / task.inputs.get(name, file), target)
            command = [sys.executable, str(gold / "score" / task.scorer), str(gold / file), str(target)]
            text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
            print(f"== {task.name} {name}\n{text}")
            label = f"{task.name}.{name}." if name else f"{task.name}."
            lines = text.strip().splitlines()
            found |= {label + figure: float(value) for figure, value in _FIGURE.findall(lines[-1])}
            found |= {label + figure: value for figure, value in _beside(task, lines)}
            told = [line for line in lines if task.line is not None and line.startswith(task.line)]
            found |= {label + figure: float(value) for line in told for figure, value in _WORDED.findall(line)}
    return found


def _beside(task: Task, lines: list[str]) -> Iterator[tuple[str, float]]:
    """The further figures of a task, by name, from the lines that print them."""
    for figure, begin in task.beside.items():
        told = (_BESIDE.search(line) for line in lines if line.startswith(begin))
        yield from ((figure, float(m.group(1) or m.group(2))) for m in told if m is not None)
