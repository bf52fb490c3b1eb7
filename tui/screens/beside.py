"""Two cables side by side on a screen of their own, or two copies of one with what differs in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from ...store.words import counted
from ..bindings import bindings_of
from ..footer import footer_of
from ..page.cells import cropped
from ..row_text import one_line
from ..widgets.beside_lines import BesideLines
from ..widgets.status import KeyLine
from .help import HelpScreen

if TYPE_CHECKING:
    from ...cable import Cable
    from ..page.beside import Beside


class BesideScreen(Screen[None]):
    """Both columns scroll as one; n goes from difference to difference."""

    AUTO_FOCUS = "BesideLines"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("beside")

    def __init__(self, left: tuple[Cable, str], right: tuple[Cable, str]) -> None:
        """Two cables, each with what it is called."""
        super().__init__()
        self._names = left[1], right[1]
        self._lines = BesideLines(left[0], right[0])
        self._keys = KeyLine()

    def compose(self) -> ComposeResult:
        """The names above, the texts, what there is to say, and the keys."""
        yield Static(id="beside-names")
        yield self._lines
        yield Static(id="beside-count")
        yield self._keys

    @on(BesideLines.LaidOut)
    def _head(self) -> None:
        """Set the names over their columns, and count what differs."""
        page = self._lines.page
        if page is None:
            return
        left, right = (cropped(one_line(name), page.column) for name in self._names)
        self.query_one("#beside-names", Static).update(Content(f"{left.ljust(page.column)}   {right}"))
        self._tell()
        keys = (command for command in footer_of("beside") if page.copies or command.name != "next_difference")
        self._keys.show(tuple(keys))

    def _tell(self, also: str = "") -> None:
        """Say what differs, which of the differences one has gone to, and something more."""
        page, at = self._lines.page, self._lines.at
        if page is None:
            return
        places = page.differences() if page.copies else []
        where = f"difference {places.index(at) + 1} of {len(places)}" if at in places else ""
        whole = _counted(page) if page.copies else "Two different cables"
        told = " · ".join(part for part in ((where or whole, also) if also else (whole, where)) if part)
        self.query_one("#beside-count", Static).update(Content(told))

    def action_line_down(self) -> None:
        """Scroll down one line."""
        self._lines.move(1)

    def action_line_up(self) -> None:
        """Scroll up one line."""
        self._lines.move(-1)

    def action_page_down(self) -> None:
        """Scroll down one page."""
        self._lines.move(max(self._lines.size.height - 2, 1))

    def action_page_up(self) -> None:
        """Scroll up one page."""
        self._lines.move(-max(self._lines.size.height - 2, 1))

    def action_first(self) -> None:
        """Go to the beginning."""
        self._lines.move(-self._lines.scroll_offset.y)

    def action_last(self) -> None:
        """Go to the end."""
        self._lines.move(self._lines.virtual_size.height)

    def action_next_difference(self) -> None:
        """Go to the next difference."""
        self._go(1)

    def action_previous_difference(self) -> None:
        """Go to the previous difference."""
        self._go(-1)

    def _go(self, step: int) -> None:
        page = self._lines.page
        if page is not None and not page.copies:
            self._tell("what differs is told of copies of one")
        elif self._lines.next_difference(step):
            self._tell()
        else:
            self._tell(f"none further {'down' if step > 0 else 'up'}")

    def action_help(self) -> None:
        """Show the keys of this screen."""
        self.app.push_screen(HelpScreen("beside"))

    def action_close(self) -> None:
        """Go back to the cable."""
        self.dismiss(None)


def _counted(page: Beside) -> str:
    """How much of two copies differs: their headers, and how many of their paragraphs."""
    blocks = range(page.heads, len(page.pairs))
    count = sum(map(page.differs, blocks))
    paragraphs = f"{counted(count, 'paragraph')} of {len(blocks)}"
    if any(map(page.differs, range(page.heads))):
        return f"the header and {paragraphs} differ"
    return f"{paragraphs} {'differs' if count == 1 else 'differ'}"
