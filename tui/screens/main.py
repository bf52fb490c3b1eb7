"""The main screen: three panes, what they ask of each other, and the library behind them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget

from .. import layout
from ..bindings import bindings_of
from ..footer import footer_of
from ..layout import Pane
from ..loading import batches
from ..row_text import about
from ..rows import Order
from ..widgets.cable_list import CableList
from ..widgets.list_pane import ListPane
from ..widgets.notes_pane import NotesPane
from ..widgets.pane_title import PaneTitle
from ..widgets.reader import Reader
from ..widgets.status import KeyLine, StatusLine

if TYPE_CHECKING:
    from ...cable import Cable
    from ...store.library import Entry, Library
    from ...store.places import Places
    from ...store.session import Session

_STYLES = {"quiet": "$cable-quiet"} | {
    level: f"$cable-{level}" for level in ("unclassified", "restricted", "confidential", "secret")
}
_PREVIEW_AFTER = 0.08
"""Seconds that the cursor rests on a cable before it is read beside the list."""


class MainScreen(Screen[None]):
    """Owns the library, the notes and the session; the panes send messages, and are told what to show."""

    AUTO_FOCUS = "#list"
    HORIZONTAL_BREAKPOINTS = layout.BREAKPOINTS
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("everywhere")

    class Found(Message):
        """More cables of the library."""

        def __init__(self, entries: Sequence[Entry]) -> None:
            """A batch of them, in the order they were found."""
            self.entries = entries
            super().__init__()

    class FoundAll(Message):
        """The library was looked through."""

    class Read(Message):
        """A cable was read, or could not be."""

        def __init__(self, entry: Entry, cable: Cable | None, reason: str = "") -> None:
            """The cable, or None and why."""
            self.entry, self.cable, self.reason = entry, cable, reason
            super().__init__()

    def __init__(self, paths: Sequence[str], places: Places, session: Session) -> None:
        """A screen on files and folders; nothing is read before it is painted."""
        super().__init__()
        self._paths = paths
        self._places = places
        self._session = session
        self._library: Library | None = None
        self._pane: Pane = "list"
        self._side: Pane = "list"
        self._zoom = session.zoom
        self._wanted: Entry | None = None
        self._open: Entry | None = None
        self._preview: Timer | None = None

    def compose(self) -> ComposeResult:
        """The panes from left to right, and the two lines below them."""
        with Horizontal(id="panes"):
            yield ListPane(id="list-pane", classes="pane")
            with Vertical(id="reader-pane", classes="pane"):
                yield PaneTitle("")
                yield Reader(id="reader")
            with Vertical(id="notes-pane", classes="pane"):
                yield PaneTitle("NOTES")
                yield NotesPane(id="notes")
        yield StatusLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """Paint the frame first, then look through the library."""
        self.cables.order = Order.parse(self._session.sort or "")
        self._arrange()
        self.call_after_refresh(self._scan)

    # The panes

    @property
    def cables(self) -> CableList:
        """The list."""
        return self.query_one("#list", CableList)

    @property
    def reader(self) -> Reader:
        """The reader."""
        return self.query_one("#reader", Reader)

    @property
    def notes(self) -> NotesPane:
        """The notes."""
        return self.query_one("#notes", NotesPane)

    @property
    def status(self) -> StatusLine:
        """The line that answers."""
        return self.query_one("#status", StatusLine)

    def pane_widget(self, pane: Pane) -> Widget:
        """The widget of a pane that takes the focus and has the pane's actions."""
        return self.query_one(f"#{pane}")

    def focus_pane(self, pane: Pane) -> None:
        """Go to a pane, and show it."""
        self._stand_in(pane)
        self.pane_widget(pane).focus()

    def _stand_in(self, pane: Pane) -> None:
        self._pane = pane
        if pane != "reader":
            self._side = pane
        self._arrange()

    def _arrange(self) -> None:
        """Show the panes that there is room for, each as wide as it should be."""
        shown = layout.shown(self.app.size.width, self._pane, self._side, self._zoom)
        widths = layout.widths(self.app.size.width, shown, self._session.pane_widths)
        first = True
        for pane in layout.PANES:
            box = self.query_one(f"#{pane}-pane")
            box.display = pane in shown
            box.styles.width = widths.get(pane, "1fr")
            box.set_class(pane in shown and not first, "-divided")
            first = first and pane not in shown
        self.query_one(KeyLine).show(footer_of(self._pane))

    def on_resize(self, event: events.Resize) -> None:
        """Show as many panes as there is room for now."""
        self._arrange()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow the focus, however it moved."""
        for pane in layout.PANES:
            box = self.query_one(f"#{pane}-pane")
            if box in event.widget.ancestors and pane != self._pane:
                self._stand_in(pane)

    # The library

    @work(thread=True, exclusive=True, group="scan", exit_on_error=False)
    def _scan(self) -> None:
        from ...store.library import Library

        self._library = Library(self._paths)
        for batch in batches(self._library.scan()):
            self.post_message(self.Found(batch))
        self.post_message(self.FoundAll())

    @on(Found)
    def _add(self, message: Found) -> None:
        self.cables.add_rows(message.entries)
        self.status.tell("progress", f"reading… {self.cables.total:,}")

    @on(FoundAll)
    def _finish(self) -> None:
        self.status.tell("progress", "")

    @on(CableList.Highlighted)
    def _highlighted(self, message: CableList.Highlighted) -> None:
        if self._pane == "list":
            pieces = about(message.entry) if message.entry else ()
            self.status.say(Content.assemble(*((piece.text, _STYLES.get(piece.role, "")) for piece in pieces)))
        if self._preview is not None:
            self._preview.stop()
        if message.entry is not None and self.query_one("#reader-pane").display:
            entry = message.entry
            self._preview = self.set_timer(_PREVIEW_AFTER, lambda: self._read(entry))

    @on(CableList.Opened)
    def _opened(self, message: CableList.Opened) -> None:
        self._read(message.entry)
        self.focus_pane("reader")

    def _read(self, entry: Entry) -> None:
        if entry is not self._wanted:
            self._wanted = entry
            self._read_in_thread(entry)

    @work(thread=True, exclusive=True, group="read", exit_on_error=False)
    def _read_in_thread(self, entry: Entry) -> None:
        from ...store.errors import StoreError

        if self._library is None:
            return
        try:
            self.post_message(self.Read(entry, self._library.read(entry)))
        except StoreError as error:
            self.post_message(self.Read(entry, None, str(error)))

    @on(Read)
    def _show(self, message: Read) -> None:
        if message.entry is not self._wanted:
            return
        self._open = message.entry
        if message.cable is None:
            self.status.say(Content(message.reason))
            return
        at = self._session.paragraphs.get(message.cable.id or "")
        self.reader.show(message.cable, [], at)
        self.notes.show(message.cable, [])
        self.query_one("#reader-pane", Vertical).query_one(PaneTitle).show(message.entry.label)

    # Actions

    def action_next_pane(self) -> None:
        """Go to the pane on the right, then round again."""
        self.focus_pane(layout.neighbour(self._pane, 1, wrap=True) or "list")

    def action_previous_pane(self) -> None:
        """Go to the pane on the left, then round again."""
        self.focus_pane(layout.neighbour(self._pane, -1, wrap=True) or "list")

    def action_focus_list(self) -> None:
        """Go to the list."""
        self.focus_pane("list")

    def action_focus_reader(self) -> None:
        """Go to the reader."""
        self.focus_pane("reader")

    def action_focus_notes(self) -> None:
        """Go to the notes."""
        self.focus_pane("notes")

    def action_go_in(self) -> None:
        """Go to the pane on the right."""
        if pane := layout.neighbour(self._pane, 1):
            self.focus_pane(pane)

    def action_go_out(self) -> None:
        """Go to the pane on the left."""
        if pane := layout.neighbour(self._pane, -1):
            self.focus_pane(pane)

    def action_back(self) -> None:
        """Go out one level; in the list, quit."""
        if self._pane == "list":
            self.action_quit()
        else:
            self.action_go_out()

    def action_zoom(self) -> None:
        """Give the focused pane the whole screen, and back."""
        self._zoom = not self._zoom
        self._arrange()

    def action_quit(self) -> None:
        """Leave the program."""
        self.app.exit()
