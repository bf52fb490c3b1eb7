"""The main screen's leaps: from reference to telegram, and back to where one was reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.content import Content

from ..commands import key_of
from ..history import History, Spot, Stand
from ..widgets.reader import Reader
from .importing import ImportingScreen

if TYPE_CHECKING:
    from ...store.entry import Entry
    from ...store.places import Places
    from ...store.session import Session
    from ..finding import Finding


class FollowingScreen(ImportingScreen):
    """Opens the telegrams that the reader asks for, and remembers the places that were left for them."""

    def __init__(self, finding: Finding, places: Places, session: Session) -> None:
        """A screen with no place to go back to yet."""
        super().__init__(finding, places, session)
        self._history = History()
        self._returning: Spot | None = None

    def show_cable(self) -> None:
        """Show the cable that was read; one that was gone back to, at the place that was left."""
        super().show_cable()
        if self._returning and self.entry and self._returning.cable == _name(self.entry):
            self.reader.return_to(self._returning.stand)
        self._returning = None

    @on(Reader.FollowWanted)
    def _follow(self, message: Reader.FollowWanted) -> None:
        entry = self.find(message.id)
        if entry is not None:
            self.leave_for(entry)
        else:
            self.say_missing(message.id)

    def say_missing(self, telegram: str) -> None:
        """Say that a telegram is not at hand, and offer its citation."""
        from ...cable.cite import Citation

        style, source = self.reader.cited
        citation = Citation(id=telegram).at(source).text(style).rstrip(".")
        self.reader.offer(citation)
        reading = self.finding.indexing.running
        missing = "was not found yet: the library is still being indexed" if reading else "is not in this library"
        self.status.say(Content(f"{telegram} {missing}; {key_of('reader.copy')} copies “{citation}”"))

    def leave_for(self, entry: Entry) -> None:
        """Open a cable, and remember the place that is left."""
        self._leave()
        self._go_to(entry)

    @on(Reader.Left)
    def _remember(self, message: Reader.Left) -> None:
        if self.entry is not None:
            self._history.leave(Spot(_name(self.entry), message.stand))

    @on(Reader.TurnWanted)
    def _turn_back(self, message: Reader.TurnWanted) -> None:
        here = self._here()
        spot = self._history.turn(message.step, here) if here else None
        if spot is None:
            self.status.say(Content(f"Nothing to go {'back' if message.step < 0 else 'forward'} to"))
            return
        self.status.say(Content(""))
        if here and spot.cable == here.cable:
            self.reader.return_to(spot.stand)
            return
        entry = self.find(spot.cable)
        if entry is None:
            self.status.say(Content("The cable that was left is not in this library any more"))
            return
        self._returning = spot
        self._go_to(entry)

    def go_to(self, entry: Entry, stand: Stand) -> None:
        """Open a cable at a place, and remember the place that is left."""
        self._leave()
        self._returning = Spot(_name(entry), stand)
        self._go_to(entry)
        self.focus_pane("reader")

    def _go_to(self, entry: Entry) -> None:
        self.open_at_once(entry)
        self.cables.select(entry)

    def _leave(self) -> None:
        here = self._here()
        if here:
            self._history.leave(here)

    def _here(self) -> Spot | None:
        return Spot(_name(self.entry), self.reader.stand()) if self.entry else None


def _name(entry: Entry) -> str:
    """The name by which the library finds a cable."""
    return entry.id or (str(entry.path) if entry.path else entry.name)
