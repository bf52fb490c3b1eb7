"""Bringing back what a damaged note file had: first a plan to be shown, then, with consent, the file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ...atomic import write_atomically
from ...errors import CorruptStore, StoreBusy, StoreError, StoreUnwritable
from ..exchange import rewrite
from ..files import NOTES, Tables, key_of, parse, read_bytes, serialise
from ..lock import StoreLock
from ..model import Json
from ..records import read_record
from .backups import TIME, Backup, Backups
from .merge import merge
from .salvage import Salvaged, salvage

DAMAGED = "damaged"
"""The table to which records go that are no notes any more, so that their words stay in the file."""


@dataclass(frozen=True)
class Recovery:
    """What is wrong with a note file and what can be brought back; nothing is written yet.

    `found` notes come from the file itself, `returned` are the ids that come from `backup`, the newest good one;
    `marred` are found notes that the damage went through (`Salvaged`); `set_aside` are ids of records that are no notes
    any more, and `lost` those of notes of which nothing is left but the id. `blob` is the damaged file.
    """

    path: Path
    problem: CorruptStore
    tables: Tables
    found: int
    backup: Backup | None
    returned: tuple[str, ...]
    marred: tuple[str, ...]
    set_aside: tuple[str, ...]
    lost: tuple[str, ...]
    blob: bytes


def plan(path: Path) -> Recovery | None:
    """What can be brought back of a note file; None where nothing is wrong with it. Writes nothing.

    Raises StoreUnreadable.
    """
    read = read_bytes(path)
    problem = _problem(read[0], path) if read else None
    if read is None or problem is None:
        return None
    saved = salvage(read[0], datetime.fromtimestamp(read[1].modified / 1e9, UTC))
    backup, former = _newest_good(path, key_of(saved.tables))
    merged = merge(_without_worse(saved, former), former)
    notes = merged.tables[NOTES]
    set_aside = {identity: record for identity, record in saved.damaged.items() if identity not in notes}
    tables = merged.tables
    if set_aside:
        tables = tables | {DAMAGED: tables.get(DAMAGED, {}) | set_aside}
    found = saved.tables.get(NOTES, {})
    return Recovery(
        path,
        problem,
        tables,
        sum(identity in found for identity in notes),
        backup,
        tuple(sorted(identity for identity in notes if identity not in found)),
        tuple(sorted(identity for identity in saved.marred if notes.get(identity) == found[identity])),
        tuple(sorted(set_aside)),
        tuple(sorted(saved.lost - notes.keys())),
        read[0],
    )


def recover(recovery: Recovery, locks: Path) -> Path:
    """Writes what was planned, and returns where the damaged file was put aside, byte for byte.

    Raises StoreError, and writes nothing, where the file is no longer the one that was looked at.
    """
    aside = recovery.path.with_name(f"{recovery.path.name}.corrupt-{datetime.now(UTC).strftime(TIME)}")

    def change(blob: bytes | None) -> bytes:
        if blob != recovery.blob:
            raise StoreBusy(recovery.path, "it was changed after it was looked at", "Nothing was written; look again")
        recovered = serialise(recovery.tables, recovery.path)
        write_atomically(aside, recovery.blob)
        return recovered

    with StoreLock(recovery.path, locks):
        rewrite(recovery.path, change)
    return aside


def write_new(recovery: Recovery, target: Path) -> None:
    """Writes what was planned into a file that was not there before. Raises StoreUnwritable."""
    if target.exists():
        raise StoreUnwritable(target, "is there already; nothing was written", "Name a file that is not there")
    write_atomically(target, serialise(recovery.tables, target))


def put_back(path: Path, backup: Backup, locks: Path) -> Backup | None:
    """Puts a backup in place of a note file, which becomes a backup first: returned, None where there was no file or
    one that is kept already. Raises StoreError, CorruptStore where the backup itself is damaged.
    """
    read = read_bytes(backup.path)
    if read is None:
        raise StoreUnwritable(path, "its backup is gone", "`cablereader notes restore --list` shows those there are")
    parse(read[0], backup.path)
    backups = Backups(path.parent)
    kept: Backup | None = None

    def change(blob: bytes | None) -> bytes:
        nonlocal kept
        kept = backups.keep(path) if blob is not None else None
        return read[0]

    with StoreLock(path, locks):
        rewrite(path, change)
    return kept


def _problem(blob: bytes, path: Path) -> CorruptStore | None:
    """Why a file, or a record in it, cannot be used."""
    try:
        for identity, record in parse(blob, path).get(NOTES, {}).items():
            read_record(identity, record, path)
    except CorruptStore as problem:
        return problem
    return None


def _newest_good(path: Path, key: str | None) -> tuple[Backup | None, Tables]:
    """The newest backup of a file that can be read and is of the same cable, and what it has."""
    for backup in Backups(path.parent).of(path):
        try:
            read = read_bytes(backup.path)
            tables = parse(read[0], backup.path) if read else {}
        except StoreError:
            continue
        if tables and key in (None, key_of(tables)):
            return backup, _sound(tables, backup.path)
    return None, {}


def _sound(tables: Tables, path: Path) -> Tables:
    """Tables without the records that are no notes."""
    notes = tables.get(NOTES, {})
    return tables | {NOTES: {key: record for key, record in notes.items() if not _bad(key, record, path)}}


def _bad(identity: str, record: Json, path: Path) -> bool:
    try:
        read_record(identity, record, path)
    except CorruptStore:
        return True
    return False


def _without_worse(saved: Salvaged, former: Tables) -> Tables:
    """What was found without the notes whose text has gaps, or is the same, where the backup is whole and no older."""
    known = former.get(NOTES, {})

    def worse(identity: str, record: Json) -> bool:
        if identity not in saved.marred or identity not in known or _rev(known[identity]) < _rev(record):
            return False
        return "\ufffd" in str(record["body"]) or record["body"] == known[identity]["body"]

    notes = saved.tables.get(NOTES, {})
    return saved.tables | {NOTES: {key: record for key, record in notes.items() if not worse(key, record)}}


def _rev(record: Json) -> int:
    rev = record.get("rev")
    return rev if isinstance(rev, int) else 0
