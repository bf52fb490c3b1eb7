"""The application: themes, the session, and the one screen."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import Screen

from .. import themes
from ..cable.safe import visible
from ..store.places import Places, places
from ..store.session import Session
from .screens.main import MainScreen


class CableReaderApp(App[None]):
    """Opens the paths it is given, and keeps what is remembered between runs."""

    TITLE = "cablereader"
    CSS = themes.stylesheet()
    ENABLE_COMMAND_PALETTE = False  # the main screen opens it, with the commands of the table
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", show=False, priority=True)]
    PAUSE_GC_ON_SCROLL = True

    def __init__(self, paths: Sequence[str], where: Places | None = None) -> None:
        """An application on files and folders (`-` for standard input)."""
        self.places = where or places()
        self.session = Session.load(self.places.session)
        self._faults = [fault for fault in (self.session.message,) if fault]
        # Without colours the terminal's own ones are used as they are, and then left out.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.animation_level = "none"
        self.paths = list(paths)
        self.theme_names: dict[str, None] = {}
        self._register_themes()

    def _register_themes(self) -> None:
        for found in (*themes.shipped(), *themes.from_folder(self.places.config / "themes")):
            if isinstance(found, themes.ThemeFault):
                self._faults.append(str(found))
            else:
                self.theme_names[found.name] = None
                self.register_theme(found)
        wanted = themes.COLOURLESS if self.no_color else self.session.theme
        self.theme = wanted if wanted in self.theme_names else themes.DEFAULT

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our tokens for a theme that has none of them."""
        return themes.defaults()

    def get_default_screen(self) -> Screen[None]:
        """The main screen."""
        return MainScreen(self.paths, self.places, self.session)

    def on_mount(self) -> None:
        """Say what could not be used."""
        for fault in self._faults:
            self.notify(visible(fault), severity="warning", markup=False)

    async def action_quit(self) -> None:
        """Leave, by way of the main screen: it may have something to ask."""
        if isinstance(self.screen, MainScreen):
            self.screen.action_quit()
        else:
            self.exit()


def run(paths: Sequence[str]) -> int:
    """Open the screen on these paths; returns the exit code."""
    app = CableReaderApp(paths)
    app.run()
    return app.return_code or 0
