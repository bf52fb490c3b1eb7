"""The timeline: how many of the cables that are shown were sent when, and a span of them to pick."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message

from ..bindings import bindings_of
from ..search.bars import Chart, axis, bars, chart, month_words
from .above_list import AboveList
from .list_messages import PanelLeft
from .patience import Patience

HEIGHT = 3
"""Lines of the bars; the years stand below them."""


class Timeline(AboveList, can_focus=True):
    """Bars over an axis, with a cursor; nothing is picked before Enter."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("timeline")

    class Picked(Message):
        """A span was picked: months counted from the year 0, both of them in it."""

        def __init__(self, first: int, last: int) -> None:
            """The first and the last month."""
            self.first, self.last = first, last
            super().__init__()

    class PickedAll(Message):
        """Any date will do again."""

    class Looked(Message):
        """The cursor is on a span, to be told on the status line."""

        def __init__(self, words: str) -> None:
            """The span and how many cables it has."""
            self.words = words
            super().__init__()

    class Left(PanelLeft):
        """The list is wanted; with `close`, the timeline no more."""

    def __init__(self) -> None:
        """A timeline that nothing is known for yet."""
        super().__init__(id="timeline")
        self._counts: Sequence[tuple[int, int, int]] = ()
        self._chart: Chart = chart((), 1)
        self._cursor = 0
        self._mark: int | None = None
        self._known = False
        self._fresh = True
        self._patience = Patience(self, self._lose_patience)

    def show(self, counts: Sequence[tuple[int, int, int]]) -> None:
        """Show other counts by year and month; the cursor goes to the latest of them."""
        self._counts, self._known, self._mark = counts, True, None
        self._patience.end()
        self._fresh = True
        self._lay()

    def wait(self) -> None:
        """Show that other counts are on their way, if they are long in coming; those before stay until then."""
        self._patience.begin()

    def _lose_patience(self) -> None:
        self._known = False
        self.refresh()

    def _lay(self) -> None:
        """The bars for the room there is, if there is any yet; in others than before the cursor is at the latest."""
        if self.size.width < 1:
            return
        self._chart = chart(self._counts, self.size.width)
        last = max(len(self._chart.values) - 1, 0)
        self._cursor = last if self._fresh else min(self._cursor, last)
        self._fresh = False
        self.refresh()
        if self.has_focus:
            self._tell()

    def on_resize(self) -> None:
        """As fine as there is room for; the cursor stays on its months."""
        at = self._chart.months(self._cursor, self._cursor)[0]
        fresh, self._mark = self._fresh, None
        self._lay()
        if not fresh:
            self._cursor = min(
                max((at - self._chart.first) // self._chart.step, 0), max(len(self._chart.values) - 1, 0)
            )

    @property
    def span(self) -> tuple[int, int]:
        """The bars from the mark to the cursor."""
        mark = self._cursor if self._mark is None else self._mark
        return min(mark, self._cursor), max(mark, self._cursor)

    # Painting

    def render(self) -> Content:
        """The bars, those of the span bright, and the years."""
        if not self._chart.values:
            return Content.styled("No dates to show" if self._known and not self._counts else "", "$cable-quiet")
        start, end = (edge * self._chart.wide for edge in (self.span[0], self.span[1] + 1))
        style = "$cable-tag" if self._known else "$cable-quiet"
        lines = [Content.styled(line, style) for line in bars(self._chart, HEIGHT)]
        years = Content.styled(axis(self._chart), "$cable-quiet")
        if self.has_focus:
            lines = [line.stylize("$cable-cursor on $panel", start, end) for line in lines]
            years = years.stylize("reverse", start, max(end - (self._chart.wide > 1), start + 1))
        return Content("\n").join([*lines, years])

    def on_focus(self) -> None:
        """Tell what the cursor is on."""
        self.refresh()
        self._tell()

    def on_blur(self) -> None:
        """The cursor is not seen without the focus."""
        self._mark = None
        self.refresh()

    def _tell(self) -> None:
        start, end = self.span
        count = sum(self._chart.values[start : end + 1])
        words = month_words(*self._chart.months(start, end))
        self.post_message(self.Looked(f"{words}: {count:,}" if self._chart.values else ""))

    # Actions

    def _move(self, cursor: int) -> None:
        self._cursor = min(max(cursor, 0), max(len(self._chart.values) - 1, 0))
        self.refresh()
        self._tell()

    def action_right(self) -> None:
        """Move the cursor to the right."""
        self._move(self._cursor + 1)

    def action_left(self) -> None:
        """Move the cursor to the left."""
        self._move(self._cursor - 1)

    def action_first(self) -> None:
        """Go to the first bar."""
        self._move(0)

    def action_last(self) -> None:
        """Go to the last bar."""
        self._move(len(self._chart.values) - 1)

    def action_mark(self) -> None:
        """Begin a span at the cursor, or forget the one that was begun."""
        self._mark = self._cursor if self._mark is None else None
        self._move(self._cursor)

    def action_wider_right(self) -> None:
        """Stretch the span to the right."""
        self._stretch(1)

    def action_wider_left(self) -> None:
        """Stretch the span to the left."""
        self._stretch(-1)

    def _stretch(self, step: int) -> None:
        self._mark = self._cursor if self._mark is None else self._mark
        self._move(self._cursor + step)

    def action_choose(self) -> None:
        """Pick the span."""
        if self._chart.values:
            self.post_message(self.Picked(*self._chart.months(*self.span)))

    def action_all_dates(self) -> None:
        """Take any date again."""
        self.post_message(self.PickedAll())

    def action_go_to_list(self) -> None:
        """Go to the list."""
        self.post_message(self.Left(close=False))

    def action_close(self) -> None:
        """Close the timeline."""
        self.post_message(self.Left(close=True))

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on a bar; a second click picks it."""
        offset = event.get_content_offset(self)
        if offset is not None and self._chart.values:
            self._move(offset.x // self._chart.wide)
            if event.chain == 2:
                self.action_choose()
