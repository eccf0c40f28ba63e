"""The gazetteer: towns and administrative units, looked up by name in a sorted file that is never read whole."""

from __future__ import annotations

import mmap
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import as_file, files

from legation.errors import LexiconError
from legation.lexicon.entry import Place

PATH = "places/gazetteer.tsv"
_DROPPED = re.compile(r"[’'`ʼ‘ʿʾ.]")
_BLANKS = re.compile(r"[\s\-–]+")


def key_of(name: str) -> str:
    """The key that a name is found by: lower case, without accents, apostrophes and full stops, hyphens as blanks, St as Saint.

    >>> key_of("Al-Fallūjah"), key_of("N'Djamena"), key_of("St. John's")
    ('al fallujah', 'ndjamena', 'saint johns')
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    key = _BLANKS.sub(" ", _DROPPED.sub("", plain)).casefold().strip()
    return "saint " + key[3:] if key.startswith("st ") else key


class Gazetteer:
    """The sorted file, mapped into memory and searched by bisection. A lookup costs some twenty steps, the load nothing."""

    def __init__(self, path: str = PATH) -> None:
        """Map the file; LexiconError where it is missing."""
        try:
            with as_file(files("legation.lexicon") / "data" / path) as real, real.open("rb") as handle:
                self._bytes = mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as fault:
            raise LexiconError(f"lexicon file {path}: {fault}; reinstall legation") from fault
        self.find = lru_cache(maxsize=4096)(self._find)

    def _find(self, name: str) -> tuple[Place, ...]:
        """The places of a name, by their own name first, then the larger ones; empty when none has it."""
        key = key_of(name)
        if not key or key.startswith("#"):
            return ()
        found = dict.fromkeys(place for line in self._lines(key) for place in self._places(line))
        return tuple(sorted(found, key=lambda p: (-p.population, p.geonameid)))

    def _places(self, line: list[str]) -> Iterator[Place]:
        if not line[1].startswith(">"):
            yield _place(line)
            return
        for other in self._lines(line[1][1:]):
            if other[1] == line[2]:
                yield _place(other, alias=True)

    def _lines(self, key: str) -> Iterator[list[str]]:
        """The lines of a key."""
        wanted = key.encode()
        at = self._first(wanted)
        while at < len(self._bytes):
            end = self._bytes.find(b"\n", at)
            line = self._bytes[at:end].decode().split("\t")
            if line[0] != key:
                return
            yield line
            at = end + 1

    def _first(self, wanted: bytes) -> int:
        """The start of the first line whose key is not below the wanted one. Comment lines sort below every key."""
        low, high = 0, len(self._bytes)
        while low < high:
            start = self._bytes.rfind(b"\n", 0, (low + high) // 2) + 1
            end = self._bytes.find(b"\n", start) + 1 or len(self._bytes)
            line = self._bytes[start:end]
            if line.startswith(b"#") or line.split(b"\t", 1)[0] < wanted:
                low = end
            else:
                high = start
        return low


def _place(line: list[str], alias: bool = False) -> Place:
    _, geonameid, name, country, unit, lat, lon, population, kind = line
    return Place(int(geonameid), name, country, unit, float(lat), float(lon), int(population), kind, alias)
