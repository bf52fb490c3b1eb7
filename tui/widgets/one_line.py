"""A line of text, as titles and the status line are: painted at once, without the detours of texts that may be long."""

from __future__ import annotations

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from .lines_view import filtered


class OneLine(Widget):
    """One line, of which as much is shown as there is room for; who derives from it says in `line` what it is."""

    def line(self) -> Content:
        """What the line says."""
        raise NotImplementedError

    def render(self) -> Content:
        """The line, for the mouse."""
        return self.line()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The line with what is left free beside it; Textual paints it where some of it is selected."""
        if self.text_selection is not None:
            return super().render_lines(crop)
        base = self.visual_style
        shown = self.line().truncate(self.size.width, ellipsis=True)
        segments = [Segment(" " * self.styles.padding.left, base.rich_style)]
        segments += [Segment(text, style.rich_style) for text, style in shown.render(base, "")]
        strip = Strip(segments).adjust_cell_length(self.outer_size.width, base.rich_style)
        return [strip.crop(*crop.column_span) for strip in filtered(self, [strip])] * crop.height
