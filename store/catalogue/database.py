"""The file of a catalogue: its name, its making, its connections."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

VERSION = 2
"""Raised when the schema changes, or what is read from a text: a catalogue of another version is begun anew."""

_APPLICATION = 0x43424C52  # "CBLR": no other program's database is taken for a catalogue
_PAGE = 8192
_WAIT = 30.0
_BESIDE = ("-wal", "-shm", "-journal")


def name_of(paths: Iterable[str]) -> str:
    """The name that the catalogue of a library has: the same for the same paths in any order and spelling."""
    real = sorted({os.path.realpath(path) for path in paths})
    return hashlib.blake2b(b"\0".join(map(os.fsencode, real)), digest_size=12).hexdigest()


def connect(path: Path, *, write: bool = False) -> sqlite3.Connection:
    """A connection to a catalogue; one that does not write cannot."""
    connection = sqlite3.connect(path, timeout=_WAIT, isolation_level=None, check_same_thread=False)
    connection.execute(f"PRAGMA query_only = {not write:d}")
    connection.execute("PRAGMA synchronous = NORMAL")  # what a power cut may lose of it, the sources have
    return connection


def mark_of(path: Path) -> tuple[int, int]:
    """What tells a catalogue from another one that took its place."""
    try:
        status = path.stat()
    except OSError:
        return 0, 0
    return status.st_dev, status.st_ino


def ready(path: Path) -> None:
    """Make sure that there is a catalogue at `path` that can be read; what is old or damaged gives way to an empty one.

    Raises OSError or sqlite3.Error where none can be made.
    """
    if not (path.exists() and _is_sound(path)):
        begin(path)


def begin(path: Path, *, whatever_is_there: bool = False) -> None:
    """An empty catalogue in place of one that is damaged, or of `whatever_is_there`.

    It is made beside it and put in its place at once, so that of two programs that find none neither is in the way.
    """
    new = path.with_name(f"{path.name}.{os.urandom(6).hex()}.new")
    try:
        _make(new)
        if whatever_is_there or not (path.exists() and _is_sound(path)):
            for suffix in _BESIDE:
                _remove(f"{path}{suffix}")
            os.replace(new, path)
    finally:
        _remove(str(new))


def _make(path: Path) -> None:
    from importlib.resources import files  # slow to import, and not needed where there is a catalogue

    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute(f"PRAGMA page_size = {_PAGE}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = OFF")
        schema = files(__package__).joinpath("schema.sql").read_text("utf-8")
        connection.executescript(f"BEGIN IMMEDIATE;\n{schema}\nPRAGMA user_version = {VERSION};\nCOMMIT;")
        connection.execute(f"PRAGMA application_id = {_APPLICATION}")
    finally:
        connection.close()


def _remove(path: str) -> None:
    with suppress(FileNotFoundError):
        os.unlink(path)


def _is_sound(path: Path) -> bool:
    try:
        connection = connect(path)
        try:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            if (version, application) != (VERSION, _APPLICATION):
                return False
            connection.execute("SELECT max(rowid) FROM cable").fetchone()
            return bool(connection.execute("SELECT count(*) FROM meta").fetchone()[0])
        finally:
            connection.close()
    except sqlite3.OperationalError as error:
        # Where another program is writing it is sound: who finds it damaged makes a new one.
        return "locked" in str(error) or "busy" in str(error)
    except sqlite3.DatabaseError:
        return False


def stored(path: str) -> str | bytes:
    """A file name as the database keeps it: as bytes where it is no Unicode."""
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return os.fsencode(path)
    return path


def restored(value: str | bytes) -> str:
    """The file name that was stored."""
    return os.fsdecode(value) if isinstance(value, bytes) else value
