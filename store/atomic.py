"""Writing a file so that at every moment the old or the new one is whole, and the new one is on disk at return."""

from __future__ import annotations

import errno
import os
import re
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from .errors import StoreUnwritable, reason_of, remedy_of
from .swap import exchange, rename_to_new

_TEMPORARY = re.compile(r"\..+\.[0-9a-f]{12}\.tmp")
_STRAY_AFTER = 24 * 60 * 60.0
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF}  # some network file systems cannot sync a folder
_SHARING_WAITS = (0.02, 0.05, 0.1, 0.2)  # Windows refuses to replace a file that another process has open


class Stamp(NamedTuple):
    """What tells one state of a file from another without reading it."""

    modified: int
    size: int
    inode: int

    @classmethod
    def of(cls, status: os.stat_result) -> Stamp:
        """The stamp in what `os.stat` says."""
        return cls(status.st_mtime_ns, status.st_size, status.st_ino)


class ReplacedUnderneath(Exception):
    """Another program put another file in place between reading and writing; nothing was written."""


@dataclass(frozen=True, slots=True)
class Expected:
    """The file that is to be displaced, by its stamp; None where there is to be none."""

    stamp: Stamp | None


def stamp(path: Path) -> Stamp | None:
    """The stamp of a file, None where there is none."""
    try:
        return Stamp.of(path.stat())
    except FileNotFoundError:
        return None


def make_private_folder(folder: Path) -> None:
    """Makes a folder and its missing parents, for the user alone; folders that exist keep their mode."""
    missing = [folder, *folder.parents]
    for place in reversed(missing[: next((i for i, parent in enumerate(missing) if parent.is_dir()), None)]):
        place.mkdir(mode=0o700, exist_ok=True)


def write_atomically(
    path: Path,
    blob: bytes,
    *,
    private: bool = True,
    before_replace: Callable[[], None] | None = None,
    expected: Expected | None = None,
) -> Stamp:
    """Puts `blob` in place of the file at `path`; gives its stamp when file and folder are synced to disk.

    A private file is 0600 and its missing folders 0700; another one keeps the mode of the file it replaces, or what
    the umask gives. `before_replace` runs last before the new file takes its place and may raise to keep the old one.
    With `expected` any other file than that stays in place, as far as the system can tell, and ReplacedUnderneath is
    raised. Raises StoreUnwritable; the old file is then untouched, save that a failing folder sync comes after the
    exchange.
    """
    temporary = path.with_name(f".{path.name}.{os.urandom(6).hex()}.tmp")
    try:
        make_private_folder(path.parent) if private else path.parent.mkdir(parents=True, exist_ok=True)
        _write_synced(temporary, blob, 0o600 if private else _mode_of(path))
        if before_replace:
            before_replace()
        written = Stamp.of(os.stat(temporary))
        if expected is None or not _displaced(temporary, path, expected.stamp):
            _replace(temporary, path)
        _sync_folder(path.parent)
        return written
    except OSError as error:
        raise StoreUnwritable(
            path, f"cannot be written: {reason_of(error)}; nothing was changed", remedy_of(error)
        ) from error
    finally:
        with suppress(OSError):
            temporary.unlink()


def is_temporary(name: str) -> bool:
    """Whether a file is named as the ones that `write_atomically` makes for a moment."""
    return bool(_TEMPORARY.fullmatch(name))


def sweep(folder: Path) -> int:
    """Removes temporary files that a killed writer left more than a day ago; returns how many. Never raises."""
    removed = 0
    try:
        for entry in os.scandir(folder):
            if is_temporary(entry.name) and time.time() - entry.stat().st_mtime > _STRAY_AFTER:
                os.unlink(entry.path)
                removed += 1
    except OSError:
        pass  # a read-only folder, or another window swept first
    return removed


def _write_synced(path: Path, blob: bytes, mode: int | None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, 0o666 if mode is None else 0o600)
    try:
        if mode not in (None, 0o600):
            os.chmod(path, mode)
        rest = memoryview(blob)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        os.fsync(descriptor)
        if os.fstat(descriptor).st_size != len(blob):
            raise OSError(errno.EIO, "the file is shorter than what was written")
    finally:
        os.close(descriptor)


def _mode_of(path: Path) -> int | None:
    return path.stat().st_mode & 0o777 if path.exists() else None


def _displaced(temporary: Path, path: Path, wanted: Stamp | None) -> bool:
    """Puts a file in place of the one that is wanted; False where the system has no way to look at what was displaced.

    Raises ReplacedUnderneath where it was another one, which is in its place again then.
    """
    if wanted is None:
        if rename_to_new(temporary, path):
            return True
        if path.exists():
            raise ReplacedUnderneath(path)
        return False
    if not exchange(temporary, path):
        return False
    if stamp(temporary) == wanted:
        return True
    exchange(temporary, path)
    raise ReplacedUnderneath(path)


def _replace(temporary: Path, path: Path) -> None:
    for wait in _SHARING_WAITS if os.name == "nt" else ():
        try:
            os.replace(temporary, path)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    os.replace(temporary, path)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # a folder cannot be opened there; the exchange itself is journalled
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(descriptor)
