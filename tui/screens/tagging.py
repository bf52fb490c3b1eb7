"""Asking for tags on one line: those used before are proposed while a word is typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from ..widgets.known_tags import KnownTags
from ..widgets.line_input import LineInput
from .dialogs import Ask


class TagLine(LineInput):
    """A line on which Tab takes what is proposed, as the right arrow does."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "cursor_right", show=False)]


class AskTags(Ask):
    """Tags on one line: Enter gives it, Esc gives None."""

    def __init__(self, title: str, tags: str, known: Sequence[str]) -> None:
        """The tags there are, and those to propose."""
        super().__init__(title, tags and f"{tags} ", "apart by spaces   tab takes what is proposed   enter keeps")
        self._known = known

    def line(self) -> Input:
        """A line that proposes tags."""
        return TagLine(self._value, compact=True, select_on_focus=False, suggester=KnownTags(self._known))
