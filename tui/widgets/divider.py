"""The line between two panes."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget


class Divider(Widget):
    """One column, as quiet as can be."""

    def render_line(self, y: int) -> Strip:
        """The line's piece in a row of the screen."""
        return Strip([Segment("▏", self.rich_style)])
