"""Compressed files and archives: each member is read by its own reader, in memory; nothing is ever written to a path that an archive names."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

import msgspec

from legation.errors import ReadError, TooLarge
from legation.read.manner import Manner, Things, streamed
from legation.read.media import known_suffixes, suffix_of
from legation.read.member import read_stream
from legation.read.unpack import budget_of, unpacked
from legation.record.issue import Issue, issue

_PACKED = (".gz", ".bz2", ".xz")
_SIDE = ("__MACOSX/", ".DS_Store", "._")


@streamed
def read_gzip(stream: io.BufferedReader, name: str, manner: Manner) -> Things:
    """The articles of a gzipped file; its inner name is the outer without ".gz"."""
    yield from _inner(gzip.GzipFile(fileobj=stream), stream, name, manner)


@streamed
def read_bzip2(stream: io.BufferedReader, name: str, manner: Manner) -> Things:
    """The articles of a file packed with bzip2."""
    with bz2.BZ2File(stream) as packed:
        yield from _inner(packed, stream, name, manner)


@streamed
def read_xz(stream: io.BufferedReader, name: str, manner: Manner) -> Things:
    """The articles of a file packed with xz."""
    with lzma.LZMAFile(stream) as packed:
        yield from _inner(packed, stream, name, manner)


def _inner(packed: io.BufferedIOBase, stream: io.BufferedReader, name: str, manner: Manner) -> Things:
    outer = manner.inner or name
    inner = outer[: -len(suffix_of(outer))] if suffix_of(outer) in (*_PACKED, ".tgz") else "-"
    inner = f"{inner}.tar" if suffix_of(outer) == ".tgz" else inner
    yield from read_stream(unpacked(packed, stream), name, _deeper(manner, name, inner))


@streamed
def read_zip(stream: io.BufferedReader, name: str, manner: Manner) -> Things:
    """The articles of the members of a zip file, in its order; ReadError when it is no zip file."""
    whole = stream if stream.seekable() else _held(stream, name, manner)
    try:
        with zipfile.ZipFile(whole) as archive:
            files = [member for member in archive.infolist() if not member.is_dir()]
            _counted(len(files), name, manner)
            for member in files:
                yield from _zipped(archive, member, stream, name, manner)
                if budget_of(stream).is_spent():
                    return
    except zipfile.BadZipFile as fault:
        raise ReadError(f"{name}: no whole zip file ({fault}); fetch it again") from fault


def _zipped(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, stream: io.BufferedReader, name: str, manner: Manner
) -> Things:
    where = f"{name}/{member.filename}"
    if member.flag_bits & 1:
        yield issue(where, "read", "locked", f"{where}: met a member with a password; unpack it and read the folder")
        return

    def opened() -> BinaryIO:
        return archive.open(member)  # type: ignore[return-value]

    yield from _member(opened, member.filename, stream, name, manner)


@streamed
def read_tar(stream: io.BufferedReader, name: str, manner: Manner) -> Things:
    """The articles of the files of a tar archive, in its order; links and devices are passed over with a note."""
    try:
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            for number, member in enumerate(archive, start=1):
                _counted(number, name, manner)
                yield from _tarred(archive, member, stream, name, manner)
                if budget_of(stream).is_spent():
                    return
    except tarfile.TarError as fault:
        raise ReadError(f"{name}: no whole tar archive ({fault}); fetch it again") from fault


def _tarred(
    archive: tarfile.TarFile, member: tarfile.TarInfo, stream: io.BufferedReader, name: str, manner: Manner
) -> Things:
    where = f"{name}/{member.name}"
    if member.isdir():
        return
    if not member.isreg():
        reason = f"{where}: met a link or device in the archive, expected files; not followed"
        yield issue(where, "read", "link", reason, severity="noted")
        return

    def opened() -> BinaryIO:
        return archive.extractfile(member)  # type: ignore[return-value]

    yield from _member(opened, member.name, stream, name, manner)


def _member(
    opened: Callable[[], BinaryIO], path: str, stream: io.BufferedReader, name: str, manner: Manner
) -> Iterator[Issue] | Things:
    """What one member holds; members that no reader is registered for are passed over, as in a folder."""
    where = f"{name}/{path}"
    if path.startswith(_SIDE) or "/._" in path or suffix_of(path) not in known_suffixes():
        return
    if ".." in PurePosixPath(path.replace("\\", "/")).parts or path.startswith(("/", "\\")):
        yield issue(where, "read", "path", f"{where}: met a path that leads out of the archive; the member is left out")
        return
    with opened() as member:
        yield from read_stream(unpacked(member, stream), where, _deeper(manner, name))


def _deeper(manner: Manner, name: str, inner: str = "") -> Manner:
    if manner.depth >= manner.limits.archive_depth:
        raise TooLarge(
            f"{name}: met archives within archives, more than {manner.limits.archive_depth} deep; unpack the outer ones first"
        )
    return msgspec.structs.replace(manner, depth=manner.depth + 1, inner=inner)


def _counted(members: int, name: str, manner: Manner) -> None:
    if members > manner.limits.archive_members:
        raise TooLarge(f"{name}: met {members:,} members, expected at most {manner.limits.archive_members:,}; split it")


def _held(stream: io.BufferedReader, name: str, manner: Manner) -> io.BytesIO:
    """A zip file from a pipe, whole: its table of contents stands at its end."""
    data = stream.read(manner.limits.file_bytes + 1)
    if len(data) > manner.limits.file_bytes:
        raise TooLarge(
            f"{name}: a zip file of more than {manner.limits.file_bytes:,} bytes in a pipe; name it as a file"
        )
    return io.BytesIO(data)
