"""The application's themes: the one it begins with, all that there are, and the user's own as they change on disk."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

from textual.app import App

from .. import themes
from ..cable.safe import visible
from ..store.atomic import Stamp, stamp
from ..store.config import Config
from ..store.session import Session
from .key_order import KeysInOrder

_SIXTEEN = "standard"
"""What Rich calls a terminal of sixteen colours: ours would all come out as white or grey there."""
LOOK_EVERY = 1.0
"""Seconds after which it is looked whether a theme file has changed."""


class ThemedApp(KeysInOrder[None]):
    """An application that wears the user's themes, and notices while it runs when they write them."""

    config: Config
    session: Session

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        """An application with no theme of its own yet."""
        super().__init__(ansi_color=ansi_color)
        self.theme_names: dict[str, None] = {}
        self._stamps: dict[Path, Stamp | None] = {}

    @property
    def theme_folder(self) -> Path:
        """Where the user's themes are."""
        return self.config.path.parent / "themes"

    def begin_with_theme(self) -> None:
        """Take the theme that is wanted, before any style sheet is read; the others are not needed yet."""
        few = self.no_color or (self.session.theme is None and self.console.color_system == _SIXTEEN)
        theme = themes.one(themes.COLOURLESS if few else self.session.theme, self.theme_folder)
        self.register_theme(theme)
        self.set_reactive(App.theme, theme.name)
        self.stylesheet.set_variables(self.get_css_variables())

    def on_mount(self) -> None:
        """Let colours of the terminal's own pass as they are, where the first theme is made of them."""
        self.mutate_reactive(App.ansi_color)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our tokens for a theme that has none of them."""
        return themes.defaults()

    def register_themes(self) -> None:
        """Take all themes, say what could not be used, and look from now on whether they change."""
        self._stamps = _stamps(self.theme_folder)
        for theme in themes.shipped():
            self.theme_names[theme.name] = None
            self.register_theme(theme)
        self._register_own()
        if self.config.theme and self.config.theme not in self.theme_names:
            what_to_do = f"there are {', '.join(self.theme_names)}"
            self.config.fault(("theme",), f"there is no theme {self.config.theme}", what_to_do)
        self.set_interval(LOOK_EVERY, self._look)

    def _register_own(self) -> None:
        """Take the user's themes; of a file that cannot be used, the last good state stays."""
        for found in themes.from_folder(self.theme_folder):
            if isinstance(found, themes.ThemeFault):
                self.notify(visible(str(found)), severity="warning", markup=False, timeout=8)
            else:
                self.theme_names[found.name] = None
                self.register_theme(found)

    async def _look(self) -> None:
        """Wear the theme anew when its file, or any other of the folder, has changed."""
        found = await asyncio.to_thread(_stamps, self.theme_folder)
        if found == self._stamps:
            return
        self._stamps = found
        self._register_own()
        if not self.no_color and self.session.theme in self.theme_names:
            self.theme = self.session.theme
        self.mutate_reactive(App.theme)


def _stamps(folder: Path) -> dict[Path, Stamp | None]:
    """What tells one state of the theme files from another."""
    return dict(_stamped(folder))


def _stamped(folder: Path) -> Iterator[tuple[Path, Stamp | None]]:
    for path in folder.glob("*.toml"):
        try:
            yield path, stamp(path)
        except OSError:
            yield path, None
