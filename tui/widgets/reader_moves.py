"""The reader's commands that move over the page or change how it is laid out."""

from __future__ import annotations

from collections.abc import Callable

from ..page.jump import next_noted
from ..page.rows import HEADER, Page
from ..page.scroll import View, begun, centred, ended, followed, highest_top, paged, scrolled, shown, stepped
from ..page.state import ReaderState
from .reader_core import ReaderCore

_SPACINGS = {
    "close": "no blank lines",
    "paragraphs": "a blank line between paragraphs",
    "double": "a blank line between all lines",
}
_SIDEWAYS = 8
"""How many cells tables move at a time."""


class ReaderMoves(ReaderCore):
    """Lines, pages, paragraphs, notes; header, source, column, tables."""

    def _go(self, rule: Callable[[Page, View], View]) -> None:
        if self._leaf.page is not None:
            self._leaf.move(rule(self._leaf.page, self._leaf.view))

    def action_line_down(self) -> None:
        """Scroll down one line."""
        self._go(lambda page, view: scrolled(page, view, 1))

    def action_line_up(self) -> None:
        """Scroll up one line."""
        self._go(lambda page, view: scrolled(page, view, -1))

    def action_read_on(self) -> None:
        """Scroll down one page; once the end was seen, ask for the next cable."""
        page = self._leaf.page
        if page is None:
            return
        if self._leaf.view == self._end:
            self.post_message(self.ReadOut(on=True))
            return
        self.action_page_down()
        if self._leaf.view.top == highest_top(page, self._leaf.view.height):
            self._end = self._leaf.view
            self.call_after_refresh(self.post_message, self.ReadOut(on=False))

    def action_page_down(self) -> None:
        """Scroll down one page."""
        self._go(lambda page, view: paged(page, view, 1))

    def action_page_up(self) -> None:
        """Scroll up one page."""
        self._go(lambda page, view: paged(page, view, -1))

    def action_half_page_down(self) -> None:
        """Scroll down half a page."""
        self._go(lambda page, view: paged(page, view, 0.5))

    def action_half_page_up(self) -> None:
        """Scroll up half a page."""
        self._go(lambda page, view: paged(page, view, -0.5))

    def action_first(self) -> None:
        """Go to the beginning."""
        self._go(begun)

    def action_last(self) -> None:
        """Go to the end."""
        self._go(ended)

    def action_next_paragraph(self) -> None:
        """Move the cursor to the next block."""
        self._go(lambda page, view: stepped(page, view, 1))

    def action_previous_paragraph(self) -> None:
        """Move the cursor to the previous block, from the first one to the header."""
        self._go(lambda page, view: stepped(page, view, -1))

    def action_centre(self) -> None:
        """Bring the block under the cursor to the middle."""
        self._go(centred)

    def action_next_note(self) -> None:
        """Go to the next block that has a note."""
        self._go_to_note(1)

    def action_previous_note(self) -> None:
        """Go to the previous block that has a note."""
        self._go_to_note(-1)

    def _go_to_note(self, step: int) -> None:
        target = next_noted(self._leaf.noted, self._leaf.view.cursor, step)
        if target is None:
            self.say("No note further down." if step > 0 else "No note further up.")
        else:
            cursor = target
            self._go(lambda page, view: shown(page, view._replace(cursor=cursor)))

    # The page

    def action_source(self) -> None:
        """Show the source at the same place, and back."""
        if self._document.cable is not None:
            self._turn_to(self._state.source_toggled())

    def action_header(self) -> None:
        """Unfold the header and show it, or fold it again and go back to where one was."""
        page, view = self._leaf.page, self._leaf.view
        if page is None:
            return
        seen = not page.raw and view.top < page.spot(HEADER)[1]
        if seen and self._state.header_open:
            self._turn_to(self._state.header_toggled())
        elif seen:
            self._turn_to(self._state.header_toggled(), followed)
        else:
            self._turn_to(self._state._replace(header_open=True, raw=False), begun)

    def action_narrower(self) -> None:
        """Make the column narrower."""
        self._set_column(self._state.widened(-1, self._leaf.room))

    def action_wider(self) -> None:
        """Make the column wider."""
        self._set_column(self._state.widened(1, self._leaf.room))

    def action_usual_width(self) -> None:
        """Give the column its usual width."""
        self._set_column(self._state.with_column())

    def _set_column(self, state: ReaderState) -> None:
        if state.column != self._state.column:
            self._set_look(state)
            self.post_message(self.ColumnChanged(state.column))
        room = self._leaf.room
        self.say(f"Column: {state.column} cells{f'; this pane has {room}' if state.column > room else ''}.")

    def action_spacing(self) -> None:
        """Set lines closer or further apart."""
        self._set_look(self._state.respaced())
        self.say(f"Spacing: {_SPACINGS[self._state.spacing]}.")

    def action_justify(self) -> None:
        """Let lines end at one edge, or where their words do."""
        self._set_look(self._state._replace(justified=not self._state.justified))
        self.say("Lines end at one edge." if self._state.justified else "Lines end where their words do.")

    def _set_look(self, state: ReaderState) -> None:
        """Lay the page out as another state wants it, the place kept."""
        self._state, self._turn = state, None
        self._relay()

    def action_focus_mode(self) -> None:
        """Dim all but the paragraph under the cursor, or nothing."""
        self._state = self._state._replace(focused=not self._state.focused)
        self._leaf.focused = self._state.focused
        self._leaf.repaint()
        self.say("Only the paragraph of the cursor is bright." if self._state.focused else "All is bright.")

    def action_table_right(self) -> None:
        """Move wide tables to the left, so that more of their right side is seen."""
        self._move_tables(_SIDEWAYS)

    def action_table_left(self) -> None:
        """Move wide tables back."""
        self._move_tables(-_SIDEWAYS)

    def _move_tables(self, cells: int) -> None:
        self._leaf.shift_tables(cells)
