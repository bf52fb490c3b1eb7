"""Where the reader goes at one key: the next note, the next hit, the next term."""

from __future__ import annotations

from collections.abc import Collection

from .find import Hit
from .rows import Page, Place
from .scroll import View, row_shown


def next_noted(noted: Collection[int], cursor: int, step: int) -> int | None:
    """The nearest block with a note below the cursor (or above it, with -1); None where there is none."""
    beyond = [block for block in noted if (block > cursor if step > 0 else block < cursor)]
    if not beyond:
        return None
    return min(beyond) if step > 0 else max(beyond)


def hit_shown(page: Page, view: View, hit: Hit) -> View:
    """The view with a hit in it."""
    return row_shown(page, view, page.row_of(Place(hit.passage, hit.start)))


def place_in_view(page: Page, view: View) -> Place:
    """The first character in view: finding begins there."""
    row = page.rows[min(view.top, len(page.rows) - 1)]
    return Place(row.passage, row.start)
