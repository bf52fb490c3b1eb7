"""What the list of cables tells the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

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


class FilterWanted(Message, namespace="cable_list"):
    """The quick filter is to be typed."""


class SortWanted(Message, namespace="cable_list"):
    """Another order is to be chosen."""


class ViewChanged(Message, namespace="cable_list"):
    """Other rows are shown: more of them, in another order, or filtered."""
