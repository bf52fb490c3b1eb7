"""Lines that are painted when they are seen, with a bar beside them: what every long text of the screen stands in.

Textual's own way, which this cuts short, leads every line through border, padding and colours that are not there, and
the bar through a console.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Self

from rich.color import Color
from rich.style import Style
from textual import events
from textual.dom import NoScreen
from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip
from textual.widget import Widget

from .direct import Direct


class LinesView(Direct, ScrollView):
    """A view of lines without border and padding; who derives from it paints one in `render_line`."""

    def focus(self, scroll_visible: bool = True) -> Self:
        """Take the focus; Textual would do it later, and then see whether something has to scroll for it.

        Nothing has: a view scrolls itself, and stands whole where it stands.
        """
        with suppress(NoScreen):
            self.screen.set_focus(self, scroll_visible=False)
        return self

    def watch_has_focus(self, has_focus: bool) -> None:
        """Paint what is lit while the focus is here; no rule of a style sheet asks for the focus, so none is tried."""
        self.focus_changed()

    def focus_changed(self) -> None:
        """The focus has come or gone: paint again what looks different."""
        self.refresh()

    def on_focus(self, event: events.Focus) -> None:
        """Take the focus; Textual would paint every line again."""
        event.prevent_default()
        self.has_focus = True
        self._tell_parent(events.DescendantFocus(self))

    def on_blur(self, event: events.Blur) -> None:
        """Let the focus go."""
        event.prevent_default()
        self.has_focus = False
        self._tell_parent(events.DescendantBlur(self))

    def _tell_parent(self, event: events.Event) -> None:
        if isinstance(self.parent, Widget):
            self.parent.post_message(event)

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The bar at the right; made when it is first wanted."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = bar = Bar(name="vertical", thickness=self.scrollbar_size_vertical)
            bar.display = False
            self.app._start_widget(self, bar)
        return self._vertical_scrollbar

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines as they were painted."""
        first, last = crop.column_span
        strips = filtered(self, [self.render_line(y) for y in crop.line_range])
        return [strip.crop(first, last) for strip in strips] if first else strips


class Bar(Direct, ScrollBar):
    """A scroll bar that paints itself only when it has come to look different."""

    _painted: tuple[object, ...] = ()
    _strips: tuple[Strip, ...] = ()

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Paint again if there is something else to paint: Textual asks for it after every layout."""
        if layout or recompose or self._painted != self._looks():
            super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        return self

    def _looks(self) -> tuple[object, ...]:
        """What tells one look of the bar from another; empty where it has none yet."""
        bar = self.render() if self.is_mounted and self.parent is not None else None
        if not isinstance(bar, ScrollBarRender):
            return ()
        return bar.virtual_size, bar.window_size, bar.position, str(bar.style), bar.thickness, self.size.height

    def render_lines(self, crop: Region) -> list[Strip]:
        """The cells of the bar from top to bottom."""
        looks, bar = self._looks(), self.render()
        if not looks or not isinstance(bar, ScrollBarRender):
            return super().render_lines(crop)
        if looks != self._painted:
            self._painted, self._strips = looks, tuple(_cells(bar, self.size.height))
        return filtered(self, list(self._strips[crop.y : crop.bottom]))


def _cells(bar: ScrollBarRender, height: int) -> Iterator[Strip]:
    style = bar.style if isinstance(bar.style, Style) else Style.parse(bar.style)
    segments = bar.render_bar(
        size=height,
        virtual_size=bar.virtual_size,
        window_size=bar.window_size,
        position=bar.position,
        thickness=bar.thickness,
        back_color=style.bgcolor or Color.default(),
        bar_color=style.color or Color.default(),
    ).segments
    known: dict[int, Strip] = {}
    for segment in segments:  # most of them are one and the same
        if id(segment) not in known:
            known[id(segment)] = Strip([segment], bar.thickness)
        yield known[id(segment)]


def filtered(widget: Widget, strips: list[Strip]) -> list[Strip]:
    """Strips as the terminal can show them: without colours, perhaps."""
    background = widget.background_colors[1]
    for line_filter in widget.get_line_filters():
        strips = [strip.apply_filter(line_filter, background) for strip in strips]
    return strips
