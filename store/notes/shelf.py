"""The note files of a folder as they are on disk, each parsed once per change."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ..atomic import Stamp, stamp
from ..errors import CorruptStore, StoreError, StoreUnreadable, StrangeFile, reason_of
from .files import CABLE, META, NOTES, is_copy, is_note_file, key_of, load, path_of, read_bytes
from .meta import CableMeta
from .model import Json, Note
from .order import reading_order
from .records import read_record
from .tally import Tally, tally

Seen = Mapping[str, Stamp]
"""How the note files of a folder stood at a moment, by their names: to ask later what changed."""


@dataclass(frozen=True)
class Sheet:
    """A note file as it was read: the key of its cable, its meta data and its notes as JSON, deleted ones too."""

    path: Path
    key: str
    meta: Json
    notes: dict[str, Json]

    @property
    def count(self) -> int:
        """How many notes are not deleted."""
        return sum(not note.get("deleted_at") for note in self.notes.values())

    def note(self, note_id: str) -> Note:
        """A note that is in the file. Raises CorruptStore where its record is damaged."""
        return read_record(note_id, self.notes[note_id], self.path)

    def living(self, problems: list[StoreError]) -> tuple[Note, ...]:
        """The notes that are not deleted, in reading order; damaged records are added to `problems`."""
        notes, damaged = self._made
        problems += damaged
        return notes

    @cached_property
    def _made(self) -> tuple[tuple[Note, ...], tuple[CorruptStore, ...]]:
        """The living notes and the damaged records: made once, since notes never change."""
        found: list[Note] = []
        damaged: list[CorruptStore] = []
        for note_id in self.notes:
            try:
                found.append(self.note(note_id))
            except CorruptStore as error:
                damaged.append(error)
        return tuple(sorted((note for note in found if not note.deleted_at), key=reading_order)), tuple(damaged)

    def cable(self) -> CableMeta:
        """The meta data of the cable."""
        return CableMeta.from_dict(self.key, self.meta)


class Shelf:
    """Reads the note files of a folder; what was read is kept until a file has another stamp. Writes nothing."""

    def __init__(self, folder: Path) -> None:
        """The folder need not exist."""
        self.folder = folder
        self._read: dict[Path, tuple[Stamp, Sheet]] = {}
        self._counted: dict[Path, tuple[Stamp, Tally]] = {}

    def path(self, key: str) -> Path:
        """Where the notes of a cable are kept."""
        return path_of(self.folder, key)

    def sheet(self, key: str) -> Sheet | None:
        """The notes of a cable, None where it has none. Raises CorruptStore, StoreUnreadable."""
        path = self.path(key)
        found = _stamp(path)
        return self._sheet(path, found) if found else None

    def sheets(self, problems: list[StoreError], *, latest_first: bool = False) -> Iterator[Sheet]:
        """Every note file, sorted by name or by when it was written; what cannot be read is added to `problems`."""
        files = self._files(problems)
        if latest_first:
            files.sort(key=lambda file: -file[1].modified)
        for path, found in files:
            try:
                sheet = self._sheet(path, found)
            except StoreError as error:
                problems.append(error)
                continue
            if sheet and self.path(sheet.key) == path:
                yield sheet
            elif sheet:
                problems.append(stranger(path))

    def seen(self) -> Seen:
        """How the note files stand now, by looking at the folder alone; without those that cannot be looked at."""
        found: dict[str, Stamp] = {}
        with suppress(OSError), os.scandir(self.folder) as entries:
            for entry in entries:
                if is_note_file(entry.name):
                    with suppress(OSError):
                        found[entry.name] = Stamp.of(entry.stat())
        return found

    def key(self, name: str) -> str:
        """The key of the cable that a file is for: what it says itself, else its name. Never raises."""
        path = self.folder / name
        try:
            found = _stamp(path)
            counted = self._tally(path, found) if found else self._counted.get(path, (None, None))[1]
        except StoreError:
            counted = None
        return counted.key if counted else path.stem

    def counts(self, problems: list[StoreError]) -> dict[str, int]:
        """Living notes by the key of their cable, of every note file that has some; `problems` as in `sheets`."""
        found: dict[str, int] = {}
        for path, seen in self._files(problems):
            try:
                counted = self._tally(path, seen)
            except StoreError as error:
                problems.append(error)
                continue
            if counted and self.path(counted.key) != path:
                problems.append(stranger(path))
            elif counted and counted.living:
                found[counted.key] = counted.living
        return found

    def _tally(self, path: Path, seen: Stamp) -> Tally | None:
        kept = self._counted.get(path)
        if kept and kept[0] == seen:
            return kept[1]
        read = self._read.get(path)
        fresh = None if read and read[0] == seen else read_bytes(path)
        counted = tally(fresh[0]) if fresh else None
        if fresh and counted:
            self._counted[path] = fresh[1], counted
            return counted
        sheet = self._sheet(path, seen)
        return Tally(sheet.key, sheet.count) if sheet else None

    def _files(self, problems: list[StoreError]) -> list[tuple[Path, Stamp]]:
        try:
            names = [name for name in os.listdir(self.folder) if is_note_file(name)]
        except FileNotFoundError:
            return []  # no note was written yet
        except OSError as error:
            problems.append(
                StoreUnreadable(self.folder, f"cannot be listed: {reason_of(error)}", "Mend its permissions")
            )
            return []
        files: list[tuple[Path, Stamp]] = []
        for path in (self.folder / name for name in sorted(names)):
            try:
                if found := _stamp(path):
                    files.append((path, found))
            except StoreUnreadable as error:
                problems.append(error)
        return files

    def _sheet(self, path: Path, found: Stamp) -> Sheet | None:
        kept = self._read.get(path)
        if kept and kept[0] == found:
            return kept[1]
        loaded = load(path)
        if loaded is None:
            return None
        tables, seen = loaded
        meta, notes = tables.get(META, {}).get(CABLE, {}), tables.get(NOTES, {})
        sheet = Sheet(path, key_of(tables) or path.stem, meta, notes)
        self._read[path] = seen, sheet
        return sheet


def _stamp(path: Path) -> Stamp | None:
    try:
        return stamp(path)
    except OSError as error:
        raise StoreUnreadable(path, f"cannot be read: {reason_of(error)}", "Mend its permissions") from error


def stranger(path: Path) -> StrangeFile:
    """What to tell of a file that is no cable's own."""
    if is_copy(path):
        reason, what_to_do = "it is a copy left by a sync program", "Run `cablereader notes merge` to take them in"
    else:
        reason = "its name is not that of its cable"
        what_to_do = "Take them in with `cablereader notes merge`, and the cable's own file and this one as its words"
    return StrangeFile(path, f"{reason}; its notes are not shown", what_to_do)
