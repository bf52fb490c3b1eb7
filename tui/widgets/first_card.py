"""The card of the first start: the few keys that are enough to begin with. Any key takes it away, for good."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from ...cable.safe import visible
from ..commands import key_of
from ..page.cells import cells

_ROWS = (
    ("list.open", "read the cable under the cursor"),
    ("list.filter", "search: words, tag:PHUM, from:mexico"),
    ("reader.note", "write a note on the paragraph you are at"),
    ("reader.follow", "follow what a cable refers to"),
    ("reader.copy", "copy a paragraph with its citation"),
    ("everywhere.help", "every key of where you are"),
    ("everywhere.palette", "any command by its name"),
    ("everywhere.back", "out again, and at last leave"),
)
_WIDEST = 50


class FirstCard(Static):
    """Lies over the list until a key is pressed; it takes no focus, and the key does what it always does."""

    class Done(Message):
        """The card was clicked away."""

    def __init__(self, notes: Path) -> None:
        """A card that also says where notes are kept."""
        super().__init__(id="first-card")
        self._notes = notes

    def on_mount(self) -> None:
        """Show it."""
        self.border_title = Content("cablereader")
        self.update(Content("\n").join(self.lines()))

    def lines(self) -> Iterator[Content]:
        """Key and use, line by line."""
        column = max(cells(key_of(command)) for command, _ in _ROWS) + 2
        for command, use in _ROWS:
            key = key_of(command)
            yield Content.assemble((key, "$footer-key-foreground bold"), " " * (column - cells(key)), use)
        yield Content("")
        yield Content.assemble(("Your notes are kept in", "$cable-quiet"))
        yield Content(_shortened(self._notes))
        yield Content("")
        yield Content.assemble(("This card comes once; any key begins.", "$cable-quiet"))

    def on_resize(self) -> None:
        """Stand in the middle."""
        self._centre()

    def _centre(self) -> None:
        room, size = self.app.size, self.outer_size
        self.styles.offset = (max(room.width - size.width, 0) // 2, max(room.height - size.height, 0) // 3)

    def on_click(self) -> None:
        """Take it away."""
        self.post_message(self.Done())


def _shortened(path: Path) -> str:
    """A path as short as it can be said, its end where it is too long."""
    home = str(Path.home())
    text = visible(str(path))
    text = f"~{text[len(home) :]}" if text.startswith(f"{home}/") else text
    while cells(text) > _WIDEST:
        text = f"…{text.lstrip('…')[1:]}"
    return text
