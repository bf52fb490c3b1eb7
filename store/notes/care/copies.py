"""Copies that sync programs leave beside a note file: found, merged into it, and moved to the backups."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from ...atomic import make_private_folder, stamp
from ...errors import StoreError, StoreUnreadable, StoreUnwritable, StrangeFile, reason_of, remedy_of
from ..desk import PATIENCE
from ..exchange import rewrite
from ..files import Tables, is_copy, key_of, parse, path_of, read_bytes, serialise
from ..lock import StoreLock
from .backups import TIME, Backups
from .merge import Merged, merge

_FOLDER = "copies"


class Settled(NamedTuple):
    """A copy that was merged: where it is now, the note file that has its notes, and what became of them."""

    copy: Path
    kept: Path
    path: Path
    merged: Merged


def copies(folder: Path) -> list[Path]:
    """The copies in a notes folder, sorted by name. Raises StoreUnreadable."""
    try:
        return [path for path in sorted(folder.iterdir()) if is_copy(path)]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise StoreUnreadable(folder, f"cannot be listed: {reason_of(error)}", "Mend its permissions") from error


def settle(folder: Path, locks: Path, problems: list[StoreError]) -> list[Settled]:
    """Merges every copy into the file of its cable, where both can be read. Nothing is deleted.

    What cannot be merged stays where it is, and why is added to `problems`. Never raises StoreError.
    """
    done: list[Settled] = []
    try:
        for copy in copies(folder):
            try:
                if settled := _settle(copy, locks):
                    done.append(settled)
            except StoreError as error:
                problems.append(error)
    except StoreError as error:
        problems.append(error)
    return done


def merge_file(path: Path, theirs: Tables, locks: Path, *, patience: float = PATIENCE) -> Merged:
    """Merges tables into a note file, which becomes a backup first, or is made. Raises StoreError."""
    backups = Backups(path.parent)
    merged = Merged({})

    def change(blob: bytes | None) -> bytes | None:
        nonlocal merged
        ours = parse(blob, path) if blob is not None else {}
        merged = merge_tables(ours, theirs, path)
        return serialise(merged.tables, path) if merged.tables != ours else None

    with StoreLock(path, locks, patience):
        rewrite(path, change, before=backups.before_write)
    return merged


def merge_tables(ours: Tables, theirs: Tables, path: Path) -> Merged:
    """The union of two versions of the file at `path`. Raises StrangeFile where they are of two cables."""
    mine, other = key_of(ours), key_of(theirs)
    if mine and other and mine != other:
        raise StrangeFile(path, f"has notes of {mine}, not of {other}", "Merge files of one cable")
    return merge(ours, theirs)


def _settle(copy: Path, locks: Path) -> Settled | None:
    read = read_bytes(copy)
    if read is None:
        return None  # another window was faster
    theirs = parse(read[0], copy)
    key = key_of(theirs)
    if key is None:
        raise StrangeFile(copy, "says not which cable its notes are of", "Compare it with the notes you have")
    path = path_of(copy.parent, key)
    if path == copy:
        return None
    merged = merge_file(path, theirs, locks)
    if stamp(copy) != read[1]:
        return None  # it is still being written; the next time
    kept = Backups(copy.parent).folder / _FOLDER / f"{copy.name}.{datetime.now(UTC).strftime(TIME)}"
    try:
        make_private_folder(kept.parent)
        os.rename(copy, kept)
    except FileNotFoundError:
        return None
    except OSError as error:
        reason = f"was merged, but cannot be moved to the backups: {reason_of(error)}"
        raise StoreUnwritable(copy, reason, remedy_of(error)) from error
    return Settled(copy, kept, path, merged)
