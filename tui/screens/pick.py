"""Places to go to, on a sheet over the screen: found by their words, and taken away where they can be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from ..bindings import bindings_of
from ..page.cells import cells, cropped
from ..widgets.line_input import LineInput
from .dialogs import Choices, Dialog

GOES_THERE = "{dialogs.choose} goes there   {dialogs.filter} finds   {dialogs.close} closes"
"""What the keys do in a list of places."""
_MOST = 500
"""Options that are laid out at once: more are found by their words."""
_EDGES = 6
"""Cells around an option."""
_AROUND, _WHOLE = 7, 5
"""Rows of the sheet that are no items; rows for the whole of an item, with the one that parts it from the list."""


class Item(NamedTuple):
    """Something to choose: its key, what it is, and what stands at the right edge."""

    key: str
    text: str
    aside: str = ""

    def line(self, width: int) -> Content:
        """Both sides in so many cells: the text gives way."""
        text = cropped(self.text, self._room(width))
        if not self.aside:
            return Content(text)  # spaces behind it would count as a line more
        gap = " " * max(width - cells(text) - cells(self.aside), 1)
        return Content.assemble(text, gap, (self.aside, "$cable-quiet"))

    def is_cropped(self, width: int) -> bool:
        """Whether its line in so many cells leaves something out."""
        return cells(self.text) > self._room(width)

    def _room(self, width: int) -> int:
        return max(width - cells(self.aside) - 2, 1)


class Pick(Dialog[str]):
    """One of some items: gives its key, or None."""

    AUTO_FOCUS = "Choices"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_of("dialogs", "filter", "delete"),
        *bindings_of("question", "close"),
    ]

    def __init__(
        self, title: str, items: Callable[[], Sequence[Item]], hint: str, remove: Callable[[str], None] | None = None
    ) -> None:
        """`items` are asked for again after `remove` has taken one away; `hint` says what the keys do."""
        super().__init__()
        self._title = title
        self._items = items
        self._hint = hint
        self._remove = remove
        self._shown: list[Item] = []

    def compose(self) -> ComposeResult:
        """Title, line to filter, items and hint."""
        with Vertical(classes="dialog -sheet"):
            yield Static(Content(self._title), classes="dialog-title")
            yield LineInput(placeholder="words", compact=True, id="pick-filter")
            yield Choices(compact=True)
            yield Static(id="pick-whole")
            yield Static(Content(self._hint), classes="dialog-hint")

    def on_mount(self) -> None:
        """The line appears when it is wanted, the whole of an item where its row leaves something out."""
        self.query_one(LineInput).display = False
        self.query_one("#pick-whole").display = False

    def on_resize(self) -> None:
        """Lay the items out for the width there is."""
        self.call_after_refresh(self._fill)

    def _fill(self, place: int | None = None) -> None:
        options = self.query_one(Choices)
        place = options.highlighted if place is None else place
        words = self.query_one(LineInput).value.casefold().split()
        self._shown = list(_matching(self._items(), words))[:_MOST]
        options.set_options(Option(item.line(self._width)) for item in self._shown)
        crops = any(item.is_cropped(self._width) for item in self._shown)
        self.query_one("#pick-whole").display = crops
        room = self.app.size.height * 92 // 100 - _AROUND - (_WHOLE if crops else 0)
        options.styles.max_height = max(room, 1)
        if self._shown:
            options.highlighted = min(place or 0, len(self._shown) - 1)
        self._show_whole()

    @property
    def _width(self) -> int:
        """Cells that an item has."""
        return max(min(self.app.size.width * 96 // 100, 88) - _EDGES, 1)

    @on(OptionList.OptionHighlighted)
    def _show_whole(self) -> None:
        """Show all of the item under the cursor that its row has no room for."""
        place = self.query_one(Choices).highlighted
        item = self._shown[place] if place is not None and place < len(self._shown) else None
        whole = item.text if item and item.is_cropped(self._width) else ""
        self.query_one("#pick-whole", Static).update(Content(whole))

    def action_filter(self) -> None:
        """Type words to find an item by."""
        line = self.query_one(LineInput)
        line.display = True
        line.focus()

    def action_close(self) -> None:
        """Leave the line, else the sheet."""
        line = self.query_one(LineInput)
        if not line.display:
            self.dismiss(None)
            return
        line.value = ""
        line.display = False
        self.query_one(Choices).focus()

    def action_delete(self) -> None:
        """Take the item under the cursor away, where that can be done."""
        place = self.query_one(Choices).highlighted
        if self._remove is not None and place is not None:
            self._remove(self._shown[place].key)
            self._fill(place)

    @on(Input.Changed)
    def _typed(self) -> None:
        self._fill(0)

    @on(Input.Submitted)
    def _keep(self) -> None:
        self.query_one(Choices).focus()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._shown[event.option_index].key)


def _matching(items: Iterable[Item], words: Sequence[str]) -> Iterable[Item]:
    for item in items:
        text = f"{item.text} {item.aside}".casefold()
        if all(word in text for word in words):
            yield item
