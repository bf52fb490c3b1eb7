"""The main screen's way to the notes of all cables, to their paragraphs, and to their versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.content import Content

from ...cable.safe import visible
from ..commands import key_of
from ..widgets.notes_pane import NotesPane
from .note_places import NotePlacesScreen

if TYPE_CHECKING:
    from ...store.notes import Note, Past


class NoteLibraryScreen(NotePlacesScreen):
    """Opens the screen of all notes, and goes where it leads."""

    _wanted_note: Note | None = None
    """The note to go to once its cable is shown."""

    def action_all_notes(self) -> None:
        """Show the notes of all cables."""
        from .all_notes import AllNotesScreen

        if self.keep_draft():
            self.app.push_screen(AllNotesScreen(self.notebook, self.session), self._leave_for)

    def _leave_for(self, note: Note | None) -> None:
        self.refresh_notes()
        if note is None:
            return
        entry = self.find(note.cable)
        if entry is None:
            self.status.say(Content(visible(f"{note.cable} is not in this library; its notes are kept")))
            return
        self._wanted_note = note
        if entry is self.entry and self.cable is not None:
            self._go_to_note()
        else:
            self.open(entry)
            self.cables.select(entry)

    def show_cable(self) -> None:
        """Show the cable that was read, and the note that it was opened for."""
        super().show_cable()
        self._go_to_note()

    def _go_to_note(self) -> None:
        note, self._wanted_note = self._wanted_note, None
        if note is None:
            return
        placed = next((item for item in self._placed if item.note.id == note.id), None)
        if placed is not None and placed.block is not None:
            self.reader.go_to(placed.block.anchor)
        self.focus_pane("reader" if placed and placed.block else "notes")
        self.notes.select(note.id)

    # Versions

    @on(NotesPane.HistoryWanted)
    def _show_history(self, message: NotesPane.HistoryWanted) -> None:
        from .note_history import HistoryScreen

        def restore(past: Past | None) -> None:
            if past is not None:
                self.attempt(lambda: self.notebook.change.restore(message.note, past))
                self.refresh_notes()
                self.notify(
                    f"Version {past.rev} is back; {key_of('everywhere.undo')} takes it back", markup=False, timeout=4
                )

        self.app.push_screen(HistoryScreen(message.note), restore)
