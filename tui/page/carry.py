"""Keeping the place: the same words stay where they are when the page is laid out anew or exchanged for the source."""

from __future__ import annotations

from ...cable import Cable
from .rows import HEADER, Page, Place
from .scroll import View, at_top, followed, shown
from .source import start_of_message


def carried_row(cable: Cable, old: Page, new: Page, row: int, block: int) -> int:
    """The row of the new page that shows what a row of the old one shows, which is one of a block's."""
    if not old.rows:
        return 0
    entry = old.rows[min(row, len(old.rows) - 1)]
    if block == HEADER:
        return _carried_header(cable, old, new, Place(entry.passage, entry.start))
    here = cable.blocks[block]
    offset = entry.start
    if old.raw and not new.raw:
        offset = here.from_source(offset)
    elif new.raw and not old.raw:
        offset = here.to_source(offset)
    place = new.place_in_block(block, offset)
    return new.row_of(place) if place else 0


def _carried_header(cable: Cable, old: Page, new: Page, place: Place) -> int:
    if new.raw:
        return new.row_of(place if old.raw else Place(0, start_of_message(cable)))
    same = not old.raw and place.passage < len(new.passages)
    if same and old.passages[place.passage].text == new.passages[place.passage].text:
        return new.row_of(place)
    return 0


def carried(cable: Cable, old: Page, new: Page, view: View) -> View:
    """The view of the new page with the block under the cursor on the same line of the screen.

    Where the old view began at the top the new one does too, as long as the cursor stays in it. A view that became
    shorter, so that the cursor would fall out of it, is scrolled to where the cursor is.
    """
    first, last = old.spot(view.cursor)
    if view.cursor != HEADER and first >= view.top + view.height:
        return shown(new, view)
    seen = view.cursor != HEADER and first < view.top + view.height and last > view.top
    anchor = max(first, view.top) if seen else view.top
    row = carried_row(cable, old, new, anchor, view.cursor if seen else old.block_at(anchor))
    if view.top == 0 and old.raw == new.raw and row < view.height:
        return followed(new, view._replace(top=0))
    return followed(new, at_top(new, view, row - (anchor - view.top)))
