"""What is done with a damaged file: it is kept under another name, and what can still be read of it is read."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from .changes import COLUMNS

_VISIT = ("number", "cable", "title", "anchor", "offset", "at")
_PARTS = ("", "-wal", "-shm")
"""A database in use is a file with two others beside it."""


def set_aside(path: Path) -> Path:
    """Give a damaged file, and what belongs to it, another name beside it; says which."""
    stamp = f"{datetime.now(UTC):%Y%m%d-%H%M%S}"
    number = 0
    while (aside := path.with_name(f"{path.stem}.damaged-{stamp}{f'-{number}' if number else ''}.sqlite3")).exists():
        number += 1
    for part in _PARTS:
        with suppress(FileNotFoundError):
            os.replace(f"{path}{part}", f"{aside}{part}")
    return aside


def rescue(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """The rows of each table up to where the damage begins. Reads a copy: the file stays as it was found."""
    found: dict[str, list[tuple[object, ...]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.sqlite3"
        for part in _PARTS:
            with suppress(FileNotFoundError):
                shutil.copyfile(f"{path}{part}", f"{copy}{part}")
        with suppress(sqlite3.Error), closing(sqlite3.connect(copy)) as connection:
            for table, columns in (*COLUMNS.items(), ("visit", _VISIT)):
                rows = found[table] = []
                with suppress(sqlite3.Error):
                    for row in connection.execute(f"SELECT {', '.join(columns)} FROM {table}"):
                        if None not in row:
                            rows.append(row)
    return found
