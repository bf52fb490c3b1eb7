"""What a session does once in the notes folder, after its first write."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from ...atomic import sweep
from ..snapshots import FOLDER as SNAPSHOTS
from .backups import FOLDER as BACKUPS
from .backups import Backups

_NOTICE = "What belongs to this computer alone. Written by cablereader where it was missing; yours to change."
_IGNORED = {
    ".gitignore": f"# {_NOTICE}\n.*.tmp\n*.lock\n/{BACKUPS}/\n",
    ".stignore": f"// {_NOTICE}\n(?d).*.tmp\n(?d)*.lock\n/{BACKUPS}\n",
}


def written_folders(folder: Path) -> tuple[Path, ...]:
    """The notes folder and the folders in it that are written to."""
    return folder, folder / SNAPSHOTS, folder / BACKUPS


def tidy(folder: Path, backups: Backups) -> None:
    """Removes stray temporary files and backups past their time, and tells sync programs what to pass over.

    Never raises.
    """
    for place in written_folders(folder):
        sweep(place)
    backups.prune()
    for name, text in _IGNORED.items():
        with suppress(OSError):
            descriptor = os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with open(descriptor, "w", encoding="ascii") as file:
                file.write(text)
