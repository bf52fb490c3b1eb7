"""Patience with counts that are on their way: what is shown stays as it is, unless they are long in coming."""

from __future__ import annotations

from collections.abc import Callable

from textual.timer import Timer
from textual.widget import Widget

PATIENCE = 0.3
"""Seconds that counts may be on their way before those that are shown are marked as old."""


class Patience:
    """The patience of a widget: what it is to do when it has none left is done once, unless the counts came."""

    def __init__(self, widget: Widget, lost: Callable[[], None]) -> None:
        """Nothing is waited for yet."""
        self._widget, self._lost = widget, lost
        self._timer: Timer | None = None

    def begin(self) -> None:
        """Wait; who waits already goes on."""
        if self._timer is None:
            self._timer = self._widget.set_timer(PATIENCE, self._lost)

    def end(self) -> None:
        """The counts came."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
