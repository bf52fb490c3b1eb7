"""The keys of the focused pane, and those that work everywhere, from the command table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from ..commands import TITLES, keys_in_force
from ..page.cells import cells, wrap
from .sheet import SheetScreen

_MARGIN, _GAP = 2, 2


class HelpScreen(SheetScreen):
    """The keys that are in force in a context, with what each does."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("question_mark,f1", "dismiss", show=False)]

    def __init__(self, where: str) -> None:
        """The keys of a context come first."""
        super().__init__("Keys", "esc closes   : finds any command by its name")
        self._parts = keys_in_force(where)

    def lines(self, width: int) -> Iterator[Content]:
        """A heading for each context, a line or more for each command."""
        column = max(cells(labels) for part in self._parts.values() for _, labels in part) + _MARGIN + _GAP
        for number, (name, part) in enumerate(self._parts.items()):
            if number:
                yield Content("")
            yield Content.assemble((TITLES[name], "bold"))
            for command, labels in part:
                lead = Content.assemble(" " * _MARGIN, (labels, "$footer-key-foreground"))
                for cut in wrap(command.help, width - column):
                    gap = " " * (column - lead.cell_length)
                    yield Content.assemble(lead, gap, command.help[cut.start : cut.end])
                    lead = Content("")
