"""Every term of a cable with its meaning, on a sheet over the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from ...cable.safe import visible
from ..page.cells import cells, wrap

if TYPE_CHECKING:
    from ...cable.terms import Meaning

_WIDEST_TERM = 14
_HINT = "? not verified   esc closes"


class GlossaryScreen(ModalScreen[None]):
    """A sheet that scrolls; any of the keys that close things closes it."""

    AUTO_FOCUS = "VerticalScroll"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,I,shift+i,h,left", "dismiss", "Close", show=False),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding("space,ctrl+d,pagedown", "scroll(10)", show=False),
        Binding("b,ctrl+u,pageup", "scroll(-10)", show=False),
        Binding("g,home", "scroll(-10000)", show=False),
        Binding("G,shift+g,end", "scroll(10000)", show=False),
    ]

    def __init__(self, title: str, glossary: Sequence[Meaning]) -> None:
        """The meanings to list, in their order, under the name of the cable."""
        super().__init__()
        self._title = title
        self._glossary = glossary

    def compose(self) -> ComposeResult:
        """Title, list and hint."""
        with Vertical(classes="dialog -sheet"):
            yield Static(Content(visible(self._title)), classes="dialog-title")
            with VerticalScroll():
                yield Static(id="glossary")
            yield Static(Content(_HINT), classes="dialog-hint")

    def on_resize(self) -> None:
        """Wrap the list for the width there is."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        width = self.query_one(VerticalScroll).scrollable_content_region.width
        lines = glossary_lines(self._glossary, max(width - 1, 30))
        self.query_one("#glossary", Static).update(Content("\n").join(lines))

    def action_scroll(self, lines: int) -> None:
        """Move the sheet by so many lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)


def glossary_lines(glossary: Sequence[Meaning], width: int) -> Iterator[Content]:
    """The list: terms at the left, meanings hanging beside them, each with its source; `?` for what is not certain."""
    if not glossary:
        yield Content("No term of this cable is known.")
    column = min(max((cells(visible(entry.term)) for entry in glossary), default=0), _WIDEST_TERM)
    for entry in glossary:
        term, meaning, source = (" ".join(visible(text).split()) for text in (entry.term, entry.text, entry.source))
        text = f"{meaning}  {source}"
        gap = " " * max(column - cells(term), 0)
        lead = Content.assemble(
            (term, "$cable-acronym bold"), gap, (" ? " if entry.uncertain else "   ", "$cable-repair")
        )
        shown = Content.assemble(meaning, "  ", (source, "$cable-quiet"))
        for number, cut in enumerate(wrap(text, width - column - 3)):
            start = lead if number == 0 else Content(" " * (column + 3))
            yield Content.assemble(start, shown[cut.start : cut.end])
