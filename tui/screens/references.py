"""What a telegram refers to, and which telegrams refer to it: every one on a line, to be opened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from ...cable.safe import visible
from ..bindings import closing
from ..columns import fit
from ..commands import with_keys
from ..row_text import Piece, one_line
from ..widgets.piece_list import PieceList
from .dialogs import Dialog

if TYPE_CHECKING:
    from ...store.query import Link

_LABEL, _ID = 4, 20
"""Cells of the letter of an item, and of an id."""


class Row(NamedTuple):
    """A line of the sheet: a heading, or a link with the letter that it has in the REF line."""

    heading: str = ""
    link: Link | None = None
    label: str = ""


class References(NamedTuple):
    """The links of a telegram: those it makes, and those that lead to it."""

    forward: Sequence[Link]
    cited_by: Sequence[Link]

    def rows(self) -> Iterator[Row]:
        """The lines: either part under its heading."""
        yield Row(f"Refers to {len(self.forward):,}")
        for link in self.forward:
            label = f"{link.label}." if link.label else "" if link.kind == "ref" else "¶"
            yield Row(link=link, label=one_line(label))
        yield Row(f"Cited by {len(self.cited_by):,}")
        for link in self.cited_by:
            yield Row(link=link)


class ReferencesScreen(Dialog["Link"]):
    """Gives the link that was chosen."""

    AUTO_FOCUS = "PieceList"
    BINDINGS: ClassVar[list[BindingType]] = closing("everywhere.references")

    def __init__(self, label: str, references: References) -> None:
        """The links of the telegram that is called so."""
        super().__init__()
        self._label = label
        self._rows = list(references.rows())

    def compose(self) -> ComposeResult:
        """Title, lines and hint."""
        with Vertical(classes="dialog -sheet"):
            yield Static(Content(visible(f"References of {self._label}")), classes="dialog-title")
            headings = {number for number, row in enumerate(self._rows) if row.link is None}
            first = next(number for number in range(len(self._rows)) if number not in headings)
            yield PieceList(self._line, len(self._rows), first, headings)
            hint = "{dialogs.choose} opens   ¶ named in the text   {dialogs.close} closes"
            yield Static(Content(with_keys(hint)), classes="dialog-hint")

    def _line(self, number: int, width: int) -> list[Piece]:
        row = self._rows[number]
        if row.link is None:
            return [Piece(fit(row.heading, width), "heading")]
        link, entry = row.link, row.link.entry
        lead = [Piece(f" {fit(row.label, _LABEL)}", "quiet"), Piece(fit(one_line(link.id or ""), _ID) + " ", "")]
        room = max(width - _LABEL - _ID - 2, 0)
        if entry is not None:
            date = f"{entry.date:%Y-%m-%d} " if entry.date else ""
            told = one_line(f"{entry.post or ''}  {entry.subject or ''}".strip())
            return [*lead, Piece(date, "quiet"), Piece(fit(told, max(room - len(date), 0)), "")]
        told = "not in this library" if link.id else one_line(link.text or "")
        return [*lead, Piece(fit(told, room), "quiet")]

    @on(PieceList.Chosen)
    def _chosen(self, event: PieceList.Chosen) -> None:
        link = self._rows[event.line].link
        if link is not None:
            self.dismiss(link)
