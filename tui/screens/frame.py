"""The frame that is painted first, and the first rows in it, while the rest of the program is being loaded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.screen import Screen

from .. import layout
from ..footer import footer_of
from ..rows import Order, Rows
from ..widgets.boxes import Across, Down
from ..widgets.cable_list import CableList
from ..widgets.divider import Divider
from ..widgets.pane_title import PaneTitle
from ..widgets.status import KeyLine, StatusLine, StatusMore

if TYPE_CHECKING:
    from ...store.entry import Entry
    from ...store.session import Session


class FrameScreen(Screen[None]):
    """Looks like the main screen before a cable is read; the main screen is laid over it."""

    AUTO_FOCUS: ClassVar[str | None] = ""

    def __init__(self, session: Session) -> None:
        """A frame with panes as the session remembers them."""
        super().__init__()
        self._session = session
        self._cables = CableList()
        self._order = Order.parse(session.sort or "")
        self._title = PaneTitle(layout.TITLES["list"], lit=True)

    def compose(self) -> ComposeResult:
        """The panes that the main screen will begin with, the status line and the keys."""
        total = self.app.size.width
        shown = layout.shown(total, "list", "list", self._session.zoom)
        widths = layout.widths(total, shown, self._session.pane_widths)
        with Across(id="panes"):
            for pane in layout.PANES:
                if pane in shown:
                    if pane != "list":
                        yield Divider("list" if pane == "reader" else "notes")
                    with Down(classes="pane") as box:
                        box.styles.width = widths.get(pane, "1fr")
                        if pane == "list":
                            yield self._title
                            yield self._cables
                        else:
                            yield PaneTitle(layout.TITLES[pane], lit=False)
        status, keys = StatusLine(StatusMore()), KeyLine()
        status.tell("progress", "reading…")
        keys.show(footer_of("list"))
        yield status
        yield keys

    def show(self, entries: Sequence[Entry]) -> None:
        """Show the cables that were found first."""
        self._cables.show(Rows.of(entries), self._order)
        self._title.show(layout.TITLES["list"], self._order.describe())
