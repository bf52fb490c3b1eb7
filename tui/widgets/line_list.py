"""Lines drawn when they are seen, with a cursor on one of them: what every long list of the screen is made of."""

from __future__ import annotations

from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.geometry import Size
from textual.strip import Strip

from .lines_view import LinesView

_STRIPS = 512
"""Painted lines that are kept: several screens of them."""


class LineList(LinesView, can_focus=True):
    """A number of lines, one of them under the cursor; who derives from it says how a line looks."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """A list of no lines."""
        super().__init__(id=id, classes=classes)
        self._lines = 0
        self._cursor = 0
        self._strips: LRUCache[tuple[int, bool, bool, int], Strip] = LRUCache(_STRIPS)
        self._styles: dict[str, Style] = {}

    # For who derives from it

    def paint_line(self, line: int, width: int, *, cursor: bool) -> Strip:
        """How a line looks at a width; it is kept until `repaint`."""
        raise NotImplementedError

    def cursor_moved(self) -> None:
        """The cursor stands on another line."""

    def chosen(self) -> None:
        """The line under the cursor was clicked twice."""

    def set_lines(self, lines: int, cursor: int = 0) -> None:
        """Show so many lines, with the cursor on one of them (the nearest there is)."""
        self._lines = lines
        self._cursor = max(min(cursor, lines - 1), 0)
        self.virtual_size = Size(0, lines)
        self.follow_cursor()
        self.repaint()

    def repaint(self) -> None:
        """Paint all lines again."""
        self.forget_lines()
        self.refresh()

    def forget_lines(self) -> None:
        """Let lines look different when they are painted next."""
        self._strips.clear()

    def component_style(self, name: str, *, partial: bool = True) -> Style:
        """The style of a component class, looked up once."""
        style = self._styles.get(name)
        if style is None:
            style = self._styles[name] = self.get_component_rich_style(name, partial=partial)
        return style

    def lit(self, name: str) -> str:
        """The component class of something that looks different while the focus is here."""
        return f"{name}-lit" if self.has_focus else name

    # The cursor

    @property
    def shown(self) -> int:
        """How many lines there are."""
        return self._lines

    @property
    def cursor(self) -> int:
        """The line of the cursor."""
        return self._cursor

    def go_to(self, line: int) -> bool:
        """Move the cursor to a line (the nearest one there is): two lines are painted again. False if it was there."""
        line = min(max(line, 0), self._lines - 1)
        if line < 0 or line == self._cursor:
            return False
        before, self._cursor = self._cursor, line
        self.refresh_line(before)
        self.refresh_line(line)
        self.follow_cursor()
        self.cursor_moved()
        return True

    def follow_cursor(self) -> None:
        """Scroll as little as is needed to see the cursor."""
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
        """Move the cursor to the first line."""
        self.go_to(0)

    def action_last(self) -> None:
        """Move the cursor to the last line."""
        self.go_to(self._lines - 1)

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to a line, and choose it with a second click."""
        line = self.scroll_offset.y + event.y
        if line < self._lines:
            self.go_to(line)
            if event.chain == 2:
                self.chosen()

    # Painting

    def focus_changed(self) -> None:
        """The line of the cursor is lit while the focus is here."""
        self.refresh_line(self._cursor)

    def notify_style_update(self) -> None:
        """Forget what was painted with other colours."""
        super().notify_style_update()
        self._strips.clear()
        self._styles.clear()

    def on_resize(self) -> None:
        """Keep the cursor on the screen."""
        self.follow_cursor()

    def render_line(self, y: int) -> Strip:
        """One line, painted when it is first seen."""
        line, width = self.scroll_offset.y + y, self.scrollable_content_region.width
        if line >= self._lines:
            return Strip.blank(width, self.rich_style)
        cursor = line == self._cursor
        key = (line, cursor, cursor and self.has_focus, width)
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = self.paint_line(line, width, cursor=cursor)
        return strip
