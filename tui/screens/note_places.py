"""The main screen's notes in their places: put by hand where they belong, highlighted, in colours."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content

from ...cable.safe import visible
from ..commands import key_of, with_keys
from ..deck import label_of, place_of
from ..widgets.notes_pane import NotesPane
from ..widgets.reader import Reader
from .dialogs import Choose
from .note_taking import NoteTakingScreen

if TYPE_CHECKING:
    from ...cable import Block
    from ...store.notes import Note
    from ..widgets.reader_messages import Passage

_PLAIN = "none"
_QUOTE = 60


class NotePlacesScreen(NoteTakingScreen):
    """Attaches notes by hand, and highlights words. Every change can be taken back."""

    _carried: Note | None = None
    """The note that is to be put where the user presses the key next."""

    # Placing by hand

    @on(NotesPane.PlaceWanted)
    def _place(self, message: NotesPane.PlaceWanted) -> None:
        if message.block is not None:
            self._put_on(message.note, message.block)
            return
        self._carried = message.note
        self.focus_pane("reader")
        place = place_of(message.label)
        what_to_do = with_keys("{reader.place} puts it there")
        self.status.say(Content(visible(f"Go to where the note on {place} belongs; {what_to_do}")), stays=True)

    @on(NotesPane.KeepOnCableWanted)
    def _keep_on_cable(self, message: NotesPane.KeepOnCableWanted) -> None:
        self._put_on(message.note, None)

    @on(Reader.PlaceWanted)
    def _place_here(self, message: Reader.PlaceWanted) -> None:
        block = message.block
        carried, self._carried = self._carried, None
        waiting = [item.note for item in self._placed if item.state in ("orphan", "ambiguous")]
        cable = self.cable
        if carried is not None and carried.cable in {item.note.cable for item in self._placed}:
            self._put_on(carried, block)
        elif len(waiting) == 1:
            self._put_on(waiting[0], block)
        elif not waiting or cable is None:
            self.status.say(
                Content(with_keys("Every note of this cable has its place; {notes.place} on its card moves one"))
            )
        else:
            choices = [(note.id, visible(f"{note.label}  “{_short(note.quote)}”")) for note in waiting]
            notes = {note.id: note for note in waiting}
            title = visible(f"Which note belongs to {place_of(label_of(block))}?")
            self.app.push_screen(Choose(title, choices), lambda key: self._put_on(notes[key], block) if key else None)

    def _put_on(self, note: Note, block: Block | None) -> None:
        cable = self.cable
        if cable is None:
            return
        problem = self.attempt(lambda: self.notebook.change.attach(note, cable, block))
        self.refresh_notes()
        if problem is None:
            self.notes.select(note.id)
            place = place_of(label_of(block))
            self.notify(
                visible(f"Note placed on {place}; {key_of('everywhere.undo')} takes it back"), markup=False, timeout=4
            )

    # Highlights

    @on(Reader.HighlightWanted)
    def _highlight(self, message: Reader.HighlightWanted) -> None:
        if message.choose:
            self._choose_color(self._color, lambda color: self._paint_passage(message.passage, color))
        else:
            self._paint_passage(message.passage, self._color)

    @property
    def _color(self) -> str:
        """The colour used last."""
        from ...store.notes.model import COLORS

        return self.session.highlight if self.session.highlight in COLORS else COLORS[0]

    def _choose_color(self, current: str, then: Callable[[str], None], *, none: bool = False) -> None:
        from ...store.notes.model import COLORS

        choices = [(color, color) for color in COLORS] + ([(_PLAIN, "no colour")] if none else [])
        self.app.push_screen(Choose("Colour", choices, current), lambda color: then(color) if color else None)

    def _paint_passage(self, passage: Passage, color: str) -> None:
        cable = self.cable
        if cable is None:
            return
        self.session.highlight = color
        made: list[Note] = []
        block, selection, until = passage
        highlight = self.notebook.change.highlight
        self.attempt(lambda: made.append(highlight(cable, block, color, selection, until)))
        self.screen.clear_selection()
        self.refresh_notes()
        for note in made:
            self.notes.select(note.id)
            keys = with_keys("{reader.edit_note} adds words, {everywhere.undo} takes it back")
            self.notify(visible(f"{note.label} highlighted; {keys}"), markup=False, timeout=4)

    @on(NotesPane.ColorWanted)
    def _color_wanted(self, message: NotesPane.ColorWanted) -> None:
        note = message.note

        def paint(color: str) -> None:
            wanted = "" if color == _PLAIN else color
            if not wanted and not note.body and not note.tags:
                self.notify(
                    with_keys("A highlight without words needs its colour; {notes.delete} deletes it"),
                    markup=False,
                    timeout=5,
                )
                return
            self.attempt(lambda: self.notebook.change.paint(note, wanted))
            self.session.highlight = wanted or self.session.highlight
            self.refresh_notes()

        self._choose_color(note.color or _PLAIN, paint, none=True)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _QUOTE else f"{line[: _QUOTE - 1]}…"
