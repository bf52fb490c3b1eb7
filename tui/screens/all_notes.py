"""The notes of all cables on one screen: grouped, filtered, changed, and left for their paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from ...cable.safe import visible
from ...store.errors import NoteConflict, StoreError
from ..bindings import bindings_of
from ..commands import key_of, with_keys
from ..footer import footer_of
from ..note_index import GROUPS, Found, grouped, matching, summary
from ..notebook import Change, ChangedElsewhere, Notebook, describe
from ..typed import tag_line, tags_of
from ..widgets.note_index import NoteIndex
from ..widgets.notes_pane import NotesLine
from ..widgets.pane_title import PaneTitle
from ..widgets.status import KeyLine
from .dialogs import Choose
from .help import HelpScreen
from .note_history import HistoryScreen
from .tagging import AskTags

if TYPE_CHECKING:
    from ...store.notes import Note
    from ...store.session import Session

_FIRST = 60
"""Notes that are shown before the others are read: more than a screen has rows."""
_EVERY = 0.25
"""Seconds of reading after which what was read is shown."""
_SHOWN_WITHIN = 2.0
_NONE_YET = "There are no notes yet. In a cable, {reader.note} writes the first one."
_NO_MATCH = "No note has these words. {all_notes.back} shows all notes."


class AllNotesScreen(Screen["Note | None"]):
    """Gives the note that the user wants to go to, or None."""

    AUTO_FOCUS = "NoteIndex"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("all_notes")

    class Read(Message):
        """Notes were read; with `done` all of them."""

        def __init__(self, found: Sequence[Found], problems: Sequence[StoreError], *, done: bool, fresh: bool) -> None:
            """The notes, what could not be read, and whether these are the first ones of a new reading."""
            self.found, self.problems, self.done, self.fresh = found, problems, done, fresh
            super().__init__()

    def __init__(self, notebook: Notebook, session: Session) -> None:
        """The notes of a notebook, grouped as the session remembers."""
        super().__init__()
        self._notebook = notebook
        self._session = session
        self._found: list[Found] = []
        self._coming: list[Found] = []
        self._painted = Event()
        self._words = ""
        self._title = PaneTitle("ALL NOTES", lit=True)
        self._index = NoteIndex()
        self._keys = KeyLine()

    def compose(self) -> ComposeResult:
        """Title, line to filter, rows, the note under the cursor, keys."""
        yield self._title
        yield NotesLine(id="all-notes-line", placeholder="words, #tags, by:name", compact=True, select_on_focus=False)
        yield self._index
        yield Static(id="all-notes-detail")
        yield self._keys

    def on_mount(self) -> None:
        """Begin to read."""
        self.query_one(NotesLine).display = False
        self._title.show("ALL NOTES  reading…", GROUPS.get(self._by, ""))
        self.show_keys()
        self.load()

    @property
    def _by(self) -> str:
        return self._session.notes_by if self._session.notes_by in GROUPS else "cable"

    # Reading

    @work(thread=True, exclusive=True, group="all-notes", exit_on_error=False, name="Reading the notes failed")
    def load(self) -> None:
        """Read all notes, the first ones at once; then wait until these are on the screen."""
        worker, problems = get_current_worker(), list[StoreError]()
        batch: list[Found] = []
        fresh, shown_at = True, monotonic()
        for meta, notes in self._notebook.store.sheets(problems, latest_first=True):
            if worker.is_cancelled:
                return
            batch += [Found(meta, note) for note in notes]
            if len(batch) >= _FIRST and (fresh or monotonic() - shown_at > _EVERY):
                self.post_message(self.Read(batch, (), done=False, fresh=fresh))
                if fresh:
                    self._painted.wait(_SHOWN_WITHIN)
                batch, fresh, shown_at = [], False, monotonic()
        self.post_message(self.Read(batch, problems, done=True, fresh=fresh))

    @on(Read)
    def _show_read(self, message: Read) -> None:
        if message.fresh:
            self._coming = []
        self._coming += message.found
        if message.done or len(self._coming) > len(self._found):
            self._found = list(self._coming)
            self._show(done=message.done)
        self.call_after_refresh(self._painted.set)
        for problem in message.problems:
            self.notify(str(problem), severity="error", markup=False, timeout=10)

    def _show(self, *, done: bool = True) -> None:
        found = matching(self._found, self._words) if self._words.strip() else self._found
        hint = with_keys(_NO_MATCH if self._found else _NONE_YET)
        self._index.show(grouped(found, self._by), self._by, hint=hint if done else "reading…")
        told = f"{len(found):,} of {summary(self._found)}" if self._words.strip() else summary(found)
        self._title.show(f"ALL NOTES  {told}{'' if done else '…'}", GROUPS[self._by])

    def show_keys(self) -> None:
        """Show the keys that are in force."""
        self._keys.show(footer_of("filter" if isinstance(self.focused, NotesLine) else "all_notes"))

    def on_descendant_focus(self) -> None:
        """Follow the focus."""
        self.show_keys()

    @on(NoteIndex.Moved)
    def _moved(self, message: NoteIndex.Moved) -> None:
        self.query_one("#all-notes-detail", Static).update(_detail(message.found))

    # The filter

    def action_filter(self) -> None:
        """Type words that the notes shown must have."""
        line = self.query_one(NotesLine)
        line.display = True
        self.set_focus(line)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._words = event.value
        self._show()

    @on(Input.Submitted)
    def _keep_filter(self) -> None:
        self.set_focus(self._index)
        self.query_one(NotesLine).display = bool(self._words)

    @on(NotesLine.Left)
    def _leave_filter(self) -> None:
        line = self.query_one(NotesLine)
        line.value = ""
        self.set_focus(self._index)
        line.display = False

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
        self.notify(f"{describe(change)}; {key_of('everywhere.undo')} brings it back", markup=False, timeout=4)

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
            self._leave_filter()
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


def _detail(found: Found | None) -> Content:
    """The note under the cursor: where it stands, its quote, its words."""
    if found is None:
        return Content("")
    note, meta = found.note, found.meta
    place = visible(f"{note.label}  {meta.id or meta.key}  {meta.title or ''}".strip())
    parts: list[Content | tuple[str, str] | str] = [(place, "bold"), "\n"]
    if note.quote:
        quote = " ".join(visible(note.quote[:_QUOTE]).split())
        parts += [(f"“{quote}{'…' if len(note.quote) > _QUOTE else ''}”", "$cable-quiet italic"), "\n"]
    parts.append(visible(note.body[:_BODY]))
    if note.tags:
        parts += ["\n", (visible(tag_line(note.tags)), "$note-tag")]
    return Content.assemble(*parts)


_QUOTE, _BODY = 220, 2000
