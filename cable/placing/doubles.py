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
_REACH = 200


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
        """The new blocks beside the place that nothing old stands in, on both sides, up to the next other text."""
        first, last = self.new.block_at(found.start), self.new.block_at(found.end - 1)
        own = self.new.blocks[first]
        for order in _both_ways(first, last, len(self.new.blocks)):
            for index in order:
                start, end = self.new.span(index)
                if self.coverage.new(start, end) <= _HALF * (end - start):
                    yield index
                elif self.new.blocks[index] != own:
                    break

    def _lost(self, index: int) -> Iterator[int]:
        """The old blocks beside a block that are not found, on both sides, up to the next other text."""
        own = self.old.blocks[index]
        for order in _both_ways(index, index, len(self.old.blocks)):
            for other in order:
                if not self.stretches[other]:
                    yield other
                elif self.old.blocks[other] != own:
                    break

    def _repeated(self, index: int, found: Stretch) -> bool:
        """Whether much the same letters stand directly beside the block or its place, and are not in the other text."""
        (start, end), limit = self.old.span(index), found.score - _MARGIN
        return _echoes(self.old.stream, start, end, self.coverage.old, limit) or _echoes(
            self.new.stream, found.start, found.end, self.coverage.new, limit
        )


def _both_ways(first: int, last: int, count: int) -> tuple[range, range]:
    """The blocks before one and behind another, the nearest first, as far as a text may stand again and again."""
    return range(first - 1, max(-1, first - 1 - _REACH), -1), range(last + 1, min(count, last + 1 + _REACH))


def _echoes(stream: str, start: int, end: int, covered: Callable[[int, int], int], limit: float) -> bool:
    """Whether `stream[start:end]` stands beside itself once more, where less than half is covered."""
    text, length = stream[start:end], end - start
    return any(
        first >= 0
        and covered(first, first + length) <= _HALF * length
        and similarity(text, stream[first : first + length]) >= limit
        for first in (start - length, end)
    )
