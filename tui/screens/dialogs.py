"""Small questions over the screen: choose one of a few, type one line, yes or no."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from ...cable.safe import visible
from ..widgets.line_input import LineInput

_CLOSE = Binding("escape", "dismiss", "Close", show=False)


class Choices(OptionList):
    """A list that letters move in as they do everywhere else."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", show=False),
        Binding("k", "cursor_up", show=False),
        Binding("g", "first", show=False),
        Binding("G,shift+g", "last", show=False),
        Binding("l,right", "select", show=False),
    ]


class Choose(ModalScreen[str | None]):
    """One of a few: gives the key of the choice, or None."""

    AUTO_FOCUS = "Choices"
    BINDINGS: ClassVar[list[BindingType]] = [_CLOSE, Binding("q,h,left", "dismiss", show=False)]

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


class Ask(ModalScreen[str | None]):
    """One line of text: Enter gives it, or says what is wrong with it; Esc gives None."""

    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [_CLOSE]

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


class Confirm(ModalScreen[bool]):
    """A question that is answered with `y`, Enter or `n`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,enter", "answer(True)", show=False),
        Binding("n,q,escape", "answer(False)", show=False),
    ]

    def __init__(self, question: str, yes: str, no: str) -> None:
        """The question, and what the two answers do."""
        super().__init__()
        self._question = question
        self._answers = (("y", yes), ("n", no))

    def compose(self) -> ComposeResult:
        """Question and answers."""
        with Vertical(classes="dialog"):
            yield Static(Content(self._question), classes="dialog-title")
            lines = (Content.assemble((key, "$footer-key-foreground"), "  ", text) for key, text in self._answers)
            yield Static(Content("\n").join(lines))

    def action_answer(self, yes: bool) -> None:
        """Close with the answer."""
        self.dismiss(yes)
