"""The first rows of a page, painted before it is shown: what a reader goes to next is there when he goes."""

from __future__ import annotations

from typing import NamedTuple

from textual.cache import LRUCache
from textual.strip import Strip

from ..page.marks import PageMarks
from ..page.paint import Look, paint
from ..page.rows import Page
from ..page.scroll import View
from .reader_painter import Painter

STRIPS = 512
"""Painted rows of a page that are kept."""


class Stage(NamedTuple):
    """Where a page will be seen: from a view of it, in so many cells, and whether all but one block is dimmed.

    `room` is how many of the cells of a row may have text.
    """

    view: View
    width: int
    room: int
    margin: int
    focused: bool


class Painted(NamedTuple):
    """Rows by their looks, as they are in a width and while the roles have not come to look different.

    While the page is shown, and nothing lies over its text, others are added: who comes back to it finds them.
    """

    width: int
    looks: int
    strips: LRUCache[tuple[int, Look], Strip]


def has_bar(page: Page, row: int, cursor: int) -> bool:
    """Whether a row belongs to the block under a cursor."""
    first, last = page.spot(cursor)
    return first <= row < last and page.rows[row].line >= 0 and bool(page.spots)


def paint_ahead(painter: Painter, page: Page, marks: PageMarks, stage: Stage) -> Painted:
    """Paint the rows of a view as they look without notes: those of the cursor with the focus and without it."""
    looks, strips = painter.looks, LRUCache[tuple[int, Look], Strip](STRIPS)
    view, room = stage.view, stage.room - stage.margin
    for row, entry in enumerate(page.rows[view.top : view.top + view.height], view.top):
        found = marks.of(entry.passage, entry.start, entry.end) if entry.line >= 0 else []
        bar, dimmed = has_bar(page, row, view.cursor), stage.focused and entry.block != view.cursor
        for lit in {False, bar}:
            look = Look(bar, dimmed=dimmed, room=room, lit=lit)
            strips[row, look] = painter.strip(paint(page, row, found, look), stage.margin, stage.width)
    return Painted(stage.width, looks, strips)
