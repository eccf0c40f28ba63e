"""The shipped files: int8 weights for onnxruntime, the tokenizer, the labels with the temperature and the weights' checksum."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import torch
from onnxruntime.quantization import CalibrationDataReader, QuantFormat, QuantType, quantize_dynamic, quantize_static
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import Module

from legation.extract.encoder import Uses
from legation.model.encoder import USES, Labels
from legation.model.shipped import LABELS, TOKENIZER, WEIGHTS
from legation.train.codebook import Codebook
from legation.train.network import Network


class Rows(CalibrationDataReader):  # type: ignore[misc]
    """Inputs of a network, one row at a time, from which the scales of the activations are set."""

    def __init__(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """`rows` of inputs by name."""
        self.left = iter(rows)

    def get_next(self) -> Mapping[str, Any] | None:
        """The next row; None at the end."""
        return next(self.left, None)


def export_weights(network: Network, target: Path, rows: Sequence[Sequence[int]]) -> None:
    """Write the event network as ONNX in int8, the activations' scales fixed over `rows` of token ids."""
    network.eval()
    ids = torch.tensor([[101, 2, 1037, 3, 102], [101, 2, 1037, 3, 102]])
    axes = {"ids": {0: "batch", 1: "length"}, "mask": {0: "batch", 1: "length"}}
    outputs = ("types", "modes", "standings")
    axes |= {name: {0: "batch"} for name in outputs}
    told = [{"ids": np.array([row]), "mask": np.ones((1, len(row)), dtype=np.int64)} for row in rows]
    quantised(network, (ids, torch.ones_like(ids)), outputs, axes, target, told)


def quantised(
    network: Module,
    example: tuple[Tensor, ...],
    outputs: Sequence[str],
    axes: Mapping[str, dict[int, str]],
    target: Path,
    rows: Sequence[Mapping[str, Any]],
) -> None:
    """Write a network as ONNX in int8: weights with a scale per row, since one scale a table costs two points of F1; activations with
    scales fixed over `rows`, so that an answer does not hang on what runs with it. The inputs are the axes' names that are no outputs."""
    with tempfile.TemporaryDirectory() as folder:
        full, part = Path(folder) / "full.onnx", Path(folder) / "part.onnx"
        torch.onnx.export(
            network,
            example,
            str(full),
            input_names=[name for name in axes if name not in outputs],
            output_names=list(outputs),
            dynamic_axes=dict(axes),
            opset_version=17,
            dynamo=False,
        )
        quantize_static(
            full,
            part,
            Rows(rows),
            quant_format=QuantFormat.QDQ,
            per_channel=True,
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul"],
            extra_options={"MatMulConstBOnly": True},
        )
        quantize_dynamic(part, target, weight_type=QuantType.QInt8, op_types_to_quantize=["Gather"])


def export_words(words: Tokenizer, folder: Path) -> None:
    """Write the tokenizer."""
    words.save(str(folder / TOKENIZER), pretty=False)


def export_labels(codebook: Codebook, folder: Path, *, temperature: float, version: str) -> None:
    """Write the labels, with the checksum of the weights that stand in the folder."""
    labels = Labels(
        version=version,
        sha256=hashlib.sha256((folder / WEIGHTS).read_bytes()).hexdigest(),
        temperature=temperature,
        none=codebook.none,
        types=codebook.labels,
        modes=codebook.modes,
        standings=codebook.standings,
        modes_of={label: codebook.allowed(label) for label in codebook.labels},
        limits=codebook.limits,
        manner=codebook.manner,
        own=codebook.own,
    )
    (folder / LABELS).write_bytes(msgspec.json.format(msgspec.json.encode(labels), indent=1) + b"\n")


def export_uses(uses: Mapping[str, Uses], folder: Path) -> None:
    """Write how often each word is an event's, a line a word."""
    lines = (f" {msgspec.json.encode(w).decode()}: {msgspec.json.encode(u).decode()}" for w, u in uses.items())
    (folder / USES).write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
