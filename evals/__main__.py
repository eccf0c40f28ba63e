"""python -m evals: every task that the gold here allows, one table, figures as JSON.

python -m evals [--only TASK ...] [--gate] [--readme] [--raise-floors] [--allow-regression] [--out FILE]
python -m evals predict TASK --in FILE --out FILE
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

import msgspec
from rich.console import Console
from rich.table import Table

from evals import gate, names, seed
from evals.gold import ROOT, gold_dir, seed_dir
from evals.task import TASKS, predict
from evals.task import figures as task_figures

OUT = ROOT / "evals" / "out" / "latest.json"
BEGIN, END = "<!-- figures:begin -->", "<!-- figures:end -->"


def seed_figures(folder: Path) -> dict[str, float]:
    """The share of the seed's rows that were read right, by section; prints hits and misses."""
    lines = seed.run(folder)
    for section, words, ok in lines:
        print(f"{'hit ' if ok else 'MISS'}  {section:<16} {words}")
    return {f"seed.{name}": 100 * hits / total for name, (hits, total) in seed.summary(lines).items()}


def names_figures(gold: Path, folder: Path | None) -> dict[str, float]:
    """The share of the stories' and the seed's names that are resolved right, by sort; prints every miss."""
    lines = names.run(gold, folder)
    for line in lines:
        if line.miss:
            print(f"MISS  {line.article:<5} {line.sort:<13} {line.name!r}: {line.miss}")
    return names.table(lines)


def figures(only: list[str], keep: Path | None) -> dict[str, float]:
    """All figures that can be had here, or those of some tasks."""
    gold, folder = gold_dir(), seed_dir()
    found: dict[str, float] = {}
    if folder is not None and (not only or "seed" in only):
        found |= seed_figures(folder)
    if gold is not None and (not only or "names" in only):
        found |= names_figures(gold, folder)
    for name, task in TASKS.items():
        if gold is not None and (not only or name in only):
            found |= task_figures(task, gold, keep)
    return found


def _print(found: dict[str, float]) -> None:
    table = Table("figure", "value", "floor")
    floors = gate.floors()
    for name, value in found.items():
        table.add_row(name, gate.printed(name, value), gate.printed(name, floors[name]) if name in floors else "")
    Console().print(table)


def _readme(found: dict[str, float]) -> None:
    path = ROOT / "README.md"
    body = "\n".join(
        ["| figure | value |", "|---|---|", *(f"| {n} | {gate.printed(n, v)} |" for n, v in found.items())]
    )
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(f"{BEGIN}.*{END}", f"{BEGIN}\n{body}\n{END}", text, flags=re.DOTALL), encoding="utf-8")


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals", description=__doc__)
    for flag in ("--gate", "--readme", "--raise-floors", "--allow-regression"):
        parser.add_argument(flag, action="store_true")
    parser.add_argument("--only", nargs="+", default=[], choices=(*TASKS, "seed", "names"))
    parser.add_argument("--keep", type=Path, help="a folder to keep the predictions in")
    parser.add_argument("--out", type=Path, default=OUT)
    commands = parser.add_subparsers(dest="command")
    one = commands.add_parser("predict")
    one.add_argument("task", choices=(*TASKS, "seed"))
    one.add_argument("--in", dest="source", type=Path, required=True)
    one.add_argument("--out", dest="target", type=Path, required=True)
    return parser.parse_args(arguments)


def main(arguments: list[str]) -> int:
    """0 when all is well, 1 when a figure falls below its floor."""
    options = _options(arguments)
    if options.command == "predict":
        predict(TASKS.get(options.task, TASKS["stories"]), options.source, options.target)
        return 0
    found = figures(options.only, options.keep)
    if not found:
        print("evals: no gold here (looked for LEGATION_GOLD and ../shared/gold); nothing to measure, passed")
        return 0
    _print(found)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_bytes(msgspec.json.encode(found))
    if options.readme:
        _readme(found)
    if options.raise_floors:
        gate.raise_floors(found, allow_regression=options.allow_regression)
    faults = gate.below(found) if options.gate else []
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
