"""A sheet of text over the screen, to be read and closed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

_NARROWEST = 30


class SheetScreen(ModalScreen[None]):
    """Lines that scroll with the keys that scroll everywhere; any of the keys that close things closes it."""

    AUTO_FOCUS = "VerticalScroll"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,h,left", "dismiss", "Close", show=False),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding("space,ctrl+d,pagedown", "scroll(10)", show=False),
        Binding("b,ctrl+u,pageup", "scroll(-10)", show=False),
        Binding("g,home", "scroll(-10000)", show=False),
        Binding("G,shift+g,end", "scroll(10000)", show=False),
    ]

    def __init__(self, title: str, hint: str) -> None:
        """What stands above and below the lines; both are shown as they are."""
        super().__init__()
        self._heading = title
        self._hint = hint

    def compose(self) -> ComposeResult:
        """Title, lines and hint."""
        with Vertical(classes="dialog -sheet"):
            yield Static(Content(self._heading), classes="dialog-title")
            with VerticalScroll():
                yield Static(id="lines")
            yield Static(Content(self._hint), classes="dialog-hint")

    def lines(self, width: int) -> Iterator[Content]:
        """The lines, none wider than so many cells."""
        raise NotImplementedError

    def on_resize(self) -> None:
        """Lay the lines out for the width there is."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        width = self.query_one(VerticalScroll).scrollable_content_region.width
        self.query_one("#lines", Static).update(Content("\n").join(self.lines(max(width - 1, _NARROWEST))))

    def action_scroll(self, lines: int) -> None:
        """Move the sheet by so many lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)
