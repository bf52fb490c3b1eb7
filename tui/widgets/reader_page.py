"""The page of a cable on the screen: rows painted when they are seen, a paragraph cursor, selection with the mouse."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.cache import LRUCache
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from ..page.find import NOTHING, Found
from ..page.hints import hinted
from ..page.links import Link
from ..page.marks import PageMarks
from ..page.paint import Look, Piece, paint
from ..page.rows import HEADER, NOWHERE, Mark, Page, Place
from ..page.scroll import View, begun, followed
from ..page.select import selected_text, whole, word_at
from ..page.stretch import place_at
from .lines_view import LinesView
from .painted_ahead import STRIPS, Painted, Stage, has_bar, paint_ahead
from .reader_painter import ROLES, Painter


class ReaderPage(LinesView, can_focus=True, inherit_bindings=False):
    """Paints a `Page` and moves over it; what the page is made of, the reader around it knows."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"reader--{role}" for role in ROLES}

    class CursorMoved(Message):
        """Another block is under the cursor."""

    class Pointed(Message):
        """The mouse is over a cell of the page, or was clicked there."""

        def __init__(self, row: int, cell: int, *, clicked: bool) -> None:
            """The row of the page, the cell counted from the left edge of its column."""
            self.row = row
            self.cell = cell
            self.clicked = clicked
            super().__init__()

        def can_replace(self, message: Message) -> bool:
            """Of many movements of the mouse the last one counts."""
            return isinstance(message, ReaderPage.Pointed) and not message.clicked

    def __init__(self, resized: Callable[[], None]) -> None:
        """An empty page; `resized` is called when there is more or less room, and gives it the page for it."""
        super().__init__(id="page")
        self.page: Page | None = None
        self.noted: frozenset[int] = frozenset()
        self.bookmarks: frozenset[int] = frozenset()
        self.found: Found = NOTHING
        self.term: tuple[int, Mark] | None = None
        self.links: tuple[Link, ...] = ()
        self.highlights: dict[int, list[Mark]] = {}
        self.shift = 0
        self.focused = False
        self._resized = resized
        self._marks: PageMarks | None = None
        self._cursor = HEADER
        self._margin = self._width = self._room = 0
        self._chosen: tuple[Place, Place] | None = None
        self._painter = Painter(self)
        self._strips: LRUCache[tuple[int, Look], Strip] = LRUCache(STRIPS)

    # What is shown

    @property
    def room(self) -> int:
        """The cells of a row, one left free at the right."""
        return max(self.size.width - 1, 0)

    @property
    def view(self) -> View:
        """Where the reader stands."""
        return View(self.scroll_offset.y, max(self.size.height, 1), self._cursor)

    def show_page(self, page: Page, marks: PageMarks, view: View) -> None:
        """Show a page from a view of it."""
        self.page = None  # what Textual scrolls because the page is shorter now says nothing about the cursor
        self._set_height(len(page.rows))
        self.scroll_to(y=view.top, animate=False, force=True)
        self.page, self._marks, self._cursor = page, marks, view.cursor
        # Asked for once: to tell it, a widget looks at its styles and its parents.
        self._width, self._room = self.scrollable_content_region.width, self.room
        self._margin = self._margin_of(page)
        self._chosen, self.links = None, ()
        self.screen.clear_selection()
        self.repaint()

    def _set_height(self, rows: int) -> None:
        """Tell how many rows there are: the bar at the right follows, nothing else on the screen has to be laid out."""
        self.set_reactive(ReaderPage.virtual_size, Size(0, rows))
        self.vertical_scrollbar.window_virtual_size = rows

    def move(self, view: View) -> None:
        """Go to another view of the same page."""
        before, self._cursor = self._cursor, view.cursor
        if view.top != self.scroll_offset.y:
            self.scroll_to(y=view.top, animate=False, force=True)
        if before != view.cursor:
            self._cursor_moved(before)

    def _cursor_moved(self, before: int) -> None:
        if self.focused:
            self.refresh()
        elif self.page is not None:
            for block in (before, self._cursor):
                self._repaint_block(self.page, block)
        self.post_message(self.CursorMoved())

    def _repaint_block(self, page: Page, block: int) -> None:
        first, last = page.spot(block)
        self.refresh_lines(first, last - first)

    def shift_tables(self, cells: int) -> None:
        """Move tables that are wider than the pane to the left (or back, if negative)."""
        if self.page is not None:
            lines = (row.end - row.start for row in self.page.rows if self.page.passages[row.passage].flow == "table")
            self.shift = min(max(self.shift + cells, 0), max(max(lines, default=0) - 1, 0))
            self.repaint()

    def step_found(self, found: Found) -> None:
        """Make another hit the current one: only it, and the one before it, look different."""
        before, self.found = self.found.hit, found
        for hit in (before, found.hit):
            if hit is not None and self.page is not None:
                first = self.page.row_of(Place(hit.passage, hit.start))
                last = self.page.row_of(Place(hit.passage, hit.end - 1))
                kept = self._strips.keys()
                for key in [key for key in kept if first <= key[0] <= last]:
                    self._strips.discard(key)
                self.refresh_lines(first, last - first + 1)

    def repaint(self) -> None:
        """Paint every row again: what lies over the text has changed."""
        self._strips = LRUCache(STRIPS)  # not cleared: without what lies over it now, the page may be shown again
        self.refresh()

    def focus_changed(self) -> None:
        """The bar of the cursor is lit while the focus is here."""
        if self.page is not None:
            self._repaint_block(self.page, self._cursor)

    def on_resize(self) -> None:
        """Ask for the page that fits."""
        self._resized()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Keep the cursor in view, whoever scrolled."""
        super().watch_scroll_y(old_value, new_value)
        if self.page is not None and round(old_value) != round(new_value):
            before, self._cursor = self._cursor, followed(self.page, self.view).cursor
            if before != self._cursor:
                self._cursor_moved(before)

    # Painting

    def notify_style_update(self) -> None:
        """Forget what was painted with other colours."""
        super().notify_style_update()
        self._painter.forget()
        self._strips = LRUCache(STRIPS)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Rows as they were painted, in colours that the terminal can show."""
        first, last = crop.column_span
        strips = [self._seen(self.scroll_offset.y + y) for y in crop.line_range]
        return [strip.crop(first, last) for strip in strips] if first else strips

    def render_line(self, y: int) -> Strip:
        """One row, for the mouse: its cells say where they are."""
        page, row = self.page, self.scroll_offset.y + y
        if page is None or row >= len(page.rows):
            return self._painter.placed([], row, 0, 0, self._width)
        pieces = self._pieces(page, row, self._look(page, row))
        return self._painter.placed(pieces, row, page.rows[row].start, self._margin, self._width)

    def _seen(self, row: int) -> Strip:
        """One row, painted when it is first seen."""
        page = self.page
        if page is None or row >= len(page.rows):
            return self._painter.strip([], 0, self._width)
        look = self._look(page, row)
        strip = self._strips.get((row, look))
        if strip is None:
            strip = self._painter.strip(self._pieces(page, row, look), self._margin, self._width)
            self._strips[row, look] = strip
        return strip

    def _look(self, page: Page, row: int) -> Look:
        head = self._head_of(page, row)
        bar = has_bar(page, row, self._cursor)
        return Look(
            bar,
            head in self.noted,
            head in self.bookmarks,
            self.focused and page.rows[row].block != self._cursor,
            self._room - self._margin,
            self.shift,
            bar and self.has_focus,
        )

    @staticmethod
    def _head_of(page: Page, row: int) -> int:
        """The block, or header, whose first row this is; `NOWHERE` for any other row."""
        block = page.rows[row].block
        return block if block != NOWHERE and page.head(block) == row else NOWHERE

    def _pieces(self, page: Page, row: int, look: Look) -> list[Piece]:
        entry = page.rows[row]
        marks = self._marks.of(entry.passage, entry.start, entry.end) if self._marks and entry.line >= 0 else []
        marks += self.highlights.get(entry.block, ()) if entry.line >= 0 else ()
        marks += self.found.marks(entry.passage, entry.start, entry.end)
        if self.term and self.term[0] == entry.passage:
            marks.append(self.term[1])
        if self._chosen and self._chosen[0].passage <= entry.passage <= self._chosen[1].passage:
            first, last = self._chosen
            start = first.offset if first.passage == entry.passage else 0
            marks.append(Mark(start, last.offset if last.passage == entry.passage else entry.end, "selection"))
        links = [link for link in self.links if link.at.passage == entry.passage]
        marks += [Mark(link.mention.start, link.mention.end, "reference") for link in links]
        pieces = paint(page, row, marks, look)
        return hinted(pieces, links, look.room) if links else pieces

    # Painting ahead

    def paint_ahead(self, page: Page, marks: PageMarks) -> Painted:
        """Paint what is seen first of a page that may be shown next; may be called in another thread."""
        width, margin = self.scrollable_content_region.width, self._margin_of(page)
        at = Stage(begun(page, self.view), width, self.room, margin, self.focused)
        painted = paint_ahead(self._painter, page, marks, at)
        looks = painted.strips.keys()
        for look in looks:
            painted.strips[look].render(self.app.console)
        return painted

    def take_painted(self, painted: Painted) -> None:
        """Use, and add to, the rows that were painted for the page that is shown, if they look the same now."""
        plain = not (self.highlights or self.found.query or self.term or self._chosen or self.links)
        if plain and (painted.width, painted.looks) == (self._width, self._painter.looks):
            self._strips = painted.strips

    def _margin_of(self, page: Page) -> int:
        return max(self.room - page.width, 0) // 2

    # The mouse

    def selected(self) -> tuple[Place, Place] | None:
        """What is selected with the mouse, as places of the page."""
        return self._chosen

    def _places(self, selection: Selection) -> tuple[Place, Place] | None:
        if self.page is None or not self.page.rows:
            return None
        start = self._place(selection.start) if selection.start else Place(0, 0)
        last = len(self.page.passages) - 1
        end = self._place(selection.end) if selection.end else Place(last, len(self.page.passages[last].text))
        return (start, end) if start < end else None

    def _place(self, offset: Offset) -> Place:
        """The place of a selection's end: characters from the start of a row, and the row."""
        assert self.page is not None
        row = self.page.rows[min(offset.y, len(self.page.rows) - 1)]
        if offset.y >= len(self.page.rows):
            return Place(row.passage, row.end)
        return Place(row.passage, min(row.start + max(offset.x, 0), row.end))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text, reflowed and without the gutter."""
        places = self._places(selection)
        if places is None or self.page is None:
            return None
        return selected_text(self.page, *places), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Paint what is selected now."""
        self._chosen = self._places(selection) if selection else None
        self.repaint()

    def select(self, start: Place, end: Place) -> None:
        """Select the text between two places."""
        if self.page is not None:
            self.screen.selections = {self: Selection(self._offset(self.page, start), self._offset(self.page, end))}

    @staticmethod
    def _offset(page: Page, place: Place) -> Offset:
        row = page.row_of(place)
        return Offset(place.offset - page.rows[row].start, row)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on a block; a second click selects the word, a third the paragraph."""
        if event.chain > 1:
            event.prevent_default()  # Textual would select the whole widget
        row, cell = self.scroll_offset.y + event.y, event.x - self._margin
        if self.page is None or row >= len(self.page.rows):
            return
        place = place_at(self.page, row, cell)
        if event.chain == 1:
            self.move(self.view._replace(cursor=self.page.block_at(row)))
            if self.text_selection is None:
                self.post_message(self.Pointed(row, cell, clicked=True))
        elif event.chain == 2:
            start, end = word_at(self.page.passages[place.passage], place.offset)
            self.select(Place(place.passage, start), Place(place.passage, end))
        else:
            self.select(*whole(self.page, place))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Say what is under the mouse."""
        if self.page is not None and not event.button:
            self.post_message(self.Pointed(self.scroll_offset.y + event.y, event.x - self._margin, clicked=False))
