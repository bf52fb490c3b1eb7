"""TinyDB's storage for one note file: locked, atomic, on disk when it returns. Holds no file open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tinydb.storages import Storage

from ..atomic import Expected, Stamp, write_atomically
from .exchange import Read, check_unchanged
from .files import Tables, parse, read_bytes, serialise
from .lock import StoreLock


class AtomicJSONStorage(Storage):
    """One JSON file. A damaged or empty file raises CorruptStore: TinyDB would begin a fresh base over it.

    Reads inside a `transaction` see what was written in it; the file is written once, at its end.
    """

    def __init__(self, path: Path, lock: StoreLock, before_write: Callable[[Path], object] = lambda _: None) -> None:
        """The file need not exist; it is made with the first write. `before_write` may keep the old one."""
        super().__init__()
        self.path = path
        self._lock = lock
        self._before_write = before_write
        self._depth = 0
        self.written: Stamp | None = None
        """The stamp of what was written last."""
        self._forget()

    def _forget(self) -> None:
        self._loaded = False
        self._changed = False
        self._tables: Tables | None = None
        self._read: Read = None

    def read(self) -> Tables | None:
        """The tables, None where there is no file yet."""
        if self._loaded:
            return self._tables
        found = read_bytes(self.path)
        tables = parse(found[0], self.path) if found else None
        if self._depth:
            self._loaded, self._tables, self._read = True, tables, found
        return tables

    def write(self, data: Tables) -> None:
        """Replaces the tables: at once and on disk, or at the end of the transaction."""
        with self.transaction():
            if not self._loaded:
                self.read()
            self._tables, self._changed = data, True

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Holds the lock; what is written inside goes to disk at the end, together, or not at all on an error.

        Raises ReplacedUnderneath when the file is not the one that was read, however it came there: then read anew.
        """
        with self._lock:
            self._depth += 1
            try:
                yield
                if self._depth == 1 and self._changed and self._tables is not None:
                    blob, expected = serialise(self._tables, self.path), Expected(self._read and self._read[1])
                    self.written = write_atomically(self.path, blob, before_replace=self._last, expected=expected)
            finally:
                self._depth -= 1
                if not self._depth:
                    self._forget()

    def _last(self) -> None:
        self._before_write(self.path)
        check_unchanged(self.path, self._read)
