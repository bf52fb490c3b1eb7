"""Where note files are written: one change at a time, all or nothing, with a backup of what was there."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from ..errors import StoreError, StoreUnwritable, reason_of, remedy_of
from ..places import places
from .files import NOTES
from .model import Json
from .written import Written, notes_in, put_all_back

if TYPE_CHECKING:
    from .care.backups import Backups
    from .care.copies import Settled
    from .table import NotesDB

Result = TypeVar("Result")

PATIENCE = 10.0
"""Seconds to wait for another writer; a write takes milliseconds."""


class Desk:
    """Writes the note files of a folder. TinyDB, locks and backups are loaded with the first change, not before."""

    def __init__(self, folder: Path, state: Path | None, patience: float) -> None:
        """`state` is the program's state folder, by default the one of `places()`; nothing is made yet.

        `patience` is how many seconds a change waits for another writer.
        """
        self._patience = patience
        self.folder = folder
        self._state = state
        self._backups: Backups | None = None
        self._settled = False
        self._written = Written()

    @property
    def locks(self) -> Path:
        """Where the locks are kept."""
        return (self._state or places().state) / "locks"

    def change(self, path: Path, action: Callable[[NotesDB], Result]) -> Result:
        """Runs an action on the database of a note file: locked, all or nothing, on disk at return. Raises StoreError.

        After the first change the folder is tidied and copies left by sync programs are taken in. What was written here
        before, and is no longer there, is put back first.
        """
        from .care.backups import Backups
        from .care.tidying import tidy
        from .lock import StoreLock
        from .table import NotesDB

        with suppress(StoreError):  # a file that cannot be read stops the change itself
            self._written.put_back(path, self.locks, self._patience)
        backups = self._backups or Backups(self.folder)
        records: dict[str, Json] = {}

        def acted(db: NotesDB) -> Result:
            done = action(db)
            records.clear()
            records.update((note.id, db.document(NOTES, note.id) or {}) for note in notes_in(done))
            return done

        db = NotesDB(path, StoreLock(path, self.locks, self._patience), backups.before_write)
        done = db.change(acted)
        if db.written is not None:
            self._written.remember(path, records, db.written)
        if self._backups is None:
            self._backups = backups
            tidy(self.folder, backups)
            if not self._settled:
                self.settle([])
        return done

    def reclaim(self, problems: list[StoreError]) -> list[str]:
        """Puts back what was written here and is no longer in its file; the ids of those notes."""
        return put_all_back(self._written, self.locks, self._patience, problems)

    def unwritable(self) -> StoreUnwritable | None:
        """Why nothing can be written into the folder; None where that is not known before it is tried."""
        there = next((path for path in (self.folder, *self.folder.parents) if path.is_dir()), None)
        if there is None:
            return None
        try:
            mounted_so = hasattr(os, "statvfs") and bool(os.statvfs(there).f_flag & os.ST_RDONLY)
        except OSError as error:
            return StoreUnwritable(there, f"cannot be looked at: {reason_of(error)}", remedy_of(error))
        number = errno.EROFS if mounted_so else 0 if os.access(there, os.W_OK | os.X_OK) else errno.EACCES
        if not number:
            return None
        lock = OSError(number, os.strerror(number))
        return StoreUnwritable(there, f"cannot be written to: {reason_of(lock)}", remedy_of(lock))

    def settle(self, problems: list[StoreError]) -> list[Settled]:
        """Merges the copies of sync programs, and adds to `problems` what cannot be merged. Never raises StoreError."""
        from .care.copies import settle

        self._settled = True
        return settle(self.folder, self.locks, problems)
