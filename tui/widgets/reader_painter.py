"""From the pieces of a row to a strip: roles become styles of the theme, characters know their offsets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from ..page.cells import cells
from ..page.paint import Piece
from ..page.rows import Role

OUTSIDE = -1000
"""The offset of what stands left of the text: no row is so wide that the cells after it come to count as text."""

ROLES: tuple[Role, ...] = get_args(Role)
"""Every role: the component class `reader--<role>` says how it looks."""


class Painter:
    """Styles for the roles, looked up once for each theme and state of the widget."""

    def __init__(self, widget: Widget) -> None:
        """A painter for a widget that has the component classes of `ROLES`."""
        self._widget = widget
        self._styles: dict[tuple[Role, ...], Style] = {}

    def forget(self) -> None:
        """Look the styles up again: the theme or the focus has changed."""
        self._styles.clear()

    def strip(self, pieces: Sequence[Piece], row: int, start: int, margin: int, width: int) -> Strip:
        """A row of the page in the middle of the pane; `start` is the offset of its first character.

        Every cell up to the end of the text says where it is for the selection, as `(characters from the start of the
        row, row)`; what stands left of the text counts as its beginning.
        """
        base, outside = self._style(()), _at(OUTSIDE, row)
        segments = [Segment(" " * margin, base + outside)]
        used, text_seen = margin, False
        for piece in pieces:
            style = self._style(piece.roles)
            if piece.offset is not None:
                style += _at(piece.offset - start, row)
                text_seen = True
            elif not text_seen:
                style += outside
            segments.append(Segment(piece.text, style))
            used += cells(piece.text)
        if used > width:
            return Strip(segments, used).crop(0, width)
        segments.append(Segment(" " * (width - used), base))
        return Strip(segments, width)

    def _style(self, roles: tuple[Role, ...]) -> Style:
        style = self._styles.get(roles)
        if style is None:
            style = self._widget.rich_style
            for role in roles:
                style += self._widget.get_component_rich_style(f"reader--{role}", partial=True)
            self._styles[roles] = style
        return style


def _at(character: int, row: int) -> Style:
    return Style.from_meta({"offset": (character, row)})
