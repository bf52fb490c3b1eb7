"""Two cables side by side on the screen: lines painted when they are seen, both columns scrolled as one."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from ..page.beside import Beside, Line, lay_out_beside
from ..page.cells import cells
from .plain_signs import OF_A_CABLE

if TYPE_CHECKING:
    from ...cable import Cable

_PARTED, _DIFFERENT = " │ ", " ≠ "
_NARROWEST = 10


class BesideLines(ScrollView, can_focus=True, inherit_bindings=False):
    """Left and right with a line between them, which has a sign where they differ; `at` is the row one has gone to."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"beside--other", "beside--rule", "beside--sign", "beside--here"}

    class LaidOut(Message):
        """Both stand in columns of another width."""

    def __init__(self, left: Cable, right: Cable) -> None:
        """Two cables."""
        super().__init__(id="beside")
        self._cables = left, right
        self.page: Beside | None = None
        self.at: int | None = None
        self._styles: dict[str, Style] = {}

    def on_resize(self) -> None:
        """Lay both out for the room there is, the place kept."""
        column = max((self.size.width - len(_PARTED) - 1) // 2, _NARROWEST)
        if self.page is not None and self.page.column == column:
            return
        place = self.page.lines[self.scroll_offset.y].pair if self.page and self.page.lines else 0
        self.page = page = lay_out_beside(*self._cables, column)
        self.at = None
        self.virtual_size = Size(0, len(page.lines))
        if page.firsts:
            self.scroll_to(y=page.firsts[place], animate=False, force=True)
        self.refresh()
        self.post_message(self.LaidOut())

    def move(self, lines: float) -> None:
        """Scroll so many lines."""
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False, force=True)

    def next_difference(self, step: int) -> bool:
        """Go to the next difference below (above, with -1) the last one, or what is seen; False if there is none."""
        if self.page is None:
            return False
        top, height = self.scroll_offset.y, self.size.height
        outside = top - 1 if step > 0 else top + height
        start = self.at if self.at is not None and top <= self.at < top + height else outside
        beyond = [row for row in self.page.differences() if (row > start if step > 0 else row < start)]
        if not beyond:
            return False
        self.at = at = min(beyond) if step > 0 else max(beyond)
        if not top <= at < top + height - 1:
            self.scroll_to(y=at - height // 3, animate=False, force=True)
        self.refresh()
        return True

    def notify_style_update(self) -> None:
        """Forget the colours of another theme."""
        super().notify_style_update()
        self._styles.clear()

    def render_line(self, y: int) -> Strip:
        """One row of both."""
        row, width = self.scroll_offset.y + y, self.size.width
        if self.page is None or row >= len(self.page.lines):
            return Strip.blank(width, self._style(""))
        line = self.page.lines[row]
        name = "here" if row == self.at else "sign"
        differs = self.page.differs_in(line)
        between = Segment(_DIFFERENT, self._style(name)) if differs else Segment(_PARTED, self._style("rule"))
        segments = [*self._side(self.page, line, 0), between, *self._side(self.page, line, 1)]
        return Strip(segments).adjust_cell_length(width, self._style(""))

    def _side(self, page: Beside, line: Line, side: int) -> list[Segment]:
        cut = line.right if side else line.left
        if cut is None:
            return [Segment(" " * page.column, self._style(""))]
        text, marks = page.text(line.pair, side), page.marks(line.pair, side)
        edges = {cut.start, cut.end}
        edges.update(edge for mark in marks for edge in mark if cut.start < edge < cut.end)
        found = [
            Segment(
                text[first:last],
                self._style("other" if any(mark.start <= first < mark.end for mark in marks) else "") + OF_A_CABLE,
            )
            for first, last in pairwise(sorted(edges))
        ]
        used = cells(text[cut.start : cut.end])
        return [*found, Segment(" " * max(page.column - used, 0), self._style(""))]

    def _style(self, name: str) -> Style:
        style = self._styles.get(name)
        if style is None:
            style = self.rich_style
            if name:
                style += self.get_component_rich_style(f"beside--{name}", partial=True)
            self._styles[name] = style
        return style
