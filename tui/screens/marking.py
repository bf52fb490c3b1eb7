"""The main screen's marks on cables: read and unread, flags, the user's own tags; and the way to the next unread.

A cable counts as read when it has stood before the reader for a moment while the reader has the focus, or was moved in:
what is only passed on the way, or seen beside the list, stays unread.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on, work
from textual.content import Content
from textual.message import Message
from textual.timer import Timer

from ...store.errors import StoreError
from ..commands import key_of
from ..marks import MarkChange, describe_marks, next_unread
from ..row_text import one_line
from ..typed import tag_line, tags_of
from ..widgets.reader import Reader
from .listing import is_damage
from .relating import RelatingScreen
from .tagging import AskTags

if TYPE_CHECKING:
    from ...cable import Cable
    from ...store.entry import Entry
    from ...store.places import Places
    from ...store.reading import Change
    from ...store.session import Session
    from ..finding import Finding

_A_MOMENT = 1.5
"""Seconds after which a cable before the reader counts as read."""
_ELSEWHERE = 2.0
"""Seconds between two looks at what other windows have marked."""


class MarkingScreen(RelatingScreen):
    """Marks cables, on their own as they are read and as the user says."""

    class MarksRead(Message):
        """The marks are known, or why they are not."""

        def __init__(self, problem: str = "") -> None:
            """What went wrong, if anything."""
            self.problem = problem
            super().__init__()

    def __init__(self, finding: Finding, places: Places, session: Session) -> None:
        """A screen that knows of no mark yet."""
        super().__init__(finding, places, session)
        self._moment: Timer | None = None
        self._arriving = False
        self._marked_at = 0

    def on_mount(self) -> None:
        """Read the marks, and look now and then whether another window has changed them."""
        self._read_marks()
        self.set_interval(_ELSEWHERE, self._look_elsewhere)

    @work(thread=True, group="marks", exit_on_error=False, name="Reading the marks on cables failed")
    def _read_marks(self) -> None:
        """Open the file in a thread: the first time it may have to be mended."""
        try:
            self.reading.read_ids()
        except StoreError as error:
            self.post_message(self.MarksRead(str(error)))
        else:
            self.post_message(self.MarksRead(self.reading.message or ""))

    @on(MarksRead)
    def _know_marks(self, message: MarksRead) -> None:
        if message.problem:
            self.notify(message.problem, severity="warning", markup=False, timeout=15)
        self.refresh_marks()

    def refresh_marks(self) -> None:
        """Show the marks as they are now."""
        self.attempt(self._show_marks)

    def _show_marks(self) -> None:
        self._marked_at = self.reading.generation
        self.cables.set_marks(self.reading.read_ids(), self.reading.flagged_ids())
        self.name_reader()

    def _look_elsewhere(self) -> None:
        try:
            changed = self.reading.generation != self._marked_at
        except StoreError:
            return  # it was said when the marks were read; a change that fails says it again
        if changed:
            self.refresh_marks()

    def on_cable(self) -> list[str]:
        """Flag and tags, then what else there is."""
        found: list[str] = []
        cable = self.cable.id if self.cable else None
        if cable:
            self.attempt(lambda: found.extend(self._marks_of(cable)))
        return found + super().on_cable()

    def _marks_of(self, cable: str) -> list[str]:
        flag = ["flagged"] if cable in self.reading.flagged_ids() else []
        tags = self.reading.tags(cable)
        return flag + ([one_line(tag_line(tags))] if tags else [])

    # Read

    def show_cable(self) -> None:
        """Show the cable that was read; it is not read by being shown."""
        self._arriving = True
        super().show_cable()
        self._begin_moment()

    def prepare(self, cable: Cable) -> None:
        """Lay the cable out, too; called in the thread that read it."""
        super().prepare(cable)
        self.reader.lay_out_ahead(cable)

    def entered(self) -> None:
        """The reader may have come to the cable just now."""
        super().entered()
        self._begin_moment()

    def _begin_moment(self) -> None:
        if self._moment is not None:
            self._moment.stop()
        self._moment = self.set_timer(_A_MOMENT, self.stay) if self.pane == "reader" and self.cable else None

    @on(Reader.Moved)
    def _went(self) -> None:
        """The first move is that to where the cable was left."""
        self.status.move_on()
        if self._arriving:
            self._arriving = False
        elif self._moment is not None:
            self.stay()

    def stay(self) -> None:
        """The cable before the reader is being read."""
        if self._moment is None or self.cable is None or self.pane != "reader":
            return
        self._moment.stop()
        self._moment = None
        if cable := self.cable.id:
            self.attempt(lambda: self.reading.mark_read([cable]))
            self.refresh_marks()

    # Commands

    def cable_at_hand(self) -> str | None:
        """The id of the cable under the cursor of the list, or of the one that is open; says so if there is none."""
        entry = self.cables.current if self.pane == "list" else self.entry
        if entry is None or entry.id is None:
            self.status.say(
                Content("No cable is at hand" if entry is None else "Marks and tags need a cable with an id")
            )
            return None
        return entry.id

    def change_marks(self, change: Callable[[], Change]) -> None:
        """Change marks so that it can be taken back, and say what was done."""

        def make() -> None:
            made = change()
            self.notebook.marked(MarkChange(made))
            self.refresh_marks()
            if made:
                self.status.say(Content(f"{describe_marks(made)}; {key_of('everywhere.undo')} takes it back"))

        self.attempt(make)

    def action_toggle_read(self) -> None:
        """Mark the cable as unread, or as read."""
        cable = self.cable_at_hand()
        if cable is None:
            return
        if self._moment is not None:
            self._moment.stop()
            self._moment = None
        self.change_marks(lambda: self.reading.mark_read([cable], cable not in self.reading.read_ids()))

    def action_flag(self) -> None:
        """Flag the cable, or take its flag away."""
        if cable := self.cable_at_hand():
            self.change_marks(lambda: self.reading.flag([cable], cable not in self.reading.flagged_ids()))

    def action_cable_tags(self) -> None:
        """Change the user's tags of the cable."""
        if cable := self.cable_at_hand():
            self.attempt(lambda: self._ask_tags(cable))

    def _ask_tags(self, cable: str) -> None:
        tags, known = self.reading.tags(cable), tuple(self.reading.all_tags())

        def changed(line: str | None) -> None:
            if line is not None:
                self.change_marks(lambda: self.reading.set_tags(cable, tags_of(line)))

        self.app.push_screen(AskTags(f"Tags of {cable}", tag_line(tags), known), changed)

    # The next unread

    async def action_next_unread(self) -> None:
        """Go to the next cable of the list that was not read."""
        self._go_unread(await self._unread(1))

    async def action_previous_unread(self) -> None:
        """Go to the previous cable of the list that was not read."""
        self._go_unread(await self._unread(-1))

    async def _unread(self, step: int) -> int | None:
        """The row of the next unread cable (the previous one with -1), round the end of the list; None for none."""
        from sqlite3 import DatabaseError

        read: list[frozenset[str]] = []
        self.attempt(lambda: read.append(self.reading.read_ids()))
        while self.catalogue is not None and read:
            rows, cursor, ids = self.cables.ids, self.cables.cursor, self.catalogue.ids
            try:
                found = await asyncio.to_thread(next_unread, rows, cursor, step, ids, read[0])
            except DatabaseError as error:
                if is_damage(error):
                    self.mend()
                break
            if rows is self.cables.ids:
                return found
        return None

    def _go_unread(self, row: int | None) -> None:
        if row is None:
            self.status.say(Content("No other cable of the list is unread"))
            return
        self.cables.go_to(row)
        if self.pane == "list":
            return
        entry = self.cables.row(row)
        self.open_at_once(entry)
        self.status.say(Content(f"Unread: {_named(entry)}"))

    @on(Reader.ReadOut)
    async def _read_out(self, message: Reader.ReadOut) -> None:
        """The end of the cable is before the reader: say what comes next; when it is asked for, go there."""
        self.stay()
        row = await self._unread(1)
        if message.on:
            self._go_unread(row)
        elif row is None:
            self.status.say(Content("The end; no other cable of the list is unread"))
        else:
            self.status.say(Content(f"The end; {key_of('reader.read_on')} goes on to {_named(self.cables.row(row))}"))


def _named(entry: Entry) -> str:
    return one_line(f"{entry.label}  {entry.subject or ''}".rstrip())
