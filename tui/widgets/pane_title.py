"""The first line of a pane: what it shows at the left, how at the right."""

from __future__ import annotations

from textual.content import Content

from ..page.cells import cells
from .one_line import OneLine


class PaneTitle(OneLine):
    """One quiet line, and a bright one while its pane has the focus."""

    def __init__(self, title: str = "", *, lit: bool = False) -> None:
        """A title with nothing at the right yet."""
        super().__init__()
        self._title = title
        self._aside = ""
        self._lit = lit

    def show(self, title: str, aside: str = "") -> None:
        """Change both sides; the text is shown as it is, never as markup."""
        if (title, aside) != (self._title, self._aside):
            self._title, self._aside = title, aside
            self.refresh()

    def light(self, *, lit: bool) -> None:
        """Make the line bright, or quiet again."""
        if lit != self._lit:
            self._lit = lit
            self.refresh()

    def line(self) -> Content:
        """Both sides where there is room, else the left one."""
        title = Content.assemble((self._title, "$foreground bold" if self._lit else "$cable-quiet"))
        room = self.size.width - cells(self._title) - cells(self._aside)
        if not self._aside or room < 1:
            return title
        return Content.assemble(title, " " * room, (self._aside, "$cable-quiet"))
