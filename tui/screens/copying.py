"""The main screen copies what the list and the notes stand on; the reader copies by itself."""

from __future__ import annotations

from dataclasses import replace

from textual import on
from textual.content import Content

from ...cable.safe import visible
from ..page.copies import noted
from ..widgets.cable_list import CableList
from ..widgets.notes_pane import NotesPane
from .comparing import ComparingScreen


class CopyingScreen(ComparingScreen):
    """Reads a cable of the list that is not shown before it copies it."""

    _to_copy: CableList.CopyWanted | None = None

    @on(CableList.CopyWanted)
    def _copy_from_list(self, message: CableList.CopyWanted) -> None:
        self._to_copy = message
        if message.entry == self.entry:
            self._copy_now()
        else:
            self.open(message.entry)

    def show_cable(self) -> None:
        """Show the cable that was read, and copy it where that is why it was."""
        super().show_cable()
        self._copy_now()

    def _copy_now(self) -> None:
        wanted, self._to_copy = self._to_copy, None
        if wanted is None or wanted.entry != self.entry:  # another one was opened meanwhile
            return
        if self.cable is None:
            self.status.say(Content("There is no cable in it to be cited"))
        elif wanted.whole:
            self.reader.action_copy_cable()
        else:
            self.reader.copy_citation()

    @on(NotesPane.CopyWanted)
    def _copy_note(self, message: NotesPane.CopyWanted) -> None:
        from ...cable.cite import citation
        from ...store.export.form import paragraph_of

        cable, note = self.cable, message.note
        if cable is None:
            return
        item = next((item for item in self._placed if item.note.id == note.id), None)
        if item is not None and item.block is not None:
            cited = citation(cable, item.block, item.until)
        else:  # where it stood in the text that it was written on
            cited = replace(citation(cable), paragraph=paragraph_of(note))
        style, source = self.reader.cited
        self.reader.copy(visible(noted(note.body, note.quote, cited.at(source).text(style))), "the note")
