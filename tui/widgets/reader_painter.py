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
from ..signs import sign
from .lines_view import filtered

OUTSIDE = -1000
"""The offset of what stands left of the text: no row is so wide that the cells after it come to count as text."""

ROLES: tuple[Role, ...] = get_args(Role)
"""Every role: the component class `reader--<role>` says how it looks."""


class Painter:
    """Styles for the roles, looked up once for each theme and state of the widget, as the terminal can show them."""

    def __init__(self, widget: Widget) -> None:
        """A painter for a widget that has the component classes of `ROLES`."""
        self._widget = widget
        self._styles: dict[tuple[Role, ...], Style] = {}
        self.looks = 0
        """How often the roles have come to look different."""

    def forget(self) -> None:
        """Look the styles up again: the theme has changed."""
        self.looks += 1
        self._styles = {}  # not cleared: who paints in another thread keeps what it found to itself

    def strip(self, pieces: Sequence[Piece], margin: int, width: int) -> Strip:
        """A row of the page in the middle of the pane."""
        segments = [Segment(" " * margin, self._style(()))]
        segments += [Segment(_drawn(piece), self._style(piece.roles)) for piece in pieces]
        return self._whole(segments, margin + sum(cells(piece.text) for piece in pieces), width)

    def placed(self, pieces: Sequence[Piece], row: int, start: int, margin: int, width: int) -> Strip:
        """The same for the mouse: every cell up to the end of the text says where it is.

        That is told as `(characters from the start of the row, row)`; `start` is the offset of the row's first
        character, and what stands left of the text counts as its beginning.
        """
        base, outside = self._style(()), _at(OUTSIDE, row)
        segments = [Segment(" " * margin, base + outside)]
        text_seen = False
        for piece in pieces:
            style = self._style(piece.roles)
            if piece.offset is not None:
                style += _at(piece.offset - start, row)
                text_seen = True
            elif not text_seen:
                style += outside
            segments.append(Segment(_drawn(piece), style))
        return self._whole(segments, margin + sum(cells(piece.text) for piece in pieces), width)

    def _whole(self, segments: list[Segment], used: int, width: int) -> Strip:
        if used > width:
            return Strip(segments, used).crop(0, width)
        segments.append(Segment(" " * (width - used), self._style(())))
        return Strip([segment for segment in segments if segment.text], width)  # of nothing, colours would be written

    def _style(self, roles: tuple[Role, ...]) -> Style:
        styles = self._styles
        style = styles.get(roles)
        if style is None:
            style = self._widget.rich_style
            for role in roles:
                style += self._widget.get_component_rich_style(f"reader--{role}", partial=True)
            (strip,) = filtered(self._widget, [Strip([Segment(" ", style)], 1)])
            style = styles[roles] = next(iter(strip)).style or style
        return style


def _drawn(piece: Piece) -> str:
    """The text of a piece; marks of ours, which have no place in the text of the cable, as the terminal has them."""
    return piece.text if piece.offset is not None else sign(piece.text)


def _at(character: int, row: int) -> Style:
    return Style.from_meta({"offset": (character, row)})
