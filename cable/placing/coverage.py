"""How many letters of a stretch an alignment covers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from .runs import Same


class Coverage:
    """Counts the letters of an alignment's runs, in the old stream and in the new one."""

    def __init__(self, runs: Sequence[Same]) -> None:
        """`runs` are in the order of both streams."""
        self._old = [run.old for run in runs]
        self._new = [run.new for run in runs]
        self._lengths = [run.length for run in runs]
        self._sums = list(accumulate(self._lengths, initial=0))

    def old(self, start: int, end: int) -> int:
        """How many letters of `old[start:end]` stand in the new stream."""
        return self._before(self._old, end) - self._before(self._old, start)

    def new(self, start: int, end: int) -> int:
        """How many letters of `new[start:end]` stand in the old stream."""
        return self._before(self._new, end) - self._before(self._new, start)

    def _before(self, starts: Sequence[int], offset: int) -> int:
        index = bisect_right(starts, offset) - 1
        return self._sums[index] + min(offset - starts[index], self._lengths[index]) if index >= 0 else 0
