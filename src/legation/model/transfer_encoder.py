"""The encoder of arms transfers: int8 weights run by onnxruntime behind the middle's `TransferEncoder`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np
from tokenizers import Tokenizer

from legation.extract.passage import Answer, Passage
from legation.model.shipped import LABELS, TOKENIZER, Floats, Shipped, rows_of_one_length, softmax
from legation.model.token import encoded_passages

NONE = "none"


class TransferLabels(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the outputs mean, in order, and the checksum of the weights they belong to."""

    version: str
    sha256: str
    temperature: float
    stages: tuple[str, ...]
    types: tuple[str, ...]
    parts: tuple[str, ...]
    limits: dict[str, float]


def default_folder() -> Path:
    """Where the encoder's files are: the folder that LEGATION_TRANSFER_ENCODER names, else the shipped ones beside this module."""
    return Path(os.environ.get("LEGATION_TRANSFER_ENCODER") or Path(__file__).with_name("arms"))


class ShippedTransferEncoder:
    """A loaded encoder. One per process; loading takes about a fifth of a second."""

    def __init__(self, folder: Path | None = None, *, threads: int = 1) -> None:
        """Load the files of a folder; ModelError where one is missing or is not the one that the labels name."""
        files = Shipped(
            folder or default_folder(),
            name="transfer encoder",
            maker="legation-train arms",
            variable="LEGATION_TRANSFER_ENCODER",
        )
        self.labels = files.decoded(LABELS, TransferLabels)
        self.version, self.limits = self.labels.version, self.labels.limits
        self.session = files.session(self.labels.sha256, threads)
        self.words = Tokenizer.from_file(str(files.path(TOKENIZER)))

    def read(self, passages: Sequence[Passage]) -> list[Answer]:
        """One answer per passage, in order; each passage runs alone, so that its answer never hangs on its company."""
        rows = encoded_passages(self.words, passages)
        found: dict[int, Answer] = {}
        for numbers, ids in rows_of_one_length([ids for ids, _ in rows], 1):
            places = rows[numbers[0]][1]
            stages, types, parts = self.session.run(None, inputs(ids, places))
            found[numbers[0]] = self._answer(stages[0], types[0], parts[0], places)
        return [found[n] for n in range(len(passages))]

    def _answer(self, stages: Floats, types: Floats, parts: Floats, places: Sequence[Sequence[int]]) -> Answer:
        """The answer; a party whose names all fell out of too long a passage has no part."""
        names, heat = self.labels, self.labels.temperature
        return Answer(
            stages=_shares(names.stages, stages / heat),
            types=_shares(names.types, types / heat),
            parts=tuple(
                _shares(names.parts, row / heat) if own else dict.fromkeys(names.parts, 0.0) | {NONE: 1.0}
                for row, own in zip(parts, places, strict=False)
            ),
        )


def inputs(ids: np.ndarray, places: Sequence[Sequence[int]]) -> dict[str, np.ndarray]:
    """The network's inputs for one passage: its ids, and for each party the share that each token has in its view; without a party one
    empty row, since the network takes one at least."""
    groups = np.zeros((1, max(1, len(places)), ids.shape[1]), dtype=np.float32)
    for party, own in enumerate(places):
        for place in own:
            groups[0, party, place] = 1 / len(own)
    return {"ids": ids, "mask": np.ones_like(ids), "groups": groups}


def _shares(names: Sequence[str], logits: Floats) -> dict[str, float]:
    return dict(zip(names, (float(x) for x in softmax(logits)), strict=True))
