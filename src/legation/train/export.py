"""The shipped files: int8 weights for onnxruntime, the tokenizer, the labels with the temperature and the weights' checksum."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

import msgspec
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

from legation.model.encoder import LABELS, TOKENIZER, WEIGHTS, Labels
from legation.train.codebook import Codebook
from legation.train.network import Network


def export_weights(network: Network, target: Path) -> None:
    """Write the network as ONNX with all weights in int8, a scale per row: one scale a table costs two points of F1."""
    network.eval()
    ids = torch.tensor([[101, 2, 1037, 3, 102], [101, 2, 1037, 3, 102]])
    axes = {"ids": {0: "batch", 1: "length"}, "mask": {0: "batch", 1: "length"}}
    outputs = ["types", "modes", "standings"]
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            network,
            (ids, torch.ones_like(ids)),
            str(full),
            input_names=["ids", "mask"],
            output_names=outputs,
            dynamic_axes=axes | {name: {0: "batch"} for name in outputs},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(full, target, weight_type=QuantType.QInt8, per_channel=True)


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
    )
    (folder / LABELS).write_bytes(msgspec.json.format(msgspec.json.encode(labels), indent=1) + b"\n")
