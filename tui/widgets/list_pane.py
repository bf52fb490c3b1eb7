"""The list with its title and its quick filter."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input

from ..bindings import bindings_of
from ..layout import TITLES
from .cable_list import CableList
from .line_input import LineInput
from .pane_title import PaneTitle


class FilterLine(LineInput):
    """The line that the quick filter is typed on."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("filter")

    def __init__(self) -> None:
        """An empty line that does not blink."""
        super().__init__(id="filter", placeholder="id, subject, TAGS or post", compact=True, select_on_focus=False)
        self.cursor_blink = False

    def action_keep(self) -> None:
        """Go to the list, with the filter."""
        self.post_message(self.Submitted(self, self.value))

    def action_clear(self) -> None:
        """Go to the list, and show all of it."""
        self.value = ""
        self.action_keep()


class ListPane(Vertical):
    """Title, filter line and rows. The filter works while it is typed."""

    def __init__(self, title: PaneTitle) -> None:
        """A pane with an empty list under a title."""
        super().__init__(id="list-pane", classes="pane")
        self.cables = CableList()
        self._title = title
        self._line = FilterLine()

    def compose(self) -> ComposeResult:
        """The three, one below the other."""
        yield self._title
        yield self._line
        yield self.cables

    def clear_filter(self) -> bool:
        """Show all cables again; False if they are all shown already."""
        if not self.cables.words:
            return False
        self._line.value = ""
        self._close_filter()
        return True

    @on(CableList.FilterWanted)
    def _open_filter(self) -> None:
        self._line.add_class("-open")
        self._line.focus()

    @on(Input.Changed, "#filter")
    def _filter(self, event: Input.Changed) -> None:
        event.stop()
        # The list itself must be the sender of what follows: a parent's messages go no further than to the parent.
        self.cables.call_next(self.cables.filter_by, event.value)

    @on(Input.Submitted, "#filter")
    def _close_filter(self) -> None:
        self._line.set_class(bool(self._line.value.strip()), "-open")
        self.cables.focus()

    @on(CableList.ViewChanged)
    def _count(self) -> None:
        cables = self.cables
        count = f"{cables.shown:,} of {cables.total:,}" if cables.words else f"{cables.total:,}"
        self._title.show(f"{TITLES['list']} {count}", cables.order.describe())
