"""The two lines at the bottom: what is under the cursor, and the keys that help here."""

from __future__ import annotations

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from ..commands import Command
from ..footer import Key, laid_out
from ..key_order import KeysInOrder
from .one_line import OneLine

_BOTTOM = 2
"""The lines at the bottom."""


class StatusMore(Static):
    """What the status line has no room for: as many lines as it takes, over the page."""

    def __init__(self) -> None:
        """Nothing to show yet."""
        super().__init__(id="status-more")
        self.display = False

    def on_resize(self) -> None:
        """Passing messages stand above it."""
        self._lift_messages(self.outer_size.height)

    def on_hide(self) -> None:
        """Passing messages may come down again."""
        self._lift_messages(0)

    def _lift_messages(self, lines: int) -> None:
        for rack in self.screen.query("ToastRack"):
            rack.styles.margin = (0, 0, _BOTTOM + lines, 0)


class StatusLine(OneLine):
    """Answers "what is this?" at the left; says where one stands, or what is still going on, at the right."""

    def __init__(self, more: StatusMore) -> None:
        """An empty line; `more` takes what is too long for it."""
        super().__init__(id="status")
        self._meaning = Content("")
        self._parts: dict[str, str] = {}
        self._more = more
        self._whole = False
        self._said_at: int | None = None

    def say(self, meaning: Content, *, whole: bool = True, stays: bool = False) -> None:
        """Show a sentence at the left, `whole` or as far as there is room, until one has moved on after it.

        What only describes what one stands on, or what one is in the middle of, `stays` until something else is said.
        """
        self._meaning, self._whole = meaning, whole
        self._said_at = None if stays else self._act
        self._spread()
        self.refresh()

    def move_on(self) -> None:
        """Take away what was said before the user's last act; what was said since takes no more than one line."""
        if self._said_at not in (None, self._act):
            self.say(Content(""))
        self._whole = False
        self._spread()

    def on_resize(self) -> None:
        """There may be room for it now, or no longer."""
        self._spread()

    def _spread(self) -> None:
        wanted = self._whole and self._meaning.cell_length > self._room
        if wanted:
            self._more.update(self._meaning)
        if wanted != self._more.display:
            self._more.display = wanted
            self.refresh()

    @property
    def _act(self) -> int:
        return self.app.acts if isinstance(self.app, KeysInOrder) else 0

    @property
    def _aside(self) -> str:
        return "  ".join(text for text in self._parts.values() if text)

    @property
    def _room(self) -> int:
        aside = self._aside
        return max(self.size.width - cell_len(aside) - (2 if aside else 0), 0)

    def tell(self, part: str, text: str) -> None:
        """Show a part of the right side (`progress`, `place`, `find`), or take it away with an empty text."""
        if text != self._parts.get(part, ""):
            self._parts[part] = text
            self.refresh()

    def line(self) -> Content:
        """The right side whole, the left one as far as there is room."""
        meaning = Content("") if self._more.display else self._meaning
        aside, left = self._aside, meaning.truncate(self._room, ellipsis=True)
        gap = " " * max(self.size.width - left.cell_length - cell_len(aside), 0)
        return Content.assemble(left, gap, (aside, "$cable-quiet"))


class KeyLine(OneLine):
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
        self._shown: tuple[int, tuple[Key, ...]] = (0, ())

    def show(self, commands: tuple[Command, ...]) -> None:
        """Show these commands, as many as there is room for; the last one always stays."""
        if commands != self._commands:
            self._commands, self._shown = commands, (0, ())
            self.refresh()

    @property
    def keys(self) -> tuple[Key, ...]:
        """What is shown, from left to right."""
        width = self.size.width
        if self._shown[0] != width:
            self._shown = width, laid_out(self._commands, width)
        return self._shown[1]

    def line(self) -> Content:
        """Key and title of each, two cells apart."""
        parts = [Content.assemble((key.label, "$footer-key-foreground"), " ", key.command.title) for key in self.keys]
        return Content("  ").join(parts)

    def on_click(self, event: events.Click) -> None:
        """Run the command under the mouse."""
        offset = event.get_content_offset(self)
        found = next((key for key in self.keys if offset and key.start <= offset.x < key.end), None)
        if found is not None:
            self.post_message(self.Clicked(found.command))
