"""A sheet of text over the screen, to be read and closed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from ..bindings import LINES, bindings_of
from ..page.cells import cells
from .dialogs import Dialog

_NARROWEST = 30


class SheetScreen(Dialog[None]):
    """Lines that scroll with the keys that scroll everywhere; any of the keys that close things closes it.

    Where there are more lines than room, the first line says so, and which is the last one seen.
    """

    AUTO_FOCUS = "VerticalScroll"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("dialogs", *LINES)

    def __init__(self, title: str, hint: str) -> None:
        """What stands above and below the lines; both are shown as they are."""
        super().__init__()
        self._heading = title
        self._hint = hint
        self._title = Static(classes="dialog-title")
        self._room = VerticalScroll()

    def compose(self) -> ComposeResult:
        """Title, lines and hint."""
        with Vertical(classes="dialog -sheet"):
            yield self._title
            with self._room:
                yield Static(id="lines")
            yield Static(Content(self._hint), classes="dialog-hint")

    def lines(self, width: int) -> Iterator[Content]:
        """The lines, none wider than so many cells."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Say where one is whenever that changes."""
        for part in ("scroll_y", "virtual_size", "size"):
            self.watch(self._room, part, self._tell, init=False)

    def on_resize(self) -> None:
        """Lay the lines out for the width there is."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        width = self._room.scrollable_content_region.width
        self.query_one("#lines", Static).update(Content("\n").join(self.lines(max(width - 1, _NARROWEST))))
        self.call_after_refresh(self._tell)

    def _tell(self) -> None:
        """The title, and at its right how far one has read."""
        total, seen = self._room.virtual_size.height, self._seen
        last = min(round(self._room.scroll_y) + seen, total)
        aside = "" if seen >= total else f"{last} of {total} {'↓' if last < total else '↑'}"
        gap = " " * max(self._title.content_size.width - cells(self._heading) - cells(aside), 1)
        self._title.update(Content.assemble(self._heading, gap, (aside, "$cable-quiet not bold")))

    def _scroll(self, lines: int) -> None:
        self._room.scroll_relative(y=lines, animate=False)

    @property
    def _seen(self) -> int:
        return self._room.scrollable_content_region.height

    def action_cursor_down(self) -> None:
        """Move the sheet by a line."""
        self._scroll(1)

    def action_cursor_up(self) -> None:
        """Move the sheet back by a line."""
        self._scroll(-1)

    def action_page_down(self) -> None:
        """Move the sheet by what is seen of it, less a line."""
        self._scroll(max(self._seen - 1, 1))

    def action_page_up(self) -> None:
        """Move the sheet back by what is seen of it, less a line."""
        self._scroll(-max(self._seen - 1, 1))

    def action_half_page_down(self) -> None:
        """Move the sheet by half of what is seen of it."""
        self._scroll(max(self._seen // 2, 1))

    def action_half_page_up(self) -> None:
        """Move the sheet back by half of what is seen of it."""
        self._scroll(-max(self._seen // 2, 1))

    def action_first(self) -> None:
        """Go to the first line."""
        self._room.scroll_home(animate=False)

    def action_last(self) -> None:
        """Go to the last line."""
        self._room.scroll_end(animate=False)
