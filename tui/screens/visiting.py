"""The main screen's places: where each cable was left, bookmarks, and the history of what was read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import groupby
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.timer import Timer

from ...cable.anchors import address_label
from ...store.errors import StoreError
from ..ages import age
from ..commands import with_keys
from ..history import Stand
from ..row_text import one_line
from ..widgets.reader import Reader
from .marking import MarkingScreen
from .pick import GOES_THERE, Item, Pick

if TYPE_CHECKING:
    from ...cable import Cable
    from ...store.places import Places
    from ...store.reading import Visit
    from ...store.session import Session
    from ..finding import Finding

_SOON = 0.4
"""Seconds after a move at which it is written where one stands: what a killed window forgets at most."""
_ROWS_ABOVE = 3
"""Rows that are shown above a place that is jumped to."""
_VISITS = 5000
_APART = "\t"


class VisitingScreen(MarkingScreen):
    """Remembers where one reads, and goes to places that were kept."""

    def __init__(self, finding: Finding, places: Places, session: Session) -> None:
        """A screen on which nothing was visited yet."""
        super().__init__(finding, places, session)
        self._visit: int | None = None
        self._visited: str | None = None
        self._visited_title = ""
        self._soon: Timer | None = None

    # Where one reads

    def left_at(self, cable: Cable) -> tuple[str, int]:
        """Where a cable was left, in this window or another one."""
        try:
            visit = self.reading.last_visit(cable.id) if cable.id else None
        except StoreError:
            return "", 0  # it was said when the marks were read
        return (visit.anchor, visit.offset) if visit else ("", 0)

    def show_cable(self) -> None:
        """Keep the place in the cable that is left, and show the other one."""
        self.keep_place()
        self._visit = self._visited = None
        super().show_cable()
        self._show_bookmarks()

    def stay(self) -> None:
        """The cable before the reader is being read: it is visited."""
        super().stay()
        if self._visited is None and self.cable is not None and self.pane == "reader":
            self._visited, self._visited_title = self.cable.id, self.cable.header.subject or ""
            self.keep_place()

    @on(Reader.Moved)
    def _remember_soon(self) -> None:
        if self._visited and self._soon is None:
            self._soon = self.set_timer(_SOON, self.keep_place)

    def keep_place(self) -> None:
        """Write where one stands in the cable that is visited."""
        if self._soon is not None:
            self._soon.stop()
            self._soon = None
        if cable := self._visited:
            anchor, offset = self.reader.stopped_at()
            try:
                self._visit = self.reading.visit(cable, self._visited_title, anchor, offset, self._visit)
            except StoreError:
                self._visited = None  # where one stood is not worth a word at every move

    # Bookmarks

    def refresh_marks(self) -> None:
        """Show the marks as they are now, those in the text too."""
        super().refresh_marks()
        self._show_bookmarks()

    def _show_bookmarks(self) -> None:
        cable = self.cable.id if self.cable else None
        try:
            anchors = [mark.anchor for mark in self.reading.bookmarks(cable)] if cable else []
        except StoreError:
            anchors = []
        self.reader.set_bookmarks(anchors)

    @on(Reader.BookmarkWanted)
    def _bookmark(self, message: Reader.BookmarkWanted) -> None:
        cable = self.cable.id if self.cable else None
        if cable is None:
            self.status.say(Content("A bookmark needs a cable with an id"))
            return
        anchor = message.block.anchor if message.block else ""
        if message.marked:
            self.change_marks(lambda: self.reading.remove_bookmark(cable, anchor))
        else:
            words = message.block.text if message.block else (self.entry.subject if self.entry else "") or ""
            self.change_marks(lambda: self.reading.add_bookmark(cable, anchor, " ".join(words[:200].split())))

    def action_bookmarks(self) -> None:
        """List the bookmarks, to go to one or take it away."""
        if self._bookmark_items():
            hint = with_keys(f"{{dialogs.delete}} takes it away   {GOES_THERE}")
            self.app.push_screen(Pick("Bookmarks", self._bookmark_items, hint, self._drop_bookmark), self._jump)
        else:
            self.status.say(Content(with_keys("No bookmark yet; {reader.bookmark} in the reader sets one")))

    def _bookmark_items(self) -> Sequence[Item]:
        found: list[Item] = []
        self.attempt(
            lambda: found.extend(
                Item(
                    f"{mark.cable}{_APART}{mark.anchor}",
                    one_line(f"{mark.cable} {address_label(mark.anchor) if mark.anchor else ''}  {mark.words}"),
                    _ago(mark.at),
                )
                for mark in self.reading.bookmarks()
            )
        )
        return found

    def _drop_bookmark(self, key: str) -> None:
        cable, _, anchor = key.partition(_APART)
        self.change_marks(lambda: self.reading.remove_bookmark(cable, anchor))

    # History

    def action_visits(self) -> None:
        """List the cables that were read, the last one first, to go back to one."""
        self.keep_place()
        if self._visit_items():
            self.app.push_screen(Pick("Read before", self._visit_items, with_keys(GOES_THERE)), self._jump)
        else:
            self.status.say(Content("Nothing was read yet"))

    def _visit_items(self) -> Sequence[Item]:
        visits: list[Visit] = []
        self.attempt(lambda: visits.extend(self.reading.visits(_VISITS)))
        places = (next(iter(there)) for _, there in groupby(visits, lambda visit: visit.cable))
        return [
            Item(
                f"{visit.cable}{_APART}{visit.anchor}",
                one_line(f"{visit.cable} {address_label(visit.anchor) if visit.anchor else ''}  {visit.title}"),
                _ago(visit.at),
            )
            for visit in places
        ]

    def _jump(self, key: str | None) -> None:
        """Go to a place in a cable of the library."""
        if key is None:
            return
        cable, _, anchor = key.partition(_APART)
        if self.cable is not None and self.cable.id == cable:
            self.focus_pane("reader")
            self.reader.leap(anchor or None)
            return
        entry = self.find(cable)
        if entry is None:
            self.status.say(Content(f"{cable} is not in this library"))
            return
        self.go_to(entry, Stand(anchor or None, _ROWS_ABOVE))


def _ago(at: str) -> str:
    return age(datetime.fromisoformat(at).replace(tzinfo=UTC), datetime.now(UTC))
