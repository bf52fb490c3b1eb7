"""Justified rows: the spaces of a row made wider so that it ends at the right edge of the column."""

from __future__ import annotations

from typing import NamedTuple

from .cells import cells
from .rows import Page, Passage, Place, Row, indent_of

_WIDEST = 2
"""No space becomes wider by more than so many cells: a row of few long words stays ragged."""


class Gap(NamedTuple):
    """A space of a text and how many cells it takes more than one."""

    offset: int
    more: int


def gaps(page: Page, number: int) -> tuple[Gap, ...]:
    """The widened spaces of a row; none where the row ends its paragraph, or the page is ragged."""
    row = page.rows[number]
    passage = page.passages[row.passage]
    if not page.justified or passage.flow != "text" or row.block < 0 or not _runs_on(page, number):
        return ()
    return _spread(passage, row, page.width - indent_of(passage, row) - cells(passage.text[row.start : row.end]))


def _runs_on(page: Page, number: int) -> bool:
    """Whether the text of a row goes on in the next one."""
    passage = page.rows[number].passage
    for row in page.rows[number + 1 : number + 3]:
        if row.passage != passage:
            return False
        if row.line > 0:
            return row.soft
    return False


def _spread(passage: Passage, row: Row, room: int) -> tuple[Gap, ...]:
    spaces = [at for at in range(row.start + 1, row.end - 1) if passage.text[at] == " "]
    if not spaces or not 0 < room <= _WIDEST * len(spaces):
        return ()
    each, rest = divmod(room, len(spaces))
    # The odd cells go to alternating ends, so that no white river runs down one side.
    wider = spaces[:rest] if row.line % 2 else spaces[len(spaces) - rest :]
    found = (Gap(at, each + (at in wider)) for at in spaces)
    return tuple(gap for gap in found if gap.more)


def unstretched(spread: tuple[Gap, ...], text: str, start: int, cell: int) -> int:
    """The cell that a cell of a stretched row would be without stretching; cells count from the row's text."""
    added = 0
    for gap in spread:
        at = cells(text[start : gap.offset]) + added
        if cell <= at:
            break
        added += min(gap.more, cell - at)
    return cell - added


def place_at(page: Page, number: int, cell: int) -> Place:
    """The character at a cell of a row as it is painted, or the nearest one that the row shows."""
    spread = gaps(page, number)
    if spread:
        row = page.rows[number]
        passage, indent = page.passages[row.passage], indent_of(page.passages[row.passage], row)
        cell = indent + unstretched(spread, passage.text, row.start, cell - indent)
    return page.place(number, cell)
