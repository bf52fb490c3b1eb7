"""The notes of a cable beside its text: cards, and a line to filter them or to change tags. It keeps nothing itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar, Self

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from ...cable.safe import visible
from ..bindings import bindings_of
from ..cards import Card
from ..deck import Held, deck, matching
from ..drafts import Draft
from ..typed import tag_line, tags_of
from .line_input import LineInput
from .note_cards import NoteCards

if TYPE_CHECKING:
    from ...cable import Cable
    from ...store.notes import Note, Placed

_EMPTY = "No notes on this cable.\n\nPress a on a paragraph\nto write the first one."
_NO_MATCH = "No note has these words.\n\nesc shows all notes."


class NotesLine(LineInput):
    """The line below the cards. Enter takes what is typed, Esc leaves it, the arrows go through the cards meanwhile."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Leave", show=False)]

    class Left(Message):
        """The line is not wanted any more."""

    def action_leave(self) -> None:
        """Leave the line without taking what is typed."""
        self.post_message(self.Left())


class NotesPane(Vertical):
    """The notes of one cable, as cards in reading order."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("notes")

    class Chosen(Message):
        """The user went to a note: the reader is to show its paragraph, and with `go` to take the focus."""

        def __init__(self, note: Note | None, *, anchor: str | None, go: bool = False) -> None:
            """The note (None: the draft of one), and the anchor of its block in the cable shown, if it has one."""
            self.note, self.anchor, self.go = note, anchor, go
            super().__init__()

    class NoteMessage(Message):
        """Something is to be done with a note."""

        def __init__(self, note: Note, label: str) -> None:
            """The note, and what its place is called in the cable shown."""
            self.note, self.label = note, label
            super().__init__()

    class EditWanted(NoteMessage):
        """A note is to be edited."""

    class DeleteWanted(NoteMessage):
        """A note is to be deleted."""

    class TagsWanted(Message):
        """A note is to have these tags."""

        def __init__(self, note: Note, tags: tuple[str, ...]) -> None:
            """The note, and all the tags it is to have."""
            self.note, self.tags = note, tags
            super().__init__()

    class AddWanted(Message):
        """A note on the whole cable is to be written."""

    class DraftMessage(Message):
        """Something is to be done with a draft."""

        def __init__(self, draft: Draft, label: str) -> None:
            """The draft, and what its place is called."""
            self.draft, self.label = draft, label
            super().__init__()

    class DraftWanted(DraftMessage):
        """A draft is to be written on."""

    class DraftDiscardWanted(DraftMessage):
        """A draft is to be thrown away."""

    class ViewChanged(Message):
        """Other cards are shown."""

        def __init__(self, shown: int, total: int) -> None:
            """How many notes are shown, of how many."""
            self.shown, self.total = shown, total
            super().__init__()

    def __init__(self) -> None:
        """A pane for no cable yet."""
        super().__init__(id="notes")
        self.words = ""
        self._cable: Cable | None = None
        self._all: Sequence[Held] = ()
        self._shown: Sequence[Held] = ()
        self._anchor: str | None = None
        self._tagged: Note | None = None

    def compose(self) -> ComposeResult:
        """The cards, and the line below them that is mostly hidden."""
        yield NoteCards()
        yield Static(id="notes-line-title")
        yield NotesLine(id="notes-line", placeholder="words, or #tags", compact=True, select_on_focus=False)

    # What it shows

    def show(self, cable: Cable | None, placed: Iterable[Placed], drafts: Iterable[Draft] = ()) -> None:
        """Show the notes of a cable; of the one shown already, the current card stays current."""
        if cable is not self._cable:
            self._cable, self._anchor = cable, None
            self.words = ""
            self._leave_line()
            self.cards.select(None)
        self._all = deck(cable, placed, drafts) if cable else ()
        self._filter()
        if self.held is None and self._anchor is not None:
            self.follow(self._anchor)

    def fail(self, cable: Cable, reason: str) -> None:
        """Show why the notes of a cable cannot be read: that there are none is not known then."""
        self.show(cable, ())
        self.cards.show((), f"! {reason}")

    def follow(self, anchor: str | None) -> None:
        """The reader stands on another block: make its note current, or bring those near it into view."""
        self._anchor = anchor
        held = self.held
        if held is not None and held.card.anchor == anchor and anchor is not None:
            return
        places = [place for place, item in enumerate(self._shown) if anchor is not None and item.card.anchor == anchor]
        self.cards.select(places[0] if places else None, near=None if places else self._near(anchor))

    def _near(self, anchor: str | None) -> int | None:
        """The last card at or before a block."""
        order = {block.anchor: place for place, block in enumerate(self._cable.blocks)} if self._cable else {}
        here = order.get(anchor or "", -1)
        before = [
            p for p, i in enumerate(self._shown) if not i.card.lost and order.get(i.card.anchor or "", -1) <= here
        ]
        return before[-1] if before else 0 if self._shown else None

    @property
    def cards(self) -> NoteCards:
        """The cards themselves, which take the focus."""
        return self.query_one(NoteCards)

    @property
    def held(self) -> Held | None:
        """What the current card was made of."""
        card = self.cards.current
        return next((item for item in self._shown if card and item.card.key == card.key), None)

    @property
    def current(self) -> Placed | None:
        """The current note, and where it stands."""
        return self.held.placed if self.held else None

    def select(self, key: str) -> None:
        """Make the card of a note (by its id) or of a draft (by its key) current."""
        place = next((place for place, item in enumerate(self._shown) if item.card.key == key), None)
        if place is not None:
            self.cards.select(place)

    def focus(self, scroll_visible: bool = True) -> Self:
        """Give the focus to the cards; where none is current, the one nearest to the reader's block becomes it."""
        if self.held is None:
            self.cards.select(self._near(self._anchor))
        self.cards.focus(scroll_visible)
        return self

    # The line: filter and tags

    def clear_filter(self) -> bool:
        """Show all notes again; False if they are all shown already."""
        if not self.words:
            return False
        self.words = ""
        self._filter()
        self._leave_line()
        return True

    def _filter(self) -> None:
        self._shown = matching(self._all, self.words)
        hint = "" if self._cable is None else _NO_MATCH if self._all else _EMPTY
        self.cards.show([item.card for item in self._shown], hint)
        shown, total = (sum(item.note is not None for item in items) for items in (self._shown, self._all))
        self.post_message(self.ViewChanged(shown, total))

    def _fill_line(self, title: str, value: str) -> NotesLine:
        field = self.query_one(NotesLine)
        with field.prevent(Input.Changed):
            field.value = value
        field.cursor_position = len(field.value)
        self.query_one("#notes-line-title", Static).update(Content(title))
        self.set_class(bool(title), "-titled")
        return field

    def _open_line(self, title: str, value: str, *, tagged: Note | None = None) -> None:
        """Let the user type: the tags of a note, or else the filter."""
        self._tagged = tagged
        self.add_class("-line")
        self._fill_line(title, value).focus()

    def _leave_line(self) -> None:
        """Go back to the cards; the line stays to be seen while a filter is in force."""
        self._tagged = None
        focused = self._fill_line("", self.words).has_focus
        self.set_class(bool(self.words), "-line")
        if focused:
            self.focus()

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
