"""What a training folder holds: counts by type with modes, standing and register, and how the parties stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from legation.train.codebook import Codebook
from legation.train.example import Example, split


def census(examples: Sequence[Example], codebook: Codebook) -> Iterator[str]:
    """The lines of a Markdown table by type, then one line each for standing, register and sides."""
    _, dev = split(examples)
    held = Counter(e.type for e in dev)
    yield "| type | lines | of them dev | modes |"
    yield "|---|---|---|---|"
    for label in codebook.labels:
        own = [e for e in examples if e.type == label]
        yield f"| {label} | {len(own)} | {held[label]} | {_counts(e.mode for e in own)} |"
    yield f"| all | {len(examples)} | {len(dev)} | |"
    yield f"Standing: {_counts(e.standing for e in examples)}."
    yield f"Register: {_counts(e.register for e in examples)}."
    yield f"Sides: {_counts(_sides(e) for e in examples)}."
    lengths = sorted(len(e.pair.text.split()) for e in examples)
    yield f"Words a sentence: median {lengths[len(lengths) // 2]}, 99 % under {lengths[len(lengths) * 99 // 100] + 1}, most {lengths[-1]}."


def _counts(values: Iterable[str]) -> str:
    return ", ".join(f"{value} {count}" for value, count in Counter(values).most_common())


def _sides(example: Example) -> str:
    if example.pair.recipients:
        return "actor and recipient"
    return "one actor" if len(example.pair.actors) == 1 else "parties of one event, no recipient"
