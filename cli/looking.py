"""Saying that something takes its time, and what would make it quick."""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import monotonic

from .problem import PROGRAM, tell

_LONG = 2.0


def patience(clock: Callable[[], float] = monotonic) -> Callable[[], None]:
    """To be called with every text that is looked at: says once, on a terminal, that this takes long."""
    began, said = clock(), not sys.stderr.isatty()

    def looking() -> None:
        nonlocal said
        if not said and clock() - began > _LONG:
            said = True
            tell(f"looking through the texts one by one; '{PROGRAM} index' makes this quick")

    return looking
