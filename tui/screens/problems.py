"""What could not be read, or is no cable: every text with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from ...store.words import counted
from ..bindings import bindings_of, closing
from ..columns import fit
from ..commands import with_keys
from ..row_text import Piece, one_line
from ..widgets.piece_list import PieceList
from .dialogs import Dialog

if TYPE_CHECKING:
    from ...store.entry import Entry

Answer: TypeAlias = "Entry | Literal['again']"
"""What was chosen: a text to look at, or that the sources are to be looked through again."""
_NAME_SHARE = 45
_SHOWS = "{dialogs.choose} shows the text   "
_HINT = "{dialogs.again} looks through the sources again   {dialogs.close} closes"


class ProblemsScreen(Dialog["Answer"]):
    """One line a text: where it is, and why it is no cable."""

    AUTO_FOCUS = "PieceList"
    BINDINGS: ClassVar[list[BindingType]] = [*closing("list.problems"), *bindings_of("dialogs", "again")]

    def __init__(self, problems: Sequence[Entry]) -> None:
        """The texts, in the order of the sources."""
        super().__init__()
        self._problems = problems

    def compose(self) -> ComposeResult:
        """Title, texts and hint."""
        count = counted(len(self._problems), "text")
        with Vertical(classes="dialog -sheet"):
            yield Static(
                Content(f"{count} could not be read" if self._problems else "Everything could be read"),
                classes="dialog-title",
            )
            yield PieceList(self._line, len(self._problems))
            hint = _SHOWS + _HINT if self._problems else _HINT
            yield Static(Content(with_keys(hint)), classes="dialog-hint")

    def _line(self, number: int, width: int) -> list[Piece]:
        entry = self._problems[number]
        name = width * _NAME_SHARE // 100
        return [
            Piece(fit(place_of(entry), name) + "  ", ""),
            Piece(fit(one_line(entry.problem or ""), width - name - 2), "problem"),
        ]

    @on(PieceList.Chosen)
    def _show(self, event: PieceList.Chosen) -> None:
        self.dismiss(self._problems[event.line])

    def action_again(self) -> None:
        """Look through the sources again."""
        self.dismiss("again")


def place_of(entry: Entry) -> str:
    """Where a text is, in few words: its name, and the archive or dump that it is in."""
    if entry.start is not None and entry.path is not None:
        return one_line(f"{entry.path.name} at byte {entry.start:,}")
    if entry.member is not None and entry.path is not None:
        return one_line(f"{entry.path.name}: {entry.member}")
    return one_line(entry.name)
