"""Looking through the notes folder: what is damaged, strange, left over or missing. Writes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ...atomic import is_temporary
from ...errors import CorruptStore, StoreError, StoreUnreadable, StrangeFile, reason_of
from ..files import NOTES, Tables, is_copy, is_note_file, key_of, load, path_of
from ..model import Note
from ..records import read_record
from ..shelf import stranger
from .backups import Backups
from .tidying import written_folders

Kind = Literal["damaged", "unreadable", "conflict", "strange", "missing", "snapshot", "stray"]
"""What a finding is of. `missing` is a note file that only backups are left of, `snapshot` a text that notes need."""

SERIOUS = frozenset[Kind]({"damaged", "unreadable", "missing"})
"""The kinds of which notes are out of reach."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be, for people: the file, the reason and what to do about it."""

    kind: Kind
    path: Path
    reason: str
    what_to_do: str

    @classmethod
    def of(cls, error: StoreError, path: Path) -> Finding:
        """The finding that an error is."""
        kind: Kind = "damaged" if isinstance(error, CorruptStore) else "unreadable"
        if isinstance(error, StrangeFile):
            kind = "conflict" if is_copy(path) else "strange"
        return cls(kind, error.path or path, error.reason, error.what_to_do)


@dataclass(frozen=True, slots=True)
class Checked:
    """How many note files, notes and backups were looked at, deleted notes among them, and what was found."""

    files: int
    notes: int
    deleted: int
    backups: int
    findings: tuple[Finding, ...]


def check(folder: Path, has_snapshot: Callable[[str], bool]) -> Checked:
    """Reads every note file of a folder, and asks of every snapshot a note needs whether it is there and sound."""
    findings: list[Finding] = []
    files, notes, deleted = 0, 0, 0
    backups = Backups(folder).all()
    names = _names(folder, findings)
    for path in names:
        if is_note_file(path.name):
            found = _read(path, findings)
            files += 1
            notes += len(found)
            deleted += sum(note.deleted_at is not None for note in found)
            findings += _without_snapshot(path, found, has_snapshot)
    findings += [
        _stray(path)
        for place in written_folders(folder)
        for path in (names if place == folder else _names(place, findings))
        if is_temporary(path.name)
    ]
    there = {path.name for path in names}
    findings += [_missing(folder / name, len(kept)) for name, kept in sorted(backups.items()) if name not in there]
    return Checked(files, notes, deleted, sum(map(len, backups.values())), tuple(findings))


def _names(folder: Path, findings: list[Finding]) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except FileNotFoundError:
        return []  # no note was written yet
    except OSError as error:
        reason = f"cannot be listed: {reason_of(error)}"
        findings.append(Finding("unreadable", folder, reason, "Mend its permissions"))
        return []


def _read(path: Path, findings: list[Finding]) -> list[Note]:
    """The sound notes of a cable's own file, deleted ones too; all that is wrong with it goes to `findings`."""
    try:
        loaded = load(path)
    except (CorruptStore, StoreUnreadable) as error:
        findings.append(Finding.of(error, path))
        return []
    tables = loaded[0] if loaded else {}
    notes = list(_sound(tables, path, findings))
    if path == path_of(path.parent, key_of(tables) or path.stem):
        return notes
    findings.append(Finding.of(stranger(path), path))
    return []


def _sound(tables: Tables, path: Path, findings: list[Finding]) -> Iterator[Note]:
    for identity, record in tables.get(NOTES, {}).items():
        try:
            yield read_record(identity, record, path)
        except CorruptStore as error:
            findings.append(Finding.of(error, path))


def _without_snapshot(path: Path, notes: Iterable[Note], has_snapshot: Callable[[str], bool]) -> Iterator[Finding]:
    """One finding for each text that living notes of a file were made on and that is not kept."""
    needed: dict[str, int] = {}
    for note in notes:
        if note.anchor.snapshot and not note.deleted_at:
            needed[note.anchor.snapshot] = needed.get(note.anchor.snapshot, 0) + 1
    for identity, count in needed.items():
        if not has_snapshot(identity):
            which = "1 note was" if count == 1 else f"{count} notes were"
            reason = f"the text that {which} made on is not kept ({identity.removeprefix('sha256:')[:12]})"
            yield Finding(
                "snapshot", path, reason, "Put it back; till then these notes are placed by their quotes alone"
            )


def _stray(path: Path) -> Finding:
    return Finding("stray", path, "it was left by a write that was cut off", "It is removed by itself after a day")


def _missing(path: Path, backups: int) -> Finding:
    count = "a backup" if backups == 1 else f"{backups} backups"
    what_to_do = f"`cablereader notes restore {path.stem}` puts the newest back"
    return Finding("missing", path, f"the note file is gone, and {count} of it there", what_to_do)
