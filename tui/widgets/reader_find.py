"""The line on which the words to find are typed: every letter is looked for at once."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from ..bindings import bindings_of
from .line_input import LineInput


class FindInput(LineInput):
    """Enter keeps what was found, Esc forgets it, the arrows go from hit to hit meanwhile."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("find")

    def action_keep(self) -> None:
        """Keep what was found."""
        self.post_message(FindLine.Left(keep=True))

    def action_clear(self) -> None:
        """Forget what was typed."""
        self.post_message(FindLine.Left(keep=False))

    def action_next(self) -> None:
        """Go to the next hit."""
        self.post_message(FindLine.Stepped(1))

    def action_previous(self) -> None:
        """Go to the previous hit."""
        self.post_message(FindLine.Stepped(-1))


class FindLine(Horizontal):
    """A prompt below the page; closed until it is wanted."""

    class Changed(Message):
        """Other words are to be found."""

        def __init__(self, query: str) -> None:
            """What is typed so far."""
            self.query = query
            super().__init__()

    class Stepped(Message):
        """The next hit (or with -1 the previous one) is to be shown."""

        def __init__(self, step: int) -> None:
            """How many hits further."""
            self.step = step
            super().__init__()

    class Left(Message):
        """The line is closed; with `keep` the hits stay."""

        def __init__(self, *, keep: bool) -> None:
            """Whether the hits stay."""
            self.keep = keep
            super().__init__()

    def compose(self) -> ComposeResult:
        """Sign, field and count."""
        yield Static(Content("/"), classes="find--sign")
        yield FindInput(compact=True, select_on_focus=True)
        yield Static(Content(""), classes="find--count")

    def __init__(self) -> None:
        """A closed line on which nothing was typed."""
        super().__init__()
        self._count = ""
        self._forgotten = False

    def open(self) -> None:
        """Show the line and type on it."""
        if self._forgotten:
            self._forgotten = False
            with self.prevent(Input.Changed):
                self.query_one(FindInput).value = ""
        self.add_class("-open")
        self._show_count()
        self.query_one(FindInput).focus()

    def close(self, *, forget: bool = False) -> None:
        """Hide the line; with `forget` it is empty when it is opened again."""
        self.remove_class("-open")
        self._forgotten = self._forgotten or forget

    def say(self, count: str) -> None:
        """Show how many hits there are, at the right; a hidden line is left alone, for it would be laid out anew."""
        self._count = count
        if self.has_class("-open"):
            self._show_count()

    def _show_count(self) -> None:
        self.query_one(".find--count", Static).update(Content(self._count))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Changed(event.value))
