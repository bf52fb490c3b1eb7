"""Rowids that are positions by date, so that the newest come first and a span of time is a span of rowids. Pure."""

from __future__ import annotations

from datetime import UTC, datetime

SLOTS = 64
"""Cables that find room in one minute before they go into the next."""

UNDATED = -(1 << 40)
"""Where cables without a date begin."""

PROBLEMS = -(1 << 41)
"""Where texts begin that are no cables."""

_EPOCH = datetime(1966, 1, 1, tzinfo=UTC)


def first_of(moment: datetime) -> int:
    """The first rowid of a minute: cables of that minute or later have none below it."""
    return max(int((moment - _EPOCH).total_seconds()) // 60, 0) * SLOTS


class Slots:
    """Gives out rowids that are free; which one depends on the order of asking and nothing else."""

    def __init__(self, taken: set[int]) -> None:
        """`taken` are the rowids that the catalogue has, or had."""
        self._taken = taken
        self._next: dict[int, int] = {}

    def take(self, moment: datetime | None, *, problem: bool = False) -> int:
        """The rowid of a cable of a moment, of one without a date, or of a text that is none."""
        first = PROBLEMS if problem else UNDATED if moment is None else first_of(moment)
        rowid = self._next.get(first, first)
        while rowid in self._taken:
            rowid += 1
        self._taken.add(rowid)
        self._next[first] = rowid + 1
        return rowid
