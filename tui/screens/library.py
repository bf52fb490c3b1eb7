"""The main screen's library: found in one thread, read in another, shown here."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import on, work
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.worker import Worker, WorkerError, WorkerState

from ...cable.safe import visible
from ..row_text import about, one_line
from ..rows import COLUMNS, Order
from ..widgets.cable_list import CableList
from .dialogs import Choose
from .panes import PanesScreen

if TYPE_CHECKING:
    from ...cable import Cable
    from ...store.entry import Entry
    from ...store.library import Library
    from ...store.session import Session
    from ..finding import Finding

_STYLES = {"quiet": "$cable-quiet"} | {
    level: f"$cable-{level}" for level in ("unclassified", "restricted", "confidential", "secret")
}
_PREVIEW_AFTER = 0.08
"""Seconds that the cursor rests on a cable before it is read beside the list."""
_OPEN_WITHIN = 0.5
"""Seconds that the next key waits for the cable that is being opened."""


class LibraryScreen(PanesScreen):
    """Fills the list while the library is looked through, and reads the cable under its cursor."""

    class Found(Message):
        """More cables of the library."""

        def __init__(self, entries: Sequence[Entry]) -> None:
            """A batch of them, in the order they were found."""
            self.entries = entries
            super().__init__()

    class FoundAll(Message):
        """The library was looked through."""

    class CableRead(Message):
        """A cable was read, or could not be."""

        def __init__(self, entry: Entry, cable: Cable | None, reason: str = "") -> None:
            """The cable, or None and why."""
            self.entry, self.cable, self.reason = entry, cable, reason
            super().__init__()

    def __init__(self, finding: Finding, session: Session) -> None:
        """A screen on a library that is being looked through."""
        super().__init__(session)
        self._finding = finding
        self._preview: Timer | None = None
        self._wanted: Entry | None = None
        self._reading: Worker[None] | None = None
        self._last = session.last_cable
        self.entry: Entry | None = None
        self.cable: Cable | None = None
        self.reason = ""
        """Why the cable could not be read."""

    @property
    def _library(self) -> Library | None:
        return self._finding.library

    def on_mount(self) -> None:
        """Show what was found so far, and go on."""
        super().on_mount()
        self.cables.order = Order.parse(self.session.sort or "")
        if self._finding.first:
            self._add(self.Found(self._finding.first))
        self._collect()

    def on_unmount(self) -> None:
        """Look no further."""
        self._finding.stop()

    # Finding cables

    @work(thread=True, exclusive=True, group="scan", exit_on_error=False, name="Looking through the library failed")
    def _collect(self) -> None:
        for batch in self._finding.rest():
            self.post_message(self.Found(batch))
        self.post_message(self.FoundAll())

    @on(Worker.StateChanged)
    def _failed(self, message: Worker.StateChanged) -> None:
        """A thread that fails must not take the screen with it, nor fail in silence."""
        if message.state is WorkerState.ERROR:
            self.status.tell("progress", "")
            self.notify(visible(f"{message.worker.name}: {message.worker.error!r}"), severity="error", markup=False)

    @on(Found)
    def _add(self, message: Found) -> None:
        self.cables.add_rows(message.entries)
        self.status.tell("progress", f"reading… {self.cables.total:,}")
        self._find_last()

    def _find_last(self) -> None:
        """Put the cursor on the cable that was read last, once it is found, unless it was moved meanwhile."""
        if self._last is None or self._library is None or self.cables.moved:
            return
        entry = self._library.find(self._last)
        if entry is not None and self.cables.select(entry):
            self._last = None

    @on(FoundAll)
    def _found_all(self) -> None:
        self._find_last()
        self.status.tell("progress", "")
        if not self.cables.total:
            self.status.say(Content(one_line(f"Nothing was found in {', '.join(self._finding.paths)}")))
            return
        paths = self._finding.paths
        if self.cables.total == 1 and len(paths) == 1 and not os.path.isdir(paths[0]):
            self.cables.action_open()

    # Reading cables

    @on(CableList.Highlighted)
    def _highlighted(self, message: CableList.Highlighted) -> None:
        if self.pane == "list":
            self.say_entry(message.entry)
        if self._preview is not None:
            self._preview.stop()
        if message.entry is not None and self.is_shown("reader"):
            entry = message.entry
            self._preview = self.set_timer(_PREVIEW_AFTER, lambda: self.open(entry))

    @on(CableList.Opened)
    async def _opened(self, message: CableList.Opened) -> None:
        """Read it now, so that keys typed ahead find it open; what takes long is shown when it is there."""
        self.open(message.entry)
        self.focus_pane("reader")
        if self._reading is not None:
            with suppress(TimeoutError):
                # Shielded, so that waiting no longer is not the end of the reading.
                await asyncio.wait_for(asyncio.shield(_finished(self._reading)), _OPEN_WITHIN)

    def entered(self) -> None:
        """Say something about what the focus is on now; the reader does so by itself."""
        self.say_entry(self.cables.current if self.pane == "list" else None)

    def say_entry(self, entry: Entry | None) -> None:
        """Say all about a cable of the list, or nothing."""
        pieces = about(entry) if entry else ()
        self.status.say(Content.assemble(*((piece.text, _STYLES.get(piece.role, "")) for piece in pieces)))

    def open(self, entry: Entry) -> None:
        """Read a cable, and show it; nothing happens if it is the one that is shown."""
        if self._preview is not None:
            self._preview.stop()
        if entry is not self._wanted:
            self._wanted = entry
            self._reading = self._read(entry)

    @work(thread=True, exclusive=True, group="read", exit_on_error=False, name="Reading the cable failed")
    def _read(self, entry: Entry) -> None:
        from ...store.errors import SourceError

        if self._library is None:
            return
        try:
            self.post_message(self.CableRead(entry, self._library.read(entry)))
        except SourceError as error:
            self.post_message(self.CableRead(entry, None, str(error)))

    @on(CableRead)
    def _show_read(self, message: CableRead) -> None:
        if message.entry is not self._wanted:
            return
        self.entry, self.cable, self.reason = message.entry, message.cable, message.reason
        self.show_cable()
        if message.cable is None:
            self.notify(message.reason, severity="error", markup=False)

    def show_cable(self) -> None:
        """Show the cable that was read, or that there is none."""
        raise NotImplementedError

    # Actions

    def action_next_cable(self) -> None:
        """Open the next cable of the list."""
        self._step(1)

    def action_previous_cable(self) -> None:
        """Open the previous cable of the list."""
        self._step(-1)

    def _step(self, rows: int) -> None:
        entry = self.cables.step(rows)
        if entry is None:
            self.status.say(Content("The last cable of the list" if rows > 0 else "The first cable of the list"))
        else:
            self.open(entry)

    @on(CableList.SortWanted)
    def _choose_order(self) -> None:
        order = self.cables.order
        choices = []
        for name, column in COLUMNS.items():
            for descending in (column.descends, not column.descends):
                candidate = Order(name, descending)
                choices.append((str(candidate), candidate.title()))
        self.app.push_screen(Choose("Sort the list", choices, str(order)), self._sort)

    def _sort(self, order: str | None) -> None:
        if order is not None:
            self.cables.sort_by(Order.parse(order))


async def _finished(worker: Worker[None]) -> None:
    """Wait for a worker, however it ends."""
    with suppress(WorkerError):
        await worker.wait()
