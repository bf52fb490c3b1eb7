"""Painting only what changed: of each widget the lines that are asked for, and none of a widget that stays as it was.

Textual puts one rectangle around all that changed and asks every widget in it for all its lines, so that a row of the
list and a word on the status line cost the whole screen between them.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip


class SparingCompositor(Compositor):
    """Textual's compositor, which asks widgets for fewer lines when part of the screen is painted."""

    def __init__(self) -> None:
        """A compositor of nothing yet."""
        super().__init__()
        self._changed: tuple[Region, ...] = ()

    def render_partial_update(self) -> ChopsUpdate | None:
        """Paint what changed, if anything did."""
        self._changed = tuple(self._dirty_regions)
        try:
            return super().render_partial_update()
        finally:
            self._changed = ()

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        """Region, clip and lines of the widgets that changed, from the front to the back."""
        if not self._changed:
            yield from super()._get_renders(crop)
            return
        for widget, (region, clip) in self.visible_widgets.items():
            seen = region.intersection(clip)
            changed = [part for part in map(seen.intersection, self._changed) if part]
            if changed:
                first, last = min(part.y for part in changed), max(part.bottom for part in changed)
                lines = Region(seen.x, first, seen.width, last - first)
                yield region, lines, widget.render_lines(lines.translate((-region.x, -region.y)))
