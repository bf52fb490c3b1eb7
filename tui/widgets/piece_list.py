"""A list of lines made of pieces, each with its role: for the sheets that list cables and texts."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip

from ..bindings import LINES, bindings_of
from ..row_text import Piece
from .line_list import LineList


class PieceList(LineList):
    """Lines that letters move in as they do everywhere else; Enter chooses one."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("dialogs", "choose", *LINES)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "piece-list--cursor",
        "piece-list--cursor-lit",
        "piece-list--bar",
        "piece-list--bar-lit",
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

    def __init__(
        self,
        pieces: Callable[[int, int], Sequence[Piece]],
        lines: int,
        cursor: int = 0,
        headings: Container[int] = (),
    ) -> None:
        """So many lines; `pieces` gives those of a line at a width. The cursor passes over `headings`."""
        super().__init__()
        self._pieces, self._headings = pieces, headings
        self._begin = (lines, cursor)

    def on_mount(self) -> None:
        """Show the lines."""
        self.set_lines(*self._begin)

    def go_to(self, line: int) -> bool:
        """Move the cursor to a line, or the nearest behind it that is no heading; none is behind the last one."""
        line = min(max(line, 0), self.shown - 1)
        down = line > self.cursor
        before, behind = range(line, -1, -1), range(line, self.shown)
        ways = (*behind, *before) if down else (*before, *behind)
        found = next((number for number in ways if number not in self._headings), None)
        moved = found is not None and super().go_to(found)
        if all(number in self._headings for number in range(self.cursor)):
            self.scroll_to(y=0, animate=False, force=True)
        return moved

    def paint_line(self, line: int, width: int, *, cursor: bool) -> Strip:
        """The pieces of a line, behind the bar of the cursor."""
        base = self.component_style(self.lit("piece-list--cursor"), partial=False) if cursor else self.rich_style
        bar = Segment("▌", base + self.component_style(self.lit("piece-list--bar"))) if cursor else Segment(" ", base)
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
