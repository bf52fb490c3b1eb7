"""The searches that were saved, and the queries asked of late: one is chosen, or thrown away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from ..bindings import bindings_of, closing
from ..columns import fit
from ..commands import with_keys
from ..row_text import Piece, one_line
from ..widgets.piece_list import PieceList
from .dialogs import Dialog

_EARLIER = 40
"""Earlier queries that are shown."""
_NAME = 18
"""Cells of a name."""


class SearchChoice(NamedTuple):
    """A search: its name (empty for an earlier query), its text, and whether it is to be thrown away."""

    name: str
    text: str
    remove: bool = False


class SearchesScreen(Dialog[SearchChoice]):
    """Saved searches by name, then earlier queries."""

    AUTO_FOCUS = "PieceList"
    BINDINGS: ClassVar[list[BindingType]] = [*closing("list.searches"), *bindings_of("dialogs", "delete")]

    def __init__(self, saved: Mapping[str, str], earlier: Sequence[str]) -> None:
        """Texts by name, and texts alone, the newest first."""
        super().__init__()
        self._choices = [SearchChoice(name, text) for name, text in saved.items()]
        self._choices += [SearchChoice("", text) for text in earlier[:_EARLIER]]

    def compose(self) -> ComposeResult:
        """Title, searches and hint."""
        empty = with_keys("No search was saved yet: type one with {list.filter}, and save it with {query.save}")
        with Vertical(classes="dialog -sheet"):
            yield Static(Content("Searches" if self._choices else empty), classes="dialog-title")
            yield PieceList(self._line, len(self._choices))
            does = "{dialogs.choose} finds   {dialogs.delete} throws a saved one away   " if self._choices else ""
            yield Static(Content(with_keys(does + "{dialogs.close} closes")), classes="dialog-hint")

    def _line(self, number: int, width: int) -> list[Piece]:
        choice = self._choices[number]
        name = fit(f"@{one_line(choice.name)}" if choice.name else "earlier", _NAME)
        text = fit(one_line(choice.text), max(width - _NAME - 1, 0))
        return [Piece(name + " ", "heading" if choice.name else "quiet"), Piece(text, "")]

    @on(PieceList.Chosen)
    def _chosen(self, event: PieceList.Chosen) -> None:
        self.dismiss(self._choices[event.line])

    def action_delete(self) -> None:
        """Throw the saved search under the cursor away."""
        choice = self._choices[self.query_one(PieceList).cursor] if self._choices else None
        if choice is not None and choice.name:
            self.dismiss(choice._replace(remove=True))
