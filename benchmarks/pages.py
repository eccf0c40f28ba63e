"""How long a page takes over a store of many articles: python -m benchmarks.pages [STORE] [--articles 20000] [--rounds 5].

Reads the bundled samples unless a store is named, multiplies its rows (each copy with ids of its own, days moved) until the store has that many
articles, and asks for each page over HTTP inside the process, without any page kept from before. Prints a line a page: median and worst.
Multiplied rows repeat the same words: what depends on how many different words there are is not measured.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
import time
from pathlib import Path

import duckdb
from starlette.testclient import TestClient

from legation.read.sample import sample_dir
from legation.scale.local import Request, read_into
from legation.show.app import make_app
from legation.store.desk import Desk

_IDS = {
    "article": ("id",), "block": ("article",), "claim": ("id", "article"), "role": ("claim", "article"), "step": ("claim", "article"),
    "casualty": ("claim", "article"), "link": ("article",), "coding": ("claim", "article"), "event": ("id",), "event_claim": ("event", "claim"),
    "deal": ("id",), "deal_claim": ("deal", "claim"), "deal_stage": ("deal",), "deal_value": ("deal",),
}  # fmt: skip
_PAGES = (
    "/", "/search?q=government", '/search?q="foreign+minister"', "/events", "/events?country=USA&status=reported", "/register", "/register?view=all&recipient=PAK",
    "/attacks", "/map", "/map?kind=attack", "/timeline", "/timeline?country=RUS", "/dyad", "/dyad?a=RUS&b=USA&grain=month", "/network", "/statements",
    "/statements?by=minister", "/relations", "/sources", "/articles", "/review", "/review?order=value", "/sql?q=SELECT+kind,count(*)+FROM+claim+GROUP+BY+1",
)  # fmt: skip


def multiply(path: str, wanted: int) -> int:
    """The number of articles of the store once its rows have been multiplied to about that many."""
    with duckdb.connect(path) as db:
        have = int((db.execute("SELECT count(*) FROM article").fetchone() or (0,))[0])
        copies = max(0, round(wanted / have) - 1)
        for name, ids in _IDS.items():
            replaced = ", ".join(f"{column} || '_' || k AS {column}" for column in ids)
            db.execute(f"INSERT INTO {name} SELECT t.* REPLACE ({replaced}) FROM {name} t, range(1, {copies + 1}) r(k)")
        db.execute(
            "UPDATE article SET published = published - CAST(hash(id) % 3000 AS INTEGER) WHERE id LIKE '%\\_%\\_%' ESCAPE '\\'"
        )
        db.execute("CHECKPOINT")
        return int((db.execute("SELECT count(*) FROM article").fetchone() or (0,))[0])


def pages(client: TestClient) -> list[str]:
    """The pages to ask for: the fixed ones, and one of each sort of thing."""
    found = list(_PAGES)
    for listing, sort, key in (
        ("/articles", "article", "id"),
        ("/events", "event", "id"),
        ("/attacks", "claim", "id"),
        ("/register", "deal", "deal"),
    ):
        rows = client.get(f"{listing}.json").json()["rows"]
        originals = [r[key] for r in rows if r[key].count("_") == 1]
        if originals:
            found.append(f"/{sort}/{originals[0]}")
    return found


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", nargs="?")
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "many.duckdb")
        if asked.store:
            shutil.copy(asked.store, path)
            Desk(path).close()
        else:
            read_into(Request(paths=(str(sample_dir()),)), path)
        print(
            f"{multiply(path, asked.articles):,} articles (rows multiplied), {Path(path).stat().st_size / 1e6:,.0f} MB"
        )
        measure(path, asked.rounds)


def measure(path: str, rounds: int) -> None:
    """Time each page and print it; the last line is over all pages."""
    desk = Desk(path)
    medians = []
    with TestClient(make_app(desk), base_url="http://127.0.0.1") as client:
        for page in pages(client):
            taken = [_once(client, page) for _ in range(rounds)]
            medians.append(statistics.median(taken))
            print(f"{statistics.median(taken) * 1000:8.0f} ms median {max(taken) * 1000:8.0f} ms worst   {page}")
    print(
        f"{statistics.median(medians) * 1000:8.0f} ms median of pages, {max(medians) * 1000:.0f} ms the slowest page's median"
    )
    desk.close()


def _once(client: TestClient, page: str) -> float:
    start = time.perf_counter()
    answer = client.get(page)
    assert answer.status_code == 200, (page, answer.status_code)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
