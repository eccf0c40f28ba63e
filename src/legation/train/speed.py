"""How fast an exported encoder is: sentences a second, one by one and in batches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter

from legation.extract.encoder import Pair
from legation.model.encoder import EventEncoder


def speed(folder: Path | None, pairs: Sequence[Pair], *, rounds: int = 3) -> Iterator[str]:
    """A line per way of running, the best of some rounds; and the time to load."""
    start = perf_counter()
    EventEncoder(folder)
    yield f"load {perf_counter() - start:.2f} s"
    for threads in (1, 2):
        for together in (1, 16):
            encoder = EventEncoder(folder, threads=threads, together=together)
            encoder.classify(pairs[:16])
            best = min(_seconds(encoder, pairs) for _ in range(rounds))
            yield f"{threads} thread(s), {together} together: {len(pairs) / best:.0f} sentences/s"


def _seconds(encoder: EventEncoder, pairs: Sequence[Pair]) -> float:
    start = perf_counter()
    encoder.classify(pairs)
    return perf_counter() - start
