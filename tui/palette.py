"""The command palette: every command of the table by its name, and every theme."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from .commands import commands_of, labels
from .layout import PANES
from .page.cells import cells

if TYPE_CHECKING:
    from collections.abc import Callable

    from .screens.main import MainScreen

_NAME, _KEYS = 26, 14
"""Cells of the name of a command, and of its keys; what it does comes after them."""


class Line(NamedTuple):
    """Something to choose: its name, what it does, its keys, and what happens then."""

    name: str
    help: str
    keys: str
    run: Callable[[], object]

    def shown(self, name: Content | None = None) -> Content:
        """The line as it is painted, with what was found in its name marked."""
        quiet, gap = "$cable-quiet", " " * max(_NAME - cells(self.name), 2)
        keys = self.keys + " " * max(_KEYS - cells(self.keys), 2)
        return Content.assemble(name or Content(self.name), gap, (keys, "$footer-key-foreground"), (self.help, quiet))


class Commands(Provider):
    """Gives the palette every command: those of the focused pane first, then everywhere, then the other panes."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for line in lines(self._main):
            yield DiscoveryHit(line.shown(), line.run, text=line.name)

    async def search(self, query: str) -> Hits:
        """Those whose name has the letters that were typed."""
        matcher = self.matcher(query)
        for line in lines(self._main):
            if (score := matcher.match(line.name)) > 0:
                yield Hit(score, line.shown(matcher.highlight(line.name)), line.run, text=line.name)

    @property
    def _main(self) -> MainScreen:
        from .screens.main import MainScreen

        if not isinstance(self.screen, MainScreen):
            raise TypeError("the palette opens over the main screen")
        return self.screen


def lines(main: MainScreen) -> Iterator[Line]:
    """Everything that can be chosen on the main screen."""
    others = [pane for pane in PANES if pane != main.pane]
    for context in (main.pane, "everywhere", *others):
        prefix = f"{context.capitalize()}: " if context in others else ""
        for command in commands_of(context):
            yield Line(prefix + command.title, command.help, labels(command), partial(main.run_command, command))
    for name, title in main.theme_titles().items():
        yield Line(f"Theme: {title}", "Change how the screen looks", "", partial(main.use_theme, name))
