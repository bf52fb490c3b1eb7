"""The main screen's library: cables are read in a thread of their own, and shown here."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.worker import Worker, WorkerError, WorkerState, get_current_worker

from ...cable.safe import visible
from ..imports import load_parser
from ..page.cells import cells
from ..reading_ahead import ReadAhead
from ..row_text import about, one_line
from ..search.excerpt import around
from ..widgets.cable_list import CableList
from .indexing import IndexingScreen

if TYPE_CHECKING:
    from ...cable import Cable
    from ...store.entry import Entry
    from ...store.library import Library
    from ...store.places import Places
    from ...store.query import Query, Search, Snippet
    from ...store.session import Session
    from ..finding import Finding

_STYLES = {"quiet": "$cable-quiet"} | {
    level: f"$cable-{level}" for level in ("unclassified", "restricted", "confidential", "secret")
}
_PREVIEW_AFTER = 0.08
"""Seconds that the cursor rests on a cable before it is read beside the list."""
_ASIDE = 12
"""Cells that an excerpt leaves to what else is on the status line."""
_AHEAD_AFTER = 0.06
"""Seconds after a cable was shown at which its neighbours are read: it is painted first."""
_OPEN_WITHIN = 0.5
"""Seconds that the next key waits for the cable that is being opened."""


class LibraryScreen(IndexingScreen):
    """Reads the cable under the cursor of the list."""

    class CableRead(Message):
        """A cable was read, or could not be."""

        def __init__(self, entry: Entry, cable: Cable | None, reason: str = "") -> None:
            """The cable, or None and why."""
            self.entry, self.cable, self.reason = entry, cable, reason
            super().__init__()

    def __init__(self, finding: Finding, places: Places, session: Session) -> None:
        """A screen on a library that is being opened."""
        super().__init__(finding, places, session)
        self._preview: Timer | None = None
        self._comes_to: Entry | None = None
        """What the cursor has come to, until it rests there."""
        self._wanted: Entry | None = None
        self._rests_on: Entry | None = None
        """What the cursor has come to rest on since a cable was opened."""
        self._reading: Worker[None] | None = None
        self._reading_ahead: Worker[None] | None = None
        self._looked_for = ""
        """The query whose words are marked in the reader."""
        self.entry: Entry | None = None
        self.cable: Cable | None = None
        self._ahead = ReadAhead()
        self._next_ahead: Timer | None = None
        self.reason = ""
        """Why the cable could not be read."""

    def find(self, reference: str) -> Entry | None:
        """The cable that a canonical id or a path means, if the library has it."""
        return self.catalogue.find(reference) if self.catalogue is not None else None

    @on(Worker.StateChanged)
    def _failed(self, message: Worker.StateChanged) -> None:
        """A thread that fails must not take the screen with it, nor fail in silence."""
        if message.state is WorkerState.ERROR:
            self.notify(visible(f"{message.worker.name}: {message.worker.error!r}"), severity="error", markup=False)

    # Reading cables

    @on(CableList.Highlighted)
    def _highlighted(self, message: CableList.Highlighted) -> None:
        if self.pane == "list":
            self.say_entry(message.entry)
        self._rest_no_more()
        if message.entry is not None:
            self._comes_to = entry = message.entry
            self._preview = self.set_timer(_PREVIEW_AFTER, lambda: self._rested(entry))

    def _rest_no_more(self) -> None:
        self._comes_to = None
        if self._preview is not None:
            self._preview.stop()

    def _rested(self, entry: Entry) -> None:
        """The cursor rests on a cable: show it beside the list, or read it; and words around what was looked for."""
        self._comes_to, self._rests_on = None, entry
        if self.is_shown("reader"):
            self.open(entry)
        elif self._ahead.find(entry) is None:
            self._reading_ahead = self._read_ahead([entry])
        query = self.view.query
        if query is not None and query.find_words() and self.pane == "list":
            self.desk.ask("snippet", partial(_snippet, self.search, entry, query), partial(self._say_snippet, entry))

    def reader_came(self) -> None:
        """Show what the cursor rests on where there is room beside the list now."""
        if self._rests_on is not None and self._rests_on == self.cables.current and self.is_shown("reader"):
            self.open(self._rests_on)

    def _say_snippet(self, entry: Entry, found: Snippet) -> None:
        if self.pane != "list" or entry != self.cables.current or not found.marks:
            return
        label = one_line(entry.label)
        excerpt = around(found.text, found.marks, self.status.size.width - cells(label) - _ASIDE)
        words = Content(excerpt.text)
        for start, end in excerpt.marks:
            words = words.stylize("$cable-find-current bold", start, end)
        self.status.say(Content.assemble((label, "$cable-quiet"), "  ", words), whole=False, stays=True)

    @on(CableList.Opened)
    async def _opened(self, message: CableList.Opened) -> None:
        """Read it now, so that keys typed ahead find it open; what takes long is shown when it is there."""
        self.open(message.entry)
        self.focus_pane("reader")
        await self._read_now()

    async def _read_now(self) -> None:
        if self._reading is not None:
            with suppress(TimeoutError):
                # Shielded, so that waiting no longer is not the end of the reading.
                await asyncio.wait_for(asyncio.shield(_finished(self._reading)), _OPEN_WITHIN)

    def show_text(self, entry: Entry) -> None:
        """Show a text in the reader, and go there."""
        self.cables.select(entry)
        self.open(entry)
        self.focus_pane("reader")

    def entered(self) -> None:
        """Say something about what the focus is on now; the reader does so by itself.

        Who leaves the list before the cursor has rested goes to the cable that it stands on.
        """
        self.say_entry(self.cables.current if self.pane == "list" else None)
        if self.pane != "list" and self._comes_to is not None and self.is_shown("reader"):
            self.open_at_once(self._comes_to)

    def say_entry(self, entry: Entry | None) -> None:
        """Say all about a cable of the list, or nothing."""
        pieces = about(entry) if entry else ()
        said = Content.assemble(*((piece.text, _STYLES.get(piece.role, "")) for piece in pieces))
        self.status.say(said, whole=False, stays=True)

    def open(self, entry: Entry) -> None:
        """Read a cable, and show it; nothing happens if it is the one that is shown."""
        self._rest_no_more()
        self._rests_on = None
        if entry != self._wanted:
            self._wanted = entry
            if self._ahead.wait_for(entry):
                self._reading = self._reading_ahead
            elif known := self._ahead.find(entry):
                self._reading = None
                self._show_read(self.CableRead(entry, known))
            else:
                self._reading = self._read(entry)

    def open_at_once(self, entry: Entry) -> None:
        """Open what a key asks for: the next key is for this cable, and waits until it was read, but not for long."""
        self.open(entry)
        self.call_later(self._read_now)

    @work(thread=True, exclusive=True, group="read", exit_on_error=False, name="Reading the cable failed")
    def _read(self, entry: Entry) -> None:
        if (library := self.finding.library) is not None:
            self.post_message(self._read_from(library, entry))

    def _read_from(self, library: Library, entry: Entry) -> CableRead:
        """Read a cable, or find out why it cannot be read; called in a thread."""
        from ...store.errors import SourceError

        load_parser()
        try:
            cable = library.read(entry)
        except SourceError as error:
            return self.CableRead(entry, None, str(error))
        self.prepare(cable)
        self._ahead.keep(entry, cable)
        return self.CableRead(entry, cable)

    def prepare(self, cable: Cable) -> None:
        """Do what takes long for a cable that was read; called in the thread that read it."""

    @on(CableRead)
    def _show_read(self, message: CableRead) -> None:
        if message.entry != self._wanted:
            return
        self.entry, self.cable, self.reason = message.entry, message.cable, message.reason
        self.show_cable()
        self._carry_search()
        if message.cable is None:
            self.notify(message.reason, severity="error", markup=False)
        if self._next_ahead is not None:
            self._next_ahead.stop()
        self._next_ahead = self.set_timer(_AHEAD_AFTER, self.look_ahead)

    def look_ahead(self) -> None:
        """Read the neighbours of the cable that is shown, for J and K to find them read."""
        wanted = [entry for entry in self.neighbours() if self._ahead.find(entry) is None]
        if wanted:
            self._reading_ahead = self._read_ahead(wanted)

    def neighbours(self) -> list[Entry]:
        """The cables after and before the one that is shown, where the list stands on it."""
        cables = self.cables
        if self.entry is None or cables.current != self.entry:
            return []
        return [cables.row(row) for row in (cables.cursor + 1, cables.cursor - 1) if 0 <= row < cables.shown]

    @work(thread=True, exclusive=True, group="ahead", exit_on_error=False, name="Reading ahead failed")
    def _read_ahead(self, entries: Sequence[Entry]) -> None:
        library = self.finding.library
        for entry in entries:
            if library is None or get_current_worker().is_cancelled:
                return
            self._ahead.begin(entry)
            try:
                read = self._read_from(library, entry)
            finally:
                awaited = self._ahead.end(entry)
            if awaited:
                self.post_message(read)  # it was opened meanwhile; where it cannot be read, that is said now
                return

    def listed(self) -> None:
        """Mark in the reader what is looked for now; while that is typed, only in what is read for it."""
        super().listed()
        if not self.query_line.typing:
            self.settled_on_query()

    def settled_on_query(self) -> None:
        """Mark in the reader what was typed."""
        if self.text != self._looked_for:
            self._carry_search()

    def _carry_search(self) -> None:
        """Mark the words of the query in the cable that is shown, for n and N to step through."""
        from ...store.query.marks import Marker

        words = " ".join(self.view.query.find_words()) if self.view.query is not None else ""
        if words and self.view.query is not None:
            marker = Marker(self.view.query.phrases)
            self.reader.look_for(words, lambda text: ((mark.start, mark.end) for mark in marker.marks(text)))
        elif self._looked_for:
            self.reader.clear_find()
        self._looked_for = self.text

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
            self.open_at_once(entry)


def _snippet(search: Search, entry: Entry, query: Query) -> Snippet:
    load_parser()
    return search.snippet(entry, query)


async def _finished(worker: Worker[None]) -> None:
    """Wait for a worker, however it ends."""
    with suppress(WorkerError):
        await worker.wait()
