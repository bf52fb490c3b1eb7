"""Exchanging two files in one step, so that what was displaced can be looked at; Linux only, elsewhere not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

_HERE = -100
"""AT_FDCWD: paths count from the working directory."""
_NOREPLACE, _EXCHANGE = 1, 2


def exchange(one: Path, other: Path) -> bool:
    """Gives each of two files the name of the other; False where this system or file system cannot. Never raises."""
    return _rename(one, other, _EXCHANGE)


def rename_to_new(one: Path, other: Path) -> bool:
    """Renames a file, unless there is one of that name; False where that is so, or where it cannot be told."""
    return _rename(one, other, _NOREPLACE)


def _rename(one: Path, other: Path, flag: int) -> bool:
    function = _renameat2()
    return function is not None and function(_HERE, os.fsencode(one), _HERE, os.fsencode(other), flag) == 0


@cache
def _renameat2() -> Callable[[int, bytes, int, bytes, int], int] | None:
    if not sys.platform.startswith("linux"):
        return None
    import ctypes  # loaded with the first note that is written

    try:
        function = ctypes.CDLL(None).renameat2
    except (OSError, AttributeError):
        return None
    function.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint)

    def call(first: int, one: bytes, second: int, other: bytes, flag: int) -> int:
        return int(function(first, one, second, other, flag))

    return call
