"""The application: themes, the session, and the one screen."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen

from .. import themes
from ..cable.safe import visible
from ..store.config import Config
from ..store.config.display import is_plain
from ..store.places import Places, places
from ..store.session import Session
from .commands import keymap_of, use
from .finding import Finding
from .imports import ALONE
from .rows import Order
from .screens.frame import FrameScreen
from .signs import be_plain
from .theming import ThemedApp

if TYPE_CHECKING:
    from .screens.main import MainScreen


_FIRST_ROWS_WITHIN = 0.3
"""Seconds that the rest of the screen waits for the first rows: a small library is there sooner, as a whole."""


_ENDING = ("SIGTERM", "SIGHUP")
"""Signals at which the program leaves."""

_IN_PASSING = 2
"""Faults that are told in passing messages; of more, the first would be gone before it is read."""


class CableReaderApp(ThemedApp):
    """Opens the paths it is given, and keeps what is remembered between runs."""

    TITLE = "cablereader"
    CSS = themes.stylesheet(themes.FRAME)
    ENABLE_COMMAND_PALETTE = False  # the main screen opens it, with the commands of the table
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", show=False, priority=True)]
    PAUSE_GC_ON_SCROLL = True

    def __init__(self, paths: Sequence[str], where: Places | None = None) -> None:
        """An application on files and folders (`-` for standard input)."""
        self.places = where or places()
        self.config = Config.load(self.places.settings)
        self.session = self._last_session()
        # Without colours the terminal's own ones are used as they are, and then left out.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.animation_level = "none"
        self._draw_signs()
        self.finding = Finding(paths, Order.parse(self.session.sort or ""))
        self._frame = FrameScreen(self.session)
        self.main: MainScreen | None = None
        self.begin_with_theme()
        self._begin_with_keys()

    def _last_session(self) -> Session:
        """What is remembered, with what the settings say about it instead."""
        session = Session.load(self.places.session)
        session.theme = self.config.theme or session.theme
        session.column = self.config.column or session.column
        return session

    def _begin_with_keys(self) -> None:
        """Put the keymap of the settings in force."""
        keymap = keymap_of(self.config)
        if keymap.changed:
            from .bindings import textual_keymap

            self.set_keymap(textual_keymap(keymap))
        use(keymap)

    def _draw_signs(self) -> None:
        """Draw plain characters where the terminal has no others."""
        plain = is_plain(self.config.display_ascii, os.environ)
        be_plain(plain)
        if plain:
            from .widgets.plain_signs import PlainSigns, plain_bars

            plain_bars()
            self._filters.append(PlainSigns())

    def get_default_screen(self) -> Screen[None]:
        """The frame: it is painted before anything else is loaded."""
        return self._frame

    def on_mount(self) -> None:
        """Paint the frame; then the first rows in it."""
        self._leave_when_told()
        self.call_after_refresh(self._find)

    def _leave_when_told(self) -> None:
        """Leave in order when the system ends the program: the terminal is given back, and what was typed is kept."""
        loop = asyncio.get_running_loop()
        for name in _ENDING:
            with suppress(KeyError, NotImplementedError, RuntimeError, ValueError):  # where there is none of it
                number = signal.Signals[name]
                loop.add_signal_handler(number, self._end, 128 + number)

    def _end(self, code: int) -> None:
        if self.main is not None:
            self.main.leave(code)
        else:
            self.exit(return_code=code)

    async def _find(self) -> None:
        self.finding.start()
        await asyncio.to_thread(self.finding.wait_for_first, _FIRST_ROWS_WITHIN)
        self._frame.show(self.finding.first)
        self.call_after_refresh(self._open_main)

    async def _open_main(self) -> None:
        """Lay the main screen over the frame."""
        with ALONE:
            from .screens.main import MainScreen

        self._style_the_rest()
        self.main = MainScreen(self.finding, self.places, self.session)
        await self.push_screen(self.main)
        self.register_themes()
        told = [self.session.message] if self.session.message else []
        self.tell_faults([*told, *(fault.brief for fault in self.config.faults)])
        self.call_after_refresh(self.answer_keys)

    def _style_the_rest(self) -> None:
        """Take the style sheets that the frame did not need."""
        sheets = (name for name in themes.SHEETS if name != themes.FRAME)
        self.stylesheet.add_source(themes.stylesheet(*sheets), read_from=("", "the style sheets of the program"))

    def tell_faults(self, faults: Sequence[str]) -> None:
        """Say what could not be used: in passing, or on a sheet where that would hide the screen and be cut off."""
        if len(faults) > _IN_PASSING:
            from .screens.faults import FaultsScreen

            self.push_screen(FaultsScreen(faults))
            return
        for fault in faults:
            self.notify(visible(fault), severity="warning", markup=False, timeout=10)

    async def action_quit(self) -> None:
        """Leave, by way of the main screen: it may have something to ask."""
        if self.main is not None and self.screen is self.main:
            self.main.action_quit()
        else:
            self.exit()


def run(paths: Sequence[str], *, mouse: bool = True) -> int:
    """Open the screen on these paths, with the mouse where that is wanted and the settings allow it; the exit code."""
    app = CableReaderApp(paths)
    app.run(mouse=mouse and app.config.mouse)
    return app.return_code or 0
