"""Note cards below each other, drawn on demand: three hundred notes cost what three do."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import ClassVar, get_args

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from ...cable.safe import visible
from ..cards import Card, head, rows
from ..page.cells import cells, wrap
from ..pieces import Piece, Role, Row
from .lines_view import LinesView

_LOST = "Unplaced in this copy"
_TITLE = 2
"""Rows of the title above the cards that are lost, the blank one under it included."""
_MINUTE = 60.0


class NoteCards(LinesView, can_focus=True):
    """Cards in the order given, of which one may be current: it is shown whole, the others by their first lines."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "note-cards--current-card",
        *(f"note-cards--{role}" for role in get_args(Role) if role != "text"),
    }

    class Chosen(Message):
        """The user went to a card; with a second click, to edit it."""

        def __init__(self, card: Card, *, edit: bool = False) -> None:
            """The card, and whether it is to be edited."""
            self.card = card
            self.edit = edit
            super().__init__()

    def __init__(self) -> None:
        """No cards yet."""
        super().__init__(id="note-cards")
        self._cards: Sequence[Card] = ()
        self._hint = ""
        self._current: int | None = None
        self._starts: list[int] = []
        self._rows: dict[tuple[str, bool], tuple[Row, ...]] = {}
        self._styles: dict[str, Style] = {}

    def on_mount(self) -> None:
        """Let ages grow while nothing else happens."""
        self.set_interval(_MINUTE, self.refresh)

    # What it shows

    def show(self, cards: Sequence[Card], hint: str = "") -> None:
        """Show these cards, or the hint where there are none; the current card stays current if it is among them."""
        if not cards and not self._cards and hint == self._hint:
            return  # as from cable to cable, where none has a note: nothing has to be painted
        held = self.current
        self._cards, self._hint = cards, hint
        self._rows.clear()
        self._current = next((place for place, card in enumerate(cards) if held and card.key == held.key), None)
        self._measure()
        if self._current is None:
            self.scroll_to(y=min(self.scroll_offset.y, self.max_scroll_y), animate=False, force=True)
        else:
            self._reveal(self._current)

    @property
    def cards(self) -> Sequence[Card]:
        """The cards shown, in order."""
        return self._cards

    @property
    def current(self) -> Card | None:
        """The current card."""
        return None if self._current is None else self._cards[self._current]

    def select(self, place: int | None, *, near: int | None = None) -> None:
        """Make a card current (the nearest one there is), or none; `near` is then a card to bring into view."""
        if place is not None:
            place = min(max(place, 0), len(self._cards) - 1) if self._cards else None
        if place != self._current:
            held = place if place is not None else near
            before = self._starts[held] - self.scroll_offset.y if held is not None else 0
            self._current = place
            self._measure()
            if held is not None:  # what is looked at stays where it is, though cards above it grow or shrink
                self.scroll_to(y=self._starts[held] - before, animate=False, force=True)
        if self._cards and (place is not None or near is not None):
            self._reveal(place if place is not None else near or 0)

    def step(self, cards: int) -> None:
        """Go so many cards on, as the user wants it; from no current card to the first one in view."""
        if self._cards:
            self.choose(self._at(self.scroll_offset.y) if self._current is None else self._current + cards)

    def choose(self, place: int, *, edit: bool = False) -> None:
        """Go to a card as the user wants it."""
        self.select(place)
        if self.current is not None:
            self.post_message(self.Chosen(self.current, edit=edit))

    def page(self, pages: float) -> None:
        """Go to the card that stands so many pages further on."""
        if self._cards:
            here = self._starts[self._current] if self._current is not None else self.scroll_offset.y
            self.choose(self._at(here + round(pages * max(self.size.height, 1)), down=pages > 0))

    # Where the cards are

    def _at(self, line: int, *, down: bool = True) -> int:
        """The card at a line; where that is the current one, the next in the direction of the way."""
        place = max(bisect_right(self._starts, line) - 1, 0)
        if place == self._current:
            place += 1 if down else -1
        return min(max(place, 0), len(self._cards) - 1)

    def _measure(self) -> None:
        """Find where each card begins; its rows are cut once for each width."""
        self._starts = []
        line, lost = 0, False
        for place, card in enumerate(self._cards):
            if card.lost and not lost:
                line, lost = line + _TITLE, True
            self._starts.append(line)
            line += len(self._rows_of(place)) + 2
        self.virtual_size = Size(0, max(line - 1, 0))
        self.refresh()

    def _rows_of(self, place: int) -> tuple[Row, ...]:
        card, whole = self._cards[place], place == self._current
        found = self._rows.get((card.key, whole))
        if found is None:
            found = self._rows[card.key, whole] = rows(card, self.scrollable_content_region.width - 1, whole=whole)
        return found

    def _reveal(self, place: int) -> None:
        """Scroll as little as brings a card into view; of a card taller than the view, its beginning."""
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        first = 0 if place == 0 else self._starts[place]
        last = self._starts[place] + len(self._rows_of(place)) + 1
        if height > 0 and (first < top or last > top + height):
            self.scroll_to(
                y=first if first < top or last - first > height else last - height, animate=False, force=True
            )

    def on_resize(self) -> None:
        """Cut the rows for the new width."""
        self._rows.clear()
        self._measure()
        if self._current is not None:
            self._reveal(self._current)

    def on_click(self, event: events.Click) -> None:
        """Go to a card; edit it with a second click."""
        line = self.scroll_offset.y + event.y
        place = bisect_right(self._starts, line) - 1
        if place >= 0 and line <= self._starts[place] + len(self._rows_of(place)):
            self.choose(place, edit=event.chain == 2)

    # Painting

    def notify_style_update(self) -> None:
        """Forget the colours of another theme."""
        super().notify_style_update()
        self._styles.clear()

    def render_line(self, y: int) -> Strip:
        """One row of a card, a blank one between two cards, or the hint."""
        line, width = self.scroll_offset.y + y, self.scrollable_content_region.width
        if not self._cards:
            return self._hint_line(line, width)
        place = bisect_right(self._starts, line) - 1
        if place >= 0:
            row = self._row(place, line - self._starts[place])
            if row is not None:
                return self._paint(row, width, current=place == self._current)
        following = place + 1
        title = (
            following < len(self._cards) and self._cards[following].lost and line == self._starts[following] - _TITLE
        )
        return self._paint((Piece(f" {_LOST}", "title"),) if title else (), width)

    def _row(self, place: int, line: int) -> Row | None:
        """A row of a card, counted from its head; None below its last one."""
        current = place == self._current
        if line == 0:
            return head(self._cards[place], datetime.now(UTC), current=current, exact=current and self.has_focus)
        below = self._rows_of(place)
        return (
            (Piece(" ", "text"), below[line - 1][0], Piece(" ", "text"), *below[line - 1][1:])
            if line <= len(below)
            else None
        )

    def _hint_line(self, line: int, width: int) -> Strip:
        text = visible(self._hint)
        lines = [text[cut.start : cut.end] for cut in wrap(text, width - 2)]
        return self._paint((Piece(f" {lines[line]}", "hint"),) if line < len(lines) else (), width)

    def _paint(self, row: Row, width: int, *, current: bool = False) -> Strip:
        base = self._style("note-cards--current-card" if current else "")
        segments = [
            Segment(p.text, base if p.role == "text" else base + self._style(f"note-cards--{p.role}")) for p in row
        ]
        return Strip(segments, sum(cells(piece.text) for piece in row)).adjust_cell_length(width, base)

    def _style(self, name: str) -> Style:
        style = self._styles.get(name)
        if style is None:
            partial = name != "note-cards--current-card"
            found = self.get_component_rich_style(name, partial=partial) if name else self.rich_style
            style = self._styles[name] = found
        return style
