"""A one-line field whose text never steers the terminal."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from ...cable.safe import visible
from ..typed import typed


class LineInput(Input):
    """An `Input` that takes what is typed and pasted into it without control characters."""

    def validate_value(self, value: str) -> str:
        """What is put into the field, from wherever: one line, nothing in it that is not seen."""
        return visible(" ".join(typed(value).split("\n")))

    def _on_paste(self, event: events.Paste) -> None:
        """All of a pasted text, as one line."""
        self.replace(visible(" ".join(typed(event.text).split("\n"))), *self.selection)
        event.stop()
        event.prevent_default()
