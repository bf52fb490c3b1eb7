"""Places that are not the only one: a copy beside the place that the alignment might as well have taken."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from .coverage import Coverage
from .letters import Letters
from .runs import similarity
from .stretches import Stretch

_MARGIN = 0.04
_HALF = 0.5
_AROUND = 24
_CLEARLY = 0.15
_REACH = 200


class Doubles:
    """Looks for copies that might as well be the place found, and for blocks that might as well stand there.

    Where text stands between two copies, the alignment tells them apart. Where only text stands between them that came
    or went with one of them, nothing does. And where the surroundings fit another copy better, the alignment has gone
    astray for the sake of a cheaper change elsewhere.
    """

    def __init__(self, old: Letters, new: Letters, coverage: Coverage, stretches: Sequence[Stretch | None]) -> None:
        """`stretches` are the places of the old blocks that `coverage` counts the letters of."""
        self.old = old
        self.new = new
        self.coverage = coverage
        self.stretches = stretches
        lost = (index for index, found in enumerate(stretches) if not found)
        self._lost_copies = _by_letters(old, lost)
        self._free_copies = _by_letters(new, filter(self._is_free, range(len(new.blocks))))

    def of(self, index: int, found: Stretch) -> list[int] | None:
        """The new blocks among which the place of a block is not certain; None where `found` is the only place."""
        own = self.old.blocks[index]
        here = self.new.block_at(found.start)
        text = self.new.stream[found.start : found.end]
        others = [each for each in self._free(found) if self._like(self.new.blocks[each], own, found)]
        others += self._better(index, found)
        rivals = any(self._like(self.old.blocks[each], text, found) for each in self._lost(index))
        if others or rivals or self._repeated(index, found) or self._misfit(index, found):
            return sorted({here, *others})
        return None

    def _better(self, index: int, found: Stretch) -> list[int]:
        """The free new blocks that are the block letter for letter, where the place is not or is in other company."""
        copies = self._free_copies.get(self.old.blocks[index], [])[:_REACH]
        if not copies or found.score < 1:
            return copies
        enough = self._company(index, found.start, found.end) + _CLEARLY
        return [each for each in copies if self._company(index, *self.new.span(each)) > enough]

    def _misfit(self, index: int, found: Stretch) -> bool:
        """Whether a lost copy of the block was in the company that is around the place, and the block was not."""
        copies = self._lost_copies.get(self.old.blocks[index], [])[:_REACH]
        if not copies:
            return False
        enough = self._company(index, found.start, found.end) + _CLEARLY
        return any(self._company(each, found.start, found.end) > enough for each in copies)

    def _company(self, index: int, start: int, end: int) -> float:
        """How much of the letters around a block is around a place: 0 to 2."""
        first, last = self.old.span(index)
        before, after = self.old.stream[max(0, first - _AROUND) : first], self.old.stream[last : last + _AROUND]
        left, right = self.new.stream[max(0, start - _AROUND) : start], self.new.stream[end : end + _AROUND]
        return similarity(before, left) + similarity(after, right)

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
                if self._is_free(index):
                    yield index
                elif self.new.blocks[index] != own:
                    break

    def _is_free(self, index: int) -> bool:
        start, end = self.new.span(index)
        return self.coverage.new(start, end) <= _HALF * (end - start)

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


def _by_letters(letters: Letters, indices: Iterable[int]) -> dict[str, list[int]]:
    """Blocks by what they say."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for index in indices:
        found[letters.blocks[index]].append(index)
    return found


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
