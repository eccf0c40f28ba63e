"""What is lost when things go wrong: kills, a full or read-only disk, damaged files, two writers, a clock that jumps. Prints a table.

python -m benchmarks.faults [--kills 50] [--articles 240] [--only NAME ...]
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import msgspec

COMMAND = "from legation.cli.app import main; main()"
JUMP = "import time; real = time.time; time.time = lambda: real() - 3e8; "
TOWNS = ("Lima", "Callao", "Busan", "Oslo", "Quito", "Hanoi", "Accra", "Tunis", "Riga", "Dhaka")
DEALS = ("signed a contract for", "took delivery of", "opened talks on", "cancelled an order for")
GOODS = ("six patrol boats", "12 Mi-35 helicopters", "forty howitzers", "a dozen Su-30 jets", "two frigates")
PAIRS = (
    ("Peru", "South Korea"),
    ("Pakistan", "Russia"),
    ("Ghana", "France"),
    ("Vietnam", "India"),
    ("Latvia", "Norway"),
)
TABLES = (
    "article",
    "article_state",
    "block",
    "claim",
    "role",
    "step",
    "casualty",
    "link",
    "coding",
    "event",
    "event_claim",
    "deal",
    "deal_claim",
    "deal_stage",
    "deal_value",
)


class Outcome(msgspec.Struct, frozen=True):
    """One line of the table: what was done, how often, what was lost, what the user was told."""

    fault: str
    times: int
    lost: str
    told: str


def write_articles(path: Path, count: int) -> None:
    """Write so many short articles, no two alike, as JSON lines."""
    with path.open("w", encoding="utf-8") as out:
        for n in range(count):
            buyer, seller = PAIRS[n % 5]
            text = (
                f"{TOWNS[n % 10]}, March {n % 28 + 1} - {buyer} {DEALS[n % 4]} {GOODS[n // 5 % 5]} from {seller}, the ministry of defence said. "
                f"A bomb killed {n % 17 + 2} soldiers near {TOWNS[(n + 3) % 10]} on report day {n}, the army said."
            )
            out.write(
                json.dumps({"text": text, "published": f"2024-03-{n % 28 + 1:02d}", "outlet": f"Outlet {n % 7}"}) + "\n"
            )


def command(source: Path, store: Path, *more: str, before: str = "") -> list[str]:
    """The command that reads the source into the store."""
    return [sys.executable, "-c", before + COMMAND, "read", str(source), "--into", str(store), *more]


def contents(store: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the store by table, sorted."""
    with duckdb.connect(str(store), read_only=True) as db:
        return {name: sorted(db.execute(f"SELECT * FROM {name}").fetchall(), key=repr) for name in TABLES}


def killed(source: Path, folder: Path, kills: int, seed: int, *more: str) -> Outcome:
    """Kill a reading so many times, each time going on in the same store; acknowledged articles are looked for after each."""
    rng, whole = random.Random(seed), folder / "whole.duckdb"
    subprocess.run(command(_part(source, folder, 1), folder / "warm.duckdb"), check=True, capture_output=True)
    start = time.monotonic()  # the lexicon is compiled by now, so that the points lie within a run
    subprocess.run(command(source, whole), check=True, capture_output=True)
    seconds = time.monotonic() - start
    wanted, store, acknowledged = contents(whole), folder / "killed.duckdb", set[str]()
    faults, ends = [], 0
    for number in range(kills):
        acknowledged |= _killed_once(command(source, store, *more), rng.uniform(0.1, 1.1) * seconds)
        if not store.exists():
            continue
        with duckdb.connect(str(store)) as db:
            there = [row[0] for row in db.execute("SELECT id FROM article").fetchall()] if _has_tables(db) else []
        print(f"kill {number + 1} of {kills}: {len(acknowledged)} acknowledged, {len(there)} there", file=sys.stderr)
        faults += [f"lost {len(acknowledged - set(there))}"] if acknowledged - set(there) else []
        faults += ["doubled"] if len(there) != len(set(there)) else []
        if len(there) == len(wanted["article"]):
            ends, acknowledged = ends + 1, set()
            faults += _finished(source, store, wanted)
    faults += _finished(source, store, wanted)
    return Outcome(
        f"kill -9 {' '.join(more)}".strip(),
        kills,
        ", ".join(sorted(set(faults))) or "nothing",
        f"resumed; {ends + 1} whole stores equal to one made in one run",
    )


def _has_tables(db: duckdb.DuckDBPyConnection) -> bool:
    return bool(db.execute("SELECT 1 FROM information_schema.tables WHERE table_name = 'article'").fetchall())


def _killed_once(arguments: list[str], after: float) -> set[str]:
    """The ids that the command acknowledged before it was killed."""
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(arguments, stdout=out, stderr=subprocess.DEVNULL)
        try:
            process.wait(timeout=after)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        out.seek(0)
        lines = [line for line in out.read().split(b"\n")[:-1] if line.startswith(b'{"id"')]
    return {json.loads(line)["id"] for line in lines}


def _finished(source: Path, store: Path, wanted: dict[str, list[tuple[object, ...]]]) -> Iterator[str]:
    """Go on to the end and compare with the whole; the store is taken away for the next round."""
    subprocess.run(command(source, store), check=True, capture_output=True)
    found = contents(store)
    yield from (f"{name} differs" for name in TABLES if found[name] != wanted[name])
    for path in store.parent.glob(f"{store.name}*"):
        path.unlink()


def full_disk(source: Path, folder: Path) -> Outcome:
    """A small disk of its own (a tmpfs) that the reading fills; where none can be had, a limit on the size of files."""
    store, place = folder / "full.duckdb", folder / "small"
    place.mkdir()
    subprocess.run(command(_part(source, folder, 10), store), check=True, capture_output=True)
    before = contents(store)["article"]
    mount = (
        f"mount -t tmpfs -o size={store.stat().st_size + 131_072} tmpfs {place} && cp {store} {place}/ && "
        f'{{ "$@"; code=$?; cp {place}/* {folder}/; exit $code; }}'
    )
    arguments = command(source, place / store.name)
    ran = subprocess.run(
        ["unshare", "-m", "sh", "-c", mount, "sh", *arguments], capture_output=True, text=True, check=False
    )
    if "unshare" in ran.stderr or "mount:" in ran.stderr:
        ran = subprocess.run(command(source, store), capture_output=True, text=True, preexec_fn=_limited, check=False)
    return _outcome("disk full", ran, store, before, source)


def _limited() -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (65_536, 65_536))


def read_only_disk(source: Path, folder: Path) -> Outcome:
    """A store on a disk mounted read-only, or, where that cannot be had, in a folder that takes no file."""
    place = folder / "disk"
    place.mkdir()
    arguments = command(source, place / "a.duckdb")
    mount = f'mount -t tmpfs tmpfs {place} && mount -o remount,ro {place} && exec "$@"'
    ran = subprocess.run(
        ["unshare", "-m", "sh", "-c", mount, "sh", *arguments], capture_output=True, text=True, check=False
    )
    if "unshare" in ran.stderr or "mount" in ran.stderr:
        ran = subprocess.run(command(source, Path("/proc/a.duckdb")), capture_output=True, text=True, check=False)
    return Outcome("read-only disk", 1, "nothing", _message(ran))


def damaged(source: Path, folder: Path, name: str, harm: Callable[[bytearray], object]) -> Outcome:
    """A store with harm done to its file: it is told, never read as if it were whole, and a copy put back goes on."""
    store, copy = folder / f"{name.replace(' ', '-')}.duckdb", folder / "copy.duckdb"
    subprocess.run(command(_part(source, folder, 20), store), check=True, capture_output=True)
    shutil.copyfile(store, copy)
    data = bytearray(store.read_bytes())
    harm(data)
    store.write_bytes(data)
    ran = subprocess.run(command(source, store), capture_output=True, text=True, check=False)
    shutil.copyfile(copy, store)
    again = subprocess.run(command(source, store), capture_output=True, text=True, check=False)
    return Outcome(
        f"store: {name}",
        1,
        "nothing, from the copy" if again.returncode == 0 else "the copy does not go on",
        _message(ran),
    )


def _noise(data: bytearray) -> None:
    for place in range(12_288, len(data), 4096):
        data[place : place + 64] = bytes(64)


def two_writers(source: Path, folder: Path) -> Outcome:
    """A second reading into a store that another process holds."""
    store = folder / "two.duckdb"
    subprocess.run(command(_part(source, folder, 10), store), check=True, capture_output=True)
    hold = "import duckdb, sys; db = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"
    arguments = [sys.executable, "-c", hold, str(store)]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None and holder.stdout.readline() == "held\n"
        ran = subprocess.run(command(source, store), capture_output=True, text=True, check=False)
        holder.communicate("")
    return _outcome("two writers", ran, store, contents(store)["article"], source)


def clock(source: Path, folder: Path) -> Outcome:
    """Half of the articles, then all of them with a clock nine years back, then again with the right one."""
    store, whole, own = folder / "clock.duckdb", folder / "clock-whole.duckdb", folder / "clock.jsonl"
    shutil.copyfile(_part(source, folder, 20), own)
    subprocess.run(command(own, store), capture_output=True, check=True)
    shutil.copyfile(source, own)
    for arguments in (command(own, store, before=JUMP), command(own, store), command(own, whole)):
        ran = subprocess.run(arguments, capture_output=True, text=True, check=False)
    lost = [name for name in TABLES if contents(store)[name] != contents(whole)[name]]
    return Outcome(
        "clock jumps", 2, ", ".join(lost) or "nothing", _message(ran) or "nothing: no row depends on the clock"
    )


def _outcome(
    fault: str, ran: subprocess.CompletedProcess[str], store: Path, before: list[tuple[object, ...]], source: Path
) -> Outcome:
    """What stood in the store before is there after the fault, and the same command goes on to the end."""
    kept = {row[0] for row in before} <= {row[0] for row in contents(store)["article"]}
    told = _message(ran)
    again = subprocess.run(command(source, store), capture_output=True, text=True, check=False)
    done = len(contents(store)["article"]) == len(source.read_text(encoding="utf-8").splitlines())
    return Outcome(fault, 1, "nothing" if kept and done and again.returncode == 0 else "SOMETHING", told)


def _part(source: Path, folder: Path, count: int) -> Path:
    part = folder / "part.jsonl"
    part.write_text("".join(source.read_text(encoding="utf-8").splitlines(keepends=True)[:count]), encoding="utf-8")
    return part


def _message(ran: subprocess.CompletedProcess[str]) -> str:
    lines = [line for line in ran.stderr.splitlines() if line.strip()]
    traced = "TRACEBACK " if "Traceback" in ran.stderr else ""
    return f"{traced}exit {ran.returncode}: {lines[-1]}" if ran.returncode else ""


def outcomes(kills: int, articles: int, only: list[str]) -> Iterator[Outcome]:
    """The lines of the table, each as it is found."""
    with tempfile.TemporaryDirectory() as place:
        folder, source = Path(place), Path(place) / "articles.jsonl"
        write_articles(source, articles)
        half = [
            lambda data: data.__delitem__(slice(len(data) // 2, None)),
            lambda data: data.__setitem__(slice(0, 4096), bytes(4096)),
        ]
        tries: dict[str, Callable[[], Outcome]] = {
            "kill": lambda: killed(source, folder, kills - kills // 5, 1),
            "kill-jobs": lambda: killed(source, folder, kills // 5, 2, "--jobs", "2"),
            "full": lambda: full_disk(source, folder),
            "read-only": lambda: read_only_disk(source, folder),
            "cut": lambda: damaged(source, folder, "cut in half", half[0]),
            "head": lambda: damaged(source, folder, "head gone", half[1]),
            "noise": lambda: damaged(source, folder, "holes in its blocks", _noise),
            "writers": lambda: two_writers(source, folder),
            "clock": lambda: clock(source, folder),
        }
        yield from (attempt() for name, attempt in tries.items() if not only or name in only)


def main() -> int:
    """Print the table; 1 when anything was lost or a traceback was shown."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.faults", description=__doc__)
    options.add_argument("--kills", type=int, default=50)
    options.add_argument("--articles", type=int, default=240)
    options.add_argument("--only", nargs="+", default=[])
    given, bad = options.parse_args(), False
    print("| fault | times | lost | told |\n|---|---|---|---|")
    for line in outcomes(given.kills, given.articles, given.only):
        print(f"| {line.fault} | {line.times} | {line.lost} | {line.told} |", flush=True)
        bad = bad or not line.lost.startswith("nothing") or "TRACEBACK" in line.told
    return int(bad)


if __name__ == "__main__":
    sys.exit(main())
