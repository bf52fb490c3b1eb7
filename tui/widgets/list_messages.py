"""What the list of cables tells the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from textual.message import Message

from ..rows import Order

if TYPE_CHECKING:
    from ...store.entry import Entry


class Highlighted(Message, namespace="cable_list"):
    """The cursor stands on another cable (or on none, in an empty list)."""

    def __init__(self, entry: Entry | None) -> None:
        """The cable under the cursor."""
        self.entry = entry
        super().__init__()


class EntryMessage(Message):
    """Something is to be done with a cable."""

    def __init__(self, entry: Entry) -> None:
        """The cable."""
        self.entry = entry
        super().__init__()


class Opened(EntryMessage, namespace="cable_list"):
    """A cable is to be read."""


class NoteWanted(EntryMessage, namespace="cable_list"):
    """A note on a whole cable is to be written."""


class CopyWanted(EntryMessage, namespace="cable_list"):
    """A cable is to be copied: its citation, or with `whole` that and its text."""

    def __init__(self, entry: Entry, *, whole: bool) -> None:
        """The cable, and how much of it."""
        self.whole = whole
        super().__init__(entry)


class OrderWanted(Message, namespace="cable_list"):
    """The list is to be sorted otherwise."""

    def __init__(self, order: Order) -> None:
        """The order."""
        self.order = order
        super().__init__()


What = Literal["query", "order", "facets", "timeline", "searches", "date", "index", "problems"]


class Wanted(Message, namespace="cable_list"):
    """Something that belongs to the list is to be opened, or done."""

    def __init__(self, what: What) -> None:
        """What it is."""
        self.what: What = what
        super().__init__()


class PanelLeft(Message):
    """The list is wanted; with `close`, what one looked at beside it no more."""

    def __init__(self, *, close: bool) -> None:
        """Whether it is to be hidden."""
        self.close = close
        super().__init__()
