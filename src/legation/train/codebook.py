"""A codebook: the labels of an encoder, in the order of its outputs, and which modes go with which type."""

from __future__ import annotations

import tomllib
from functools import cached_property
from pathlib import Path

import msgspec

from legation.errors import ModelError

NO_MODE = "-"


class Codebook(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """The labels. `types` maps a type to its modes; `none` is the type of a pair without an event."""

    none: str
    standings: tuple[str, ...]
    registers: tuple[str, ...]
    symmetric: tuple[str, ...]
    types: dict[str, tuple[str, ...]]

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The types with none as the last."""
        return (*self.types, self.none)

    @cached_property
    def modes(self) -> tuple[str, ...]:
        """No mode, then every mode once, in order of first mention."""
        return tuple(dict.fromkeys([NO_MODE, *(m for modes in self.types.values() for m in modes)]))

    def allowed(self, label: str) -> tuple[str, ...]:
        """The modes that go with a type, no mode among them."""
        return (NO_MODE, *self.types.get(label, ()))


def load_codebook(folder: Path) -> Codebook:
    """The codebook of a training folder; ModelError where it is missing or wrong."""
    path = folder / "codebook.toml"
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Codebook)
    except (OSError, tomllib.TOMLDecodeError, msgspec.ValidationError) as fault:
        raise ModelError(f"codebook {path}: {fault}; see training/events/codebook.toml for the shape") from fault
