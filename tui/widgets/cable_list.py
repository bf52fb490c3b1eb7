"""The list of cables: rows drawn on demand, so that a quarter of a million cost what a hundred do."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from rich.segment import Segment
from textual.binding import BindingType
from textual.strip import Strip

from ..bindings import bindings_of
from ..columns import columns
from ..row_text import Marked, pieces
from ..rows import Order, Rows
from . import list_messages as messages
from .line_list import LineList

if TYPE_CHECKING:
    from ...store.entry import Entry


class CableList(LineList):
    """Cables in an order, with a cursor; sends messages, opens nothing itself."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("list")
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "cable-list--cursor",
        "cable-list--cursor-lit",
        "cable-list--bar",
        "cable-list--bar-lit",
        "cable-list--quiet",
        "cable-list--problem",
        "cable-list--notes",
        "cable-list--unread",
        "cable-list--unread-mark",
        "cable-list--flag",
        "cable-list--secret",
        "cable-list--confidential",
        "cable-list--restricted",
        "cable-list--unclassified",
    }

    Highlighted: TypeAlias = messages.Highlighted
    Opened: TypeAlias = messages.Opened
    NoteWanted: TypeAlias = messages.NoteWanted
    CopyWanted: TypeAlias = messages.CopyWanted
    OrderWanted: TypeAlias = messages.OrderWanted
    Wanted: TypeAlias = messages.Wanted

    def __init__(self) -> None:
        """An empty list, newest first."""
        super().__init__(id="list")
        self.order = Order()
        self._rows: Rows | None = None
        self._counts: Mapping[str, int] = {}
        self._read: frozenset[str] | None = None
        self._flagged: frozenset[str] = frozenset()
        self._moved = False

    # What it shows

    def show(self, rows: Rows, order: Order) -> None:
        """Show other rows; once it was moved, the cursor stays on its cable, and that where it is on the screen."""
        before, top, was = self.current, self.scroll_offset.y, self._cursor
        place = rows.place_of(before.rowid) if before is not None and self._moved else None
        self._rows, self.order = rows, order
        self.set_lines(len(rows), was if self._moved and place is None else place or 0)
        if place is not None:
            self.scroll_to(y=max(top + place - was, 0), animate=False, force=True)
            self.follow_cursor()
        if self.current != before:
            self.post_message(self.Highlighted(self.current))

    def set_note_counts(self, counts: Mapping[str, int]) -> bool:
        """Mark the cables that have notes: living notes by cable id. False if they are marked so already."""
        if counts == self._counts:
            return False
        before = self._marks_in_view()
        self._counts = dict(counts)
        self._repaint_marks(before)
        return True

    def set_marks(self, read: frozenset[str], flagged: frozenset[str]) -> None:
        """Mark the cables that are unread, which are all but those read, and those that are flagged."""
        if (read, flagged) != (self._read, self._flagged):
            before = self._marks_in_view()
            self._read, self._flagged = read, flagged
            self._repaint_marks(before)

    def _marks_in_view(self) -> list[Marked]:
        top = self.scroll_offset.y
        return [self._marked(self.row(line).id) for line in range(top, min(top + self.size.height, self.shown))]

    def _repaint_marks(self, before: list[Marked]) -> None:
        """Paint the lines whose marks are not as they were; the others are on the screen already."""
        self.forget_lines()
        for line, (was, now) in enumerate(zip(before, self._marks_in_view(), strict=True), self.scroll_offset.y):
            if was != now:
                self.refresh_line(line)

    def row(self, number: int) -> Entry:
        """The cable of a row."""
        assert self._rows is not None
        return self._rows[number]

    @property
    def ids(self) -> array[int]:
        """The rowids that are shown, in their order."""
        return self._rows.ids if self._rows is not None else array("q")

    # The cursor

    @property
    def moved(self) -> bool:
        """Whether the cursor was put where it is by someone, and not only by the order of the rows."""
        return self._moved

    @property
    def current(self) -> Entry | None:
        """The cable under the cursor."""
        return self._rows[self._cursor] if self._rows is not None and self._cursor < len(self._rows) else None

    def cursor_moved(self) -> None:
        """Say which cable is under the cursor now."""
        self._moved = True
        self.post_message(self.Highlighted(self.current))

    def select(self, entry: Entry) -> bool:
        """Move the cursor to a cable; False if it is not shown."""
        place = self._rows.place_of(entry.rowid) if self._rows is not None else None
        if place is None:
            return False
        self.go_to(place)
        self._moved = True
        return True

    def leap(self, row: int) -> None:
        """Move the cursor to a row far away, and show what is around it."""
        if self.go_to(row):
            self.scroll_to(y=max(self.cursor - self.size.height // 3, 0), animate=False, force=True)

    def step(self, rows: int) -> Entry | None:
        """Move the cursor so many rows on, and give the cable there, or None at the end of the list."""
        return self.current if self.go_to(self._cursor + rows) else None

    def chosen(self) -> None:
        """Open what was clicked twice."""
        self.action_open()

    # Actions

    def action_open(self) -> None:
        """Read the cable under the cursor."""
        if self.current is not None:
            self.post_message(self.Opened(self.current))

    def action_note(self) -> None:
        """Write a note on the cable under the cursor."""
        if self.current is not None:
            self.post_message(self.NoteWanted(self.current))

    def action_copy(self, *, whole: bool = False) -> None:
        """Copy the citation of the cable under the cursor."""
        if self.current is not None:
            self.post_message(self.CopyWanted(self.current, whole=whole))

    def action_copy_cable(self) -> None:
        """Copy the citation of the cable under the cursor, and its text."""
        self.action_copy(whole=True)

    def action_filter(self) -> None:
        """Type a query."""
        self.post_message(self.Wanted("query"))

    def action_sort(self) -> None:
        """Choose another order."""
        self.post_message(self.Wanted("order"))

    def action_reverse(self) -> None:
        """Turn the order round."""
        self.post_message(self.OrderWanted(self.order.reversed()))

    def action_facets(self) -> None:
        """Count the cables by year, post, TAGS and classification."""
        self.post_message(self.Wanted("facets"))

    def action_timeline(self) -> None:
        """Show when the cables were sent."""
        self.post_message(self.Wanted("timeline"))

    def action_searches(self) -> None:
        """Choose a search that was saved."""
        self.post_message(self.Wanted("searches"))

    def action_jump(self) -> None:
        """Go to a date."""
        self.post_message(self.Wanted("date"))

    def action_index(self) -> None:
        """Stop the indexing, or go on with it."""
        self.post_message(self.Wanted("index"))

    def action_problems(self) -> None:
        """List what could not be read."""
        self.post_message(self.Wanted("problems"))

    # Painting

    def paint_line(self, line: int, width: int, *, cursor: bool) -> Strip:
        """One row."""
        return self._paint(self.row(line), width, cursor=cursor)

    def _paint(self, entry: Entry, width: int, *, cursor: bool) -> Strip:
        base = self.component_style(self.lit("cable-list--cursor"), partial=False) if cursor else self.rich_style
        bar = Segment("▌", base + self.component_style(self.lit("cable-list--bar"))) if cursor else Segment(" ", base)
        marked = self._marked(entry.id)
        line = [
            Segment(text, base + self.component_style(f"cable-list--{role}") if role else base)
            for text, role in pieces(entry, columns(width - 2), marked)
        ]
        return Strip([bar, *line]).adjust_cell_length(width, base)

    def _marked(self, cable: str | None) -> Marked:
        if not cable:
            return Marked()
        unread = self._read is not None and cable not in self._read
        return Marked(self._counts.get(cable, 0), unread, cable in self._flagged)
