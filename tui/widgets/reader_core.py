"""What the reader shows and where it stands, without its commands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple, Self, TypeAlias

from textual import on
from textual.app import ComposeResult
from textual.content import Content

from ...cable import Block, Cable
from ..history import Stand
from ..page.carry import carried
from ..page.document import Document
from ..page.explain import Explained
from ..page.find import NOTHING, Found, find
from ..page.highlights import highlights
from ..page.jump import place_in_view
from ..page.marks import PageMarks
from ..page.resume import resumed, stopped_at
from ..page.rows import HEADER, Page
from ..page.scroll import View, at_top, begun, followed, row_shown
from ..page.select import Part, selected_parts
from ..page.state import ReaderState
from . import reader_messages as messages
from .boxes import Column
from .painted_ahead import Painted
from .reader_find import FindLine
from .reader_page import ReaderPage

if TYPE_CHECKING:
    from ...cable.own_terms import OwnTerms
    from ...cable.terms import Terms
    from ...store.notes import Placed

_AHEAD = 3
"""Pages that are laid out and kept before their cables are shown."""
_UNPLACED = frozenset(("orphan", "ambiguous"))


class Ahead(NamedTuple):
    """A page that was laid out for a cable, a state and a room, with what is seen of it first."""

    cable: Cable
    state: ReaderState
    room: int
    page: Page
    marks: PageMarks
    painted: Painted


class Turn(NamedTuple):
    """A way back: while the reader stands at `after`, turning to `state` leads to `view` of `page` again."""

    after: View
    state: ReaderState
    page: Page
    view: View


class ReaderCore(Column):
    """A cable before the reader: laid out for the room there is, its place kept through every change of the page."""

    Moved: TypeAlias = messages.Moved
    NoteWanted: TypeAlias = messages.NoteWanted
    NoteEditWanted: TypeAlias = messages.NoteEditWanted
    HighlightWanted: TypeAlias = messages.HighlightWanted
    PlaceWanted: TypeAlias = messages.PlaceWanted
    Meaning: TypeAlias = messages.Meaning
    FindChanged: TypeAlias = messages.FindChanged
    ColumnChanged: TypeAlias = messages.ColumnChanged
    FollowWanted: TypeAlias = messages.FollowWanted
    Left: TypeAlias = messages.Left
    TurnWanted: TypeAlias = messages.TurnWanted
    BookmarkWanted: TypeAlias = messages.BookmarkWanted
    ReadOut: TypeAlias = messages.ReadOut

    def __init__(self, state: ReaderState | None = None, *, id: str | None = None) -> None:
        """A reader with no cable yet; `state` has the column and whether headers are unfolded."""
        super().__init__(id=id)
        self._state = state or ReaderState()
        self._document = Document()
        self._terms: Terms | None = None
        self.own_terms: OwnTerms | None = None
        self._at: str | None = None
        self._offset = 0
        self._placed: tuple[Placed, ...] = ()
        self._fresh = True
        self._turn: Turn | None = None
        self._origin = View(0, 1, HEADER)
        self._end: View | None = None
        self._next_term = -1
        self._told = False
        self._offer = ""
        self._under_mouse: Explained | None = None
        self._ahead: list[Ahead] = []
        self._leaf = ReaderPage(self._resized)
        self._leaf.focused = self._state.focused
        self._line = FindLine()

    def compose(self) -> ComposeResult:
        """The page, and the line for finding below it."""
        yield self._leaf
        yield self._line

    def focus(self, scroll_visible: bool = True) -> Self:
        """Give the focus to the page."""
        self._leaf.focus(scroll_visible)
        return self

    # What is shown

    def show(
        self,
        cable: Cable,
        placed: Sequence[Placed] = (),
        at: str | None = None,
        problem: str | None = None,
        *,
        offset: int = 0,
    ) -> None:
        """Show a cable and mark its notes, the cursor on the block `at` if there is one, from a character of it on.

        `problem` says why a text is no cable: it stands above the text.
        """
        self._begin(Document(cable, problem), at, offset)
        self.set_notes(placed)

    def show_problem(self, problem: str, source: str = "") -> None:
        """Show why a file could not be read, and below it what was read of it."""
        self._begin(Document.unread(problem, source), None)
        self.set_notes(())

    def clear(self) -> None:
        """Show that no cable is open."""
        self._begin(Document(), None)
        self.set_notes(())

    def set_notes(self, placed: Sequence[Placed]) -> None:
        """Mark the blocks that have notes, and the title if there is one on the whole cable."""
        noted = set()
        for item in placed:
            index = self._document.index_of(item.block.anchor) if item.block else None
            if index is not None:
                noted.add(index)
            elif item.block is None and item.state not in _UNPLACED:
                noted.add(HEADER)
        self._leaf.noted = frozenset(noted)
        self._placed = tuple(placed)
        before = self._leaf.highlights
        self._paint_notes()
        if self._leaf.highlights == before:
            self._leaf.refresh()  # each row is painted again that has another look
        else:
            self._leaf.repaint()

    def _paint_notes(self) -> None:
        """Lay highlights over the text as it is laid out now."""
        cable, page = self._document.cable, self._leaf.page
        self._leaf.highlights = highlights(cable, self._placed, raw=page.raw) if cable and page else {}

    def set_bookmarks(self, anchors: Iterable[str]) -> None:
        """Mark the blocks that have bookmarks; an empty anchor is the header."""
        found = {self._document.index_of(anchor) if anchor else HEADER for anchor in anchors}
        marked = frozenset(index for index in found if index is not None)
        if marked != self._leaf.bookmarks:
            self._leaf.bookmarks = marked
            self._leaf.refresh()

    def go_to(self, anchor: str) -> None:
        """Put the cursor on a block and bring it into view; nothing happens where there is no such block."""
        index = self._document.index_of(anchor)
        page = self._leaf.page
        if index is None or page is None or self._fresh:
            self._at, self._offset = anchor, 0
            return
        self._leaf.move(row_shown(page, self._leaf.view, page.spot(index)[0])._replace(cursor=index))

    def stand(self) -> Stand:
        """Where the reader stands, to come back to it."""
        page, view = self._leaf.page, self._leaf.view
        first = page.spot(view.cursor)[0] if page is not None else 0
        return Stand(self.current.anchor if self.current else None, first - view.top)

    def stopped_at(self) -> tuple[str, int]:
        """Where one reads, whatever the width: the block under the cursor, and its first character that is seen."""
        page, block = self._leaf.page, self.current
        return (block.anchor, stopped_at(page, self._leaf.view, block)) if page and block else ("", 0)

    def return_to(self, stand: Stand) -> None:
        """Stand again where `stand` was, if the cable has that block."""
        page, index = self._leaf.page, self._document.index_of(stand.anchor)
        if page is None or (index is None and stand.anchor is not None):
            return
        cursor = HEADER if index is None else index
        view = self._leaf.view._replace(cursor=cursor)
        self._leaf.move(followed(page, at_top(page, view, page.spot(cursor)[0] - stand.row)))

    @property
    def current(self) -> Block | None:
        """The block under the cursor; None where it stands on the header."""
        cursor = self._leaf.view.cursor
        return self._document.blocks[cursor] if 0 <= cursor < len(self._document.blocks) else None

    def state(self) -> ReaderState:
        """The state to be remembered."""
        return self._state._replace(anchor=self.current.anchor if self.current else None)

    def selected_parts(self) -> list[Part]:
        """What is selected of each block; empty where nothing is, and for words of the header."""
        chosen, page, cable = self._leaf.selected(), self._leaf.page, self._document.cable
        return selected_parts(page, cable, *chosen) if chosen and page and cable else []

    # Laying out

    def _begin(self, document: Document, at: str | None, offset: int = 0) -> None:
        """Another document: from its beginning, or with the cursor on a block."""
        self._document = document
        self._placed = ()
        self._state = self._state._replace(raw=False)
        self._terms = None
        self._at, self._offset, self._fresh, self._turn, self._offer = at, offset, True, None, ""
        self._leaf.shift, self._end = 0, None
        self._next_term, self._told, self._under_mouse = -1, False, None
        self._forget_found()
        self._relay()

    def _resized(self) -> None:
        self._turn = None
        self._relay()

    def _relay(self) -> None:
        """Lay the document out for the room there is; as long as there is none, later."""
        if self._leaf.size.width <= 1 or self._leaf.size.height <= 0:
            return
        page = self._laid_out_ahead() or self._document.page(self._state, self._leaf.room)
        before = self._leaf.page
        if self._fresh or before is None:
            self._fresh = False
            self._display(page, self._first_view(page), fresh=True)
        else:
            self._display(page, self._carried(before, page, self._leaf.view))

    def lay_out_ahead(self, cable: Cable) -> None:
        """Lay a cable out that may be shown next, and find its terms; may be called in another thread."""
        from ...cable.terms import Terms

        state, room = self._state._replace(raw=False), self._leaf.room
        if room > 0:
            page, terms = Document(cable).page(state, room), Terms.of(cable, self.own_terms)
            marks = PageMarks(page, lambda: terms)
            ahead = Ahead(cable, state, room, page, marks, self._leaf.paint_ahead(page, marks))
            self._ahead = [*self._ahead[1 - _AHEAD :], ahead]

    def _laid_out_ahead(self) -> Page | None:
        if self._document.problem is not None:
            return None
        wanted = self._state, self._leaf.room
        found = (one.page for one in self._ahead if one.cable is self._document.cable and one[1:3] == wanted)
        return next(found, None)

    def _first_view(self, page: Page) -> View:
        index = self._document.index_of(self._at)
        view = begun(page, self._leaf.view)
        return view if index is None else resumed(page, view, index, self._offset)

    def _carried(self, old: Page, new: Page, view: View) -> View:
        cable = self._document.cable
        return carried(cable, old, new, view) if cable else begun(new, view)

    def _display(self, page: Page, view: View, *, fresh: bool = False) -> None:
        self._leaf.term = None
        if self._leaf.found.query:
            start = place_in_view(page, view)
            found = find(page, self._leaf.found.query, start, self._leaf.found.places)
            if len(found.hits) == len(self._leaf.found.hits):
                found = found._replace(current=self._leaf.found.current)
            self._leaf.found = found
        before = self._leaf.view.cursor
        ahead = next((one for one in self._ahead if one.page is page), None)
        self._leaf.show_page(page, ahead.marks if ahead else PageMarks(page, self.terms), view)
        self._paint_notes()
        if ahead:
            self._leaf.take_painted(ahead.painted)
        if fresh or view.cursor != before:
            self.post_message(self.Moved(self.current))

    def _turn_to(self, state: ReaderState, place: Callable[[Page, View], View] | None = None) -> None:
        """Change the page and keep the place, or go to the one that a rule gives for the new page.

        Turning back leads exactly where it was turned from.
        """
        page, here, way_back, before = self._leaf.page, self._leaf.view, self._turn, self._state
        self._state = state
        if page is None:
            return
        new = self._document.page(state, self._leaf.room)
        if way_back and (way_back.after, way_back.state) == (here, state):
            self._display(new, self._carried(way_back.page, new, way_back.view))
            self._turn = None
        else:
            self._display(new, place(new, here) if place else self._carried(page, new, here))
            self._turn = Turn(self._leaf.view, before, page, here)

    def terms(self) -> Terms:
        """The terms of the cable, read when they are first needed."""
        if self._terms is None:
            from ...cable.terms import Terms

            assert self._document.cable is not None
            self._terms = Terms.of(self._document.cable, self.own_terms)
        return self._terms

    def say(self, text: str) -> None:
        """Put a plain sentence on the status line."""
        self.post_message(self.Meaning(Content(text)))

    # Find

    def _forget_found(self) -> bool:
        known = bool(self._leaf.found.query)
        self._leaf.found = NOTHING
        self._line.close(forget=True)
        if known:
            self._leaf.repaint()
            self.post_message(self.FindChanged(0, 0, ""))
        return known

    def _tell_found(self, found: Found, *, wrapped: bool = False) -> None:
        """Paint what was found and say how much."""
        if found.hits is self._leaf.found.hits:
            self._leaf.step_found(found)
        else:
            self._leaf.found = found
            self._leaf.repaint()
        k, n = found.current + 1, len(found.hits)
        self._line.say(f"{k}/{n}" if n else ("not found" if found.query else ""))
        self.post_message(self.FindChanged(k, n, found.query, wrapped=wrapped))

    @on(ReaderPage.CursorMoved)
    def _cursor_moved(self, event: ReaderPage.CursorMoved) -> None:
        event.stop()
        self._offer = ""
        self.post_message(self.Moved(self.current))

    def offer(self, text: str) -> None:
        """Let the next copy be this text, until the cursor moves on."""
        self._offer = text
