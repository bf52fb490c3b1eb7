"""The panel of facets: what the cables that are shown have in common, counted; values are chosen into the query."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip

from ..bindings import bindings_of
from ..columns import fit
from ..row_text import one_line
from ..search.panel import FIELDS, Field, Line, panel
from .line_list import LineList
from .list_messages import PanelLeft
from .patience import Patience

WIDTH = 26
"""Cells of the panel."""
_SIGNS = {"+": "✓", "-": "−", "": " "}


class FacetPanel(LineList):
    """Headings and values with counts; Enter adds a value to the query or takes it out."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("facets")
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "facet-panel--cursor",
        "facet-panel--cursor-lit",
        "facet-panel--bar",
        "facet-panel--bar-lit",
        "facet-panel--heading",
        "facet-panel--count",
        "facet-panel--chosen",
        "facet-panel--waiting",
    }

    class Chosen(Message):
        """A value is to go into the query, or out of it."""

        def __init__(self, field: Field, value: str, *, exclude: bool) -> None:
            """The field and its value; `exclude` for a value that cables are not to have."""
            self.field, self.value, self.exclude = field, value, exclude
            super().__init__()

    class Left(PanelLeft):
        """The list is wanted; with `close`, the panel no more."""

    def __init__(self) -> None:
        """A panel that nothing is known for yet."""
        super().__init__(id="facets")
        self._panel: list[Line] = []
        self._facets: Mapping[Field, Sequence[tuple[str, int]]] = {}
        self._states: Mapping[tuple[Field, str], str] = {}
        self._opened: set[str] = set()
        self._waiting = True
        self._patience = Patience(self, self._lose_patience)

    def show(self, facets: Mapping[Field, Sequence[tuple[str, int]]], states: Mapping[tuple[Field, str], str]) -> None:
        """Show other counts; the cursor stays on its value."""
        self._facets, self._states, self._waiting = facets, states, False
        self._patience.end()
        self._lay()

    def wait(self) -> None:
        """Show that other counts are on their way, if they are long in coming; those before stay until then."""
        self._patience.begin()

    def _lose_patience(self) -> None:
        self._waiting = True
        self.repaint()

    def _lay(self) -> None:
        held = self._panel[self.cursor] if self.cursor < len(self._panel) else None
        self._panel = panel(self._facets, self._opened, self._states)
        same = (
            place for place, line in enumerate(self._panel) if held and line[:2] == held[:2] and line.more == held.more
        )
        self.set_lines(len(self._panel), next(same, self.cursor if held else 1))

    # Painting

    def render_line(self, y: int) -> Strip:
        """A line; where nothing was counted, a word for it."""
        if y or self.shown or self._waiting:
            return super().render_line(y)
        width = self.scrollable_content_region.width
        style = self.rich_style + self.component_style("facet-panel--count")
        return Strip([Segment(" Nothing to count", style)]).adjust_cell_length(width, self.rich_style)

    def paint_line(self, line: int, width: int, *, cursor: bool) -> Strip:
        """A heading, a value with its count at the right, or the way to more values."""
        item = self._panel[line]
        base = self.component_style(self.lit("facet-panel--cursor"), partial=False) if cursor else self.rich_style
        bar = Segment("▌", base + self.component_style(self.lit("facet-panel--bar"))) if cursor else Segment(" ", base)
        if item.heading:
            style = self.component_style("facet-panel--heading")
            return Strip([bar, Segment(FIELDS[item.field], base + style)]).adjust_cell_length(width, base)
        if item.more:
            style = self.component_style("facet-panel--count")
            return Strip([bar, Segment(f"  {-item.number:,} more", base + style)]).adjust_cell_length(width, base)
        count = f"{item.number:,}"
        chosen = base + self.component_style("facet-panel--chosen") if item.state else base
        quiet = base + self.component_style("facet-panel--waiting" if self._waiting else "facet-panel--count")
        name = fit(f"{_SIGNS[item.state]} {one_line(item.value)}", max(width - len(count) - 2, 1))
        return Strip([bar, Segment(name, chosen), Segment(count, quiet)]).adjust_cell_length(width, base)

    # Actions

    def chosen(self) -> None:
        """A click is as good as a key."""
        self.action_choose()

    def action_choose(self) -> None:
        """Add the value under the cursor to the query, or take it out; show more values."""
        self._choose(exclude=False)

    def action_exclude(self) -> None:
        """Leave out the cables that have the value."""
        self._choose(exclude=True)

    def _choose(self, *, exclude: bool) -> None:
        line = self._panel[self.cursor] if self.cursor < len(self._panel) else None
        if line is None or line.heading:
            return
        if line.more:
            self._opened.add(line.field)
            self._lay()
        else:
            self.post_message(self.Chosen(line.field, line.value, exclude=exclude or line.state == "-"))

    def action_next_field(self) -> None:
        """Go to the first value of the next field."""
        self._go_to_heading([line for line in self._headings if line > self.cursor][:1])

    def action_previous_field(self) -> None:
        """Go to the first value of the field before."""
        before = [line for line in self._headings if line < self.cursor - 1]
        self._go_to_heading(before[-1:])

    @property
    def _headings(self) -> list[int]:
        return [place for place, line in enumerate(self._panel) if line.heading]

    def _go_to_heading(self, headings: list[int]) -> None:
        for heading in headings:
            self.go_to(heading + 1)

    def action_go_to_list(self) -> None:
        """Go to the list."""
        self.post_message(self.Left(close=False))

    def action_close(self) -> None:
        """Close the panel."""
        self.post_message(self.Left(close=True))
