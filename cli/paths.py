"""Which files a command means: the paths given, those of the last time, or the samples."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from ..store.places import places
from ..store.session import Session
from ..store.sources import STANDARD_INPUT
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
    from importlib.resources import files  # slow to import, and not needed where paths are given

    return Path(str(files(_PROGRAM).joinpath("sample_cables")))


def must_exist(paths: Sequence[str]) -> None:
    """Raises Problem for the first path that is not there."""
    for path in paths:
        if path != STANDARD_INPUT and not os.path.exists(path):
            raise Problem(path, "no such file or folder", "check how it is written", Exit.BAD_USE)
