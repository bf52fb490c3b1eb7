"""Asking for tags on one line: those used before are proposed while a word is typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import Input

from ..bindings import bindings_of
from ..commands import with_keys
from ..widgets.known_tags import KnownTags
from ..widgets.line_input import LineInput
from .dialogs import Ask


class TagLine(LineInput):
    """A line on which Tab takes what is proposed, as the right arrow does."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("question", "complete")

    def action_complete(self) -> None:
        """Take what is proposed."""
        self.action_cursor_right()


class AskTags(Ask):
    """Tags on one line: Enter gives it, Esc gives None."""

    def __init__(self, title: str, tags: str, known: Sequence[str]) -> None:
        """The tags there are, and those to propose."""
        hint = "parted by spaces   {question.complete} takes what is proposed   {question.keep} keeps"
        super().__init__(title, tags and f"{tags} ", with_keys(hint))
        self._known = known

    def line(self) -> Input:
        """A line that proposes tags."""
        return TagLine(self._value, compact=True, select_on_focus=False, suggester=KnownTags(self._known))
