"""The way back from offsets of a telegram's clean text to offsets of its source, fast for offsets asked in order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from ..mapped import Mapped
from ..model import Run
from .reflow import Piece

_RUN = partial(tuple.__new__, Run)


@dataclass(frozen=True, slots=True)
class Source:
    """Answers for one telegram: `starts` of its runs, and the `shift` to the source where it stands there whole."""

    telegram: Mapped
    starts: tuple[int, ...]
    shift: int | None

    @classmethod
    def of(cls, telegram: Mapped) -> Source:
        """Prepare the way back from a telegram."""
        only = telegram.runs[0] if len(telegram.runs) == 1 else None
        whole = only is not None and only.text == 0 and only.length == len(telegram.text)
        return cls(telegram, tuple(run.text for run in telegram.runs), only.source if only and whole else None)

    def start(self, offset: int) -> int:
        """Where the character at `offset` begins."""
        if self.shift is not None:
            return offset + self.shift
        return self._at(offset)

    def end(self, offset: int) -> int:
        """Where the character before `offset` ends, with what stands for it in the source."""
        if self.shift is not None:
            return offset + self.shift
        last = self._at(offset - 1) + 1
        return max(last, self._at(offset)) if offset < len(self.telegram.text) else last

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the source that `telegram.text[start:end]` was made from."""
        return self.start(start), self.end(end)

    def runs(self, pieces: Sequence[Piece]) -> tuple[Run, ...]:
        """Pieces of the telegram as runs of the source."""
        shift = self.shift
        if shift is not None:
            return tuple(map(_RUN, [(made, place + shift, length) for made, place, length in pieces if length]))
        found: list[Run] = []
        for made, place, length in pieces:
            found += self._parts(made - place, place, place + length)
        return tuple(found)

    def _at(self, offset: int) -> int:
        runs = self.telegram.runs
        index = bisect_right(self.starts, offset) - 1
        if index < 0:
            return self.telegram.start
        text, source, length = runs[index]
        return source + min(offset - text, length)

    def _parts(self, shift: int, start: int, end: int) -> list[Run]:
        runs = self.telegram.runs
        index = max(bisect_right(self.starts, start) - 1, 0)
        found = []
        while index < len(runs) and runs[index].text < end:
            text, source, length = runs[index]
            low, high = max(text, start), min(text + length, end)
            if low < high:
                found.append(Run(low + shift, source + low - text, high - low))
            index += 1
        return found
