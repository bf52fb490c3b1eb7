"""Widgets that ask their screen directly to be painted again.

Textual has a widget first send itself a message, and then the screen one. Of a key that changes lines here and there
these are a dozen messages, which take longer than what they ask for.
"""

from __future__ import annotations

from typing import Self

from textual.geometry import Region
from textual.widget import Widget

from ..compositing import SparingScreen


class Direct(Widget):
    """A widget that is painted again without messages where nothing but that is wanted."""

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Paint again, all of it or some regions."""
        screen = self.screen if self.is_attached and self._is_mounted else None
        if layout or recompose or not repaint or not isinstance(screen, SparingScreen):
            return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        self._layout_cache.clear()
        self._set_dirty(*regions)
        self.clear_cached_dimensions()
        self._rich_style_cache.clear()
        if self.display:
            screen.repaint(self)
        return self
