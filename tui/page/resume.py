"""Where one stopped reading, told so that any width leads there again: a block and the first character seen of it."""

from __future__ import annotations

from ...cable import Block
from .rows import Page
from .scroll import View, at_top, followed, row_shown


def stopped_at(page: Page, view: View, block: Block) -> int:
    """The offset in the text of the block under the cursor where its part in view begins; 0 where all is in view."""
    first, last = page.spot(view.cursor)
    row = min(max(first, view.top), last - 1)
    if row <= first:
        return 0
    offset = page.rows[row].start
    return block.from_source(offset) if page.raw else offset


def resumed(page: Page, view: View, block: int, offset: int) -> View:
    """The view with the cursor on a block: from a character of it on, or with the block's beginning in view."""
    first, last = page.spot(block)
    place = page.place_in_block(block, offset)
    row = page.row_of(place) if place else first
    if not first < row < last:
        return row_shown(page, view, first)._replace(cursor=block)
    return followed(page, at_top(page, view._replace(cursor=block), row))
