"""Unpacking with a budget: what a compressed input may grow to, counted over all its layers, so that bombs are refused early."""

from __future__ import annotations

import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO

from legation.errors import TooLarge
from legation.lexicon.limit import Limits

if TYPE_CHECKING:
    from typing_extensions import Buffer

BREAKS = (EOFError, OSError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, tarfile.TarError)
"""What the unpacking libraries raise where the packed data are broken."""


class Budget:
    """Bytes taken from the outermost file, and bytes unpacked from it in any layer."""

    def __init__(self, limits: Limits, name: str) -> None:
        """Nothing taken, nothing spent yet."""
        self.limits, self.name, self.taken, self.spent = limits, name, 0, 0

    def take(self, count: int) -> None:
        """Book bytes read from the file itself."""
        self.taken += count

    def spend(self, count: int) -> None:
        """Book unpacked bytes; TooLarge when they are out of all proportion to what was read."""
        self.spent += count
        if self.is_spent():
            raise TooLarge(
                f"{self.name}: met {self.spent:,} bytes unpacked from {self.taken:,}, expected at most {self.limits.unpacked_ratio} "
                "times as many; it may be made to fill the memory, or set --limit unpacked_ratio"
            )

    def is_spent(self) -> bool:
        """Whether more was unpacked than may be."""
        return self.spent > self.limits.unpacked_free_bytes + self.limits.unpacked_ratio * self.taken


class Counted(io.RawIOBase):
    """A stream whose bytes are booked once each, the first time that they are read. `budget` is that of the outermost file."""

    def __init__(self, stream: BinaryIO | io.BufferedIOBase, budget: Budget, book: Callable[[int], None]) -> None:
        """Book the bytes of the stream by `book`."""
        self.stream, self.budget, self.book = stream, budget, book
        self.read_some = getattr(
            stream, "read1", stream.read
        )  # what is there already: before a break, or in a slow pipe
        self.at = self.farthest = 0
        self.fault: Exception | None = None

    def readable(self) -> bool:
        """True."""
        return True

    def seekable(self) -> bool:
        """Whether the stream beneath can seek."""
        return self.stream.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Seek in the stream beneath."""
        self.at = self.stream.seek(offset, whence)
        return self.at

    def tell(self) -> int:
        """Where the stream beneath stands."""
        return self.stream.tell()

    def readinto(self, buffer: Buffer, /) -> int:
        """Read at most as many bytes as the buffer holds."""
        view = memoryview(buffer)
        data = self._read(len(view))
        self.at += len(data)
        self.book(max(0, self.at - self.farthest))
        self.farthest = max(self.at, self.farthest)
        view[: len(data)] = data
        return len(data)

    def _read(self, most: int) -> bytes:
        """At most so many bytes; at a break in the packed data what was told before it stands, and `fault` says so."""
        try:
            data: bytes = self.read_some(most) if self.fault is None else b""
        except BREAKS as fault:
            self.fault, data = fault, b""
        return data


def fault_of(stream: BinaryIO | io.BufferedIOBase) -> Exception | None:
    """The break that a stream made by `outermost` or `unpacked` has met, or None."""
    found: Exception | None = getattr(getattr(stream, "raw", None), "fault", None)
    return found


def outermost(stream: BinaryIO, name: str, limits: Limits) -> io.BufferedReader:
    """The stream of a file, buffered, with a budget of its own."""
    budget = Budget(limits, name)
    return io.BufferedReader(Counted(stream, budget, budget.take))


def unpacked(stream: BinaryIO | io.BufferedIOBase, packed: BinaryIO) -> io.BufferedReader:
    """An unpacking stream, buffered, whose bytes are booked on the budget of the packed one. TooLarge on the way."""
    budget = budget_of(packed)
    return io.BufferedReader(Counted(stream, budget, budget.spend))


def budget_of(stream: BinaryIO) -> Budget:
    """The budget that a stream is booked on."""
    raw = getattr(stream, "raw", stream)
    if not isinstance(raw, Counted):
        raise TypeError("the stream was not made by outermost() or unpacked()")
    return raw.budget
