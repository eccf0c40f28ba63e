"""The event encoder: int8 weights run by onnxruntime behind the middle's `Encoder`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np
from tokenizers import Tokenizer

from legation.extract.encoder import Coding, Kind, Limits, Manner, Pair, Uses
from legation.model.shipped import LABELS, TOKENIZER, Floats, Shipped, rows_of_one_length, softmax
from legation.model.token import encoded

USES = "uses.json"
NO_MODE = "-"


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
        files = Shipped(
            folder or default_folder(),
            name="event encoder",
            maker="legation-train events",
            variable="LEGATION_ENCODER",
        )
        self.labels = files.decoded(LABELS, Labels)
        self.version = self.labels.version
        self.limits, self.manner, self.own = self.labels.limits, self.labels.manner, self.labels.own
        self.uses = files.decoded(USES, dict[str, Uses])
        self.session = files.session(self.labels.sha256, threads)
        self.words = Tokenizer.from_file(str(files.path(TOKENIZER)))

    def classify(self, pairs: Sequence[Pair]) -> list[Coding]:
        """One coding per pair, in order."""
        types, modes, standings = self.logits(pairs)
        shares = softmax(types / self.labels.temperature)
        return [self._coding(*row) for row in zip(shares, modes, standings, strict=True)]

    def logits(self, pairs: Sequence[Pair]) -> tuple[Floats, Floats, Floats]:
        """The raw outputs of type, mode and standing, one row per pair, in order."""
        sizes = [len(n) for n in (self.labels.types, self.labels.modes, self.labels.standings)]
        found = [np.zeros((len(pairs), size), dtype=np.float32) for size in sizes]
        for rows, ids in rows_of_one_length(encoded(self.words, pairs), self.together):
            inputs = {"ids": ids, "mask": np.ones_like(ids)}
            for whole, part in zip(found, self.session.run(None, inputs), strict=True):
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
