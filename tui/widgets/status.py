"""The two lines at the bottom: what is under the cursor, and the keys that help here."""

from __future__ import annotations

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from ..commands import Command
from ..footer import Key, laid_out


class StatusLine(Widget):
    """Answers "what is this?" at the left; says where one stands, or what is still going on, at the right."""

    def __init__(self) -> None:
        """An empty line."""
        super().__init__(id="status")
        self._meaning = Content("")
        self._parts: dict[str, str] = {}

    def say(self, meaning: Content) -> None:
        """Show this at the left, until something else is said."""
        self._meaning = meaning
        self.refresh()

    def tell(self, part: str, text: str) -> None:
        """Show a part of the right side (`progress`, `place`, `find`), or take it away with an empty text."""
        self._parts[part] = text
        self.refresh()

    def render(self) -> Content:
        """The right side whole, the left one as far as there is room."""
        aside = "  ".join(text for text in self._parts.values() if text)
        room = max(self.size.width - cell_len(aside) - (2 if aside else 0), 0)
        left = self._meaning.truncate(room, ellipsis=True)
        gap = " " * max(self.size.width - left.cell_length - cell_len(aside), 0)
        return Content.assemble(left, gap, (aside, "$cable-quiet"))


class KeyLine(Widget):
    """The few keys that matter most where the focus is; a click does what the key does."""

    class Clicked(Message):
        """A command was chosen with the mouse."""

        def __init__(self, command: Command) -> None:
            """The command to run."""
            self.command = command
            super().__init__()

    def __init__(self) -> None:
        """A line with no keys yet."""
        super().__init__(id="keys")
        self._commands: tuple[Command, ...] = ()

    def show(self, commands: tuple[Command, ...]) -> None:
        """Show these commands, as many as there is room for; the last one always stays."""
        self._commands = commands
        self.refresh()

    @property
    def keys(self) -> tuple[Key, ...]:
        """What is shown, from left to right."""
        return laid_out(self._commands, self.size.width)

    def render(self) -> Content:
        """Key and title of each, two cells apart."""
        parts = [Content.assemble((key.label, "$footer-key-foreground"), " ", key.command.title) for key in self.keys]
        return Content("  ").join(parts)

    def on_click(self, event: events.Click) -> None:
        """Run the command under the mouse."""
        offset = event.get_content_offset(self)
        found = next((key for key in self.keys if offset and key.start <= offset.x < key.end), None)
        if found is not None:
            self.post_message(self.Clicked(found.command))
