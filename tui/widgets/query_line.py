"""The line on which a query is typed, with what is wrong in it and what could follow below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from ...cable.safe import visible
from ..bindings import bindings_of
from ..page.cells import cells, cropped, wrap
from ..search.caret import carets
from .above_list import AboveList
from .line_input import LineInput

if TYPE_CHECKING:
    from ...store.query import Completion

_MOST = 8
"""Completions that are shown; typing on is quicker than reading more."""
_EDGES = 2
"""Cells at the edges of what stands below."""
_SIGN = 2
"""Cells before the field."""


class QueryInput(LineInput):
    """The field itself: its keys are commands, what they mean depends on the completions below."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("query")

    class Pressed(Message):
        """A key that is not text was pressed."""

        def __init__(self, name: str) -> None:
            """The name of the command."""
            self.name = name
            super().__init__()

    def action_keep(self) -> None:
        """Go to the list with the query, or take the completion that was chosen."""
        self.post_message(self.Pressed("keep"))

    def action_complete(self) -> None:
        """Take a completion."""
        self.post_message(self.Pressed("complete"))

    def action_next(self) -> None:
        """Go down."""
        self.post_message(self.Pressed("next"))

    def action_previous(self) -> None:
        """Go up."""
        self.post_message(self.Pressed("previous"))

    def action_save(self) -> None:
        """Save the search."""
        self.post_message(self.Pressed("save"))

    def action_clear(self) -> None:
        """Forget the query."""
        self.post_message(self.Pressed("clear"))


class QueryLine(AboveList, Vertical):
    """A line over the panes; what is typed on it is told letter by letter."""

    class Changed(Message):
        """Other words are to be looked for."""

        def __init__(self, text: str, cursor: int) -> None:
            """What is typed so far, and where the cursor stands in it."""
            self.text, self.cursor = text, cursor
            super().__init__()

    class Kept(Message):
        """The query stays; the list is wanted."""

    class Cleared(Message):
        """The query is to be forgotten."""

    class SaveWanted(Message):
        """The search is to be saved."""

    def __init__(self) -> None:
        """A closed line."""
        super().__init__(id="query-line")
        self._field = QueryInput(
            id="query",
            placeholder='words, "phrases", tag:PHUM from:mexico after:2006-03 …',
            compact=True,
            select_on_focus=False,
        )
        self._field.cursor_blink = False
        self._count = Static(Content(""), id="query-count")
        self._below = Static(id="query-below")
        self._completions: Sequence[Completion] = ()
        self._chosen = -1
        self._height = 0
        self._error: tuple[int, int, str] | None = None
        self._history: list[str] = []
        self._older = 0
        self._typed = ""

    def compose(self) -> ComposeResult:
        """Sign, field and count; below them, over what stands there, errors and completions."""
        with Horizontal():
            yield Static(Content("/"), id="query-sign")
            yield self._field
            yield self._count
        yield self._below

    @property
    def text(self) -> str:
        """The query."""
        return self._field.value

    @property
    def typing(self) -> bool:
        """Whether the line has the focus."""
        return self._field.has_focus

    def open(self, history: Sequence[str]) -> None:
        """Show the line, and type on it; `history` are earlier queries, the newest first."""
        self._history, self._older = [*history], 0
        self.set_open(True)
        self._field.focus()
        self._field.cursor_position = len(self._field.value)

    def close(self) -> None:
        """Hide what stands below the line, and the line too where there is no query."""
        self.set_open(bool(self.text.strip()))
        self.offer(())
        self.fault(None)

    def put(self, text: str) -> None:
        """Replace the query, as if it had been typed."""
        self._field.value = text
        self._field.cursor_position = len(self._field.value)
        self.set_open(bool(text.strip()) or self.typing)

    def count(self, text: str) -> None:
        """Say how many cables were found."""
        self._count.update(Content(text), layout=False)

    # Below the line

    def offer(self, completions: Sequence[Completion]) -> None:
        """Show what could follow."""
        self._completions, self._chosen = tuple(completions[:_MOST]), -1
        self._show_below()

    def fault(self, error: tuple[int, int, str] | None) -> None:
        """Point at what is wrong: the characters `[start, end)` of the text, and why."""
        self._error = error
        self._show_below()

    def _show_below(self) -> None:
        lines = []
        room = max(self.app.size.width - _EDGES, 1)
        if self._error is not None:
            lines.append(self._fault_line(*self._error))
        wide = max((cells(visible(item.text)) for item in self._completions), default=0)
        for place, item in enumerate(self._completions if self.typing else ()):
            text, what = visible(item.text), visible(item.what)
            mark = "▌" if place == self._chosen else " "
            style = "bold" if place == self._chosen else ""
            gap = " " * (wide - cells(text) + 2)
            what = cropped(what, max(room - 1 - cells(text) - len(gap), 0))
            lines.append(Content.assemble((mark, "$cable-cursor"), (text, style), gap, (what, "$cable-quiet")))
        shown = Content("\n").join(lines)
        height = len(wrap(shown.plain, room, lines=True)) if lines else 0
        if height != self._height:
            self._height = height
            self._below.styles.height = height  # hidden by its height: a widget less would have all others painted anew
        self._below.update(shown, layout=False)

    def _fault_line(self, start: int, end: int, why: str) -> Content:
        """The carets, and the reason behind them where there is room, else below."""
        room = max(self._field.size.width, 1)
        lead, length, behind = carets(self.text, start, end, int(self._field.scroll_offset.x), room)
        gap = " " if cells(why) < behind else "\n" + " " * _SIGN
        return Content.assemble(" " * (_SIGN + lead), ("^" * length, "$error bold"), gap, (visible(why), "$error"))

    # What is typed

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._tell()

    def _tell(self) -> None:
        self.post_message(self.Changed(self.text, self._field.cursor_position))

    @on(QueryInput.Pressed)
    def _pressed(self, event: QueryInput.Pressed) -> None:
        event.stop()
        {
            "keep": self._keep,
            "complete": self._complete,
            "next": lambda: self._step(1),
            "previous": lambda: self._step(-1),
            "save": lambda: self.post_message(self.SaveWanted()),
            "clear": self._clear,
        }[event.name]()

    def _keep(self) -> None:
        if self._chosen >= 0:
            self._complete()
        else:
            self.post_message(self.Kept())

    def _clear(self) -> None:
        if self._chosen >= 0:
            self._chosen = -1
            self._show_below()
        else:
            self.post_message(self.Cleared())

    def _complete(self) -> None:
        if not self._completions:
            self.post_message(self.Kept())
            return
        item = self._completions[max(self._chosen, 0)]
        self._completions, self._chosen = (), -1
        text = self.text
        self._field.value = text[: item.start] + item.text + text[item.end :]
        self._field.cursor_position = item.start + len(item.text)
        self._show_below()

    def _step(self, step: int) -> None:
        """Down the completions and up again; else through the history, and at its end to the list."""
        if self._completions and (step > 0 or self._chosen >= 0):
            self._chosen = min(max(self._chosen + step, -1), len(self._completions) - 1)
            self._show_below()
        elif step < 0 and self._older < len(self._history):
            self._typed = self.text if not self._older else self._typed
            self._older += 1
            self.put(self._history[self._older - 1])
        elif step > 0 and self._older:
            self._older -= 1
            self.put(self._history[self._older - 1] if self._older else self._typed)
        elif step > 0:
            self.post_message(self.Kept())
