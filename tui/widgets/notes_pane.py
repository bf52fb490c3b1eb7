"""The notes of a cable (being built)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.widgets import Static

if TYPE_CHECKING:
    from ...cable import Cable


class NotesPane(Static, can_focus=True):
    """The notes of a cable."""

    def show(self, cable: Cable | None, placed: Sequence[object]) -> None:
        """Show the notes of a cable."""
