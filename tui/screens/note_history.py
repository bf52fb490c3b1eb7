"""The versions of a note: when each was written, what changed since; one can be restored."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ...cable.safe import visible
from ..ages import exactly
from ..bindings import closing
from ..commands import with_keys
from ..deck import note_label, place_of
from ..typed import tag_line
from .dialogs import Choices, Dialog

if TYPE_CHECKING:
    from ...store.notes import Note, Past

_STYLES = {"gone": "$note-orphan strike", "new": "$note-tag underline", "cut": "$cable-quiet"}
_HINT = "[-only then-] {+only now+}   {dialogs.choose} restores this version   {dialogs.close} closes"
_PAGE = 8
_LONGEST = 50_000


class Versions(Choices):
    """The versions; what goes through other lists by pages goes through the text below."""

    def _scroll(self, lines: int) -> None:
        for box in self.screen.query(VerticalScroll):
            box.scroll_relative(y=lines, animate=False)

    def action_page_down(self) -> None:
        """Move the text down."""
        self._scroll(_PAGE)

    def action_page_up(self) -> None:
        """Move the text up."""
        self._scroll(-_PAGE)

    def action_half_page_down(self) -> None:
        """Move the text down."""
        self._scroll(_PAGE // 2)

    def action_half_page_up(self) -> None:
        """Move the text up."""
        self._scroll(-_PAGE // 2)


class HistoryScreen(Dialog["Past"]):
    """Gives the version to be restored, or None."""

    AUTO_FOCUS = "Versions"
    BINDINGS: ClassVar[list[BindingType]] = [*closing("notes.history"), *closing("all_notes.history")]

    def __init__(self, note: Note) -> None:
        """The versions of a note, the latest first."""
        super().__init__()
        self._note = note
        self._pasts = tuple(reversed(note.history))

    def compose(self) -> ComposeResult:
        """Title, versions, what changed since the one under the cursor, hint."""
        title = visible(f"Versions of the note on {place_of(note_label(self._note))}")
        with Vertical(classes="dialog -sheet -history"):
            yield Static(Content(title), classes="dialog-title")
            if self._pasts:
                yield Versions(*(Option(Content(_name(past))) for past in self._pasts), compact=True)
                with VerticalScroll(can_focus=False):
                    yield Static(id="lines")
            else:
                yield Static(Content("It was never changed: this is its first version."))
            hint = _HINT if self._pasts else "{dialogs.close} closes"
            yield Static(Content(with_keys(hint)), classes="dialog-hint")

    @on(OptionList.OptionHighlighted)
    def _looked_at(self, event: OptionList.OptionHighlighted) -> None:
        self.query_one("#lines", Static).update(compared(self._pasts[event.option_index], self._note))

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._pasts[event.option_index])


def _name(past: Past) -> str:
    tags = tag_line(past.tags)
    first = next((line for line in past.body.split("\n") if line.strip()), "(no words)")
    return visible(f"{past.rev:>3}  {exactly(past.updated)}  {first[:60]}  {tags}".rstrip())


def compared(past: Past, note: Note) -> Content:
    """A version with what changed since, by sign and colour."""
    from ...store.notes.word_diff import word_diff

    found = word_diff(past.body[:_LONGEST], note.body[:_LONGEST])
    pieces = [(visible(stretch.marked), _STYLES.get(stretch.kind, "")) for stretch in found]
    tags = [(visible(f"[-#{tag}-] "), _STYLES["gone"]) for tag in past.tags if tag not in note.tags]
    tags += [(visible(f"{{+#{tag}+}} "), _STYLES["new"]) for tag in note.tags if tag not in past.tags]
    return Content.assemble(*pieces, "\n\n" if tags else "", *tags)
