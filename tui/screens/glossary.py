"""Every term of a cable with its meaning, on a sheet over the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content

from ...cable.safe import visible
from ..bindings import closing
from ..commands import with_keys
from ..page.cells import cells, wrap
from .sheet import SheetScreen

if TYPE_CHECKING:
    from ...cable.terms import Meaning

_WIDEST_TERM = 14
_MARK = 3
"""The cells between a term and its meaning, where the mark of doubt stands."""


class GlossaryScreen(SheetScreen):
    """The terms of a cable; the key that opens it closes it too."""

    BINDINGS: ClassVar[list[BindingType]] = closing("reader.glossary")

    def __init__(self, title: str, glossary: Sequence[Meaning]) -> None:
        """The meanings to list, in their order, under the name of the cable."""
        super().__init__(visible(title), with_keys("? not verified   {dialogs.close} closes"))
        self._glossary = glossary

    def lines(self, width: int) -> Iterator[Content]:
        """Terms at the left, meanings hanging beside them, each with its source; `?` for what is not certain."""
        if not self._glossary:
            yield Content("No term of this cable is known.")
        column = min(max((cells(visible(entry.term)) for entry in self._glossary), default=0), _WIDEST_TERM)
        for entry in self._glossary:
            term, meaning, source = (" ".join(visible(text).split()) for text in (entry.term, entry.text, entry.source))
            mark = " ? " if entry.uncertain else " " * _MARK
            lead = Content.assemble((term, "$cable-acronym bold"), " " * max(column - cells(term), 0))
            lead = Content.assemble(lead, (mark, "$cable-repair"))
            shown = Content.assemble(meaning, "  ", (source, "$cable-quiet"))
            for cut in wrap(shown.plain, width - column - _MARK):
                yield Content.assemble(lead, shown[cut.start : cut.end])
                lead = Content(" " * (column + _MARK))
