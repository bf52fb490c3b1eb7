"""A bare app that draws lines on demand: what `bench.repaint` holds answers against."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip


class Lines(ScrollView, can_focus=True):
    """Plain lines, a page of which is moved by a key."""

    BINDINGS: ClassVar[list[BindingType]] = [("j", "move(1)"), ("k", "move(-1)")]
    lines: ClassVar[list[str]] = [
        f"{n:5}  " + "The ferries of Port Alder stayed in, and no pilot would say why. " * 2 for n in range(3000)
    ]

    def on_mount(self) -> None:
        """Take the size of the text, and the keys."""
        self.virtual_size = Size(100, len(self.lines))
        self.focus()

    def action_move(self, step: int) -> None:
        """Move by so many pages."""
        self.scroll_to(y=self.scroll_offset.y + step * self.size.height, animate=False)

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        line = Strip([Segment(self.lines[y + self.scroll_offset.y], self.rich_style)])
        return line.adjust_cell_length(self.size.width)


class Bare(App[None]):
    """The lines, and nothing else."""

    def compose(self) -> ComposeResult:
        """The lines alone."""
        yield Lines()


if __name__ == "__main__":
    Bare().run()
