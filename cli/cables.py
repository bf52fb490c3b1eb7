"""Which cables a command means: the paths in force, and the one cable behind an id, a file name or `-`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from ..cable import Cable, canonical_id, read_cable
from ..store.library import Library
from ..store.places import places
from ..store.session import Session
from ..store.sources import STANDARD_INPUT, read_standard_input, read_text
from .problem import Exit, Problem

_PROGRAM = __package__.rpartition(".")[0]


def paths_or_default(paths: Sequence[str]) -> list[str]:
    """The paths given, else those of the last time that are still there, else the samples."""
    if paths:
        return list(paths)
    session = Session.load(places().session)
    return [path for path in session.last_paths if os.path.exists(path)] or [str(samples())]


def samples() -> Path:
    """The folder of fictional cables that comes with the program."""
    return Path(str(files(_PROGRAM).joinpath("sample_cables")))


def read(reference: str, paths: Sequence[str] = ()) -> Cable:
    """The cable behind a reference: `-`, a file, or an id looked for in the paths in force.

    Raises SourceError for a file that cannot be read, Problem where there is no such cable.
    """
    if reference == STANDARD_INPUT:
        return read_cable(read_standard_input())
    if os.path.isfile(reference):
        return read_cable(read_text(Path(reference)))
    identifier = canonical_id(reference)
    if not identifier:
        what = "a folder, not a cable" if os.path.isdir(reference) else "neither a file nor the id of a cable"
        raise Problem(reference, what, "give a file, an id such as 06MEXICO4964, or - for standard input", Exit.BAD_USE)
    library = Library(paths_or_default(paths))
    entry = library.find(identifier)
    if entry is None:
        where = ", ".join(paths_or_default(paths))
        raise Problem(
            identifier, f"no such cable in {where}", "give its file, or open its folder first", Exit.NOTHING_FOUND
        )
    return library.read(entry)


def must_exist(paths: Sequence[str]) -> None:
    """Raises Problem for the first path that is not there, which may be a mistyped command."""
    for path in paths:
        if path != STANDARD_INPUT and not os.path.exists(path):
            raise Problem(path, "no such file or folder, and no command", "see 'cablereader --help'", Exit.BAD_USE)
