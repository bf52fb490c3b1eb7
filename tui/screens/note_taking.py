"""The main screen's notes: written, changed and taken back here; the panes only ask for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content

from ...cable.safe import visible
from ...store.drafts.box import DraftBox
from ...store.errors import NoteConflict, StoreError
from ...store.words import counted
from ..commands import with_keys
from ..deck import label_of
from ..layout import Pane
from ..note_sheet import Sheet
from ..notebook import Notebook
from ..standing import standing
from ..widgets.cable_list import CableList
from ..widgets.editor import NoteEditor
from ..widgets.notes_pane import NotesPane
from ..widgets.reader import Reader
from .library import LibraryScreen

if TYPE_CHECKING:
    from ...cable import Block, Cable
    from ...store.entry import Entry
    from ...store.notes import Note, Placed
    from ...store.places import Places
    from ...store.query import Outside
    from ...store.reading import Reading
    from ...store.session import Session
    from ..finding import Finding


_PATIENCE = 1.0
"""Seconds that the screen waits for another program that writes to the same notes; then it says so."""


class NoteTakingScreen(LibraryScreen):
    """Shows the notes of the cable that is read, and does to them what is asked."""

    notes_aside = ""
    """What else is said above the notes."""

    def __init__(self, finding: Finding, places: Places, session: Session) -> None:
        """A screen on a library, with notes and drafts where they are kept."""
        super().__init__(finding, places, session)
        self._placed: list[Placed] = []
        self._note_on: Entry | None = None
        self._came_from: Pane = "list"
        self._warned = False

    @cached_property
    def notebook(self) -> Notebook:
        """The notes; loaded when they are first wanted."""
        from ...store.notes import NoteStore
        from ...store.notes.drafts import Drafts

        store = NoteStore(self.places.notes, self.places.state, patience=_PATIENCE)
        return Notebook(store, DraftBox(Drafts(self.places.drafts)), self.reading)

    @cached_property
    def reading(self) -> Reading:
        """The marks on cables; loaded when they are first wanted."""
        from ...store.reading import Reading

        return Reading(self.places.state)

    @cached_property
    def outside(self) -> Outside:
        """Notes and marks, for queries that ask for them."""
        from ...store.notes.reader import NoteReader
        from ...store.query import Records

        return Records(NoteReader(self.places.notes), self.reading)

    def attempt(self, action: Callable[[], object]) -> str | None:
        """Do something with the notes; what went wrong, if anything, is shown and given."""
        try:
            action()
        except NoteConflict as conflict:
            self.notify(str(conflict), severity="warning", markup=False, timeout=10)
        except StoreError as error:
            self.notify(str(error), severity="error", markup=False, timeout=10)
            return str(error)
        return None

    # Showing

    def show_cable(self) -> None:
        """Show the cable that was read beside its notes, where it was left."""
        entry, cable = self.entry, self.cable
        if entry is None:
            return
        self.keep_draft()
        if cable is None:
            self.reader.show_problem(entry.problem or self.reason)
        self.refresh_notes()
        if cable is not None:
            at, offset = self.left_at(cable)
            self.reader.show(cable, self._placed, at, entry.problem, offset=offset)
            self.session.last_cable = cable.id or str(entry.path)
        if self._note_on == entry and cable is not None:
            self.write_note(None, None)
        self._note_on = None

    def left_at(self, cable: Cable) -> tuple[str, int]:
        """Where a cable was left: a block's anchor, and the character in it."""
        raise NotImplementedError

    def refresh_notes(self) -> None:
        """Read the notes of the cable again, and show them everywhere."""
        self._placed = []
        problem = self.attempt(self._read_notes)
        self.reader.set_notes(self._placed)
        self.attempt(self._show_notes)
        if problem and self.cable:
            self.notes.fail(self.cable, problem)
        self.attempt(lambda: self.count_notes(self.notebook.counts()))

    def _read_notes(self) -> None:
        if self.cable is not None:
            self._placed = self.notebook.placed(self.cable)

    def _show_notes(self) -> None:
        drafts = self.notebook.drafts.of(self.cable) if self.cable else []
        self.notes.show(self.cable, self._placed, drafts)
        self.name_reader()

    def name_reader(self) -> None:
        """Say above the reader which cable it is, and what there is on it."""
        self.title_of("reader", self.entry.label if self.entry else "", "  ".join(self.on_cable()))

    def on_cable(self) -> list[str]:
        """What there is on the cable besides its text, in a few words each."""
        return [counted(len(self._placed), "note")] if self._placed else []

    @on(NotesPane.ViewChanged)
    def _notes_counted(self, message: NotesPane.ViewChanged) -> None:
        count = f"{message.shown} of {message.total}" if message.shown != message.total else str(message.total or "")
        lost = sum(item.state in ("orphan", "ambiguous") for item in self._placed)
        unplaced = f"  {lost} unplaced" if lost else ""
        self.title_of("notes", f"NOTES {count}".rstrip() + unplaced + self.notes_aside)

    @on(Reader.Moved)
    def _moved(self, message: Reader.Moved) -> None:
        block = message.block
        self.notes.follow(block.anchor if block else None)
        if self.cable is None:
            self.status.tell("place", "")
            return
        self.status.tell("place", standing(self.cable, block))

    @on(Reader.Meaning)
    def _explained(self, message: Reader.Meaning) -> None:
        self.status.say(message.text, whole=not message.passing)

    @on(Reader.FindChanged)
    def _found(self, message: Reader.FindChanged) -> None:
        wanted = message.n or (message.query and self.pane == "reader")  # what the list looks for may be in the header
        self.status.tell("find", f"{message.k}/{message.n}" if wanted else "")

    @on(NotesPane.Chosen)
    def _chosen(self, message: NotesPane.Chosen) -> None:
        if message.anchor is not None:
            self.reader.go_to(message.anchor)
        if message.go:
            self.focus_pane("reader")

    # Writing

    def write_note(
        self, block: Block | None, selection: tuple[int, int] | None = None, until: Block | None = None
    ) -> None:
        """Open the editor for a note on a block, on words in it, on a range up to `until`, or on the whole cable."""
        cable = self.cable
        if cable is not None:
            self.attempt(lambda: self.open_sheet(self.notebook.new_sheet(cable, block, selection, until)))

    def open_sheet(self, sheet: Sheet) -> None:
        """Open the editor beside what it is about; what is written there already is kept as a draft first."""
        open_now = self.editor.sheet
        if not self.keep_draft():
            return
        if open_now is None:
            self._came_from = self.pane
        if not self.is_shown("reader") and not self.is_shown("notes"):
            self.stand_in("reader")  # shown, but not given the focus: that comes later, and would leave the editor
        if open_now is not None and open_now.draft.key == sheet.draft.key:
            self.editor.resume()
        else:
            self.editor.open(sheet)

    @on(NoteEditor.Closed)
    def _go_back(self) -> None:
        self.focus_pane(self._came_from)

    @on(CableList.NoteWanted)
    def _note_on_cable(self, message: CableList.NoteWanted) -> None:
        if message.entry == self.entry:
            self.write_note(None, None)
        else:
            self._note_on = message.entry
            self.open_at_once(message.entry)

    @on(NotesPane.AddWanted)
    def _note_on_this_cable(self) -> None:
        self.write_note(None, None)

    @on(Reader.NoteWanted)
    def _note_on_block(self, message: Reader.NoteWanted) -> None:
        self.write_note(message.block, message.selection, message.until)

    @on(Reader.NoteEditWanted)
    def _edit_on_block(self, message: Reader.NoteEditWanted) -> None:
        anchor = message.block.anchor if message.block else None
        placed = [item for item in self._placed if (item.block.anchor if item.block else None) == anchor]
        current = self.notes.current
        if placed:
            note = current.note if current and current in placed else placed[0].note
            self._edit(note, label_of(message.block))
        else:
            self.status.say(Content(with_keys("No note here yet; {reader.note} writes one")))

    @on(NotesPane.EditWanted)
    def _edit_note(self, message: NotesPane.EditWanted) -> None:
        self._edit(message.note, message.label)

    def _edit(self, note: Note, label: str) -> None:
        self.attempt(lambda: self.open_sheet(self.notebook.note_sheet(note, label)))

    @on(NotesPane.DraftWanted)
    def _write_on(self, message: NotesPane.DraftWanted) -> None:
        cable = self.cable
        if cable is not None:
            self.attempt(lambda: self.open_sheet(self.notebook.draft_sheet(cable, message.draft, message.label)))

    # The editor's questions

    @on(NoteEditor.SaveWanted)
    def _save(self, message: NoteEditor.SaveWanted) -> None:
        sheet, draft = message.sheet, message.draft
        if draft.empty and sheet.note is not None and not sheet.note.color:
            self.editor.fail(with_keys("The note is empty; to delete it, press {notes.delete} on its card"))
            return
        if not self.editor.unsaved:
            self._finish(lambda: self.notebook.drafts.forget(draft))
            return
        saved: list[Note] = []
        self._finish(lambda: saved.append(self.notebook.save(sheet, draft)))
        for note in saved:
            self.notes.select(note.id)
            self.notify(visible(f"{sheet.subject} saved"), markup=False, timeout=3)

    @on(NoteEditor.CloseWanted)
    def _close(self, message: NoteEditor.CloseWanted) -> None:
        unsaved = self.editor.unsaved
        keep = self.notebook.drafts.keep if unsaved else self.notebook.drafts.forget
        if self._finish(lambda: keep(message.draft)) and unsaved:
            self.notify(visible(f"{message.sheet.subject}: kept as a draft"), markup=False, timeout=3)

    @on(NoteEditor.DiscardWanted)
    def _discard(self, message: NoteEditor.DiscardWanted) -> None:
        unsaved = self.editor.unsaved
        if self._finish(lambda: self.notebook.discard(message.draft)) and unsaved:
            self.notify(with_keys("Draft discarded; {everywhere.undo} brings it back"), markup=False, timeout=4)

    @on(NoteEditor.KeepWanted)
    def _keep(self) -> None:
        self.keep_draft()

    def keep_draft(self) -> bool:
        """Keep what is in the editor as a draft, if it is not saved; False, and said there, where that failed."""
        draft = self.editor.draft
        if draft is None or not self.editor.unsaved:
            return True
        try:
            self.notebook.drafts.keep(draft)
        except StoreError as error:
            self.editor.not_kept(str(error))
            return False
        self.editor.kept(draft)
        return True

    def _finish(self, action: Callable[[], object]) -> bool:
        """Do what the editor asked for, and close it; where that fails it stays open with all that was typed."""
        try:
            action()
        except NoteConflict as conflict:
            self.notify(str(conflict), severity="warning", markup=False, timeout=10)
        except StoreError as error:
            self.editor.fail(str(error))
            return False
        self.editor.close()
        self.refresh_notes()
        return True
