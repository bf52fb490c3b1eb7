"""The first line of a pane: what it shows at the left, how at the right."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget


class PaneTitle(Widget):
    """One quiet line; it is brighter while its pane has the focus (see the style sheet)."""

    def __init__(self, title: str = "") -> None:
        """A title with nothing at the right yet."""
        super().__init__()
        self._title = title
        self._aside = ""

    def show(self, title: str, aside: str = "") -> None:
        """Change both sides; the text is shown as it is, never as markup."""
        self._title, self._aside = title, aside
        self.refresh()

    def render(self) -> Content:
        """Both sides where there is room, else the left one."""
        room = self.size.width - cell_len(self._title) - cell_len(self._aside)
        if not self._aside or room < 1:
            return Content(self._title)
        return Content.assemble(self._title, " " * room, (self._aside, "$cable-quiet not bold"))
