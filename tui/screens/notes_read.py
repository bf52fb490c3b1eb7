"""The notes of all cables as they are read and shown: the first ones at once, grouped, filtered as words are typed."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, TypeAlias

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from ...cable.safe import visible
from ...store.errors import StoreError
from ..commands import with_keys
from ..footer import footer_of
from ..note_index import GROUPS, Found, grouped, matching, summary
from ..notebook import Notebook
from ..typed import tag_line
from ..widgets.note_index import NoteIndex
from ..widgets.notes_pane import NotesLine
from ..widgets.pane_title import PaneTitle
from ..widgets.status import KeyLine

if TYPE_CHECKING:
    from ...store.notes import Note
    from ...store.session import Session

Answer: TypeAlias = "Note | None"
"""The note to go to, or none."""

_FIRST = 60
"""Notes that are shown before the others are read: more than a screen has rows."""
_EVERY = 0.25
"""Seconds of reading after which what was read is shown."""
_SHOWN_WITHIN = 2.0
_NONE_YET = "There are no notes yet. In a cable, {reader.note} writes the first one."
_NO_MATCH = "No note has these words. {all_notes.back} shows all notes."
_QUOTE, _BODY = 220, 2000
"""Characters of a quote and of a note that are shown below the list."""


class NotesReadScreen(Screen[Answer]):
    """Reads the notes and shows them; what is done with them, who derives from it says."""

    AUTO_FOCUS = "NoteIndex"

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
        self._index.show(grouped(found, self._by), self._by, hint=hint if done else "Reading…")
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
    def leave_filter(self) -> None:
        """Show all notes again."""
        line = self.query_one(NotesLine)
        line.value = ""
        self.set_focus(self._index)
        line.display = False


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
