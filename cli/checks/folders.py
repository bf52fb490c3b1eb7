"""The folders: whether they can be written, and whether nobody else can read what is private."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from ...store.places import Places
from .found import Found, bad, good, look

_OTHERS = 0o077


def check_folders(here: Places) -> Iterator[Found]:
    """The four folders of the program."""
    for name, folder, private in (
        ("settings folder", here.config, False),
        ("notes folder", here.notes, True),
        ("state folder", here.state, True),
        ("cache folder", here.cache, False),
    ):
        yield _folder(name, folder, private=private)


def _folder(name: str, folder: Path, *, private: bool) -> Found:
    there = next((place for place in (folder, *folder.parents) if place.exists()), folder)
    if not there.is_dir():
        return bad(name, f"{there} is a file", "move it away, or set CABLEREADER_HOME to another folder")
    if not os.access(there, os.R_OK | os.W_OK | os.X_OK):
        return bad(name, f"{there} cannot be written", "mend its permissions, or set CABLEREADER_HOME")
    if there != folder:
        return good(name, f"{folder}, made when it is needed")
    mode = stat.S_IMODE(folder.stat().st_mode)
    if private and os.name == "posix" and mode & _OTHERS:
        return look(name, f"{folder} can be read by others (mode {mode:o})", f"chmod 700 {folder}")
    return good(name, str(folder))
