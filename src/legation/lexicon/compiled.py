"""The compiled names, kept in the user's cache: made from the data files once, loaded in a fraction of a second after that.

Where the cache cannot be written, the data files are read each time; the result is the same.
"""

from __future__ import annotations

import gc
import hashlib
import os
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import ahocorasick
import msgspec

from legation.lexicon.names import Names, build_names

_ENDINGS = (".toml", ".csv", ".py")


def load_names() -> tuple[Names, ahocorasick.Automaton]:
    """The names, and an automaton over their printed forms that yields (end, number of the form in `Names.surfaces`)."""
    path = _folder() / f"lexicon-{_digest()}.msgpack"
    kept = _kept(path)
    if kept is not None:
        return kept
    names = build_names()
    automaton = _automaton(names)
    _keep(path, names, automaton)
    return names, automaton


def _folder() -> Path:
    """LEGATION_CACHE, or `legation` in the user's cache folder."""
    own = os.environ.get("LEGATION_CACHE")
    return Path(own) if own else Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "legation"


def _digest() -> str:
    """The digest of every data file and of the code that compiles them."""
    digest = hashlib.sha256(str(ahocorasick.unicode).encode())
    for name, place in sorted(_data(files("legation.lexicon"))):
        digest.update(name.encode() + b"\0" + place.read_bytes())
    return digest.hexdigest()[:16]


def _data(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, Traversable]]:
    for place in folder.iterdir():
        if place.is_dir():
            yield from _data(place, f"{prefix}{place.name}/")
        elif place.name.endswith(_ENDINGS):
            yield prefix + place.name, place


def _kept(path: Path) -> tuple[Names, ahocorasick.Automaton] | None:
    """What the cache holds; None when it holds nothing, or something damaged."""
    gc.disable()  # a hundred thousand new structs would set it off again and again
    try:
        names = msgspec.msgpack.decode(path.read_bytes(), type=Names)
        return names, ahocorasick.load(str(path.with_suffix(".ac")), _refused)
    except (OSError, msgspec.MsgspecError, ValueError, EOFError):
        return None
    finally:
        gc.enable()


def _refused(_: bytes) -> object:
    """The automaton holds numbers only: anything else in its file is damage."""
    raise ValueError("the automaton's file holds an object")


def _automaton(names: Names) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton(ahocorasick.STORE_INTS)
    for number, surface in enumerate(names.surfaces):
        automaton.add_word(surface, number)
    automaton.make_automaton()
    return automaton


def _keep(path: Path, names: Names, automaton: ahocorasick.Automaton) -> None:
    """Write the cache, whole or not at all; older ones of this folder go."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for old in path.parent.glob("lexicon-*"):
            old.unlink(missing_ok=True)
        for target, write in (
            (path.with_suffix(".ac"), automaton.save),
            (path, lambda at: Path(at).write_bytes(msgspec.msgpack.encode(names))),
        ):
            draft = target.with_suffix(f"{target.suffix}.{os.getpid()}")
            write(str(draft))
            draft.replace(target)
    except OSError:
        return
