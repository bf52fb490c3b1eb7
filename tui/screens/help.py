"""The keys of the focused pane, and those that work everywhere, from the command table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from ..bindings import closing
from ..commands import TITLES, Command, in_use, labels, with_keys
from ..page.cells import cells, wrap
from .sheet import SheetScreen

_MARGIN, _GAP = 2, 2
_WIDEST = 14
"""Cells of keys that stand beside what they do; more of them stand above it."""


class HelpScreen(SheetScreen):
    """The keys that are in force in a context, with what each does."""

    BINDINGS: ClassVar[list[BindingType]] = closing("everywhere.help")

    def __init__(self, where: str) -> None:
        """The keys of a context come first."""
        self._parts = in_use().in_force(where, keyless=True)
        palette = "   {everywhere.palette} finds any command by its name" if "everywhere" in self._parts else ""
        super().__init__("Keys", with_keys("{dialogs.close} closes" + palette))

    def action_help(self) -> None:
        """Close: it is this sheet."""
        self.action_close()

    def lines(self, width: int) -> Iterator[Content]:
        """A heading for each context, a line or more for each command."""
        widths = [cells(_keys(command)) for part in self._parts.values() for command in part]
        column = max((width for width in widths if width <= _WIDEST), default=0) + _MARGIN + _GAP
        for number, (name, part) in enumerate(self._parts.items()):
            if number:
                yield Content("")
            yield Content.assemble((TITLES[name], "bold"))
            for command in part:
                lead = Content.assemble(" " * _MARGIN, (_keys(command), "$footer-key-foreground"))
                if lead.cell_length > column - _GAP:
                    yield lead
                    lead = Content("")
                for cut in wrap(command.help, width - column):
                    gap = " " * (column - lead.cell_length)
                    yield Content.assemble(lead, gap, command.help[cut.start : cut.end])
                    lead = Content("")


def _keys(command: Command) -> str:
    """Its keys; of a command without any, what it is called in the palette."""
    return labels(command) or f":{command.title.lower()}"
