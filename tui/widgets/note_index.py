"""The rows of all notes, painted when they are seen: ten thousand cost what a hundred do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import ClassVar, get_args

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from ..note_index import Found, Heading, IndexRow, row_pieces
from ..page.cells import cells, wrap
from ..pieces import Role


class NoteIndex(ScrollView, can_focus=True):
    """Rows of notes under headings; the cursor goes from note to note."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "note-cards--current-card",
        *(f"note-cards--{role}" for role in get_args(Role) if role != "text"),
    }

    class Moved(Message):
        """The cursor stands on another note, or on none."""

        def __init__(self, found: Found | None) -> None:
            """The note under the cursor."""
            self.found = found
            super().__init__()

    class Opened(Message):
        """A note was clicked twice."""

    def __init__(self) -> None:
        """No rows yet."""
        super().__init__(id="note-index")
        self.by = "cable"
        self.hint = ""
        self._rows: Sequence[IndexRow] = ()
        self._cursor = -1
        self._styles: dict[str, Style] = {}

    def show(self, rows: Sequence[IndexRow], by: str, *, hint: str = "") -> None:
        """Show these rows; the cursor stays on its note, or near where it was."""
        held, place = self.current, self._cursor
        self._rows, self.by, self.hint = rows, by, hint
        self.virtual_size = Size(0, len(rows))
        if held is not None and not (place < len(rows) and _is(rows[place], held)):
            place = next((index for index, row in enumerate(rows) if _is(row, held)), place)
        self._cursor = -1
        self.go_to(max(place, 0))
        if self._cursor < 0:
            self.post_message(self.Moved(None))
        self.refresh()

    @property
    def current(self) -> Found | None:
        """The note under the cursor."""
        row = self._rows[self._cursor] if 0 <= self._cursor < len(self._rows) else None
        return row if isinstance(row, Found) else None

    def step(self, notes: int) -> None:
        """Go so many notes on, over headings."""
        place, left, step = self._cursor, abs(notes), 1 if notes > 0 else -1
        last = place
        while left and 0 <= place + step < len(self._rows):
            place += step
            if isinstance(self._rows[place], Found):
                last, left = place, left - 1
        self.go_to(last)

    def page(self, pages: float) -> None:
        """Go so many pages on."""
        self.go_to(min(max(self._cursor + round(pages * max(self.size.height, 1)), 0), len(self._rows) - 1))

    def go_to(self, place: int) -> None:
        """Put the cursor on the note at a row, or on the next one below it, else above it."""
        rows = range(len(self._rows))
        below = (index for index in rows[max(place, 0) :] if isinstance(self._rows[index], Found))
        above = (index for index in reversed(rows[: max(place, 0)]) if isinstance(self._rows[index], Found))
        found = next(below, next(above, -1))
        if found != self._cursor:
            self._cursor = found
            self._reveal()
            self.post_message(self.Moved(self.current))
            self.refresh()

    def last(self) -> None:
        """Go to the last note."""
        self.go_to(len(self._rows) - 1)

    def _reveal(self) -> None:
        """Bring the row of the cursor into view, and the heading above it with it."""
        top, height = self.scroll_offset.y, self.size.height
        first = self._cursor - 1 if self._cursor > 0 and isinstance(self._rows[self._cursor - 1], Heading) else None
        wanted = self._cursor if first is None else first
        if height > 0 and wanted < top:
            self.scroll_to(y=wanted, animate=False, force=True)
        elif height > 0 and self._cursor >= top + height:
            self.scroll_to(y=self._cursor - height + 1, animate=False, force=True)

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        if self._cursor >= 0:
            self._reveal()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on a note; open it with a second click."""
        line = self.scroll_offset.y + event.y
        if line < len(self._rows) and isinstance(self._rows[line], Found):
            self.go_to(line)
            if event.chain == 2:
                self.post_message(self.Opened())

    # Painting

    def notify_style_update(self) -> None:
        """Forget the colours of another theme."""
        super().notify_style_update()
        self._styles.clear()

    def render_line(self, y: int) -> Strip:
        """A row, or a line of the hint where there is none."""
        place, width = self.scroll_offset.y + y, self.scrollable_content_region.width
        if not self._rows:
            lines = [self.hint[cut.start : cut.end] for cut in wrap(self.hint, width - 2)]
            text = f" {lines[place]}" if place < len(lines) else ""
            return Strip([Segment(text, self._style("hint"))], cells(text)).adjust_cell_length(width, self.rich_style)
        if place >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        current = place == self._cursor
        base = self._style("current-card") if current else self.rich_style
        pieces = row_pieces(self._rows[place], width - 1, datetime.now(UTC), current=current, by=self.by)
        segments = [Segment(p.text, base if p.role == "text" else base + self._style(p.role)) for p in pieces]
        return Strip(segments, sum(cells(piece.text) for piece in pieces)).adjust_cell_length(width, base)

    def _style(self, role: str) -> Style:
        style = self._styles.get(role)
        if style is None:
            partial = role != "current-card"
            style = self._styles[role] = self.get_component_rich_style(f"note-cards--{role}", partial=partial)
        return style


def _is(row: IndexRow, held: Found) -> bool:
    return isinstance(row, Found) and row.note.id == held.note.id
