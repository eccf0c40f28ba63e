"""The files of a shipped model: found, checked against their labels' checksum, loaded; and how rows of token ids are run."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import numpy as np
import numpy.typing as npt
import onnxruntime

from legation.errors import ModelError

WEIGHTS, TOKENIZER, LABELS = "weights.int8.onnx", "tokenizer.json", "labels.json"
Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
T = TypeVar("T")


def softmax(logits: Floats) -> Floats:
    """Shares along the last axis."""
    power = np.exp(logits - logits.max(-1, keepdims=True))
    return np.asarray(power / power.sum(-1, keepdims=True), dtype=np.float32)


def rows_of_one_length(ids: Sequence[Sequence[int]], size: int) -> Iterator[tuple[list[int], Ints]]:
    """The rows' numbers and ids, shortest first, at most `size` of one length together: nothing is padded."""
    order = sorted(range(len(ids)), key=lambda n: len(ids[n]))
    for _, same in groupby(order, key=lambda n: len(ids[n])):
        for rows in _chunks(list(same), size):
            yield rows, np.array([ids[n] for n in rows], dtype=np.int64)


def _chunks(rows: list[int], size: int) -> Iterator[list[int]]:
    yield from (rows[start : start + size] for start in range(0, len(rows), size))


class Shipped:
    """A model's folder. `name` and `maker` (the command that makes it) and `variable` stand in the messages of its faults."""

    def __init__(self, folder: Path, *, name: str, maker: str, variable: str) -> None:
        """Nothing is read yet."""
        self.folder, self.name, self.maker, self.variable = folder, name, maker, variable

    def path(self, name: str) -> Path:
        """The path of a file; ModelError where it is missing."""
        path = self.folder / name
        if not path.is_file():
            raise ModelError(
                f"{self.name}: {path} is missing; make it with {self.maker}, or set {self.variable} to the folder that holds it"
            )
        return path

    def decoded(self, name: str, kind: type[T]) -> T:
        """A JSON file as a record; ModelError where it has another shape."""
        path = self.path(name)
        try:
            return msgspec.json.decode(path.read_bytes(), type=kind)
        except msgspec.DecodeError as fault:
            raise ModelError(f"{self.name}: {path}: {fault}; make it anew with {self.maker}") from fault

    def session(self, sha256: str, threads: int) -> Any:
        """The weights ready to run; ModelError where they are not those of the checksum."""
        path = self.path(WEIGHTS)
        weights = path.read_bytes()
        met = hashlib.sha256(weights).hexdigest()
        if met != sha256:
            raise ModelError(
                f"{self.name}: {path} has sha256 {met[:12]}..., expected {sha256[:12]}...; it is damaged or of another version: "
                f"make it anew with {self.maker}"
            )
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
