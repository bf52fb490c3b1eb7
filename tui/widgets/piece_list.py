"""A list of lines made of pieces, each with its role: for the sheets that list cables and texts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip

from ..row_text import Piece
from .line_list import LineList


class PieceList(LineList):
    """Lines that letters move in as they do everywhere else; Enter chooses one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "cursor_down", show=False),
        Binding("k,up", "cursor_up", show=False),
        Binding("space,pagedown", "page_down", show=False),
        Binding("b,pageup", "page_up", show=False),
        Binding("ctrl+d", "half_page_down", show=False),
        Binding("ctrl+u", "half_page_up", show=False),
        Binding("g,home", "first", show=False),
        Binding("G,shift+g,end", "last", show=False),
        Binding("enter,l,right", "choose", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "piece-list--cursor",
        "piece-list--bar",
        "piece-list--quiet",
        "piece-list--problem",
        "piece-list--heading",
    }

    class Chosen(Message):
        """A line was chosen."""

        def __init__(self, line: int) -> None:
            """Its number."""
            self.line = line
            super().__init__()

    def __init__(self, pieces: Callable[[int, int], Sequence[Piece]], lines: int, cursor: int = 0) -> None:
        """So many lines; `pieces` gives those of a line at a width."""
        super().__init__()
        self._pieces = pieces
        self._begin = (lines, cursor)

    def on_mount(self) -> None:
        """Show the lines."""
        self.set_lines(*self._begin)

    def paint_line(self, line: int, width: int, *, cursor: bool) -> Strip:
        """The pieces of a line, behind the bar of the cursor."""
        base = self.component_style("piece-list--cursor", partial=False) if cursor else self.rich_style
        bar = Segment("▌" if cursor else " ", base + self.component_style("piece-list--bar") if cursor else base)
        segments = [
            Segment(text, base + self.component_style(f"piece-list--{role}") if role else base)
            for text, role in self._pieces(line, width - 1)
        ]
        return Strip([bar, *segments]).adjust_cell_length(width, base)

    def chosen(self) -> None:
        """A click is as good as a key."""
        self.action_choose()

    def action_choose(self) -> None:
        """Choose the line under the cursor."""
        if self.shown:
            self.post_message(self.Chosen(self.cursor))
