"""Where the reader stands: top row, height and the block under the cursor, and the rules by which they move.

The cursor is always on a block that can be seen; only the header may fill the whole view without it.
"""

from __future__ import annotations

from itertools import takewhile
from typing import NamedTuple

from .rows import HEADER, Page

_CONTEXT = 2
"""Rows that stay in view above and below a block that was moved to, and that a page keeps of the one before."""


class View(NamedTuple):
    """The rows `[top, top + height)` are seen; `cursor` is the index of a block, or `HEADER`."""

    top: int
    height: int
    cursor: int


def highest_top(page: Page, height: int) -> int:
    """The top row when the end of the page is in view."""
    return max(len(page.rows) - height, 0)


def at_top(page: Page, view: View, top: int) -> View:
    """The view from another top row, the cursor where it was."""
    return view._replace(top=min(max(top, 0), highest_top(page, view.height)))


def scrolled(page: Page, view: View, rows: int) -> View:
    """The view some rows down or up; where the page does not scroll any more, the cursor moves on alone."""
    moved = at_top(page, view, view.top + rows)
    if moved.top != view.top:
        return followed(page, moved)
    cursor = _next(page, view.cursor, 1 if rows > 0 else -1)
    return followed(page, view._replace(cursor=cursor))


def paged(page: Page, view: View, pages: float) -> View:
    """The view some pages (or half pages) down or up; the cursor goes to the first block that begins there.

    At the end of the page the cursor goes to the last block, at its beginning to the first.
    """
    rows = pages * view.height
    kept = min(_CONTEXT, view.height - 1) if abs(pages) >= 1 else 0
    step = max(int(abs(rows)) - kept, 1)
    moved = at_top(page, view, view.top + (step if rows > 0 else -step))
    if moved.top == view.top:
        return ended(page, view) if rows > 0 else begun(page, view)
    return moved._replace(cursor=_beginning_in(page, moved))


def followed(page: Page, view: View) -> View:
    """The view with the cursor on a block that is seen: where it was, else the nearest one."""
    first, last = page.spot(view.cursor)
    if last <= view.top:
        return view._replace(cursor=_beginning_in(page, view))
    if first >= view.top + view.height:
        return view._replace(cursor=page.block_at(view.top + view.height - 1))
    return view


def _beginning_in(page: Page, view: View) -> int:
    """The first block that begins in the view, else the one that fills it."""
    for index, (first, _) in enumerate(page.spots):
        if first >= view.top + view.height:
            break
        if first >= view.top:
            return index
    return page.block_at(view.top)


def _next(page: Page, cursor: int, step: int) -> int:
    return min(max(cursor + step, HEADER), len(page.spots) - 1)


def stepped(page: Page, view: View, step: int) -> View:
    """The view with the cursor a block further, past headings, the whole block in view if there is room."""
    cursor = _next(page, view.cursor, step)
    while page.is_heading(cursor):
        beyond = _next(page, cursor, step)
        if beyond == cursor:
            return view
        cursor = beyond
    return view if cursor == view.cursor else shown(page, view._replace(cursor=cursor))


def shown(page: Page, view: View) -> View:
    """The view scrolled as little as needed to show the block under the cursor, with a little around it."""
    first, last = page.spot(view.cursor)
    around = _around(view)
    if last - first + 2 * around > view.height or first - around < view.top:
        return at_top(page, view, first - around)
    return at_top(page, view, max(view.top, last + around - view.height))


def centred(page: Page, view: View) -> View:
    """The view with the block under the cursor in its middle, or from its beginning where there is no room for it."""
    first, last = page.spot(view.cursor)
    return at_top(page, view, first - max((view.height - (last - first)) // 2, 0))


def _around(view: View) -> int:
    return _CONTEXT if view.height > 3 * _CONTEXT else 0


def row_shown(page: Page, view: View, row: int) -> View:
    """The view with a row in it, a third from the top where it was not yet comfortably in view, the cursor on it."""
    around = _around(view)
    seen = view._replace(cursor=page.block_at(row))
    if view.top + around <= row < view.top + view.height - around:
        return seen
    return at_top(page, seen, row - view.height // 3)


def begun(page: Page, view: View) -> View:
    """The view of the beginning, the cursor on the first paragraph if it is seen."""
    seen = range(len(list(takewhile(lambda spot: spot[0] < view.height, page.spots))))
    cursor = next((block for block in seen if not page.is_heading(block)), 0 if seen else HEADER)
    return View(0, view.height, cursor)


def ended(page: Page, view: View) -> View:
    """The view of the end."""
    return View(highest_top(page, view.height), view.height, len(page.spots) - 1)
