"""Painting only what changed: of each widget the lines that are asked for, and none of a widget that stays as it was.

Textual puts one rectangle around all that changed and asks every widget in it for all its lines, so that a row of the
list and a word on the status line cost the whole screen between them. And it paints each layout as soon as it is made.

Here a widget may also stand behind others: it is laid out and knows its size, but is not seen until it is brought to
the front. That is a matter of painting alone, where to be hidden and shown again takes two layouts.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import cast

from rich.console import Console
from textual._compositor import ChopsUpdate, Compositor, ReflowResult
from textual.geometry import Region, Size
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from .at_work import AtWork


class SparingUpdate(ChopsUpdate):
    """What changed on the screen."""

    def render_segments(self, console: Console) -> str:
        """What is written to the terminal: the very same that Textual writes."""
        written: list[str] = []
        last = self.spans[-1][0]
        for y, start, stop in self.spans:
            starts = [*self.chops[y]]
            ends = *starts[1:], self.chop_ends[y][-1]
            for end, (x, strip) in zip(ends, self.chops[y].items(), strict=True):
                if strip is None or x > stop or end <= start:
                    continue
                whole = start <= x < stop and end <= stop
                part = strip if whole else strip.crop(0, min(end, stop) - x)
                written += f"\x1b[{y + 1};{x + 1}H", part.render(console)
            if y != last:
                written.append("\n")
        return "".join(written)


class SparingCompositor(Compositor):
    """Textual's compositor, which asks widgets for fewer lines when part of the screen is painted."""

    def __init__(self) -> None:
        """A compositor of nothing yet."""
        super().__init__()
        self._changed: tuple[Region, ...] = ()
        self._behind: frozenset[Widget] = frozenset()

    # Who is seen

    @property
    def behind(self) -> frozenset[Widget]:
        """Those that are laid out, but are not seen, nor is anything in them."""
        return self._behind

    @behind.setter
    def behind(self, widgets: frozenset[Widget]) -> None:
        for widget in self._behind ^ widgets:
            if place := self._full_map.get(widget):
                self._dirty_regions.add(place.region.intersection(place.clip))
        self._behind = widgets
        self._visible_widgets = self._layers_visible = self._cuts = None

    def is_behind(self, widget: Widget) -> bool:
        """Whether a widget is laid out without being seen."""
        return bool(self._behind) and not self._behind.isdisjoint(widget.ancestors_with_self)

    @property
    def visible_widgets(self) -> dict[Widget, tuple[Region, Region]]:
        """Those that are seen, from the front to the back, each with its region and what clips it."""
        if self._visible_widgets is None:
            self._cuts = None
            laid_out = super().visible_widgets.items()
            self._visible_widgets = {widget: place for widget, place in laid_out if not self.is_behind(widget)}
        return self._visible_widgets

    @property
    def cuts(self) -> list[list[int]]:
        """Where lines are cut: at the edges of those who are seen now."""
        if self._visible_widgets is None:
            self._cuts = None
        return super().cuts

    def update_widgets(self, widgets: set[Widget]) -> None:
        """Note what is to be painted again, of those that are seen."""
        super().update_widgets({widget for widget in widgets if not self.is_behind(widget)})

    # Laying out

    def reflow(self, parent: Widget, size: Size) -> ReflowResult:
        """Lay out; only those are to be told of it who do anything then, or are larger or smaller than they were."""
        dirty, before = set(self._dirty_regions), self._full_map
        hidden, shown, resized = super().reflow(parent, size)
        if self._behind:
            changes = before.items() ^ self._full_map.items()
            seen = (place for widget, place in changes if not self.is_behind(widget))
            self._dirty_regions = dirty.union(part for place in seen if (part := place.region.intersection(place.clip)))
            # Only now: who is gone was not seen, and leaves nothing to be painted.
            self._behind = frozenset(widget for widget in self._behind if widget.is_attached)
        held = parent.app.mouse_captured
        grabbed = held.ancestors if held is not None else ()
        left = {widget for widget in hidden if widget.has_focus or widget in grabbed or hasattr(widget, "on_hide")}
        return ReflowResult(left, {widget for widget in shown if self._is_news_to(widget)}, resized)

    def _is_news_to(self, widget: Widget) -> bool:
        """Whether one who comes to be seen does anything then; away from the screen it could not know its size."""
        before = widget.outer_size
        return hasattr(widget, "on_resize") or not before or before != self.full_map[widget].region.size

    # Painting

    def render_partial_update(self) -> ChopsUpdate | None:
        """Paint what changed, if anything did."""
        self._changed = tuple(self._dirty_regions)
        try:
            update = super().render_partial_update()
        finally:
            self._changed = ()
        return update and SparingUpdate(update.chops, update.spans, update.chop_ends)

    def _render_chops(self, crop: Region, is_rendered_line: Callable[[int], bool]) -> Sequence[Mapping[int, Strip]]:
        """The lines in pieces, each of the widget in front; a piece that is a whole line of a widget is not cut out.

        A line that ends where nobody else begins is filled up: it is of one who makes room for a bar that is not laid
        out yet, and what is behind would be seen instead of all of it.
        """
        cuts = self.cuts
        chops: list[dict[int, Strip | None]] = [dict.fromkeys(line[:-1]) for line in cuts]
        for region, clip, strips in self._get_renders(crop):
            seen = region.intersection(clip)
            first, last = seen.column_span
            if first == last:
                continue
            for y, strip in zip(seen.line_range, strips, strict=False):
                if not is_rendered_line(y):
                    continue
                line, start = chops[y], bisect_left(cuts[y], first)
                own = cuts[y][start : bisect_right(cuts[y], last, start)]
                if first + strip.cell_length not in own:
                    strip = strip.extend_cell_length(last - first)
                whole = own[:1] == [first] and own[1:2] == [first + strip.cell_length]
                parts = (strip,) if whole else strip.divide([cut - first for cut in own[1:]])
                for cut, part in zip(own, parts, strict=False):
                    if line.get(cut) is None:
                        line[cut] = part
        return cast("Sequence[Mapping[int, Strip]]", chops)

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        """Region, clip and lines of the widgets that changed, from the front to the back."""
        if not self._changed:
            yield from super()._get_renders(crop)
            return
        for widget, (region, clip) in self.visible_widgets.items():
            seen = region.intersection(clip)
            changed = [part for part in map(seen.intersection, self._changed) if part]
            if changed:
                first, last = min(part.y for part in changed), max(part.bottom for part in changed)
                lines = Region(seen.x, first, seen.width, last - first)
                yield region, lines, widget.render_lines(lines.translate((-region.x, -region.y)))


class SparingScreen(AtWork, Screen[None]):
    """A screen that can be laid out before it is painted: what answers to a new size is painted with it."""

    def __init__(self) -> None:
        """A screen of nothing yet."""
        super().__init__()
        self._compositor: SparingCompositor = SparingCompositor()
        self._unpainted = False
        """Whether a layout has changed what no widget asks to be painted."""

    def put_behind(self, *widgets: Widget, instead_of: Iterable[Widget] = ()) -> None:
        """Let widgets not be seen any more, but others again, without laying anything out."""
        behind = self._compositor.behind.difference(instead_of).union(widgets)
        changed = behind ^ self._compositor.behind
        if changed:
            self._compositor.behind = behind
            self._dirty_widgets.update(changed)
            self.check_idle()

    def is_behind(self, widget: Widget) -> bool:
        """Whether a widget is laid out without being seen."""
        return self._compositor.is_behind(widget)

    def repaint(self, widget: Widget) -> None:
        """Paint a widget again, soon."""
        self._dirty_widgets.add(widget)
        self.check_idle()

    def lay_out_unpainted(self) -> bool:
        """Lay out, if anything asks for it, and leave what changes by it to be painted; whether anything did."""
        if not (self._layout_required or self._scroll_required):
            return False
        self._refresh_layout(scroll=self._scroll_required and not self._layout_required)
        self._layout_required = self._scroll_required = False
        self._dirty_widgets.clear()
        self._unpainted = True
        return True

    def paint_now(self) -> None:
        """Paint what changed, and what a layout has changed, without waiting for the next frame's time."""
        self._on_timer_update()
        if self._unpainted and not self.app._batch_count:
            self._compositor_refresh()

    def _compositor_refresh(self) -> None:
        """Paint what changed; not while everything is kept from being painted, for Textual would forget it then."""
        if not self.app._batch_count:
            self._unpainted = False
            self._compositor.update_widgets(self._dirty_widgets)
            super()._compositor_refresh()
