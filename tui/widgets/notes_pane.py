"""The notes of a cable beside its text: cards, and a line to filter them or to change tags. It keeps nothing itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from ...cable.safe import visible
from ...store.drafts.draft import Draft
from ..bindings import bindings_of
from ..cards import Card
from ..typed import tag_line, tags_of
from .known_tags import KnownTags
from .line_input import LineInput
from .note_cards import NoteCards
from .notes_core import NotesCore
from .notes_messages import NoteMessage

if TYPE_CHECKING:
    from ...cable import Cable
    from ...store.notes import Note, Placed


class NotesLine(LineInput):
    """The line above the cards, for the filter or the tags of a note."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("filter")

    class Left(Message):
        """What is typed is not wanted."""

    def action_keep(self) -> None:
        """Take what is typed."""
        self.post_message(self.Submitted(self, self.value))

    def action_clear(self) -> None:
        """Leave the line without taking what is typed."""
        self.post_message(self.Left())


class NotesPane(NotesCore):
    """What can be done with the cards."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("notes")

    def __init__(self) -> None:
        """A pane for no cable yet."""
        super().__init__()
        self._tagged: Note | None = None
        self.known_tags: list[str] = []
        """The tags to propose."""

    def compose(self) -> ComposeResult:
        """The line, which is mostly hidden, and the cards."""
        yield Static(id="notes-line-title")
        yield NotesLine(id="notes-line", placeholder="words, or #tags", compact=True, select_on_focus=False)
        yield NoteCards()

    def on_mount(self) -> None:
        """Hide the line until it is wanted."""
        self._leave_line()

    def show(self, cable: Cable | None, placed: Iterable[Placed], drafts: Iterable[Draft] = ()) -> None:
        """Show the notes of a cable; for another cable than before, without a filter."""
        another = cable is not self._cable
        super().show(cable, placed, drafts)
        if another:
            self._leave_line()

    # The line: filter and tags

    def clear_filter(self) -> bool:
        """Show all notes again; False if they are all shown already."""
        if not self.words:
            return False
        self.words = ""
        self._filter()
        self._leave_line()
        return True

    def _fill_line(self, title: str, value: str, *, shown: bool) -> NotesLine:
        field, name = self.query_one(NotesLine), self.query_one("#notes-line-title", Static)
        with field.prevent(Input.Changed):
            field.value = value
        field.cursor_position = len(field.value)
        if title or name.display:
            name.update(Content(title))
        field.suggester = KnownTags(self.known_tags) if self._tagged else None
        field.display, name.display = shown, shown and bool(title)
        return field

    def _open_line(self, title: str, value: str, *, tagged: Note | None = None) -> None:
        """Let the user type: the tags of a note, or else the filter."""
        self._tagged = tagged
        field = self._fill_line(title, value, shown=True)
        self.screen.set_focus(field)  # at once: the next key is for it

    def _leave_line(self) -> None:
        """Go back to the cards; the line stays to be seen while a filter is in force."""
        self._tagged = None
        if self.is_mounted and self.screen.focused is self.query_one(NotesLine):
            self.screen.set_focus(self.cards)
        self._fill_line("", self.words, shown=bool(self.words))

    @on(Input.Changed, "#notes-line")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if self._tagged is None:
            self.words = event.value
            self._filter()

    @on(Input.Submitted, "#notes-line")
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        tagged = self._tagged
        self._leave_line()
        if tagged is not None:
            self.post_message(self.TagsWanted(tagged, tags_of(event.value)))

    @on(NotesLine.Left)
    def _left(self) -> None:
        if self._tagged is None:
            self.words = ""
            self._filter()
        self._leave_line()

    # Actions

    @on(NoteCards.Chosen)
    def _chosen(self, event: NoteCards.Chosen) -> None:
        event.stop()
        self._choose(event.card)
        if event.edit:
            self.action_edit()

    def _choose(self, card: Card, *, go: bool = False) -> None:
        held = self.held
        if held is not None:
            self.post_message(self.Chosen(held.note, anchor=card.anchor, go=go))

    def action_edit(self) -> None:
        """Edit the current note, or write on the current draft."""
        held = self.held
        if held is None:
            return
        if held.note is not None:
            self.post_message(self.EditWanted(held.note, held.card.label))
        elif held.draft is not None:
            self.post_message(self.DraftWanted(held.draft, held.card.label))

    def action_delete(self) -> None:
        """Throw the current draft away; delete the current note where it has none."""
        held = self.held
        if held is None:
            return
        if held.draft is not None:
            self.post_message(self.DraftDiscardWanted(held.draft, held.card.label))
        elif held.note is not None:
            self.post_message(self.DeleteWanted(held.note, held.card.label))

    def action_tags(self) -> None:
        """Type the tags of the current note."""
        held = self.held
        if held is None or held.draft is not None:
            self.action_edit()
        elif held.note is not None:
            self._open_line(f"tags of {visible(held.card.label)}", tag_line(held.note.tags), tagged=held.note)

    def action_copy(self) -> None:
        """Copy the current note."""
        self._ask(self.CopyWanted)

    def action_place(self) -> None:
        """Place the current note by hand."""
        held = self.held
        if held is not None and held.note is not None:
            self.post_message(self.PlaceWanted(held.note, held.card.label, held.suggested))

    def action_keep_on_cable(self) -> None:
        """Make the current note one on the whole cable."""
        self._ask(self.KeepOnCableWanted)

    def action_color(self) -> None:
        """Choose the colour of the current note."""
        self._ask(self.ColorWanted)

    def action_history(self) -> None:
        """Show the versions of the current note."""
        self._ask(self.HistoryWanted)

    def _ask(self, message: type[NoteMessage]) -> None:
        held = self.held
        if held is not None and held.note is not None:
            self.post_message(message(held.note, held.card.label))

    def action_filter(self) -> None:
        """Type words that the notes shown must have."""
        self._open_line("", self.words)

    def action_add(self) -> None:
        """Write a note on the whole cable."""
        if self._cable is not None:
            self.post_message(self.AddWanted())

    def action_go_to(self) -> None:
        """Go to the paragraph of the current note."""
        if self.cards.current is not None:
            self._choose(self.cards.current, go=True)

    def action_next_note(self) -> None:
        """Go to the next note."""
        self.cards.step(1)

    def action_previous_note(self) -> None:
        """Go to the note before."""
        self.cards.step(-1)

    def action_page_down(self) -> None:
        """Go a page down."""
        self.cards.page(1)

    def action_page_up(self) -> None:
        """Go a page up."""
        self.cards.page(-1)

    def action_half_page_down(self) -> None:
        """Go half a page down."""
        self.cards.page(0.5)

    def action_half_page_up(self) -> None:
        """Go half a page up."""
        self.cards.page(-0.5)

    def action_first(self) -> None:
        """Go to the first note."""
        self.cards.choose(0)

    def action_last(self) -> None:
        """Go to the last note."""
        self.cards.choose(len(self.cards.cards) - 1)
