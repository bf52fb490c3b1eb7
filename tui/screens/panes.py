"""The frame of the main screen: three panes, which of them are shown, and which has the focus."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Self

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Region
from textual.reactive import Reactive
from textual.widget import Widget

from .. import layout
from ..bindings import bindings_of
from ..commands import WITHIN, Keymap, in_use
from ..compositing import SparingScreen
from ..footer import footer_of
from ..layout import Pane
from ..page.state import ReaderState, spacing_of
from ..row_text import one_line
from ..widgets.boxes import Across, Down
from ..widgets.cable_list import CableList
from ..widgets.divider import Divider
from ..widgets.editor import NoteEditor
from ..widgets.facet_panel import WIDTH, FacetPanel
from ..widgets.library_line import LibraryLine
from ..widgets.list_pane import ListPane
from ..widgets.notes_pane import NotesLine, NotesPane
from ..widgets.pane_title import PaneTitle
from ..widgets.query_line import QueryInput, QueryLine
from ..widgets.reader import Reader
from ..widgets.reader_find import FindInput
from ..widgets.status import KeyLine, StatusLine, StatusMore
from ..widgets.timeline import Timeline

if TYPE_CHECKING:
    from ...store.session import Session

_CONTEXTS: dict[type[Widget], str] = {
    QueryInput: "query",
    FacetPanel: "facets",
    Timeline: "timeline",
    NotesLine: "filter",
    FindInput: "find",
}
"""Whose keys are in force in what has the focus without being a pane."""
_CALLED: dict[Pane, str] = {"list": "List", "reader": "Reader", "notes": "Notes"}
_AT_LEISURE = 0.5
"""Seconds after the start at which there is time to get ready what is wanted later."""
_STEP = 2
"""Columns by which a pane grows or shrinks at a key."""


class PanesScreen(SparingScreen):
    """Three panes with the status line and the line of keys below; the focus decides which are shown."""

    AUTO_FOCUS = "#list"
    HORIZONTAL_BREAKPOINTS = layout.BREAKPOINTS
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("everywhere")
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """What has the focus; Textual's own paints the whole screen again when that changes."""

    def __init__(self, session: Session) -> None:
        """Panes as wide, and zoomed, as the session remembers them."""
        super().__init__()
        self.session = session
        self.pane: Pane = "list"
        self._laid_out: tuple[object, ...] = ()
        self._shown: frozenset[Pane] = frozenset()
        self._in_force: tuple[Keymap, str] | None = None
        self.faceted = False
        """Whether the facets are wanted beside the list."""
        self._side: Pane = "list"
        state = ReaderState(
            header_open=session.header_open,
            column=session.column,
            spacing=spacing_of(session.spacing),
            justified=session.justified,
            focused=session.focused,
        )
        self.reader = Reader(state, id="reader")
        self.notes = NotesPane()
        self.editor = NoteEditor()
        self.query_line = QueryLine()
        self.timeline = Timeline()
        self.library_line = LibraryLine()
        self._status_more = StatusMore()
        self.status = StatusLine(self._status_more)
        self._keys = KeyLine()
        self._titles = {pane: PaneTitle(title, lit=pane == self.pane) for pane, title in layout.TITLES.items()}
        self.list_pane = ListPane(self._titles["list"])
        self._boxes: dict[Pane, Widget] = {
            "list": self.list_pane,
            "reader": Down(self._titles["reader"], self.reader, id="reader-pane", classes="pane"),
            "notes": Down(self._titles["notes"], self.notes, id="notes-pane", classes="pane"),
        }
        self._dividers = (Divider("list"), Divider("notes"))
        book = Across(self._boxes["reader"], self._dividers[1], self._boxes["notes"], id="book")
        self._desk = Down(book, self.editor, id="desk")

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Paint again, or lay out: what a new layout changes is painted with it, and nothing else has to be."""
        return super().refresh(*regions, repaint=repaint and not layout, layout=layout, recompose=recompose)

    def compose(self) -> ComposeResult:
        """The query and the timeline, the panes from left to right, and the two lines below them."""
        yield self.query_line
        yield self.timeline
        yield Across(self.list_pane, self._dividers[0], self._desk, id="panes")
        yield self.library_line
        yield self.status
        yield self._status_more
        yield self._keys

    def on_mount(self) -> None:
        """Lay the panes out."""
        self.lay_out()
        self.set_timer(_AT_LEISURE, self._know_keys)

    def _know_keys(self) -> None:
        """Look up the keys of the other panes before one goes there."""
        for pane in layout.PANES:
            footer_of(pane)

    @property
    def cables(self) -> CableList:
        """The list."""
        return self.list_pane.cables

    def pane_widget(self, pane: Pane) -> Widget:
        """The widget of a pane that takes the focus and has the pane's actions."""
        widgets: dict[Pane, Widget] = {"list": self.cables, "reader": self.reader, "notes": self.notes}
        return widgets[pane]

    def is_shown(self, pane: Pane) -> bool:
        """Whether there is room for a pane now."""
        return pane in self._shown

    def title_of(self, pane: Pane, title: str, aside: str = "") -> None:
        """Change the first line of a pane."""
        self._titles[pane].show(one_line(title), aside)

    @property
    def context(self) -> str:
        """Whose keys are in force: those of a pane, or of a field that is being typed in."""
        for kind, name in _CONTEXTS.items():
            if isinstance(self.focused, kind):
                return name
        if self.editor.has_focus_within:
            return "editor"
        return self.reader.context if self.pane == "reader" else self.pane

    def lay_out(self) -> None:
        """Show the panes that there is room for, each as wide as it should be."""
        total = self.app.size.width
        beside = WIDTH if self.faceted else 0
        shown = layout.shown(total - beside, self.pane, self._side, self.session.zoom)
        if "list" not in shown:
            beside = 0
            shown = layout.shown(total, self.pane, self._side, self.session.zoom)
        widths = layout.widths(total - beside, shown, self.session.pane_widths)
        if "list" in widths:
            widths["list"] += beside
        for pane, title in self._titles.items():
            title.light(lit=pane == self.pane)
        if (shown, widths, beside) != self._laid_out:
            self._laid_out = (shown, widths, beside)
            self._arrange(shown, widths, beside)
        self.show_keys()

    def _arrange(self, shown: frozenset[Pane], widths: Mapping[Pane, int], beside: int) -> None:
        """Lay the panes out side by side; of those that stand alone all, one behind the other."""
        came = "reader" in shown and "reader" not in self._shown
        self._shown, alone = shown, len(shown) == 1
        self.list_pane.facets.display = beside > 0
        for above in (self.query_line, self.timeline):
            above.stand_aside("list" not in shown)
        for pane, box in self._boxes.items():
            box.display = alone or pane in shown
            box.styles.width = widths.get(pane, "1fr")
            box.styles.layer = pane if alone else None
        self._dividers[0].display = not alone and "list" in shown
        self._dividers[1].display = not alone and "notes" in shown
        boxes = *self._boxes.values(), self._desk
        self.put_behind(*(box for box in boxes if alone and not self._is_among(box, shown)), instead_of=boxes)
        if came and self.pane == "list":
            self.call_after_refresh(self.reader_came)

    def _is_among(self, box: Widget, shown: frozenset[Pane]) -> bool:
        """Whether a box is one of the panes that are shown, or what they stand in."""
        return any(box in self._boxes[pane].ancestors_with_self for pane in shown)

    def show_keys(self) -> None:
        """Show the keys that are in force."""
        context = self.context
        in_force = in_use(), WITHIN.get(context, context)
        if in_force != self._in_force:
            self._in_force = in_force
            self._keys.show(footer_of(in_force[1]))

    def focus_pane(self, pane: Pane) -> None:
        """Go to a pane, and show it."""
        self.stand_in(pane)
        self.pane_widget(pane).focus()

    def stand_in(self, pane: Pane) -> None:
        """Show a pane as the one that one is in, wherever the focus is."""
        if pane != self.pane:
            self.pane = pane
            self.entered()
        if pane != "reader":
            self._side = pane
        self.lay_out()

    def entered(self) -> None:
        """The focus came to another pane."""

    def reader_came(self) -> None:
        """There is room for the reader beside the list now."""

    def on_resize(self, event: events.Resize) -> None:
        """Show as many panes as there is room for now."""
        self.lay_out()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow the focus, however it moved."""
        for pane, box in self._boxes.items():
            if pane != self.pane and box in event.widget.ancestors:
                self.stand_in(pane)
        self.show_keys()

    # Actions

    def action_next_pane(self) -> None:
        """Go to the pane on the right, then round again."""
        self.focus_pane(layout.next_pane(self.pane, 1))

    def action_previous_pane(self) -> None:
        """Go to the pane on the left, then round again."""
        self.focus_pane(layout.next_pane(self.pane, -1))

    def action_focus_list(self) -> None:
        """Go to the list."""
        self.focus_pane("list")

    def action_focus_reader(self) -> None:
        """Go to the reader."""
        self.focus_pane("reader")

    def action_focus_notes(self) -> None:
        """Go to the notes."""
        self.focus_pane("notes")

    def action_go_in(self) -> None:
        """Go to the pane on the right."""
        if pane := layout.neighbour(self.pane, 1):
            self.focus_pane(pane)

    def action_go_out(self) -> None:
        """Go to the pane on the left."""
        if pane := layout.neighbour(self.pane, -1):
            self.focus_pane(pane)

    def action_zoom(self) -> None:
        """Give the focused pane the whole screen, and back."""
        self.session.zoom = not self.session.zoom
        self.lay_out()

    def action_wider(self) -> None:
        """Make the list or the notes wider."""
        self._widen(_STEP)

    def action_narrower(self) -> None:
        """Make the list or the notes narrower."""
        self._widen(-_STEP)

    @on(Divider.Dragged)
    def _drag(self, message: Divider.Dragged) -> None:
        right = message.pane == "notes"
        self._set_width(message.pane, self.app.size.width - message.column - 1 if right else message.column)

    def _widen(self, step: int) -> None:
        """Change the outer pane that has the focus, or the one beside the reader; the width is remembered."""
        pane = self.pane if self.pane != "reader" else self._side
        box = self._boxes[pane]
        if self.is_shown(pane) and box.size.width < self.app.size.width:
            self._set_width(pane, box.outer_size.width + step)
            self.status.say(Content(f"{_CALLED[pane]}: {box.styles.width} columns"), whole=False)

    def _set_width(self, pane: Pane, width: int) -> None:
        """Give a pane so many columns, but not too few, and remember it."""
        self.session.pane_widths[pane] = max(width, layout.LEAST)
        self.lay_out()
