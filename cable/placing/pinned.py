"""Short blocks between neighbours whose places are known: a heading too damaged to be known by its letters alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .letters import Letters
from .runs import Same, align, similarity
from .stretches import Stretch, stretch

_FEWEST, _MOST = 4, 120
_ENOUGH = 0.6
_BETTER = 0.2
_WIDE = 2
_NEAR = 0.2
_SCRAPS = 3


@dataclass(frozen=True, slots=True)
class Pins:
    """What the places of a block's neighbours say about it."""

    old: Letters
    new: Letters
    stretches: Sequence[Stretch | None]

    def of(self, index: int) -> Stretch | None:
        """The place of a short block that was not found: the one text between its neighbours that is much like it."""
        own = self.old.blocks[index]
        if not _FEWEST <= len(own) < _MOST:
            return None
        before, after = self._before(index), self._after(index)
        low, high = self._room(before, after)
        spans = set(self._spans(low, high, len(own)))
        ranked = sorted(
            ((similarity(own, self.new.stream[start:end]), start, end) for start, end in spans), reverse=True
        )
        if not ranked or ranked[0][0] < _ENOUGH:
            return None
        best, start, end = ranked[0]
        text = self.new.stream[start:end]
        rivals = [similarity(self.old.blocks[other], text) for other in range(before + 1, after) if other != index]
        rivals += [score for score, first, last in ranked[1:] if first >= end or last <= start]
        if max(rivals, default=0.0) > best - _BETTER:
            return None
        runs = [Same(run.old, run.new + start, run.length) for run in align(own, text) or []]
        return stretch([Same(run.old + self.old.starts[index], run.new, run.length) for run in runs], len(own))

    def gone(self, index: int) -> bool:
        """Whether a block that was not found is known to be gone: its neighbours stand side by side."""
        before, after = self._before(index), self._after(index)
        low, high = self._room(before, after)
        lost = self.old.starts[after] - self.old.starts[before + 1]
        return high - low <= max(_SCRAPS, _NEAR * lost)

    def _before(self, index: int) -> int:
        """The last found block before one, -1 if there is none; text that was moved says nothing."""
        return next((other for other in range(index - 1, -1, -1) if self._stays(other)), -1)

    def _after(self, index: int) -> int:
        count = len(self.old.blocks)
        return next((other for other in range(index + 1, count) if self._stays(other)), count)

    def _stays(self, index: int) -> bool:
        found = self.stretches[index]
        return found is not None and not found.moved

    def _room(self, before: int, after: int) -> tuple[int, int]:
        """The stretch of the new stream between the places of two blocks."""
        left = self.stretches[before] if before >= 0 else None
        right = self.stretches[after] if after < len(self.stretches) else None
        return left.end if left else 0, right.start if right else len(self.new.stream)

    def _spans(self, low: int, high: int, length: int) -> Iterator[tuple[int, int]]:
        """What may be the block: all that stands between, if it is short, and every new block there."""
        if low < high <= low + _WIDE * length:
            yield low, high
        if low < high:
            for index in range(self.new.block_at(low), len(self.new.blocks)):
                start, end = self.new.span(index)
                if start >= high:
                    break
                if low <= start < end <= high and end - start <= _WIDE * length:
                    yield start, end
