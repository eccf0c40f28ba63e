"""The event encoder: int8 weights run by onnxruntime behind the middle's `Encoder`."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from legation.errors import ModelError
from legation.extract.encoder import Coding, Kind, Limits, Manner, Pair, Uses
from legation.model.token import encoded

WEIGHTS, TOKENIZER, LABELS, USES = "weights.int8.onnx", "tokenizer.json", "labels.json", "uses.json"
NO_MODE = "-"
Floats = npt.NDArray[np.float32]
T = TypeVar("T")


class Labels(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the outputs mean, in order, and the checksum of the weights they belong to."""

    version: str
    sha256: str
    temperature: float
    none: str
    types: tuple[str, ...]
    modes: tuple[str, ...]
    standings: tuple[str, ...]
    modes_of: dict[str, tuple[str, ...]]
    limits: Limits = Limits()
    manner: Manner = Manner()
    own: dict[str, Kind] = {}


def default_folder() -> Path:
    """Where the event encoder's files are: the folder that LEGATION_ENCODER names, else the shipped ones beside this module."""
    return Path(os.environ.get("LEGATION_ENCODER") or Path(__file__).with_name("events"))


class EventEncoder:
    """A loaded encoder. One per process; loading takes about a fifth of a second."""

    def __init__(self, folder: Path | None = None, *, threads: int = 1, together: int = 16) -> None:
        """Load the files of a folder; ModelError where one is missing or is not the one that the labels name.

        At most `together` pairs of equal length run as one: nothing is padded and the scales of int8 are fixed, so that a pair's answer
        never hangs on its company.
        """
        self.together = together
        folder = folder or default_folder()
        self.labels = _labels(folder)
        self.version = self.labels.version
        self.limits, self.manner, self.own = self.labels.limits, self.labels.manner, self.labels.own
        self.uses = _uses(folder)
        self.session = _session(_checked(folder, self.labels), threads)
        self.words = Tokenizer.from_file(str(_present(folder, TOKENIZER)))

    def classify(self, pairs: Sequence[Pair]) -> list[Coding]:
        """One coding per pair, in order."""
        types, modes, standings = self.logits(pairs)
        shares = softmax(types / self.labels.temperature)
        return [self._coding(*row) for row in zip(shares, modes, standings, strict=True)]

    def logits(self, pairs: Sequence[Pair]) -> tuple[Floats, Floats, Floats]:
        """The raw outputs of type, mode and standing, one row per pair, in order."""
        sizes = [len(n) for n in (self.labels.types, self.labels.modes, self.labels.standings)]
        found = [np.zeros((len(pairs), size), dtype=np.float32) for size in sizes]
        for rows, ids, mask in _batches(encoded(self.words, pairs), self.together):
            for whole, part in zip(found, self.session.run(None, {"ids": ids, "mask": mask}), strict=True):
                whole[rows] = part
        return found[0], found[1], found[2]

    def _coding(self, shares: Floats, modes: Floats, standings: Floats) -> Coding:
        names = self.labels
        none = names.types.index(names.none)
        top = int(shares.argmax())
        best = int(np.where(np.arange(len(shares)) == none, -1.0, shares).argmax())
        typed = names.types[best]
        mode = max(names.modes_of[typed], key=lambda m: modes[names.modes.index(m)])
        return Coding(
            type=None if top == none else typed,
            confidence=float(shares[top]),
            typed=typed,
            share=float(shares[best]),
            mode=None if mode == NO_MODE else mode,
            standing=names.standings[int(standings.argmax())],
        )


def softmax(logits: Floats) -> Floats:
    """Shares along the last axis."""
    power = np.exp(logits - logits.max(-1, keepdims=True))
    return np.asarray(power / power.sum(-1, keepdims=True), dtype=np.float32)


def _batches(
    ids: list[list[int]], size: int
) -> Iterator[tuple[list[int], npt.NDArray[np.int64], npt.NDArray[np.int64]]]:
    """The rows' numbers, ids and mask, shortest sentences first; rows of one length together."""
    order = sorted(range(len(ids)), key=lambda n: len(ids[n]))
    for _, same in groupby(order, key=lambda n: len(ids[n])):
        for rows in _chunks(list(same), size):
            table = np.array([ids[n] for n in rows], dtype=np.int64)
            yield rows, table, np.ones_like(table)


def _chunks(rows: list[int], size: int) -> Iterator[list[int]]:
    yield from (rows[start : start + size] for start in range(0, len(rows), size))


def _present(folder: Path, name: str) -> Path:
    path = folder / name
    if not path.is_file():
        raise ModelError(
            f"event encoder: {path} is missing; make it with legation-train events, or set LEGATION_ENCODER to the folder that holds it"
        )
    return path


def _labels(folder: Path) -> Labels:
    return _decoded(_present(folder, LABELS), Labels)


def _uses(folder: Path) -> dict[str, Uses]:
    return _decoded(_present(folder, USES), dict[str, Uses])


def _decoded(path: Path, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except msgspec.DecodeError as fault:
        raise ModelError(f"event encoder: {path}: {fault}; make it anew with legation-train events") from fault


def _checked(folder: Path, labels: Labels) -> bytes:
    """The weights, when they are the ones that the labels name."""
    path = _present(folder, WEIGHTS)
    weights = path.read_bytes()
    met = hashlib.sha256(weights).hexdigest()
    if met != labels.sha256:
        raise ModelError(
            f"event encoder: {path} has sha256 {met[:12]}..., expected {labels.sha256[:12]}...; it is damaged or of another version: "
            "make it anew with legation-train events"
        )
    return weights


def _session(weights: bytes, threads: int) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
