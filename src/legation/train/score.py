"""Scores on the dev part: per type, per mode, standing; the temperature and its reliability table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from legation.model.shipped import softmax
from legation.train.codebook import Codebook
from legation.train.example import Example

Floats = npt.NDArray[np.float32]


class Logits(msgspec.Struct, frozen=True):
    """The heads' answers, one row per example."""

    types: Floats
    modes: Floats
    standings: Floats


def temperature_of(logits: Floats, right: Sequence[int]) -> float:
    """The temperature with the least log loss. **Source:** Guo et al., ICML 2017."""
    rows = np.arange(len(right))
    tried = np.linspace(0.5, 3.0, 126)
    losses = [-np.log(softmax(logits / t)[rows, list(right)] + 1e-9).mean() for t in tried]
    return round(float(tried[int(np.argmin(losses))]), 3)


def reliability(shares: Floats, right: Sequence[int]) -> Iterator[tuple[float, int, float, float]]:
    """Per tenth of confidence: its lower edge, how many fall in it, their mean confidence, the share that is right."""
    top, hit = shares.max(-1), shares.argmax(-1) == np.asarray(right)
    for n in range(10):
        inside = (top >= n / 10) & ((top < (n + 1) / 10) | (n == 9))
        if inside.any():
            yield n / 10, int(inside.sum()), float(top[inside].mean()), float(hit[inside].mean())


def by_label(
    gold: Sequence[str], found: Sequence[str], labels: Sequence[str]
) -> Iterator[tuple[str, int, float, float, float]]:
    """Per label: how many, precision, recall, F1."""
    for label in labels:
        hits = sum(g == f == label for g, f in zip(gold, found, strict=True))
        precision, recall = hits / max(1, found.count(label)), hits / max(1, gold.count(label))
        yield label, gold.count(label), precision, recall, 2 * hits / max(1, found.count(label) + gold.count(label))


def report(examples: Sequence[Example], logits: Logits, codebook: Codebook) -> Iterator[str]:
    """The lines of the score table."""
    gold = [e.type for e in examples]
    found = [codebook.labels[n] for n in logits.types.argmax(-1)]
    rows = list(by_label(gold, found, codebook.labels))
    yield from (f"{name:<10} n {n:>3}  P {p:.3f}  R {r:.3f}  F1 {f:.3f}" for name, n, p, r, f in rows)
    same = sum(g == f for g, f in zip(gold, found, strict=True))
    yield f"type       n {len(gold)}  accuracy {same / len(gold):.3f}  macro-F1 {sum(r[4] for r in rows) / len(rows):.3f}"
    yield f"mode, right type given: accuracy {mode_accuracy(examples, logits, codebook):.3f}"
    standing = [codebook.standings[n] for n in logits.standings.argmax(-1)]
    known = [(e.standing, s) for e, s in zip(examples, standing, strict=True) if e.type != codebook.none]
    yield f"standing of events: accuracy {sum(a == b for a, b in known) / len(known):.3f}"
    for name, n, p, r, f in by_label([a for a, _ in known], [b for _, b in known], codebook.standings):
        yield f"  {name:<12} n {n:>3}  P {p:.3f}  R {r:.3f}  F1 {f:.3f}"


def mode_accuracy(examples: Sequence[Example], logits: Logits, codebook: Codebook) -> float:
    """The share of right modes among the examples whose type has modes, the right type given."""
    hits = []
    for example, row in zip(examples, logits.modes, strict=True):
        allowed = codebook.allowed(example.type)
        if len(allowed) > 1:
            hits.append(max(allowed, key=lambda m: row[codebook.modes.index(m)]) == example.mode)
    return sum(hits) / max(1, len(hits))
