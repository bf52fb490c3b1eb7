"""What is in a source, and reading a text of it from its place."""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO, overload

from ..entry import Place
from ..errors import SourceError, reason_of
from . import archive, dump
from .part import Kind, Part
from .text import LARGEST, read_text, text_of

_HEAD = 4096
_CHECK = "Check the path and its permissions"
_UPDATE = "Bring the library up to date"


def kind_of(path: Path) -> Kind:
    """What a file is: an archive, a dump, or one text (also where it cannot be opened: reading it will say why)."""
    try:
        with open(path, "rb") as file:
            if not S_ISREG(os.fstat(file.fileno()).st_mode):  # what is read of a pipe is not there any more
                return "file"
            head = file.read(_HEAD)
    except (OSError, ValueError):
        return "file"
    if archive.is_archive(head):
        return "zip"
    return "dump" if dump.is_dump(head) else "file"


def contents(path: Path, kind: Kind) -> Sequence[Part]:
    """The texts in a source; of a dump that begins with its oldest records, the newest first.

    Raises SourceError where it cannot be read as a whole.
    """
    if kind == "file":
        return [Part(path.name or str(path))]
    try:
        if kind == "zip":
            return list(archive.members(path))
        with open(path, "rb") as file:
            return Records(path.name, dump.starts(file), ascending=dump.is_ascending(file))
    except OSError as error:
        raise SourceError(path, f"cannot be read: {reason_of(error)}", _CHECK) from error


class Records(Sequence[Part]):
    """The records of a dump, each made when it is asked for: of a large one there are very many."""

    def __init__(self, name: str, starts: array[int], *, ascending: bool = False) -> None:
        """`starts` are from `dump.starts`; `ascending` ones are given the other way round."""
        self._name, self._starts, self._ascending = name, starts, ascending

    def __len__(self) -> int:
        """How many there are."""
        return len(self._starts) - 1

    @overload
    def __getitem__(self, index: int) -> Part: ...
    @overload
    def __getitem__(self, index: slice) -> list[Part]: ...
    def __getitem__(self, index: int | slice) -> Part | list[Part]:
        """A record."""
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        if not 0 <= index < len(self):
            raise IndexError(index)
        return self._part(len(self) - 1 - index if self._ascending else index)

    def __iter__(self) -> Iterator[Part]:
        """All of them, in order."""
        places = range(len(self))
        return map(self._part, reversed(places) if self._ascending else places)

    def _part(self, place: int) -> Part:
        start, end = self._starts[place], self._starts[place + 1]
        return Part(f"{self._name}:{place + 1}", None, start, end - start)

    @property
    def size(self) -> int:
        """How many bytes they have together."""
        return self._starts[-1] - self._starts[0]


class Reader:
    """Reads texts from their places; what was read of last stays open, for there are many in one dump."""

    def __init__(self) -> None:
        """Opens nothing yet."""
        self._path: Path | None = None
        self._file: BinaryIO | None = None

    def close(self) -> None:
        """Close what is open."""
        if self._file is not None:
            self._file.close()
        self._path = self._file = None

    def read(self, place: Place) -> str:
        """The text at a place that is not standard input. Raises SourceError."""
        path, member, start, length = place
        if path is None:
            raise ValueError("standard input has no places")
        if start is None or length is None:
            return read_text(path)
        if member is None:
            return text_of(self.bytes_of(path, start, length), path)
        try:
            return archive.read_member(self._open(path), path, member, start, length)
        except OSError as error:
            raise SourceError(path, f"cannot be read: {reason_of(error)}", _CHECK) from error

    def bytes_of(self, path: Path, start: int, length: int) -> bytes:
        """A stretch of a dump. Raises SourceError where it is not there, or is no text to be read at once."""
        if length > LARGEST:
            raise SourceError(path, f"a record larger than {LARGEST // 2**20} MB", "Look for a broken quotation mark")
        try:
            file = self._open(path)
            file.seek(start)
            blob = file.read(length)
        except OSError as error:
            raise SourceError(path, f"cannot be read: {reason_of(error)}", _CHECK) from error
        if len(blob) < length:
            raise SourceError(path, "is shorter than it was: it was changed", _UPDATE)
        return blob

    def _open(self, path: Path) -> BinaryIO:
        if self._file is None or self._path != path:
            self.close()
            self._file, self._path = open(path, "rb"), path  # noqa: SIM115  until `close`
        return self._file


def read_place(place: Place) -> str:
    """The text at a place, read by itself. Raises SourceError."""
    with closing(Reader()) as reader:
        return reader.read(place)


def can_open(path: Path) -> bool:
    """Whether a file can be opened now."""
    try:
        with open(path, "rb"):
            return True
    except (OSError, ValueError):
        return False


def size_of(path: Path) -> tuple[int, int]:
    """The size of a file and when it was changed, in nanoseconds; zeros for one that cannot be looked at."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return 0, 0
    return status.st_size, status.st_mtime_ns
