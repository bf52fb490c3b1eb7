"""The list of cables: rows drawn on demand, so that a quarter of a million cost what a hundred do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.cache import LRUCache
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from ..bindings import bindings_of
from ..columns import Columns, columns
from ..row_text import Marked, pieces
from ..rows import Order, Rows, Shelf
from . import list_messages as messages

if TYPE_CHECKING:
    from ...store.entry import Entry

_STRIPS = 512
"""Painted rows that are kept: several screens of them."""


class CableList(ScrollView, can_focus=True):
    """Cables in an order, with a cursor; sends messages, opens nothing itself."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("list")
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "cable-list--cursor",
        "cable-list--bar",
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
    FilterWanted: TypeAlias = messages.FilterWanted
    SortWanted: TypeAlias = messages.SortWanted
    ViewChanged: TypeAlias = messages.ViewChanged

    def __init__(self) -> None:
        """An empty list, newest first."""
        super().__init__(id="list")
        self.order = Order()
        self.words = ""
        self.total = 0
        self._shelf = Shelf()
        self._rows: Rows = ()
        self._counts: dict[str, int] = {}
        self._read: frozenset[str] | None = None
        self._flagged: frozenset[str] = frozenset()
        self._cursor = 0
        self._moved = False
        self._strips: LRUCache[tuple[int, bool, int], Strip] = LRUCache(_STRIPS)
        self._styles: dict[str, Style] = {}

    # What it shows

    def add_rows(self, entries: Iterable[Entry]) -> None:
        """Show more cables; the cursor stays on its cable once it has been moved."""
        self._shelf.add(entries)
        self._arrange()

    def set_note_counts(self, counts: Mapping[str, int]) -> None:
        """Mark the cables that have notes: living notes by cable id."""
        self._counts = dict(counts)
        if self.order.column == "notes":
            self._arrange()
        else:
            self._repaint()

    def set_marks(self, read: frozenset[str], flagged: frozenset[str]) -> None:
        """Mark the cables that are unread, which are all but those read, and those that are flagged."""
        if (read, flagged) != (self._read, self._flagged):
            self._read, self._flagged = read, flagged
            self._repaint()

    def sort_by(self, order: Order) -> None:
        """Show the cables in another order; the cursor stays on its cable."""
        self.order = order
        self._arrange()

    def filter_by(self, words: str) -> None:
        """Show only the cables that have all of these words; none shows them all."""
        self.words = words
        self._arrange()

    def _arrange(self) -> None:
        """Take the rows from the shelf again, and find the cursor's cable among them."""
        before = self.current
        held = before if self._moved else None
        self.total = len(self._shelf)
        self._rows = self._shelf.view(self.order, self.words, self._counts)
        self.virtual_size = Size(0, len(self._rows))
        self._strips.clear()
        place = self._place_of(held)
        wanted = self._cursor if self._moved and place is None else place or 0
        self._cursor = max(min(wanted, self.shown - 1), 0)
        self._follow_cursor()
        self.refresh()
        self.post_message(self.ViewChanged())
        if self.current is not before:
            self.post_message(self.Highlighted(self.current))

    def _place_of(self, entry: Entry | None) -> int | None:
        if entry is None:
            return None
        return next((place for place in range(len(self._rows)) if self._rows[place] is entry), None)

    @property
    def shown(self) -> int:
        """How many rows are shown."""
        return len(self._rows)

    def row(self, number: int) -> Entry:
        """The cable of a row."""
        return self._rows[number]

    # The cursor

    @property
    def cursor(self) -> int:
        """The row of the cursor."""
        return self._cursor

    @property
    def moved(self) -> bool:
        """Whether the cursor was put where it is by someone, and not only by the order of the rows."""
        return self._moved

    @property
    def current(self) -> Entry | None:
        """The cable under the cursor."""
        return self._rows[self._cursor] if self._cursor < len(self._rows) else None

    def go_to(self, row: int) -> None:
        """Move the cursor to a row (the nearest one there is): two lines are painted again."""
        row = min(max(row, 0), self.shown - 1)
        if row < 0 or row == self._cursor:
            return
        before, self._cursor, self._moved = self._cursor, row, True
        self.refresh_line(before)
        self.refresh_line(row)
        self._follow_cursor()
        self.post_message(self.Highlighted(self.current))

    def select(self, entry: Entry) -> bool:
        """Move the cursor to a cable; False if it is not shown."""
        place = self._place_of(entry)
        if place is None:
            return False
        self.go_to(place)
        self._moved = True
        return True

    def step(self, rows: int) -> Entry | None:
        """Move the cursor so many rows on, and give the cable there, or None at the end of the list."""
        before = self._cursor
        self.go_to(before + rows)
        return self.current if self._cursor != before else None

    def _follow_cursor(self) -> None:
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        if height <= 0:
            return
        if self._cursor < top:
            self.scroll_to(y=self._cursor, animate=False, force=True)
        elif self._cursor >= top + height:
            self.scroll_to(y=self._cursor - height + 1, animate=False, force=True)

    # Actions

    def action_cursor_down(self) -> None:
        """Move the cursor down."""
        self.go_to(self._cursor + 1)

    def action_cursor_up(self) -> None:
        """Move the cursor up."""
        self.go_to(self._cursor - 1)

    def action_page_down(self) -> None:
        """Move the cursor down one page."""
        self.go_to(self._cursor + max(self.size.height - 1, 1))

    def action_page_up(self) -> None:
        """Move the cursor up one page."""
        self.go_to(self._cursor - max(self.size.height - 1, 1))

    def action_half_page_down(self) -> None:
        """Move the cursor down half a page."""
        self.go_to(self._cursor + max(self.size.height // 2, 1))

    def action_half_page_up(self) -> None:
        """Move the cursor up half a page."""
        self.go_to(self._cursor - max(self.size.height // 2, 1))

    def action_first(self) -> None:
        """Move the cursor to the first cable."""
        self.go_to(0)

    def action_last(self) -> None:
        """Move the cursor to the last cable."""
        self.go_to(self.shown - 1)

    def action_open(self) -> None:
        """Read the cable under the cursor."""
        if self.current is not None:
            self.post_message(self.Opened(self.current))

    def action_note(self) -> None:
        """Write a note on the cable under the cursor."""
        if self.current is not None:
            self.post_message(self.NoteWanted(self.current))

    def action_filter(self) -> None:
        """Type the quick filter."""
        self.post_message(self.FilterWanted())

    def action_sort(self) -> None:
        """Choose another order."""
        self.post_message(self.SortWanted())

    def action_reverse(self) -> None:
        """Turn the order round."""
        self.sort_by(self.order.reversed())

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to a row, and open it with a second click."""
        row = self.scroll_offset.y + event.y
        if row < self.shown:
            self.go_to(row)
            if event.chain == 2:
                self.action_open()

    # Painting

    def notify_style_update(self) -> None:
        """Forget what was painted with other colours."""
        super().notify_style_update()
        self._strips.clear()
        self._styles.clear()

    def on_resize(self) -> None:
        """Keep the cursor on the screen."""
        self._follow_cursor()

    def _repaint(self) -> None:
        self._strips.clear()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row, painted when it is first seen."""
        row, width = self.scroll_offset.y + y, self.scrollable_content_region.width
        if row >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        key = (row, row == self._cursor, width)
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = self._paint(self._rows[row], columns(width - 2), width, cursor=key[1])
        return strip

    def _paint(self, entry: Entry, shape: Columns, width: int, *, cursor: bool) -> Strip:
        base = self._style("cable-list--cursor") if cursor else self.rich_style
        bar = Segment("▌" if cursor else " ", base + self._style("cable-list--bar") if cursor else base)
        marked = self._marked(entry.id) if entry.id else Marked()
        line = [
            Segment(text, base + self._style(f"cable-list--{role}") if role else base)
            for text, role in pieces(entry, shape, marked)
        ]
        return Strip([bar, *line]).adjust_cell_length(width, base)

    def _marked(self, cable: str) -> Marked:
        unread = self._read is not None and cable not in self._read
        return Marked(self._counts.get(cable, 0), unread, cable in self._flagged)

    def _style(self, name: str) -> Style:
        style = self._styles.get(name)
        if style is None:
            partial = name != "cable-list--cursor"
            style = self._styles[name] = self.get_component_rich_style(name, partial=partial)
        return style
