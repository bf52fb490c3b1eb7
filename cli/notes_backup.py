"""`cablereader notes backup` and `notes restore`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from ..cable import canonical_id
from ..store.errors import StoreError
from ..store.notes import NoteStore
from ..store.notes.care.backups import Backup, Backups
from ..store.notes.care.recovery import put_back
from ..store.notes.files import ENDING, NOTES, load, note_files, path_of
from .output import Column, Output
from .parsing import Parser
from .problem import Exit, Problem, nothing

_BACKUP = "Keep a copy of every note file as it is now. One is kept by itself before the first write of a session."
_RESTORE = "Put a backup in place of a cable's note file, which becomes a backup first: restoring again undoes it."
_AT_HELP = "the newest backup of that time or before (UTC), such as 2026-11-21 or 2026-11-21T18:30"
_COLUMNS = (Column("Kept", "bold"), Column("Notes"), Column("Cable"), Column("File"))


def backup(argv: Sequence[str], out: Output, store: NoteStore) -> Exit:
    """`notes backup`: prints the backups that were made; a file whose newest backup says the same has one."""
    Parser("notes backup", _BACKUP).parse_args(argv)
    backups = Backups(store.folder)
    paths = note_files(store.folder)
    if not paths:
        raise Problem("notes", "there are none to keep", "", Exit.NOTHING_FOUND)
    made = [kept for path in paths if (kept := backups.keep(path))]
    for kept in made:
        out.line(str(kept.path))
    if out.rich:
        out.line(f"{len(made)} kept, {len(paths) - len(made)} kept before and unchanged")
    return Exit.GOOD


def restore(argv: Sequence[str], out: Output, store: NoteStore) -> Exit:
    """`notes restore`: puts one backup back, or lists those there are."""
    parser = Parser("notes restore", _RESTORE)
    parser.add_argument("cable", metavar="CABLE", nargs="?", help="an id such as 06MEXICO4964")
    parser.add_argument("--at", metavar="TIME", help=_AT_HELP)
    parser.add_argument("--list", action="store_true", help="list the backups, the newest first")
    words = parser.parse_intermixed_args(argv)
    if words.list:
        return _list(words.cable, out, store.folder)
    if not words.cable:
        raise Problem("notes restore", "needs a cable", "--list shows those that have backups", Exit.BAD_USE)
    path = _path(store.folder, words.cable)
    chosen = _chosen(Backups(store.folder).of(path), words.at, words.cable)
    kept = put_back(path, chosen, store.locks)
    out.line(f"{path.name} is again as it was kept at {_shown(chosen.made)}")
    if kept:
        out.line(f"what it was before is now {kept.path}")
    return Exit.GOOD


def _list(cable: str | None, out: Output, folder: Path) -> Exit:
    backups = Backups(folder)
    if cable:
        path = _path(folder, cable)
        found = [(path.stem, item) for item in backups.of(path)]
    else:
        found = [(Path(name).stem, item) for name in sorted(backups.all()) for item in backups.of(folder / name)]
    out.table(
        _COLUMNS, ((_shown(item.made), _count(item.path), stem, str(item.path)) for stem, item in found), wrap=True
    )
    return Exit.GOOD if found else nothing("there are no backups yet")


def _chosen(backups: Sequence[Backup], at: str | None, cable: str) -> Backup:
    """The newest backup; with a time, the newest that begins so, else the newest before it. Raises Problem."""
    if at is None:
        fitting: list[Backup] = list(backups)
    else:
        words = at.strip().replace(" ", "T")
        fitting = [item for item in backups if item.made.isoformat().startswith(words.removesuffix("Z"))]
        fitting = fitting or [item for item in backups if item.made <= _time(words)]
    if not fitting:
        what = f"has no backup{' of that time' if backups else ''}"
        raise Problem(cable, what, "'cablereader notes restore --list' shows those there are", Exit.NOTHING_FOUND)
    return fitting[0]


def _time(words: str) -> datetime:
    try:
        time = datetime.fromisoformat(words)
    except ValueError as error:
        raise Problem("--at", f"{words} is no time", "give one such as 2026-11-21T18:30", Exit.BAD_USE) from error
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def _path(folder: Path, cable: str) -> Path:
    """The note file of a cable, by its id or by the name that the list shows."""
    name = f"{cable}{ENDING}"
    return folder / name if name in Backups(folder).all() else path_of(folder, canonical_id(cable) or cable)


def _shown(time: datetime) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ")


def _count(path: Path) -> str:
    """How many living notes a backup has."""
    try:
        loaded = load(path)
    except StoreError:
        return "damaged"
    notes = loaded[0].get(NOTES, {}) if loaded else {}
    return str(sum(not note.get("deleted_at") for note in notes.values()))
