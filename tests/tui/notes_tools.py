"""Notes made by hand, and a small application with one widget, for the tests of cards and editor."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from cablereader import themes
from cablereader.cable import Cable
from cablereader.cable.anchors import describe
from cablereader.store.notes.model import Note
from cablereader.store.notes.placing import Placed, State
from cablereader.tui.widgets.editor import NoteEditor
from cablereader.tui.widgets.notes_pane import NotesPane
from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

# Of an age that is the same in words when midnight comes between.
WRITTEN = datetime.now(UTC) - timedelta(days=16)

M = TypeVar("M", bound=Message)


class WidgetApp(App[None]):
    """One widget of ours, under the style sheets and the default theme."""

    CSS = themes.stylesheet()
    AUTO_FOCUS = None

    def __init__(self, *widgets: Widget) -> None:
        super().__init__()
        self.widgets = widgets

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return themes.defaults()

    def compose(self) -> ComposeResult:
        yield from self.widgets

    def painted(self) -> str:
        """All text on the screen, row by row."""
        return painted(self.screen)


def painted(screen: Screen[object]) -> str:
    """All text that a screen shows, row by row, as it would go to the terminal."""
    rows = screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in row) for row in rows)


def make_note(cable: Cable, anchor: str | None, body: str, tags: Sequence[str] = (), note_id: str = "") -> Note:
    """A note on a block of a cable, or on the whole of it."""
    block = cable.block(anchor) if anchor is not None else None
    name = note_id or f"{abs(hash((anchor, body))):x}"
    return Note(name, cable.id or "", body, tuple(tags), describe(cable, block), WRITTEN, WRITTEN)


def put(cable: Cable, anchor: str | None, body: str, tags: Sequence[str] = (), state: State = "exact") -> Placed:
    """A note that was placed on the block it was written on (or on none, where its state says so)."""
    note = make_note(cable, anchor, body, tags)
    found = cable.block(anchor) if anchor is not None and state in ("exact", "changed", "moved") else None
    return Placed(note, found, state)


def current_body(pane: NotesPane) -> str | None:
    """What the current note says."""
    placed = pane.current
    return placed.note.body if placed else None


def typed_body(editor: NoteEditor) -> str | None:
    """What is typed in the editor; None while it is closed."""
    draft = editor.draft
    return draft.body if draft else None


async def sent(pilot: Pilot[None], messages: list[Message], kind: type[M]) -> list[M]:
    """The messages of a kind that were sent so far; the hook sees one again at each widget that it comes by."""
    await pilot.pause()
    return list({id(message): message for message in messages if type(message) is kind}.values())
