"""The reader (being built): shows the paragraphs of a cable as plain text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from ...cable.safe import visible

if TYPE_CHECKING:
    from ...cable import Cable


class Reader(Static, can_focus=True):
    """A cable as plain paragraphs."""

    def show(self, cable: Cable, placed: Sequence[object], at: str | None = None) -> None:
        """Show a cable."""
        self.update(Content("\n\n".join(visible(block.text) for block in cable.blocks)))
