"""What can go wrong between the program and its files, each with the file and what to do about it in plain words."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import TYPE_CHECKING

from .words import counted

if TYPE_CHECKING:
    from .notes.model import Note

_REASONS = {
    errno.ENOENT: "no such file or folder",
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
    errno.EROFS: "the file system is read-only",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EFBIG: "the file would be larger than this process may write",
    errno.EISDIR: "it is a folder",
    errno.ENOTDIR: "a part of its path is not a folder",
    errno.ENAMETOOLONG: "its name is too long",
    errno.ELOOP: "its symbolic links go in a circle",
    errno.EIO: "the disk reports an error",
}


_ROOM = "Free some space and save again"
_LEAVE = "Make its folder writable, or set CABLEREADER_HOME to a folder that is"
_REMEDIES = {
    errno.ENOSPC: _ROOM,
    errno.EDQUOT: _ROOM,
    errno.EACCES: _LEAVE,
    errno.EPERM: _LEAVE,
    errno.EROFS: _LEAVE,
}


def reason_of(error: OSError) -> str:
    """An operating system's error in plain words."""
    known = _REASONS.get(error.errno) if error.errno is not None else None
    return known or (error.strerror or str(error) or type(error).__name__).lower()


def remedy_of(error: OSError) -> str:
    """What to do about an error in writing."""
    known = _REMEDIES.get(error.errno) if error.errno is not None else None
    return known or "Mend the cause and save again"


class StoreError(Exception):
    """Something about a file failed: `path` (None for standard input), `reason` and `what_to_do` are for people."""

    def __init__(self, path: Path | None, reason: str, what_to_do: str) -> None:
        """The message is made of all three, harmless to a terminal."""
        from ..cable.safe import visible  # the parser comes with it, which the first paint does not wait for

        self.path = path
        self.reason = reason
        self.what_to_do = what_to_do
        place = "standard input" if path is None else visible(str(path))
        super().__init__(f"{place}: {visible(reason)}. {visible(what_to_do)}")


class SourceError(StoreError):
    """A source cannot be read as text."""


class StoreUnreadable(StoreError):
    """A file of the program's own cannot be read: permission, disk, or a folder in its place."""


class StoreUnwritable(StoreError):
    """Nothing was written: the disk is full, the folder is read-only, or the data has no JSON form."""


class StoreBusy(StoreError):
    """Another process holds the lock of a note file; nothing was written."""


class CorruptStore(StoreError):
    """A note file is damaged; it is never written to. `place` says where the damage begins."""

    def __init__(self, path: Path, place: str, reason: str) -> None:
        """Says also what to do."""
        self.place = place
        super().__init__(
            path,
            f"{reason} ({place})",
            "The file was left as it is; notes of other cables are not affected. "
            "Run `cablereader notes recover` to see what can be brought back",
        )


class StrangeFile(StoreError):
    """A file in the notes folder that is no cable's own: a copy left by a sync program, or one under another name."""


class VanishingNotes(StoreError):
    """A write would have dropped notes from their file and was refused. `ids` are the notes that would have gone."""

    def __init__(self, path: Path, ids: frozenset[str]) -> None:
        """Counts the notes for the message."""
        self.ids = ids
        super().__init__(
            path,
            f"the change would have dropped {counted(len(ids), 'note')}",
            "Nothing was written; delete notes one by one",
        )


class NoteMissing(StoreError):
    """No note has the id asked for."""

    def __init__(self, folder: Path, note_id: str) -> None:
        """`folder` is where it was looked for."""
        self.note_id = note_id
        super().__init__(folder, f"there is no note {note_id}", "`cablereader notes list` shows the notes there are")


class NoteConflict(StoreError):
    """The note was changed elsewhere after the edit began. Both texts are kept, and both are on disk.

    `stored` is the note as the other change left it, untouched; `kept` is the edit, saved beside it as a new note on
    the same place.
    """

    def __init__(self, path: Path, stored: Note, kept: Note) -> None:
        """`path` is the note file that has both."""
        self.stored = stored
        self.kept = kept
        change = "deleted" if stored.deleted_at else "changed"
        super().__init__(
            path,
            f"the note was {change} elsewhere while you edited it",
            "Your text was saved as a second note on the same paragraph; nothing is lost",
        )
