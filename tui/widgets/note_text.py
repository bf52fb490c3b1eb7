"""The text field of the note editor."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import TextArea

from ...cable.safe import visible
from ..typed import typed


class NoteText(TextArea):
    """A `TextArea` that takes pasted text without terminal sequences, and shows any other text without obeying it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+r", "redo", "Redo", show=False)]

    def get_line(self, line_index: int) -> Text:
        """A line as it is painted; what would steer the terminal is seen instead."""
        return Text(visible(self.document.get_line(line_index)), end="", no_wrap=True)

    async def _on_paste(self, event: events.Paste) -> None:
        """Insert a pasted text, cleaned."""
        event.prevent_default()
        event.stop()
        self._insert(event.text)

    def action_paste(self) -> None:
        """Insert what was cut or copied here, cleaned."""
        self._insert(self.app.clipboard)

    def _insert(self, text: str) -> None:
        start, end = self.selection
        result = self.replace(typed(text), start, end, maintain_selection_offset=False)
        self.move_cursor(result.end_location)
        self.scroll_cursor_visible()
