"""Former versions of note files: hard links in `backups`, taken before a file is written, and thinned out by a rule."""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from ...atomic import make_private_folder, write_atomically
from ..files import read_bytes

FOLDER = "backups"
INTERVAL = 600.0
"""Seconds between two backups of a file that is written all the time."""

NEWEST, DAILY, WEEKLY = 5, 7, 4

TIME = "%Y%m%dT%H%M%S.%fZ"
_NAME = re.compile(r"(?P<file>.+\.json)\.(?P<time>\d{8}T\d{6}\.\d{6}Z)")


class Backup(NamedTuple):
    """A former version of a note file, and when it was put aside."""

    made: datetime
    path: Path


class Backups:
    """The backups of a notes folder. One instance lives as long as a session of its store."""

    def __init__(self, notes: Path) -> None:
        """`notes` is the folder of the note files; nothing is made before the first backup."""
        self.folder = notes / FOLDER
        self._last: dict[str, float] = {}

    def before_write(self, path: Path) -> None:
        """Keeps the file about to be replaced, before the first write of the session and then every ten minutes.

        A hard link costs nothing and is the backup's alone as soon as the file is replaced. Never raises: a note is
        not refused because its backup failed.
        """
        last = self._last.get(path.name)
        if last is not None and time.monotonic() - last < INTERVAL:
            return
        if not path.exists():
            return  # the first note of a cable
        with suppress(OSError):
            target = self._target(path)
            try:
                os.link(path, target)
            except OSError:
                shutil.copy2(path, target)  # a file system without hard links
            self._last[path.name] = time.monotonic()

    def keep(self, path: Path) -> Backup | None:
        """Copies a file now, to outlive whatever happens to it; None where its newest backup says the same.

        Raises StoreError; FileNotFoundError where there is no file.
        """
        read = read_bytes(path)
        if read is None:
            raise FileNotFoundError(path)
        newest = next(iter(self.of(path)), None)
        if newest and newest.path.read_bytes() == read[0]:
            return None
        target = self._target(path)
        write_atomically(target, read[0])
        return Backup(_time_of(target), target)

    def of(self, path: Path) -> list[Backup]:
        """The backups of a note file, the newest first."""
        return sorted(self.all().get(path.name, ()), reverse=True)

    def all(self) -> dict[str, list[Backup]]:
        """The backups by the name of their note file."""
        found: dict[str, list[Backup]] = {}
        try:
            names = os.listdir(self.folder)
        except OSError:
            return {}
        for name in names:
            if parts := _NAME.fullmatch(name):
                path = self.folder / name
                found.setdefault(parts["file"], []).append(Backup(_time_of(path), path))
        return found

    def prune(self) -> int:
        """Removes the backups that the rule does not spare; returns how many. Never raises."""
        removed = 0
        for backups in self.all().values():
            keep = spared(backup.made for backup in backups) if len(backups) > NEWEST else None
            for backup in backups:
                if keep is not None and backup.made not in keep:
                    with suppress(OSError):
                        backup.path.unlink()
                        removed += 1
        return removed

    def _target(self, path: Path) -> Path:
        make_private_folder(self.folder)
        return self.folder / f"{path.name}.{datetime.now(UTC).strftime(TIME)}"


def spared(times: Iterable[datetime]) -> set[datetime]:
    """Which backups stay: the newest five, and the first of each of the last seven days and four weeks that have any.

    The first of a day holds what the day began with, before whatever went wrong on it.
    """
    newest = sorted(times, reverse=True)
    days: dict[date, datetime] = {}
    weeks: dict[tuple[int, int], datetime] = {}
    for made in newest:
        days[made.date()] = weeks[made.isocalendar()[:2]] = made
    return {*newest[:NEWEST], *list(days.values())[:DAILY], *list(weeks.values())[:WEEKLY]}


def _time_of(path: Path) -> datetime:
    return datetime.strptime(path.name.rpartition(".json.")[2], TIME).replace(tzinfo=UTC)
