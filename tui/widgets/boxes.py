"""Boxes that only arrange what is in them: they paint nothing, and cost nothing when something in them is painted.

Textual asks every widget in a region for all its lines, and a line of the screen goes through all boxes around it. What
no child covers shows the background of the screen.
"""

from __future__ import annotations

from textual.containers import Horizontal, Vertical
from textual.geometry import Region
from textual.strip import Strip


class Across(Horizontal):
    """Children from left to right."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Nothing of its own."""
        return []


class Down(Vertical):
    """Children one below the other."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Nothing of its own."""
        return []
