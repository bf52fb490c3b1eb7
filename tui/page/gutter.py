"""The gutter left of the text: cursor bar, paragraph number, portion mark and note mark, hanging.

    ▌ 3 SBU ● Poloff worked with ...
    ▌         the meeting, with ...

It is as wide as the cable needs and no wider. A mark too long for it (`C/REL LIBYA`) goes on below; in a
narrow column all marks stand under their numbers.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ...cable import Block
from ...cable.safe import visible
from .cells import MIN_WIDTH, cells, cropped, wrap
from .rows import Label

_WIDEST_MARK = 7
_WIDEST_NUMBER = 8
_NARROW = 52


class Gutter(NamedTuple):
    """How many cells numbers and portion marks take; `stacked` puts the mark under the number."""

    number: int
    mark: int
    stacked: bool

    @property
    def width(self) -> int:
        """The cells from the bar to the text: bar, number and mark with a space between, note mark, spaces."""
        return 1 + self._inner + (3 if self._inner else 2)

    @property
    def _inner(self) -> int:
        if self.stacked:
            return max(self.number, self.mark)
        return self.number + self.mark + (1 if self.number and self.mark else 0)

    def lead(self, block: Block, *, repaired: bool) -> tuple[tuple[Label, ...], ...]:
        """What stands in the gutter beside a block, row by row, from the cell after the bar."""
        number = cropped(visible(block.number or ""), _WIDEST_NUMBER)
        marks = _lines(visible(block.marking or ""), max(self.mark, MIN_WIDTH))
        if not number and not marks:
            return ()
        printed = Label(number, "repair" if repaired else "number")
        if self.stacked:
            return (*(((printed,),) if number else ()), *((Label(mark, "marking"),) for mark in marks))
        blank = Label(" " * max(self.number - cells(number), 0), "text")
        space = Label(" ", "text")
        under = Label(" " * (self.number + 1), "text")
        first = (blank, printed, space, Label(marks[0] if marks else "", "marking"))
        return (first, *((under, Label(mark, "marking")) for mark in marks[1:]))


def gutter_of(blocks: Iterable[Block], width: int) -> Gutter:
    """The gutter that these blocks need in a column of this width."""
    numbers, marks = {0}, {0}
    for block in blocks:
        numbers.add(cells(visible(block.number or "")))
        marks.update(cells(line) for line in _lines(visible(block.marking or ""), _WIDEST_MARK))
    return Gutter(min(max(numbers), _WIDEST_NUMBER), max(marks), width < _NARROW)


def _lines(mark: str, width: int) -> list[str]:
    return [mark[cut.start : cut.end] for cut in wrap(mark, width)] if mark else []
