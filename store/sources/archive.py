"""Zip archives: their members, read in place. Nothing is ever unpacked to disk.

A member's place is where its header stands in the archive and how long it is there, so that one can be read without the
list of all of them. What a reader must not trust is checked: the size that is said, the size that comes, the checksum.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from struct import Struct, error
from typing import BinaryIO, NoReturn

from ..errors import SourceError
from .part import Part
from .text import LARGEST, text_of

_STORED, _DEFLATED = 0, 8
_ENCRYPTED, _SIZES_BEHIND, _UTF8 = 0x1, 0x8, 0x800
_LOCAL = Struct("<4sHHHHHIIIHH")
_DIGEST = Struct("<IQ")
_MOST_PACKED = 500
"""Times that a text may be longer than its packed form; telegrams reach ten."""
_SMALL = 1 << 20
_UNPACK = "Unpack the archive and open the folder instead"


def is_archive(head: bytes) -> bool:
    """Whether a file that begins with these bytes is a zip archive."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def members(path: Path) -> Iterator[Part]:
    """The members of an archive in the order of their names, hidden ones left out; what cannot be read says why.

    Raises SourceError for an archive that is damaged, or whose members overlap.
    """
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(path) as archive:
            found = {
                each.filename: each for each in archive.infolist() if not (each.is_dir() or _is_hidden(each.filename))
            }
            packed = sum(each.compress_size for each in found.values())
            if packed > path.stat().st_size:
                raise SourceError(path, "an archive whose members overlap, as in a zip bomb", _UNPACK)
    except (BadZipFile, NotImplementedError, ValueError, error) as problem:
        raise SourceError(path, f"damaged archive ({problem})", _UNPACK) from problem
    for name in sorted(found):
        each = found[name]
        digest = _DIGEST.pack(each.CRC, each.file_size)
        problem_ = _problem(each.flag_bits, each.compress_type, each.file_size, each.compress_size)
        short = PurePosixPath(name).name or name
        yield Part(short, name, each.header_offset, each.compress_size, digest, problem_)


def read_member(file: BinaryIO, path: Path, member: str, start: int, length: int) -> str:
    """The text of a member at its place. Raises SourceError where it cannot be read, or the archive was changed."""
    file.seek(start)
    head = file.read(_LOCAL.size)
    if len(head) < _LOCAL.size:
        _changed(path, member)
    mark, _, flags, method, _, _, crc, _, _, name_length, extra_length = _LOCAL.unpack(head)
    name = file.read(name_length + extra_length)[:name_length].decode("utf-8" if flags & _UTF8 else "cp437", "replace")
    if mark != b"PK\x03\x04" or name.replace("\\", "/") != member.replace("\\", "/"):
        _changed(path, member)
    problem = _problem(flags, method, 0, length)
    if problem:
        raise SourceError(path, f"{member}: {problem}", _UNPACK)
    packed = file.read(length)
    blob = _unpacked(path, member, packed) if method == _DEFLATED else packed
    if not flags & _SIZES_BEHIND and len(blob) <= LARGEST and zlib.crc32(blob) != crc:
        raise SourceError(path, f"{member}: its checksum is wrong", _UNPACK)
    return text_of(blob, path)


def _unpacked(path: Path, member: str, packed: bytes) -> bytes:
    unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        blob = unpacking.decompress(packed, LARGEST + 1)
    except zlib.error as problem:
        raise SourceError(path, f"{member}: damaged ({problem})", _UNPACK) from problem
    if len(blob) <= LARGEST and not unpacking.eof:
        raise SourceError(path, f"{member}: damaged (it ends too early)", _UNPACK)
    return blob


def _problem(flags: int, method: int, size: int, packed: int) -> str | None:
    """Why a member cannot be read, as far as its header tells."""
    if flags & _ENCRYPTED:
        return "encrypted"
    if method not in (_STORED, _DEFLATED):
        return "packed by a method that is not deflate"
    if size > LARGEST:
        return f"larger than {LARGEST // 2**20} MB"
    if size > max(packed * _MOST_PACKED, _SMALL):
        return f"packed {size // max(packed, 1):,} to one, as in a zip bomb"
    return None


def _is_hidden(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return any(part.startswith(".") and part != ".." for part in parts) or "__MACOSX" in parts


def _changed(path: Path, member: str) -> NoReturn:
    raise SourceError(path, f"{member} is not where it was: the archive was changed", "Bring the library up to date")
