"""Small questions over the screen: choose one of a few, type one line, yes or no; and what all dialogs have."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from ...cable.safe import visible
from ..bindings import LINES, bindings_of
from ..commands import key_of
from ..widgets.line_input import LineInput

Result = TypeVar("Result")


class Dialog(ModalScreen[Result | None]):
    """What opens over the screen and is closed again: then it gives None."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("dialogs", "close", "help")
    CONTEXT: ClassVar[str] = "dialogs"

    def action_close(self) -> None:
        """Close, and change nothing."""
        self.dismiss(None)

    def action_help(self) -> None:
        """Show the keys that work here."""
        from .help import HelpScreen

        self.app.push_screen(HelpScreen(self.CONTEXT))


class Choices(OptionList):
    """A list that keys move in as they do in every list."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("dialogs", "choose", *LINES)

    def action_choose(self) -> None:
        """Choose what is under the cursor."""
        self.action_select()

    def action_half_page_down(self) -> None:
        """Move the cursor down half a page."""
        self._move(max(self.size.height // 2, 1))

    def action_half_page_up(self) -> None:
        """Move the cursor up half a page."""
        self._move(-max(self.size.height // 2, 1))

    def _move(self, lines: int) -> None:
        if self.option_count:
            self.highlighted = min(max((self.highlighted or 0) + lines, 0), self.option_count - 1)


class Choose(Dialog[str]):
    """One of a few: gives the key of the choice, or None."""

    AUTO_FOCUS = "Choices"

    def __init__(
        self,
        title: str,
        choices: Sequence[tuple[str, str]],
        current: str | None = None,
        look: Callable[[str], None] | None = None,
    ) -> None:
        """Choices are keys and what is shown for them; the cursor begins on the current one.

        `look` is called with the key under the cursor, to show what it would be like.
        """
        super().__init__()
        self._title = title
        self._choices = choices
        self._current = current
        self._look = look

    def compose(self) -> ComposeResult:
        """Title and choices."""
        with Vertical(classes="dialog"):
            yield Static(Content(self._title), classes="dialog-title")
            yield Choices(*(Option(Content(self._line(key, text))) for key, text in self._choices), compact=True)

    def on_mount(self) -> None:
        """Begin on what is so now."""
        keys = [key for key, _ in self._choices]
        if self._current in keys:
            self.query_one(Choices).highlighted = keys.index(self._current)

    def _line(self, key: str, text: str) -> str:
        return f"● {text}" if key == self._current else f"  {text}"

    @on(OptionList.OptionHighlighted)
    def _looked_at(self, event: OptionList.OptionHighlighted) -> None:
        if self._look is not None:
            self._look(self._choices[event.option_index][0])

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._choices[event.option_index][0])


class Question(Dialog[Result]):
    """A line on which an answer is typed."""

    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("question", "keep", "close", "help")
    CONTEXT = "question"

    async def action_keep(self) -> None:
        """Take what is typed, as Enter does."""
        await self.query_one(Input).action_submit()


class Ask(Question[str]):
    """One line of text: Enter gives it, or says what is wrong with it; Esc gives None."""

    def __init__(
        self, title: str, value: str = "", hint: str = "", *, wrong: Callable[[str], str] | None = None
    ) -> None:
        """The line begins with a value that can be changed; `wrong` tells what is wrong with one, or nothing."""
        super().__init__()
        self._title = title
        self._value = value
        self._hint = hint
        self._wrong = wrong

    def compose(self) -> ComposeResult:
        """Title, line, and a hint below."""
        with Vertical(classes="dialog"):
            yield Static(Content(self._title), classes="dialog-title")
            yield self.line()
            yield Static(Content(self._hint), classes="dialog-hint")

    def line(self) -> Input:
        """The line to type on."""
        return LineInput(self._value, compact=True)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        why = self._wrong(event.value) if self._wrong else ""
        if why:
            self.query_one(".dialog-hint", Static).update(Content(visible(why)))
        else:
            self.dismiss(event.value)


class Confirm(Dialog[bool]):
    """A question that is answered with yes (Enter too) or no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_of("dialogs", "yes", "no"),
        Binding("enter", "yes", show=False),
    ]

    def __init__(self, question: str, yes: str, no: str) -> None:
        """The question, and what the two answers do."""
        super().__init__()
        self._question = question
        self._answers = ((key_of("dialogs.yes"), yes), (key_of("dialogs.no"), no))

    def compose(self) -> ComposeResult:
        """Question and answers."""
        with Vertical(classes="dialog"):
            yield Static(Content(self._question), classes="dialog-title")
            lines = (Content.assemble((key, "$footer-key-foreground"), "  ", text) for key, text in self._answers)
            yield Static(Content("\n").join(lines))

    def action_yes(self) -> None:
        """Close with a yes."""
        self.dismiss(True)

    def action_no(self) -> None:
        """Close with a no."""
        self.dismiss(False)
