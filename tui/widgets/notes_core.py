"""The cards of a cable: which are shown, which is current, and how they follow the reader."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Self, TypeAlias

from ...store.drafts.draft import Draft
from ..commands import with_keys
from ..deck import Held, deck, matching
from . import notes_messages as messages
from .boxes import Column
from .note_cards import NoteCards

if TYPE_CHECKING:
    from ...cable import Cable
    from ...store.notes import Placed

_EMPTY = "No notes on this cable.\n\nPress {reader.note} on a paragraph\nto write the first one."
_NO_MATCH = "No note has these words.\n\n{everywhere.escape} shows all notes."


class NotesCore(Column):
    """The notes of one cable, as cards in reading order, filtered by `words`."""

    Chosen: TypeAlias = messages.Chosen
    CopyWanted: TypeAlias = messages.CopyWanted
    EditWanted: TypeAlias = messages.EditWanted
    DeleteWanted: TypeAlias = messages.DeleteWanted
    TagsWanted: TypeAlias = messages.TagsWanted
    PlaceWanted: TypeAlias = messages.PlaceWanted
    KeepOnCableWanted: TypeAlias = messages.KeepOnCableWanted
    ColorWanted: TypeAlias = messages.ColorWanted
    HistoryWanted: TypeAlias = messages.HistoryWanted
    AddWanted: TypeAlias = messages.AddWanted
    DraftWanted: TypeAlias = messages.DraftWanted
    DraftDiscardWanted: TypeAlias = messages.DraftDiscardWanted
    ViewChanged: TypeAlias = messages.ViewChanged

    def __init__(self) -> None:
        """A pane for no cable yet."""
        super().__init__(id="notes")
        self.words = ""
        self._cable: Cable | None = None
        self._all: Sequence[Held] = ()
        self._shown: Sequence[Held] = ()
        self._anchor: str | None = None

    def show(self, cable: Cable | None, placed: Iterable[Placed], drafts: Iterable[Draft] = ()) -> None:
        """Show the notes of a cable; of the one shown already, the current card stays current."""
        if cable is not self._cable:
            self._cable, self._anchor = cable, None
            self.words = ""
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
        """The reader stands on another block, or on the header (None): make the note there current.

        A note on the whole cable is the header's. Where there is none, the cards nearest to it come into view.
        """
        self._anchor = anchor
        held = self.held
        if held is not None and _stands_on(held, anchor):
            return
        here = next((place for place, item in enumerate(self._shown) if _stands_on(item, anchor)), None)
        self.cards.select(here, near=self._near(anchor) if here is None else None)

    def _near(self, anchor: str | None) -> int | None:
        """The last card at or before a block."""
        order = {block.anchor: place for place, block in enumerate(self._cable.blocks)} if self._cable else {}
        here = order.get(anchor or "", -1)
        near = 0 if self._shown else None
        for place, item in enumerate(self._shown):
            if not item.card.lost and order.get(item.card.anchor or "", -1) <= here:
                near = place
        return near

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

    def _filter(self) -> None:
        """Show the cards that have the words of the filter."""
        self._shown = matching(self._all, self.words)
        hint = "" if self._cable is None else with_keys(_NO_MATCH if self._all else _EMPTY)
        self.cards.show([item.card for item in self._shown], hint)
        shown, total = (sum(item.note is not None for item in items) for items in (self._shown, self._all))
        self.post_message(self.ViewChanged(shown, total))


def _stands_on(item: Held, anchor: str | None) -> bool:
    return item.card.anchor == anchor and not item.card.lost
