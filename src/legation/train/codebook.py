"""A codebook: the labels of an encoder in the order of its outputs, what they mean, how they are coded, when they are believed."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec

from legation.errors import ModelError
from legation.extract.encoder import Kind, Limits, Manner
from legation.extract.event import types

NO_MODE = "-"


class Codebook(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """The labels. `types` maps a type to its modes; `none` is the type of a pair without an event; `meanings` says what a type means.

    `own` holds the types that are not PLOVER's. `folders` are those whose sentences belong to it: of the codebook that it extends first.
    """

    none: str
    standings: tuple[str, ...]
    registers: tuple[str, ...]
    types: dict[str, tuple[str, ...]]
    meanings: dict[str, str]
    manner: Manner = Manner()
    limits: Limits = Limits()
    own: dict[str, Kind] = {}
    folders: tuple[str, ...] = ()

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
    """The codebook of a training folder, joined to the one that it extends; ModelError where it is missing or wrong."""
    path = folder / "codebook.toml"
    try:
        found = msgspec.convert(_joined(folder), Codebook)
    except (OSError, tomllib.TOMLDecodeError, msgspec.ValidationError) as fault:
        raise ModelError(f"codebook {path}: {fault}; see training/events/codebook.toml for the shape") from fault
    faults = list(_faults(found))
    if faults:
        raise ModelError(f"codebook {path}: {'; '.join(faults)}")
    return found


def _faults(book: Codebook) -> Iterator[str]:
    """What is missing or names no type."""
    plover = types()
    for name in book.types:
        if name not in book.meanings:
            yield f"no meaning of {name}; add it under [meanings]"
        if name not in plover and name not in book.own:
            yield f"{name} is not PLOVER's; add its quad and score under [own.{name}]"
    manner = book.manner
    told = (*book.own, *manner.symmetric, *manner.two_sided, *manner.on_things, *manner.on_deeds, *manner.in_place)
    for name in dict.fromkeys(told):
        if name not in book.types:
            yield f"{name} stands under [own] or [manner] and is no type; add it under [types]"


def _joined(folder: Path, seen: tuple[Path, ...] = ()) -> dict[str, Any]:
    """The tables of a folder's codebook over those of the one it extends: tables are joined, all other values replaced."""
    if folder.resolve() in seen:
        raise OSError(f"extends itself by way of {folder}; take one of the extends out")
    table = tomllib.loads((folder / "codebook.toml").read_text(encoding="utf-8"))
    base = table.pop("extends", None)
    under = _joined(folder / base, (*seen, folder.resolve())) if base is not None else {}
    joined = under | {key: _over(under.get(key), value) for key, value in table.items()}
    return joined | {"folders": [*under.get("folders", []), str(folder)]}


def _over(under: Any, value: Any) -> Any:
    if not (isinstance(under, dict) and isinstance(value, dict)):
        return value
    both = {key: [*under[key], *value[key]] for key in value if _lists(under.get(key), value[key])}
    return under | value | both


def _lists(under: Any, value: Any) -> bool:
    return isinstance(under, list) and isinstance(value, list)
