"""Short blocks between neighbours whose places are known: a heading too damaged to be known by its letters alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from .letters import Letters
from .runs import Same, align, closeness
from .stretches import Stretch, stretch, tightest

_FEWEST, _MOST = 4, 120
_ENOUGH = 0.7
_BETTER = 0.2
_WIDE = 2
_NEAR = 0.2
_CROWD = 16
_MARKS = 8
_SCRAPS = 3


class Pins:
    """What the places of a block's neighbours say about it: the last block found before it, and the next behind it.

    Text that was moved is no neighbour.
    """

    def __init__(self, old: Letters, new: Letters, stretches: Sequence[Stretch | None]) -> None:
        """`stretches` are the places of the old blocks as far as they are known."""
        self.old = old
        self.new = new
        self._stretches = [None if found is None or found.moved else found for found in stretches]
        found = [index for index, each in enumerate(self._stretches) if each]
        self._found = [-1, *found, len(self._stretches)]

    def of(self, index: int) -> Stretch | None:
        """The place of a short block that was not found: the one text between its neighbours that is much like it."""
        own = self.old.blocks[index]
        if not _FEWEST <= len(own) < _MOST:
            return None
        before, after = self._neighbours(index)
        if after - before > _CROWD:
            return None
        low, high = self._room(before, after)
        spans = {*self._spans(low, high, len(own)), *self._inside(own, low, high)}
        ranked = sorted(
            ((closeness(own, self.new.stream[start:end]), start, end) for start, end in spans), reverse=True
        )
        if not ranked or ranked[0][0] <= _ENOUGH:
            return None
        best, start, end = ranked[0]
        text = self.new.stream[start:end]
        rivals = [closeness(self.old.blocks[other], text) for other in range(before + 1, after) if other != index]
        rivals += [score for score, first, last in ranked[1:] if first >= end or last <= start]
        if max(rivals, default=0.0) > best - _BETTER:
            return None
        runs = [Same(run.old, run.new + start, run.length) for run in align(own, text) or []]
        return stretch([Same(run.old + self.old.starts[index], run.new, run.length) for run in runs], len(own))

    def gone(self, index: int) -> bool:
        """Whether a block that was not found is known to be gone: its neighbours stand side by side."""
        before, after = self._neighbours(index)
        low, high = self._room(before, after)
        lost = self.old.starts[after] - self.old.starts[before + 1]
        return high - low <= max(_SCRAPS, _NEAR * lost)

    def _neighbours(self, index: int) -> tuple[int, int]:
        """The found blocks before and behind one that is not; -1 and the count of blocks are the ends of the text."""
        place = bisect_left(self._found, index)
        return self._found[place - 1], self._found[place]

    def _room(self, before: int, after: int) -> tuple[int, int]:
        """The stretch of the new stream between the places of two blocks."""
        left = self._stretches[before] if before >= 0 else None
        right = self._stretches[after] if after < len(self._stretches) else None
        return left.end if left else 0, right.start if right else len(self.new.stream)

    def _inside(self, own: str, low: int, high: int) -> Iterator[tuple[int, int]]:
        """The part of a short stretch that is most like a block: scraps of a number or a mark may stand beside it."""
        if low < high <= low + _WIDE * len(own) + _MARKS:
            made = tightest(align(own, self.new.stream[low:high]) or [], len(own))
            if made:
                yield low + made.start, low + made.end

    def _spans(self, low: int, high: int, length: int) -> Iterator[tuple[int, int]]:
        """What may be the block: all that stands between, if it is short, and every new block there."""
        if low < high <= low + _WIDE * length:
            yield low, high
        if low < high:
            first = self.new.block_at(low)
            for index in range(first, min(first + _CROWD, len(self.new.blocks))):
                start, end = self.new.span(index)
                if start >= high:
                    break
                if low <= start < end <= high and end - start <= _WIDE * length:
                    yield start, end
