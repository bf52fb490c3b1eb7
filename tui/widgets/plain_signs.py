"""What Textual draws, with plain characters in place of signs."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.scrollbar import ScrollBarRender

from ..signs import sign

_SOURCE = "source"
OF_A_CABLE = Style.from_meta({_SOURCE: True})
"""Marks text of a cable, which is drawn as it is."""


class PlainSigns(LineFilter):
    """Draws plain characters in place of our signs, wherever Textual paints: list, cards, dialogs, borders."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments with other characters."""
        return [
            segment
            if segment.control or segment.text.isascii() or _is_of_a_cable(segment.style)
            else Segment(sign(segment.text), segment.style)
            for segment in segments
        ]


def _is_of_a_cable(style: Style | None) -> bool:
    return style is not None and _SOURCE in style.meta


def plain_bars() -> None:
    """Draw scroll bars of whole cells only."""
    ScrollBarRender.VERTICAL_BARS = ScrollBarRender.HORIZONTAL_BARS = [" "]
