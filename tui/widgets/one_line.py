"""A line of text, as titles and the status line are: painted at once, without the detours of texts that may be long."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.style import Style

from .direct import Direct
from .lines_view import filtered


class OneLine(Direct):
    """One line, of which as much is shown as there is room for; who derives from it says in `line` what it is."""

    _base: Style | None = None
    _styles: dict[tuple[str | Style, ...], RichStyle]

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
        plain = self._style(())
        segments = [Segment(" " * self.styles.padding.left, plain)]
        segments += self._segments(self.line().truncate(self.size.width, ellipsis=True))
        strip = Strip(segments).adjust_cell_length(self.outer_size.width, plain)
        return [strip.crop(*crop.column_span) for strip in filtered(self, [strip])] * crop.height

    def _segments(self, shown: Content) -> Iterator[Segment]:
        edges = {0, len(shown.plain)}.union(*((span.start, span.end) for span in shown.spans))
        for start, end in pairwise(sorted(edges)):
            roles = tuple(span.style for span in shown.spans if span.start <= start and end <= span.end)
            yield Segment(shown.plain[start:end], self._style(roles))

    def _style(self, roles: tuple[str | Style, ...]) -> RichStyle:
        """How roles look that lie over each other, the last on top; looked up once for each theme."""
        if self._base is not self.visual_style:
            self._base, self._styles = self.visual_style, {}
        if roles not in self._styles:
            parsed = (Style.parse(role) if isinstance(role, str) else role for role in roles)
            self._styles[roles] = Style.combine([self._base, *parsed]).rich_style
        return self._styles[roles]

    def notify_style_update(self) -> None:
        """Forget the colours of another theme."""
        super().notify_style_update()
        self._base = None
