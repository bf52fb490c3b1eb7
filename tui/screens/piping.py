"""The main screen's pipe: the paragraph, the selection or the cable, given to a command that the user types."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from ...cable.safe import visible
from ..bindings import bindings_of
from ..commands import with_keys
from ..page.copies import whole
from ..piping import Piped, pipe
from ..widgets.line_input import LineInput
from .copying import CopyingScreen
from .dialogs import Question

_MOST = 2000
"""Characters of a command's output that are shown where it could not have the terminal."""


class AskPipe(Question[tuple[str, str]]):
    """A command, and which of some texts it is given: Enter gives both, Tab goes to the next text."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("question", "complete")

    def __init__(self, texts: dict[str, str], command: str) -> None:
        """Texts by what they are called; the command of the last time."""
        super().__init__()
        self._texts = texts
        self._chosen = next(iter(texts))
        self._command = command

    def compose(self) -> ComposeResult:
        """What is given, the command, and a hint."""
        with Vertical(classes="dialog"):
            yield Static(classes="dialog-title")
            yield LineInput(self._command, placeholder="a command of the shell, such as wc -w", compact=True)
            yield Static(Content(self._hint), classes="dialog-hint")

    @property
    def _hint(self) -> str:
        other = "{question.complete} another text   " if len(self._texts) > 1 else ""
        return with_keys(other + "{question.keep} runs it   {question.close} leaves")

    def on_mount(self) -> None:
        """Say what is given."""
        self._say_what()

    def _say_what(self) -> None:
        self.query_one(".dialog-title", Static).update(Content(f"Pipe {self._chosen} to"))

    def action_complete(self) -> None:
        """Take the next text."""
        names = list(self._texts)
        self._chosen = names[(names.index(self._chosen) + 1) % len(names)]
        self._say_what()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        self.dismiss((event.value, self._texts[self._chosen]) if event.value.strip() else None)


class PipingScreen(CopyingScreen):
    """Lends the terminal to a command, with a text on its standard input."""

    _last_command = ""

    def action_pipe(self) -> None:
        """Give a text to a command of the shell."""
        texts = self._texts()
        if not texts:
            self.status.say(Content("No cable is open"))
            return

        def chosen(answer: tuple[str, str] | None) -> None:
            if answer is not None:
                self._last_command = answer[0]
                self._pipe(*answer)

        self.app.push_screen(AskPipe(texts, self._last_command), chosen)

    def _texts(self) -> dict[str, str]:
        """What can be given: what is selected or under the cursor first, the whole cable."""
        found: dict[str, str] = {}
        if self.pane == "reader" and (part := self.reader.part_at_hand()):
            found[part[0]] = part[1]
        if self.cable is not None:
            found["the whole cable"] = whole(self.cable, *self.reader.cited) + "\n"
        return found

    def _pipe(self, command: str, text: str) -> None:
        """Run the command while the screen waits; where the terminal cannot be lent, show what it wrote."""
        try:
            with self.app.suspend():
                done = _attempted(lambda: pipe(command, text))
                _wait_for_enter(done, command)
        except SuspendNotSupported:
            done = _attempted(lambda: pipe(command, text, caught=True))
        said = done if isinstance(done, str) else "\n".join(filter(None, (done.told(command), done.output[:_MOST])))
        failed = isinstance(done, str) or done.code != 0
        self.notify(visible(said), severity="error" if failed else "information", markup=False, timeout=6)


def _attempted(run: Callable[[], Piped]) -> Piped | str:
    """What came of a command, or why there was none: nothing may be raised while the terminal is lent."""
    try:
        return run()
    except OSError as error:
        return f"The shell cannot be run: {error.strerror or error}"


def _wait_for_enter(done: Piped | str, command: str) -> None:
    """Leave what the command wrote on the terminal until it was read."""
    told = done if isinstance(done, str) else done.told(command)
    try:
        input(f"\n[{visible(told)}; enter goes back] ")
    except (EOFError, KeyboardInterrupt):
        return
