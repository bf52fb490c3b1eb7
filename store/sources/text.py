"""The text of a file, of standard input, of any bytes that are meant to be a text."""

from __future__ import annotations

import codecs
import os
import sys
from pathlib import Path

from ..errors import SourceError, reason_of

LARGEST = 32 * 1024 * 1024
"""Bytes above which a file is not read whole."""

STANDARD_INPUT = "-"

_LOOKED_AT = 64 * 1024
_BINARY_STARTS = (b"%PDF-", b"PK\x03\x04", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"SQLite format 3\x00")
_ORDINARY = bytes({0x07, 0x08, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1B} | set(range(0x20, 0x100)))
_CONTROL_SHARE = 50  # a file is binary when more than one byte in so many is a control character that no text uses
_CHOOSE_TEXT = "Choose a text file, or convert it to plain text first"


def read_text(path: Path) -> str:
    """The text of a file: UTF-8, then cp1252 (UTF-16 or 32 where a byte order mark says so), newlines untouched.

    Raises SourceError when it cannot be opened, is larger than `LARGEST`, or is binary.
    """
    return text_of(read_bytes(path), path)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises SourceError when it cannot be opened, or is larger than `LARGEST`."""
    try:
        with open(path, "rb") as file:
            if os.fstat(file.fileno()).st_size > LARGEST:
                raise _too_large(path)
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        reason = reason_of(error) if isinstance(error, OSError) else "its name has a NUL character"
        raise SourceError(path, f"cannot be read: {reason}", "Check the path and its permissions") from error


def read_standard_input() -> str:
    """The text on standard input, to its end; decoded and refused like a file's. Raises SourceError."""
    try:
        blob = sys.stdin.buffer.read(LARGEST + 1)
    except OSError as error:
        raise SourceError(None, f"cannot be read: {reason_of(error)}", "Pipe a text into it") from error
    return text_of(blob, None)


def text_of(blob: bytes, path: Path | None) -> str:
    """The text that bytes are, which were read of `path`. Raises SourceError for what is too large, or is none."""
    if len(blob) > LARGEST:
        raise _too_large(path)
    if is_binary(blob):
        raise SourceError(path, "binary file", _CHOOSE_TEXT)
    return decode(blob)


def _too_large(path: Path | None) -> SourceError:
    return SourceError(path, f"larger than {LARGEST // 2**20} MB", "Split it into one file per telegram")


def is_binary(blob: bytes) -> bool:
    """Whether bytes are no text: a known binary format, or too many control characters at the start."""
    if _marked(blob):
        return False
    start = blob[:_LOOKED_AT]
    return start.startswith(_BINARY_STARTS) or len(start.translate(None, _ORDINARY)) * _CONTROL_SHARE > len(start)


def decode(blob: bytes) -> str:
    """Bytes as text: UTF-8, else cp1252 with its five undefined bytes as C1 controls; a byte order mark is dropped."""
    if encoding := _marked(blob):
        return blob.decode(encoding, "replace")
    try:
        return blob.decode("utf-8-sig")
    except UnicodeDecodeError:
        return blob.decode("cp1252", "cablereader-c1")


def _marked(blob: bytes) -> str | None:
    """The encoding that a byte order mark names, UTF-8's aside."""
    if blob.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):  # the first begins like UTF-16's
        return "utf-32"
    return "utf-16" if blob.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else None


def _as_c1(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(map(chr, error.object[error.start : error.end])), error.end


codecs.register_error("cablereader-c1", _as_c1)
