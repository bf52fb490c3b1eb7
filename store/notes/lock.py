"""The lock of a note file: one writer at a time, among threads and processes. Lock files lie in the state folder."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from filelock import FileLock, Timeout

from ..atomic import make_private_folder
from ..errors import StoreBusy, StoreUnwritable, reason_of, remedy_of
from .desk import PATIENCE

_POLL = 0.005


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
        self._lock = FileLock(self._file, timeout=patience, mode=0o600, poll_interval=_POLL)

    def __enter__(self) -> StoreLock:
        """Waits for the lock and takes it."""
        try:
            if not self._file.parent.is_dir():
                make_private_folder(self._file.parent)
            self._lock.acquire()
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
        """Gives the lock back."""
        self._lock.release()

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
