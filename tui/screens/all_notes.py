"""The notes of all cables on one screen: changed, and left for their paragraphs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType

from ...cable.safe import visible
from ...store.errors import NoteConflict, StoreError
from ..bindings import bindings_of
from ..commands import with_keys
from ..note_index import GROUPS
from ..notebook import Change, ChangedElsewhere, describe
from ..typed import tag_line, tags_of
from ..widgets.note_index import NoteIndex
from .dialogs import Choose
from .help import HelpScreen
from .note_history import HistoryScreen
from .notes_read import NotesReadScreen
from .tagging import AskTags

if TYPE_CHECKING:
    from ...store.notes import Note


class AllNotesScreen(NotesReadScreen):
    """Gives the note that the user wants to go to, or None."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("all_notes")

    # Actions

    @on(NoteIndex.Opened)
    def action_open(self) -> None:
        """Leave for the paragraph of the note."""
        if (note := self._note) is not None:
            self.dismiss(note)

    @property
    def _note(self) -> Note | None:
        found = self._index.current
        return found.note if found else None

    def action_group(self) -> None:
        """Choose how the notes are grouped."""

        def chosen(by: str | None) -> None:
            if by is not None:
                self._session.notes_by = by
                self._show()

        choices = [(key, words.capitalize()) for key, words in GROUPS.items()]
        self.app.push_screen(Choose("Group the notes", choices, self._by), chosen)

    def action_tags(self) -> None:
        """Change the tags of the note."""
        note = self._note
        if note is None:
            return

        def given(line: str | None) -> None:
            if line is not None:
                self._change(lambda: self._notebook.change.tag(note, tags_of(line)))

        known = list(self._notebook.store.tags())
        title = visible(f"Tags of the note on {note.label}")
        self.app.push_screen(AskTags(title, tag_line(note.tags), known), given)

    def action_delete(self) -> None:
        """Delete the note."""
        note = self._note
        if note is not None:
            self._change(lambda: self._told(self._notebook.delete(note)))

    def _told(self, change: Change) -> None:
        self.notify(describe(change) + with_keys("; {all_notes.undo} brings it back"), markup=False, timeout=4)

    def action_history(self) -> None:
        """Show the versions of the note."""
        note = self._note
        if note is None:
            return
        restore = self._notebook.change.restore
        self.app.push_screen(
            HistoryScreen(note), lambda past: self._change(lambda: restore(note, past)) if past else None
        )

    def action_undo(self) -> None:
        """Take back the last change."""
        self._turn(self._notebook.undo, "Nothing to undo", undone=True)

    def action_redo(self) -> None:
        """Make again the change that was taken back."""
        self._turn(self._notebook.redo, "Nothing to redo", undone=False)

    def _turn(self, turn: Callable[[], Change | None], nothing: str, *, undone: bool) -> None:
        def tell() -> None:
            change = turn()
            self.notify(describe(change, undone=undone) if change else nothing, markup=False, timeout=3)

        self._change(tell)

    def _change(self, action: Callable[[], object]) -> None:
        """Do something with the notes, say what went wrong if anything, and read them again."""
        try:
            action()
        except ChangedElsewhere:
            self.notify("It was changed elsewhere meanwhile and left as it is", severity="warning", markup=False)
        except NoteConflict as conflict:
            self.notify(str(conflict), severity="warning", markup=False, timeout=10)
        except StoreError as error:
            self.notify(str(error), severity="error", markup=False, timeout=10)
        self.load()

    def action_help(self) -> None:
        """Show the keys of this screen."""
        self.app.push_screen(HelpScreen("all_notes"))

    def action_back(self) -> None:
        """Clear the filter, then go back to the cables."""
        if self._words:
            self.leave_filter()
        else:
            self.dismiss(None)

    # Moving

    def action_cursor_down(self) -> None:
        """Go to the next note."""
        self._index.step(1)

    def action_cursor_up(self) -> None:
        """Go to the previous note."""
        self._index.step(-1)

    def action_page_down(self) -> None:
        """Go a page down."""
        self._index.page(1)

    def action_page_up(self) -> None:
        """Go a page up."""
        self._index.page(-1)

    def action_half_page_down(self) -> None:
        """Go half a page down."""
        self._index.page(0.5)

    def action_half_page_up(self) -> None:
        """Go half a page up."""
        self._index.page(-0.5)

    def action_first(self) -> None:
        """Go to the first note."""
        self._index.go_to(0)

    def action_last(self) -> None:
        """Go to the last note."""
        self._index.last()
