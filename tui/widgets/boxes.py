"""Boxes that only arrange what is in them: they paint nothing, and cost nothing when something in them is painted.

Textual asks every widget in a region for all its lines, and a line of the screen goes through all boxes around it; so
does a key or a message on its way up. What no child covers shows the background of the screen.
"""

from __future__ import annotations

from textual import events, messages
from textual.containers import Horizontal, Vertical
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

_HOUSEKEEPING = (events.__name__, messages.__name__)
_FROM_WITHIN = (events.Key, events.DescendantFocus, events.DescendantBlur)


class Column(Vertical):
    """Children one below the other; who derives from it has handlers of its own."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Nothing of its own."""
        return []


class _Passage(Widget):
    """Hands what comes up from its children to what it stands in, at once: it has no handler for any of it."""

    def post_message(self, message: Message) -> bool:
        """Post a message to this box, or on to the one around it."""
        parent = self.parent
        on_its_way = isinstance(message, _FROM_WITHIN) or type(message).__module__ not in _HOUSEKEEPING
        if on_its_way and message.bubble and isinstance(parent, Widget):
            return parent.post_message(message)
        return super().post_message(message)


class Across(Horizontal, _Passage):
    """Children from left to right."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Nothing of its own."""
        return []


class Down(Column, _Passage):
    """Children one below the other."""
