"""Places that are not the only one: a copy beside the place that the alignment might as well have taken."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from .coverage import Coverage
from .letters import Letters
from .runs import similarity
from .stretches import Stretch

_MARGIN = 0.04
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Doubles:
    """Looks for copies with nothing certain between them and the place found.

    Where text stands between two copies, the alignment tells them apart. Where only text stands between them that came
    or went with one of them, nothing does.
    """

    old: Letters
    new: Letters
    coverage: Coverage
    stretches: Sequence[Stretch | None]

    def of(self, index: int, found: Stretch) -> list[int] | None:
        """The new blocks among which the place of a block is not certain; None where `found` is the only place."""
        own = self.old.blocks[index]
        here = self.new.block_at(found.start)
        others = [each for each in self._free(found) if self._like(self.new.blocks[each], own, found)]
        text = self.new.stream[found.start : found.end]
        rivals = any(self._like(self.old.blocks[each], text, found) for each in self._lost(index))
        if others or rivals or self._repeated(index, found):
            return sorted({here, *others})
        return None

    def _like(self, one: str, other: str, found: Stretch) -> bool:
        if not one or abs(len(one) - len(other)) > (1 - found.score + _MARGIN) * (len(one) + len(other)):
            return False
        return similarity(one, other) >= found.score - _MARGIN

    def _free(self, found: Stretch) -> Iterator[int]:
        """The new blocks beside the place, on both sides, up to the next that something old stands in."""
        first, last = self.new.block_at(found.start), self.new.block_at(found.end - 1)
        for order in (range(first - 1, -1, -1), range(last + 1, len(self.new.blocks))):
            for index in order:
                start, end = self.new.span(index)
                if self.coverage.new(start, end) > _HALF * (end - start):
                    break
                yield index

    def _lost(self, index: int) -> Iterator[int]:
        """The old blocks beside a block, on both sides, up to the next that is found."""
        for order in (range(index - 1, -1, -1), range(index + 1, len(self.old.blocks))):
            for other in order:
                if self.stretches[other]:
                    break
                yield other

    def _repeated(self, index: int, found: Stretch) -> bool:
        """Whether much the same letters stand directly beside the block or its place, and are not in the other text."""
        (start, end), limit = self.old.span(index), found.score - _MARGIN
        return _echoes(self.old.stream, start, end, self.coverage.old, limit) or _echoes(
            self.new.stream, found.start, found.end, self.coverage.new, limit
        )


def _echoes(stream: str, start: int, end: int, covered: Callable[[int, int], int], limit: float) -> bool:
    """Whether `stream[start:end]` stands beside itself once more, where less than half is covered."""
    text, length = stream[start:end], end - start
    return any(
        first >= 0
        and covered(first, first + length) <= _HALF * length
        and similarity(text, stream[first : first + length]) >= limit
        for first in (start - length, end)
    )
