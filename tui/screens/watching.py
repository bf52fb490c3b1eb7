"""The main screen's eye on the notes folder: what other windows change appears, what sync programs leave is merged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from ...cable.safe import visible
from ...store.errors import StoreError
from ...store.words import counted
from .all_notes import AllNotesScreen
from .writing import WritingScreen

if TYPE_CHECKING:
    from ...cable import Cable
    from ...store.notes.care.copies import Settled
    from ...store.notes.shelf import Seen

_EVERY = 2.0
"""Seconds between two looks at the folder: each costs a millisecond, in a thread of its own."""
_AFTER = 0.5
"""Seconds after the start that copies are looked for: the first paint does not wait for it."""


class WatchingScreen(WritingScreen):
    """Looks after the notes folder while other programs work in it."""

    _seen: Seen | None = None

    class NotesChanged(Message):
        """Note files were changed, by whomever."""

        def __init__(self, cables: set[str], back: int = 0) -> None:
            """The keys of the cables whose notes changed, and how many notes of this session had to be put back."""
            self.cables = cables
            self.back = back
            super().__init__()

    class FolderKnown(Message):
        """The notes folder was looked through at the start."""

        def __init__(
            self, settled: Sequence[Settled], problems: Sequence[StoreError], locked: StoreError | None
        ) -> None:
            """Copies that were merged, those that could not be, and why nothing can be written, if so."""
            self.settled, self.problems, self.locked = settled, problems, locked
            super().__init__()

    def on_mount(self) -> None:
        """Begin to watch."""
        self.set_timer(_AFTER, self.look_after)
        self.set_interval(_EVERY, self.watch_folder)

    @work(thread=True, exclusive=True, group="look-after", exit_on_error=False, name="Looking after the notes failed")
    def look_after(self) -> None:
        """Merge the copies of sync programs, and find out whether notes can be written at all."""
        store, problems = self.notebook.store, list[StoreError]()
        locked = store.unwritable()
        settled = store.settle(problems) if locked is None else []
        self.post_message(self.FolderKnown(settled, problems, locked))

    @on(FolderKnown)
    def _tell_folder(self, message: FolderKnown) -> None:
        if message.locked is not None:
            self.notes_aside = "  read-only"
            self.title_of("notes", f"NOTES{self.notes_aside}")
            self.notify(
                str(message.locked), title="Notes cannot be written", severity="error", markup=False, timeout=15
            )
        for item in message.settled:
            merged = item.merged
            told = f"{counted(len(merged.added), 'note')} added, {len(merged.updated)} newer"
            beside = f", {len(merged.beside)} kept beside" if merged.beside else ""
            words = f"A sync program left {item.copy.name}: {told}{beside}; the copy is now among the backups"
            self.notify(visible(words), markup=False, timeout=12)
        for problem in message.problems:
            self.notify(str(problem), severity="warning", markup=False, timeout=12)
        if message.settled:
            self.refresh_notes()

    # Other windows

    @work(thread=True, exclusive=True, group="watch", exit_on_error=False, name="Watching the notes failed")
    def watch_folder(self) -> None:
        """Look whether a note file is another one than before."""
        store, before = self.notebook.store, self._seen
        if before is None:
            self._seen = store.seen()
            return
        cables, self._seen = store.changed_since(before)
        if cables:
            back = store.reclaim()
            self.post_message(self.NotesChanged(cables, len(back)))

    @on(NotesChanged)
    def _show_changes(self, message: NotesChanged) -> None:
        if message.back:
            words = f"Another program put an older file in place; {counted(message.back, 'note')} of yours put back"
            self.notify(words, severity="warning", markup=False, timeout=12)
        if isinstance(self.app.screen, AllNotesScreen):
            self.app.screen.load()
        if self.cable is not None and self._key_of(self.cable) in message.cables:
            self.refresh_notes()
        else:
            self.attempt(lambda: self.cables.set_note_counts(self.notebook.counts()))

    def refresh_notes(self) -> None:
        """Show the notes as they are; what is read now is no news later."""
        self._seen = self.notebook.store.seen()
        super().refresh_notes()

    def prepare(self, cable: Cable) -> None:
        """Find the places of the notes of a cable; called in the thread that read it."""
        try:
            self.notebook.store.place(cable)
        except StoreError:
            return  # it is told when the notes are shown

    @staticmethod
    def _key_of(cable: Cable) -> str:
        from ...store.notes import cable_key

        return cable_key(cable)
