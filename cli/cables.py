"""Which cable a command means: the one behind an id, a file name or `-`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from ..cable import Cable, canonical_id, read_cable
from ..store.library import Library
from ..store.recognise import witness
from ..store.sources import STANDARD_INPUT, read_standard_input, read_text
from .looking import patience
from .paths import paths_or_default
from .problem import Exit, Problem


def read(reference: str, paths: Sequence[str] = ()) -> Cable:
    """The cable behind a reference: `-`, a file, or an id looked for in the paths in force.

    Raises SourceError for a file that cannot be read, Problem where there is no such cable.
    """
    if reference == STANDARD_INPUT:
        return read_cable(read_standard_input())
    if os.path.isfile(reference):
        path = Path(reference)
        return read_cable(read_text(path), witness(path))
    identifier = canonical_id(reference)
    if not identifier:
        what = "a folder, not a cable" if os.path.isdir(reference) else "neither a file nor the id of a cable"
        raise Problem(reference, what, "give a file, an id such as 06MEXICO4964, or - for standard input", Exit.BAD_USE)
    library = Library(paths_or_default(paths))
    entry = library.find(identifier, patience())
    if entry is None:
        where = ", ".join(paths_or_default(paths))
        raise Problem(
            identifier, f"no such cable in {where}", "give its file, or open its folder first", Exit.NOTHING_FOUND
        )
    return library.read(entry)
