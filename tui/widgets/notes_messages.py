"""What the notes pane tells the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from ...store.drafts.draft import Draft

if TYPE_CHECKING:
    from ...cable import Block
    from ...store.notes import Note


class Chosen(Message, namespace="notes_pane"):
    """The user went to a card: the reader is to show its paragraph, and with `go` to take the focus."""

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


class EditWanted(NoteMessage, namespace="notes_pane"):
    """A note is to be edited."""


class DeleteWanted(NoteMessage, namespace="notes_pane"):
    """A note is to be deleted."""


class CopyWanted(NoteMessage, namespace="notes_pane"):
    """A note is to be copied."""


class TagsWanted(Message, namespace="notes_pane"):
    """A note is to have these tags."""

    def __init__(self, note: Note, tags: tuple[str, ...]) -> None:
        """The note, and all the tags it is to have."""
        self.note, self.tags = note, tags
        super().__init__()


class PlaceWanted(NoteMessage, namespace="notes_pane"):
    """A note is to be placed by hand: on a block, or where the user goes next if that is None."""

    def __init__(self, note: Note, label: str, block: Block | None) -> None:
        """The note, what its place is called, and the block that is suggested for it."""
        self.block = block
        super().__init__(note, label)


class KeepOnCableWanted(NoteMessage, namespace="notes_pane"):
    """A note is to become one on the whole cable."""


class ColorWanted(NoteMessage, namespace="notes_pane"):
    """A note is to have another colour."""


class HistoryWanted(NoteMessage, namespace="notes_pane"):
    """The versions of a note are to be shown."""


class AddWanted(Message, namespace="notes_pane"):
    """A note on the whole cable is to be written."""


class DraftMessage(Message):
    """Something is to be done with a draft."""

    def __init__(self, draft: Draft, label: str) -> None:
        """The draft, and what its place is called."""
        self.draft, self.label = draft, label
        super().__init__()


class DraftWanted(DraftMessage, namespace="notes_pane"):
    """A draft is to be written on."""


class DraftDiscardWanted(DraftMessage, namespace="notes_pane"):
    """A draft is to be thrown away."""


class ViewChanged(Message, namespace="notes_pane"):
    """Other cards are shown."""

    def __init__(self, shown: int, total: int) -> None:
        """How many notes are shown, of how many."""
        self.shown, self.total = shown, total
        super().__init__()
