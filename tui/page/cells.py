"""Text measured in terminal cells: wrapping, cutting, and the way from a cell back to a character.

Everything here works on offsets, so that a row of the page always knows which characters it shows. Wide characters take
two cells, combining characters none; neither is ever cut in two.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from rich.cells import cell_len, get_character_cell_size, split_graphemes

_PART = 3
"""A compound is broken only where so many letters stand on either side."""
MIN_WIDTH = 2
"""No row is narrower than this: a wide character must fit."""

_NO_BREAK = "\N{NO-BREAK SPACE}"
_SPACES = " " + _NO_BREAK
_MOST_CHARACTERS = 8
"""Characters that one cell may carry: a flood of combining marks is cut there rather than put into one endless row."""


class Cut(NamedTuple):
    """The characters `[start, end)` of a text that one row shows; `soft` says that the line before runs on in it."""

    start: int
    end: int
    soft: bool


def cells(text: str) -> int:
    """How many cells a text takes."""
    return len(text) if text.isascii() else cell_len(text)


def wrap(text: str, width: int, hang: int = 0, *, lines: bool = False) -> list[Cut]:
    """Cut a text into rows of at most `width` cells, and `hang` less after the first; always at least one row.

    With `lines` each line of the text has a first row of its own.

    Rows break at spaces, after a hyphen or slash between words, at a line break, and inside a word only when it is
    wider than the row. What stands between two rows is white space alone.
    """
    rows: list[Cut] = []
    start, room, rest = 0, max(width, MIN_WIDTH), max(width - hang, MIN_WIDTH)
    plain = text.isascii()
    while True:
        found = text.find("\n", start)
        stop = len(text) if found < 0 else found
        if plain and stop - start <= room:
            rows.append(Cut(start, _trimmed(text, start, stop), False))
        else:
            _wrap_line(text, start, stop, (room, rest), rows)
        if not lines:
            room = rest
        if found < 0:
            return rows
        start = stop + 1


def unwrapped(text: str) -> list[Cut]:
    """The lines of a text as they are, one row each: tables keep their columns."""
    rows: list[Cut] = []
    start = 0
    for line in text.split("\n"):
        rows.append(Cut(start, start + len(line), False))
        start += len(line) + 1
    return rows


def _wrap_line(text: str, start: int, stop: int, widths: tuple[int, int], rows: list[Cut]) -> None:
    room, rest = widths
    position, soft = start, False
    while True:
        reach = fit(text, position, stop, room)
        if reach >= stop:
            rows.append(Cut(position, _trimmed(text, position, stop), soft))
            return
        cut = _break_at(text, position, reach)
        rows.append(Cut(position, _trimmed(text, position, cut), soft))
        position, soft, room = cut, True, rest
        while position < stop and text[position] in _SPACES:
            position += 1
        if position == stop:
            return


def _break_at(text: str, position: int, reach: int) -> int:
    """Where a row that could show `text[position:reach]`, and not all of its line, had better end."""
    if text[reach] in _SPACES:
        return reach
    space = text.rfind(" ", position, reach)
    if space < 0:  # pages put no-break spaces between the words of a list
        space = text.rfind(_NO_BREAK, position, reach)
    word = max(space + 1, position)
    joint = max(text.rfind("-", word, reach), text.rfind("/", word, reach))
    if joint >= word + _PART and text[joint - _PART : joint].isalpha() and _goes_on(text, joint + 1):
        return joint + 1
    return space if space > position and (text[position] not in _SPACES or text[position:space].strip()) else reach


def _goes_on(text: str, start: int) -> bool:
    part = text[start : start + _PART]
    return len(part) == _PART and part.isalpha()


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in _SPACES:
        end -= 1
    return end


def fit(text: str, start: int, stop: int, width: int) -> int:
    """The furthest end such that `text[start:end]` takes at most `width` cells; at least one character is taken."""
    end = min(start + width, stop)
    window = text[start : end + 1]
    if window.isascii():
        return end
    sizes = [get_character_cell_size(character) for character in window]
    if 0 in sizes:
        return _fit_graphemes(text, start, stop, width)
    taken = bisect_right(list(accumulate(sizes)), width)
    return min(start + max(taken, 1), stop)


def _fit_graphemes(text: str, start: int, stop: int, width: int) -> int:
    reach = 2 * width
    while True:
        window = text[start : min(stop, start + reach)]
        ends, used = [1], 0
        for first, last, size in split_graphemes(window)[0]:
            if used + size > width:
                return start + _narrow_enough(window, [*ends, first], width)
            used += size
            ends.append(last)
        if start + reach >= stop or reach >= _MOST_CHARACTERS * width:
            return start + _narrow_enough(window, ends, width)
        reach = _MOST_CHARACTERS * width


def _narrow_enough(window: str, ends: list[int], width: int) -> int:
    """The last of some ends that leaves a row of at most `width` cells: joiners out of place count for more there."""
    while len(ends) > 1 and cells(window[: ends[-1]]) > width:
        ends.pop()
    return max(ends[-1], 1)


def cropped(text: str, width: int) -> str:
    """A text on one line, no wider than `width` cells; an ellipsis tells that it is longer."""
    line = " ".join(text.split())
    return line if cells(line) <= width else line[: fit(line, 0, len(line), width - 1)] + "…"


def offset_at(text: str, start: int, end: int, cell: int) -> int:
    """The offset of the character that covers `cell`, counted from the cell where `text[start]` stands."""
    if cell <= 0:
        return start
    window = text[start:end]
    if window.isascii():
        return min(start + cell, end)
    used, ends = 0, [0]
    for _first, last, size in split_graphemes(window)[0]:
        if used + size > cell:
            break
        used += size
        ends.append(last)
    else:
        ends.append(len(window))
    while len(ends) > 1 and cells(window[: ends[-1]]) > cell:  # joiners out of place count for more
        ends.pop()
    return start + ends[-1]
