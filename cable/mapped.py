"""Text that knows where it came from: a rendition's telegram text with the way back to the source.

A rendition undoes entities, links and escapes; every later step works on the clean text and reports source offsets.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from operator import itemgetter

from .model import Run

_LONGEST_REST = 12
made_run = partial(tuple.__new__, Run)
"""A run from its three values as a tuple, in half the time that a call with three takes."""
_TEXT = itemgetter(0)
_LENGTH = itemgetter(2)

Piece = tuple[int, int, int]
"""Characters that a text made has of another: where they stand in it, where they come from, and how many."""


@dataclass(slots=True, init=False)
class Mapped:
    """Clean `text` and the runs of it that stand in the source, in order of both; other characters were inserted.

    `start` and `end` bound the stretch of the source that the text was made from. Nothing writes to it; not frozen,
    because that would take three times as long to make.
    """

    text: str
    runs: tuple[Run, ...]
    start: int
    end: int
    _starts: tuple[int, ...] = field(repr=False, compare=False)
    _shift: int | None = field(repr=False, compare=False)

    def __init__(self, text: str, runs: tuple[Run, ...], start: int, end: int) -> None:
        """Keep where the runs begin, to look them up by halves, and how far off the source is where it is one run."""
        self.text, self.runs, self.start, self.end = text, runs, start, end
        whole = len(runs) == 1 and runs[0].length == len(text)
        self._shift = runs[0].source if whole else None
        self._starts = tuple(map(_TEXT, runs))

    @classmethod
    def of(cls, source: str, start: int = 0, end: int | None = None) -> Mapped:
        """A stretch of the source as it is."""
        stop = len(source) if end is None else end
        return cls(source[start:stop], (made_run((0, start, stop - start)),) if stop > start else (), start, stop)

    @classmethod
    def join(cls, pieces: Iterable[tuple[str, int, int]], start: int, end: int) -> Mapped:
        """Text from pieces `(text, source start, source end)`.

        A piece as long as its stretch stands there character by character; one of another length (a decoded entity)
        maps its first character to the start of the stretch; one without a stretch was inserted.
        """
        parts: list[str] = []
        runs: list[Run] = []
        position = 0
        # The run that may still grow: where it stands in the text and in the source, and how long it is.
        made, place, length = 0, 0, 0
        for text, first, last in pieces:
            if not text:
                continue
            size = len(text)
            kept = size if size == last - first else min(1, last - first)
            if kept and made + length == position and place + length == first and length:
                length += kept
            elif kept:
                if length:
                    runs.append(made_run((made, place, length)))
                made, place, length = position, first, kept
            parts.append(text)
            position += size
        if length:
            runs.append(made_run((made, place, length)))
        return cls("".join(parts), tuple(runs), start, end)

    @classmethod
    def chain(cls, parts: Iterable[Mapped]) -> Mapped:
        """Parts of one source, one behind the other; what stands between them in the source is left out."""
        chained = list(parts)
        runs: list[Run] = []
        position = 0
        for part in chained:
            runs.extend([made_run((position + made, place, length)) for made, place, length in part.runs])
            position += len(part.text)
        start, end = (chained[0].start, chained[-1].end) if chained else (0, 0)
        return cls("".join(part.text for part in chained), tuple(runs), start, end)

    def part(self, start: int, end: int | None = None) -> Mapped:
        """The text from `start` to `end` by itself."""
        stop = len(self.text) if end is None else end
        if start == 0 and stop == len(self.text):
            return self
        return Mapped(self.text[start:stop], self.runs_of(start, stop), self.to_source(start), self.to_source(stop))

    def to_source(self, offset: int) -> int:
        """The source offset at which the character at `offset` begins; `len(text)` gives `end`."""
        if offset >= len(self.text):
            return self.end
        if not self.runs:
            return self.start
        text, source, length = self.runs[max(bisect_right(self._starts, offset) - 1, 0)]
        return source + min(max(offset - text, 0), length)

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the source that `text[start:end]` was made from, for `start` below `end`.

        It takes in what is left of a decoded entity or a link at its end.
        """
        if self._shift is not None:
            return start + self._shift, end + self._shift
        last = self.to_source(end - 1) + 1
        behind = self.to_source(end)
        return self.to_source(start), behind if last < behind <= last + _LONGEST_REST else last

    def runs_of(self, start: int, end: int, at: int = 0) -> tuple[Run, ...]:
        """The runs of `text[start:end]` for a text that has it at `at`."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        found = []
        for text, source, length in self.runs[first : bisect_left(self._starts, end)]:
            low, high = max(text, start), min(text + length, end)
            if low < high:
                found.append(made_run((low - start + at, source + low - text, high - low)))
        return tuple(found)

    def runs_in(self, pieces: Iterable[Piece]) -> tuple[Run, ...]:
        """The runs of a text that is made of pieces of this one."""
        shift = self._shift
        if shift is None:
            return tuple([run for made, place, length in pieces for run in self.runs_of(place, place + length, made)])
        if shift:
            pieces = [(made, place + shift, length) for made, place, length in pieces]
        return tuple(map(made_run, filter(_LENGTH, pieces)))
