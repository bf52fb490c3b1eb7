"""The empty frame that is painted first, while the rest of the program is being loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from .. import layout
from ..footer import footer_of
from ..widgets.divider import Divider
from ..widgets.pane_title import PaneTitle
from ..widgets.status import KeyLine, StatusLine

if TYPE_CHECKING:
    from ...store.session import Session


class FrameScreen(Screen[None]):
    """Looks like the main screen before anything was found; the main screen is laid over it."""

    def __init__(self, session: Session) -> None:
        """A frame with panes as the session remembers them."""
        super().__init__()
        self._session = session

    def compose(self) -> ComposeResult:
        """The panes that the main screen will begin with, the status line and the keys."""
        total = self.app.size.width
        shown = layout.shown(total, "list", "list", self._session.zoom)
        widths = layout.widths(total, shown, self._session.pane_widths)
        with Horizontal(id="panes"):
            for pane in layout.PANES:
                if pane in shown:
                    if pane != "list":
                        yield Divider("list" if pane == "reader" else "notes")
                    with Vertical(classes="pane") as box:
                        box.styles.width = widths.get(pane, "1fr")
                        yield PaneTitle(layout.TITLES[pane], lit=pane == "list")
        status, keys = StatusLine(), KeyLine()
        status.tell("progress", "reading…")
        keys.show(footer_of("list"))
        yield status
        yield keys
