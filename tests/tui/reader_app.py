"""An application with nothing but a reader in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from cablereader import themes
from cablereader.cable import Block, Cable
from cablereader.tui.page.state import ReaderState
from cablereader.tui.widgets.reader import Reader
from textual.app import App, ComposeResult
from textual.message import Message

from .notes_tools import put

M = TypeVar("M", bound=Message)


class ReaderApp(App[None]):
    """Shows a cable, and keeps every message that the reader sends."""

    CSS = themes.stylesheet()
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        cable: Cable | None = None,
        *,
        notes: Sequence[Block | None] = (),
        at: str | None = None,
        state: ReaderState | None = None,
    ) -> None:
        """The cable to show, blocks that have notes, the block to begin on, what the reader remembers."""
        super().__init__()
        self.state = state or ReaderState()
        self.cable, self.notes, self.at = cable, notes, at
        self.sent: list[Message] = []
        self.copied = ""
        for theme in themes.shipped():
            self.register_theme(theme)
        self.theme = themes.DEFAULT

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The tokens of the program."""
        return themes.defaults()

    def compose(self) -> ComposeResult:
        """The reader."""
        yield Reader(self.state, id="reader")

    def on_mount(self) -> None:
        """Show the cable."""
        if self.cable is not None:
            anchors = [block.anchor if block else None for block in self.notes]
            self.reader.show(self.cable, [put(self.cable, anchor, "x") for anchor in anchors], self.at)
        self.reader.focus()

    @property
    def reader(self) -> Reader:
        """The reader."""
        return self.query_one(Reader)

    @property
    def lines(self) -> list[str]:
        """The rows of the page on the screen, without the blanks at their ends."""
        page = self.query_one("#page")
        return [page.render_line(y).text.rstrip() for y in range(page.size.height)]

    def hook(self, message: Message) -> None:
        """Keep the reader's own messages."""
        if type(message).__module__.endswith("reader_messages") and message not in self.sent:
            self.sent.append(message)

    def last(self, kind: type[M]) -> M:
        """The last message of a kind."""
        return [message for message in self.sent if isinstance(message, kind)][-1]

    def copy_to_clipboard(self, text: str) -> None:
        """Keep what is copied."""
        self.copied = text
