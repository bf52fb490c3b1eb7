"""The SQLite file behind the marks: opened when it is first needed, shared by windows and threads, never in doubt.

A process that is killed leaves it whole (write-ahead log). A damaged file is set aside under another name, and what can
still be read of it goes into a new one.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from importlib.resources import files
from pathlib import Path
from threading import RLock
from typing import TypeVar

from filelock import FileLock, Timeout

from ..atomic import make_private_folder
from ..errors import StoreBusy, StoreError, StoreUnwritable, reason_of, remedy_of
from .rescue import rescue, set_aside

_VERSION = 1
_APPLICATION = 0x63616272
"""Tells our file from another program's: it is in the file's header."""
_PATIENCE = 3.0
"""Seconds to wait for another window; its changes take milliseconds."""

_Result = TypeVar("_Result")


class Database:
    """Runs small transactions. `message` says what was done about a damaged file, once it was."""

    def __init__(self, path: Path) -> None:
        """The database in a file that need not exist; nothing is touched yet."""
        self.path = path
        self.message: str | None = None
        self._lock = RLock()
        self._open: sqlite3.Connection | None = None
        self._inode = 0
        self._rounds = 0

    def run(self, action: Callable[[sqlite3.Connection], _Result], *, write: bool = False) -> _Result:
        """What an action on the database gives; a writing one is done whole or not at all.

        Raises StoreBusy and StoreUnwritable.
        """
        with self._lock:
            try:
                return self._try(action, write=write)
            except sqlite3.DatabaseError as error:
                if not _is_damage(error):
                    raise self._explained(error) from error
            except OSError as error:
                raise StoreUnwritable(self.path, f"cannot be kept: {reason_of(error)}", remedy_of(error)) from error
            try:
                self._begin_anew()
                return self._try(action, write=write)
            except sqlite3.DatabaseError as error:
                raise self._explained(error) from error
            except Timeout as error:
                raise StoreBusy(self.path, "another window is mending it", "Nothing was changed; try again") from error
            except OSError as error:
                raise StoreUnwritable(self.path, f"cannot be kept: {reason_of(error)}", remedy_of(error)) from error

    def changed(self) -> None:
        """Something was changed that others of this window want to know of."""
        self._rounds += 1

    def generation(self) -> int:
        """A number that changes when `changed` was called, and when another window has written."""
        with self._lock:
            version: int = self.run(lambda connection: connection.execute("PRAGMA data_version").fetchone()[0])
            return hash((version, self._rounds))

    def close(self) -> None:
        """Close the file; it is opened again when it is needed."""
        with self._lock:
            if self._open is not None:
                self._open.close()
                self._open = None

    def _try(self, action: Callable[[sqlite3.Connection], _Result], *, write: bool) -> _Result:
        connection = self._connection()
        if not write:
            return action(connection)
        connection.execute("BEGIN IMMEDIATE")
        try:
            result = action(connection)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        return result

    def _connection(self) -> sqlite3.Connection:
        """The open file: opened again where another window has put a new one in its place."""
        if self._open is not None and _inode(self.path) != self._inode:
            self.close()
        if self._open is None:
            make_private_folder(self.path.parent)
            os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, 0o600))
            connection = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
            try:
                connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
                self._prepare(connection)
                connection.execute("PRAGMA synchronous = NORMAL")  # a kill loses nothing, a power cut the last moments
            except BaseException:
                connection.close()  # one that was not prepared is never used
                raise
            self._open, self._inode = connection, _inode(self.path)
            self._rounds += 1
        return self._open

    def _prepare(self, connection: sqlite3.Connection) -> None:
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        if version == _VERSION and connection.execute("PRAGMA application_id").fetchone()[0] == _APPLICATION:
            return
        if version > _VERSION:
            what_to_do = "Use that version, or move the file away to begin anew"
            raise StoreError(self.path, "was written by a newer version of the program", what_to_do)
        if version or connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise sqlite3.DatabaseError("file is not one of ours")
        connection.execute("PRAGMA journal_mode = WAL")
        schema = files(__package__).joinpath("schema.sql").read_text("utf-8")
        marks = f"PRAGMA application_id = {_APPLICATION}; PRAGMA user_version = {_VERSION};"
        connection.executescript(f"BEGIN IMMEDIATE; {schema} {marks} COMMIT;")

    def _begin_anew(self) -> None:
        """Put a new file in the place of a damaged one, with what can still be read of that."""
        self.close()
        with FileLock(self.path.with_suffix(".lock"), timeout=_PATIENCE, mode=0o600):
            if self._is_whole():  # another window was faster
                return
            aside = set_aside(self.path)
            rows = rescue(aside)
            saved = self._try(lambda connection: _insert(connection, rows), write=True)
            self.message = (
                f"The file of what you read, flagged, tagged and bookmarked was damaged. It was set aside as {aside}; "
                f"{saved:,} of its marks could be read and were kept."
            )

    def _is_whole(self) -> bool:
        try:
            with closing(sqlite3.connect(self.path, timeout=_PATIENCE)) as connection:
                marks = [
                    connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "quick_check")
                ]
                return marks == [_APPLICATION, "ok"]
        except sqlite3.DatabaseError:
            return False

    def _explained(self, error: sqlite3.DatabaseError) -> StoreError:
        code = _code(error)
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            return StoreBusy(self.path, "another window is writing to it", "Nothing was changed; try again")
        if code == sqlite3.SQLITE_FULL:
            return StoreUnwritable(self.path, "the disk is full; nothing was changed", "Free some space and try again")
        what_to_do = "Make its folder writable, or set CABLEREADER_HOME to a folder that is"
        return StoreUnwritable(self.path, f"cannot be used: {error}; nothing was changed", what_to_do)


def _insert(connection: sqlite3.Connection, tables: dict[str, list[tuple[object, ...]]]) -> int:
    before = connection.total_changes
    for table, rows in tables.items():
        if rows:
            places = ", ".join("?" * len(rows[0]))
            connection.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({places})", rows)
    return connection.total_changes - before


def _code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_NOTADB) & 0xFF


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether the file is no database, is not ours, or has lost a part."""
    return _code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _inode(path: Path) -> int:
    try:
        return path.stat().st_ino
    except FileNotFoundError:
        return -1
