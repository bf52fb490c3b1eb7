"""The main screen's way to two cables side by side: which other one, read in a thread."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual import on, work
from textual.content import Content
from textual.message import Message

from ...store.errors import SourceError
from ..commands import with_keys
from ..row_text import one_line
from .beside import BesideScreen
from .pick import Item, Pick
from .visiting import VisitingScreen

if TYPE_CHECKING:
    from ...cable import Cable
    from ...store.entry import Entry


class ComparingScreen(VisitingScreen):
    """Offers the copies of the cable, the cables it refers to, and its neighbours in the list."""

    class OtherRead(Message):
        """The cable that is to stand beside the one that is open was read, or could not be."""

        def __init__(self, entry: Entry, cable: Cable | None, reason: str = "") -> None:
            """The cable, or None and why."""
            self.entry, self.cable, self.reason = entry, cable, reason
            super().__init__()

    def action_beside(self) -> None:
        """Choose a cable to be set beside the one that is open."""
        if self.entry is None or self.cable is None:
            self.status.say(Content("No cable is open"))
            return
        others = list(self._others(self.entry, self.cable))
        if not others:
            self.status.say(Content("There is no copy of it, no cable it refers to, and no other one in the list"))
            return
        items = [
            Item(str(number), one_line(f"{what}  {_told_apart(entry, self.entry)}"))
            for number, (what, entry) in enumerate(others)
        ]

        def chosen(key: str | None) -> None:
            if key is not None:
                self._read_other(others[int(key)][1])

        title = f"Beside {one_line(self.entry.label)}"
        hint = with_keys("{dialogs.choose} shows both   {dialogs.filter} finds   {dialogs.close} closes")
        self.app.push_screen(Pick(title, lambda: items, hint), chosen)

    def _others(self, entry: Entry, cable: Cable) -> Iterator[tuple[str, Entry]]:
        """What may stand beside a cable: other copies first, each cable once."""
        seen = {entry.place}
        for what, other in self._candidates(entry, cable):
            if other.place not in seen and other.problem is None:
                seen.add(other.place)
                yield what, other

    def _candidates(self, entry: Entry, cable: Cable) -> Iterator[tuple[str, Entry]]:
        if self.catalogue is not None and entry.copies > 1:
            yield from (("copy     ", other) for other in self.catalogue.copies(entry))
        for reference in cable.header.references:
            found = self.find(reference.id) if reference.id else None
            if found is not None:
                yield "reference", found
        cables = self.cables
        for what, row in (("next     ", cables.cursor + 1), ("previous ", cables.cursor - 1)):
            if 0 <= row < cables.shown:
                yield what, cables.row(row)

    @work(thread=True, exclusive=True, group="beside", exit_on_error=False, name="Reading the other cable failed")
    def _read_other(self, entry: Entry) -> None:
        library = self.finding.library
        if library is None:
            return
        try:
            self.post_message(self.OtherRead(entry, library.read(entry)))
        except SourceError as error:
            self.post_message(self.OtherRead(entry, None, str(error)))

    @on(OtherRead)
    def _show_both(self, message: OtherRead) -> None:
        if message.cable is None:
            self.notify(message.reason, severity="error", markup=False)
        elif self.entry is not None and self.cable is not None:
            mine, other = _told_apart(self.entry, message.entry), _told_apart(message.entry, self.entry)
            self.app.push_screen(BesideScreen((self.cable, mine), (message.cable, other)))


def _told_apart(entry: Entry, beside: Entry) -> str:
    """What tells a cable from the other one: its id and subject, or of two copies the file and the rendition."""
    if entry.id is None or entry.id != beside.id:
        return f"{entry.label}  {entry.subject or ''}".rstrip()
    where = f"{entry.name}: {entry.member}" if entry.member else entry.name
    return f"{where}  {entry.rendition}" if entry.rendition else where
