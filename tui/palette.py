"""The command palette: every command of the table by its title or its name, saved searches, themes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from ..cable.safe import visible
from .commands import CONTEXTS, commands_of, labels
from .page.cells import cells

if TYPE_CHECKING:
    from collections.abc import Callable

    from .screens.main import MainScreen

_WORD = re.compile(r"\w+")
_SHORT = 3
"""Letters of a word that must all be there."""
_NAME, _KEYS = 26, 14
"""Cells of the name of a command, and of its keys; what it does comes after them."""
_A_LETTER = 1.5
"""The score of a letter in what a command does: less than that of one in its name, more than that of scattered ones."""
_ROOM_FOR_HELP = 80
"""Columns of a screen from which on there is room for what a command does."""


class Line(NamedTuple):
    """Something to choose: its name, what it does, its keys, what happens then, and what else it is found by."""

    name: str
    help: str
    keys: str
    run: Callable[[], object]
    alias: str = ""

    def shown(self, room: int, name: Content | None = None) -> Content:
        """The line as it is painted on a screen of so many columns, with what was found in its name marked."""
        quiet, gap = "$cable-quiet", " " * max(_NAME - cells(self.name), 2)
        keys = self.keys + " " * max(_KEYS - cells(self.keys), 2)
        does = self.help if room >= _ROOM_FOR_HELP else ""
        return Content.assemble(name or Content(self.name), gap, (keys, "$footer-key-foreground"), (does, quiet))


class Commands(Provider):
    """Gives the palette every command: those of the focused pane first, then everywhere, then the other panes."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        room = self.screen.size.width
        for line in lines(self._main):
            yield DiscoveryHit(line.shown(room), line.run, text=line.name)

    async def search(self, query: str) -> Hits:
        """Those whose title or name has the letters that were typed, then those that do what was typed.

        A colon before it is no letter.
        """
        typed = query.removeprefix(":").strip()
        matcher, room = self.matcher(typed), self.screen.size.width
        for line in lines(self._main):
            score = max(matcher.match(line.name), matcher.match(line.alias))
            told = _A_LETTER * len(typed) if does(line.help, typed) else 0.0
            if score > 0 or told > 0:
                name = matcher.highlight(line.name) if score > 0 else None
                yield Hit(max(score, told), line.shown(room, name), line.run, text=line.name)

    @property
    def _main(self) -> MainScreen:
        from .screens.main import MainScreen

        if not isinstance(self.screen, MainScreen):
            raise TypeError("the palette opens over the main screen")
        return self.screen


def does(told: str, typed: str) -> bool:
    """Whether what a command does is said in the words typed, or in some that begin alike: `cite` in `citation`."""
    said = _WORD.findall(told.casefold())
    return all(any(_alike(word, other) for other in said) for word in _WORD.findall(typed.casefold()))


def _alike(word: str, other: str) -> bool:
    wanted = word[:-1] if len(word) > _SHORT else word
    return other.startswith(wanted)


def lines(main: MainScreen) -> Iterator[Line]:
    """Everything that can be chosen on the main screen."""
    near = dict.fromkeys((main.context, main.pane, "everywhere"))
    for context in dict.fromkeys((*near, *CONTEXTS)):
        prefix = "" if context in near else f"{context.replace('_', ' ').capitalize()}: "
        for command in commands_of(context):
            run = partial(main.run_command, command)
            yield Line(prefix + command.title, command.help, labels(command), run, command.name.replace("_", " "))
    for name, text in main.saved_searches().items():
        yield Line(f"Search: {visible(name)}", visible(text), f"@{visible(name)}", partial(main.use_search, text))
    for name, title in main.theme_titles().items():
        yield Line(f"Theme: {title}", "Change how the screen looks", "", partial(main.use_theme, name))
