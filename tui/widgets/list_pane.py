"""The list with its title and its quick filter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from .cable_list import CableList
from .pane_title import PaneTitle


class FilterLine(Input):
    """The line that the quick filter is typed on: Enter keeps the filter, Esc clears it, the arrows go to the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave(False)", "Clear", show=False),
        Binding("down,up", "leave(True)", "To the list", show=False),
    ]

    def action_leave(self, keep: bool) -> None:
        """Go back to the list, with the filter or without it."""
        if not keep:
            self.value = ""
        self.post_message(self.Submitted(self, self.value))


class ListPane(Vertical):
    """Title, filter line and rows. The filter works while it is typed."""

    def compose(self) -> ComposeResult:
        """The three, one below the other."""
        yield PaneTitle("CABLES")
        yield FilterLine(id="filter", placeholder="id, subject, TAGS or post", compact=True, select_on_focus=False)
        yield CableList()

    @property
    def cables(self) -> CableList:
        """The list itself."""
        return self.query_one(CableList)

    def clear_filter(self) -> bool:
        """Show all cables again; False if they are all shown already."""
        if not self.cables.words:
            return False
        self.query_one(FilterLine).value = ""
        self._close_filter()
        return True

    def set_note_counts(self, counts: Mapping[str, int]) -> None:
        """Mark the cables that have notes."""
        self.cables.set_note_counts(counts)

    @on(CableList.FilterWanted)
    def _open_filter(self) -> None:
        line = self.query_one(FilterLine)
        line.add_class("-open")
        line.focus()

    @on(Input.Changed, "#filter")
    def _filter(self, event: Input.Changed) -> None:
        event.stop()
        self.cables.filter_by(event.value)

    @on(Input.Submitted, "#filter")
    def _close_filter(self) -> None:
        self.query_one(FilterLine).set_class(bool(self.cables.words), "-open")
        self.cables.focus()

    @on(CableList.ViewChanged)
    def _count(self) -> None:
        cables = self.cables
        count = f"{cables.shown:,} of {cables.total:,}" if cables.words else f"{cables.total:,}"
        self.query_one(PaneTitle).show(f"CABLES {count}", cables.order.describe())
