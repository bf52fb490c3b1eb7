"""The line between two panes, which the mouse can move."""

from __future__ import annotations

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from ..layout import Pane
from .lines_view import filtered


class Divider(Widget):
    """One column, as quiet as can be, at the edge of an outer pane."""

    class Dragged(Message):
        """The line was pulled to another column of the screen."""

        def __init__(self, pane: Pane, column: int) -> None:
            """The outer pane that it bounds, and the column."""
            self.pane, self.column = pane, column
            super().__init__()

    def __init__(self, pane: Pane) -> None:
        """The line beside an outer pane."""
        super().__init__()
        self._pane = pane

    def render_lines(self, crop: Region) -> list[Strip]:
        """The line's pieces in some rows of the screen, all the same."""
        return filtered(self, [Strip([Segment("▏", self.rich_style)], 1)]) * crop.height

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the line."""
        self.capture_mouse()
        event.stop()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go of it."""
        self.release_mouse()
        event.stop()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Pull it along."""
        if self.app.mouse_captured is self:
            self.post_message(self.Dragged(self._pane, event.screen_x))
