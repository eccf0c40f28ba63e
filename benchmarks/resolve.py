"""What names cost: the lexicon's load and memory, and each stage's time as a share of the parse, in one run.

python -m benchmarks.resolve [--articles N]
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import islice
from typing import TypeVar

from benchmarks.throughput import articles
from legation.annotate.document import Job, Parse, documents
from legation.annotate.segment import segment
from legation.extract.claim import extract, scenes
from legation.extract.coder import Coder
from legation.extract.encoder import Coding, Pair
from legation.plugin import default_tools
from legation.resolve.article import resolve
from legation.scale.local import TOGETHER

T = TypeVar("T")
LOAD = """
import resource, time
import legation.lexicon.load as load
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start = time.perf_counter()
load.load_lexicon()
print(time.perf_counter() - start, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)
"""


class Clock:
    """Seconds by stage. It stands in for the parser too, so that its time is taken out of annotation's."""

    def __init__(self) -> None:
        """Nothing measured yet."""
        self.seconds: dict[str, float] = defaultdict(float)
        tools = default_tools()
        self.parser, self.encoder = tools.parser, tools.coder.encoder
        self.version = self.parser.version
        self.limits, self.manner, self.own = self.encoder.limits, self.encoder.manner, self.encoder.own
        self.uses = self.encoder.uses
        self.asked = 0

    def time(self, stage: str, work: Callable[[], T]) -> T:
        """What the work gives, its time booked to the stage."""
        start = time.perf_counter()
        made = work()
        self.seconds[stage] += time.perf_counter() - start
        return made

    def classify(self, pairs: Sequence[Pair]) -> list[Coding]:
        """The encoder's own codings."""
        self.asked += len(pairs)
        return self.time("encode", lambda: self.encoder.classify(pairs))

    def parse(self, jobs: Sequence[Job]) -> list[Parse]:
        """The parser's own parses."""
        return self.time("parse", lambda: self.parser.parse(jobs))


def lexicon() -> None:
    """Print how long a warm load takes in a fresh process (the median of five) and the memory that it adds."""
    runs = sorted(
        tuple(
            map(
                float,
                subprocess.run([sys.executable, "-c", LOAD], capture_output=True, text=True, check=True).stdout.split(),
            )
        )
        for _ in range(6)
    )[:5]
    print(f"lexicon: load {runs[2][0]:.2f} s (bar 0.5), memory {max(r[1] for r in runs):.0f} MB")


def stages(wanted: int) -> None:
    """Print the time of each stage against the parse; articles are read a few together, as the pipeline does."""
    tools, clock, read = default_tools(), Clock(), 0
    coder, todo = Coder(clock), iter(articles(wanted))
    while group := list(islice(todo, TOGETHER)):
        framed = clock.time("segment", lambda: [segment(a, tools.lexicon) for a in group])
        parsed = clock.time("annotate", lambda: [documents(a, tools.lexicon, clock) for a in framed])  # noqa: B023
        staged = clock.time(
            "extract",
            lambda: [scenes(a, d, tools.lexicon) for a, d in zip(framed, parsed, strict=True)],  # noqa: B023
        )
        coded = clock.time("extract", lambda: coder.over([s for own in staged for s in own]))  # noqa: B023
        claims = clock.time("extract", lambda: [extract(own, (*tools.extractors, coded)) for own in staged])  # noqa: B023
        clock.time(
            "resolve",
            lambda: [resolve(*one, tools.lexicon) for one in zip(framed, parsed, claims, strict=True)],  # noqa: B023
        )
        read += len(group)
    clock.seconds["annotate"] -= clock.seconds["parse"]
    clock.seconds["extract"] -= clock.seconds["encode"]
    print(f"{clock.asked / read:.1f} questions an article to the encoder")
    for stage, seconds in clock.seconds.items():
        print(f"{stage:10}{seconds:8.2f} s {seconds / clock.seconds['parse']:8.1%} of the parse")
    print(
        f"bar: resolve under 33 %; peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB; {wanted} articles"
    )


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("--articles", type=int, default=150)
    lexicon()
    stages(options.parse_args().articles)
