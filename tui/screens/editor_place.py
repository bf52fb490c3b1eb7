"""Where the note editor stands: at the foot of the notes where they have room beside the reader, else of the reader."""

from __future__ import annotations

from collections.abc import Mapping

from textual.geometry import Offset, Region
from textual.screen import Screen
from textual.widget import Widget

from ..layout import PANES, Pane

WIDE = 120
"""Columns of the screen from which the editor stands in the pane of the notes."""
_LEAST_ROWS = 10
_ROWS_ABOVE = 4


def host(width: int, shown: Mapping[Pane, Region]) -> Pane | None:
    """The pane at whose foot the editor stands, of those that are shown on a screen of this width."""
    order: tuple[Pane, ...] = ("notes", "reader", "list") if width >= WIDE else ("reader", "notes", "list")
    return next((pane for pane in order if pane in shown), None)


def foot(pane: Region) -> Region:
    """The lower part of a pane: half of it, or more where half were too little to write in."""
    rows = max(pane.height // 2, min(_LEAST_ROWS, pane.height - _ROWS_ABOVE), 1)
    return Region(pane.x, pane.bottom - rows, pane.width, rows)


class EditorPlace:
    """Puts the editor there, and makes the pane that much shorter, so that nothing of it is hidden."""

    def __init__(self, screen: Screen[None], editor: Widget) -> None:
        """An editor above the panes of a screen."""
        self._screen, self._editor = screen, editor

    def settle(self) -> None:
        """Move editor and panes to where they belong now; to be called when it opens or closes, and on a new layout."""
        boxes = {pane: self._screen.query_one(f"#{pane}-pane") for pane in PANES}
        shown = {pane: box.content_region for pane, box in boxes.items() if box.display and box.content_region}
        chosen = host(self._screen.size.width, shown) if self._editor.display else None
        place = foot(shown[chosen]) if chosen else Region()
        for pane in PANES:
            inner = self._screen.query_one(f"#{pane}")
            rows = place.height if pane == chosen else 0
            if inner.styles.margin.bottom != rows:
                inner.styles.margin = (0, 0, rows, 0)
        if chosen and self._editor.region != place:
            self._editor.styles.offset = Offset(place.x, place.y)
            self._editor.styles.width = place.width
            self._editor.styles.height = place.height
