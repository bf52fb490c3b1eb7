"""The lock of a note file: one writer at a time, among threads and processes. Lock files lie in the state folder."""

from __future__ import annotations

import hashlib
import os
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from filelock import FileLock, Timeout

from ..atomic import make_private_folder
from ..errors import StoreBusy, StoreUnwritable, reason_of, remedy_of
from .desk import PATIENCE

_POLL = 0.005
_TURN = 0.2
"""Seconds after which one who waits says again that it does."""


class StoreLock:
    """A lock to be held with `with`, re-entrant for its own holder.

    The lock file is named after the note file and its folder, and lies outside it: folders that are synced carry no
    lock files. Raises StoreBusy naming the holder, or StoreUnwritable where the state folder cannot be used.
    """

    def __init__(self, path: Path, folder: Path, patience: float = PATIENCE) -> None:
        """The lock of the note file at `path`, kept in `folder`; `patience` is in seconds."""
        self._path = path
        place = hashlib.sha256(os.fsencode(os.path.realpath(path.parent))).hexdigest()[:12]
        self._file = folder / f"{path.stem}-{place}.lock"
        self._owner = self._file.with_suffix(".owner")
        self._waiting = self._file.with_suffix(".waiting")
        self._patience = patience
        self._lock = FileLock(self._file, mode=0o600, poll_interval=_POLL)

    def __enter__(self) -> StoreLock:
        """Waits for the lock and takes it."""
        try:
            if not self._file.parent.is_dir():
                make_private_folder(self._file.parent)
            self._acquire()
        except Timeout as error:
            raise StoreBusy(
                self._path, f"another program is writing to it ({self._holder()})", "Nothing was changed; try again"
            ) from error
        except OSError as error:
            raise StoreUnwritable(
                self._file, f"cannot be locked: {reason_of(error)}; nothing was changed", remedy_of(error)
            ) from error
        if self._lock.lock_counter == 1:
            self._sign()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Gives the lock back; who writes note after note lets those in between who wait."""
        self._lock.release()
        if not self._lock.is_locked and self._is_awaited():
            time.sleep(2 * _POLL)

    def _acquire(self) -> None:
        """Takes the lock, and says so while it waits. Raises Timeout."""
        try:
            self._lock.acquire(timeout=0)
            return
        except Timeout:
            if self._patience <= 0:
                raise
        until = time.monotonic() + self._patience
        while True:
            with suppress(OSError):
                self._waiting.touch(0o600)
            left = until - time.monotonic()
            try:
                self._lock.acquire(timeout=min(_TURN, max(left, 0)))
                return
            except Timeout:
                if left <= _TURN:
                    raise

    def _is_awaited(self) -> bool:
        try:
            return time.time() - os.stat(self._waiting).st_mtime < 2 * _TURN
        except OSError:
            return False

    def _sign(self) -> None:
        """Leaves the holder's process id beside the lock file, for the message of whoever waits in vain."""
        with suppress(OSError):
            descriptor = os.open(self._owner, os.O_WRONLY | os.O_CREAT, 0o600)
            try:
                os.write(
                    descriptor, b"%-20d" % os.getpid()
                )  # one length always: to cut a file costs more than to fill it
            finally:
                os.close(descriptor)

    def _holder(self) -> str:
        try:
            return f"process {int(self._owner.read_text('ascii'))}"
        except (OSError, ValueError):
            return "unknown process"
