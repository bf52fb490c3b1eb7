"""Text that stands elsewhere: looked for in the free stretches of a stream, by the words it shares with them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from .runs import Same, align
from .stretches import Stretch, tightest

SHORTEST = 24
"""Letters from which a text is looked for outside its place."""

_GRAM = 8
_SAMPLES = 96
_OFTEN = 64
_BUCKET = 32
_TRIES = 3
_SLACK = 0.1
_LONGEST = 500_000


@dataclass(slots=True)
class Finder:
    """Finds texts in the stretches `free` of a stream; its index is made with the first search."""

    stream: str
    free: Sequence[tuple[int, int]]
    _index: dict[str, list[int]] = field(default_factory=dict)

    def find(self, text: str) -> list[Stretch]:
        """The places that are most like a text, best first; their runs count from the start of `text`."""
        found: list[Stretch] = []
        for start in self._likely(text):
            made = self._whole(text, start) or self._compare(text, start)
            if made and all(made.start >= other.end or made.end <= other.start for other in found):
                found.append(made)
        return sorted(found, key=lambda each: -each.score)

    def _likely(self, text: str) -> list[int]:
        """About where a text may begin: where most of its runs of letters say."""
        votes: Counter[int] = Counter()
        index = self._indexed()
        step = max(1, (len(text) - _GRAM) // _SAMPLES)
        for place in range(0, len(text) - _GRAM + 1, step):
            for other in index.get(text[place : place + _GRAM], ()):
                votes[(other - place) // _BUCKET] += 1
        return [bucket * _BUCKET for bucket, _ in votes.most_common(_TRIES)]

    def _whole(self, text: str, start: int) -> Stretch | None:
        """The text letter for letter, if it begins within a bucket."""
        low = max(0, start)
        place = self.stream.find(text, low, start + _BUCKET + len(text))
        return Stretch(place, place + len(text), 1.0, (Same(0, place, len(text)),), True) if place >= 0 else None

    def _indexed(self) -> dict[str, list[int]]:
        """Where each run of a few letters stands, but for those that stand everywhere; nothing of a text too long."""
        if not self._index and sum(end - start for start, end in self.free) <= _LONGEST:
            places: defaultdict[str, list[int]] = defaultdict(list)
            for start, end in self.free:
                for place in range(start, end - _GRAM + 1):
                    places[self.stream[place : place + _GRAM]].append(place)
            self._index = {gram: found for gram, found in places.items() if len(found) <= _OFTEN}
        return self._index

    def _compare(self, text: str, start: int) -> Stretch | None:
        slack = int(len(text) * _SLACK) + _BUCKET
        low = max(0, start - slack)
        runs = align(text, self.stream[low : start + len(text) + slack])
        if runs is None:
            return None
        return tightest([Same(run.old, run.new + low, run.length) for run in runs], len(text))


def gaps(taken: Sequence[tuple[int, int]], length: int, shortest: int) -> list[tuple[int, int]]:
    """The stretches of `0..length` that `taken` leaves free, of at least `shortest` letters."""
    found: list[tuple[int, int]] = []
    position = 0
    for start, end in [*sorted(taken), (length, length)]:
        if start - position >= shortest:
            found.append((position, start))
        position = max(position, end)
    return found
