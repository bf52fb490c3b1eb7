"""The reader: a cable as one document, with a paragraph cursor, find, meanings, and the untouched source."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content

from ...cable.safe import visible
from ..bindings import bindings_of
from ..commands import key_of, with_keys
from ..page.explain import Explained, explain, explain_at
from ..page.find import Found, Places, find
from ..page.jump import hit_shown, place_in_view
from ..page.rows import Mark, Place
from ..page.scroll import row_shown
from .reader_find import FindLine
from .reader_messages import Passage
from .reader_page import ReaderPage
from .reader_selects import ReaderSelects
from .reader_terms import sentence

_OUTLINE, _OUTLINE_EDGES = 56, 12
"""The cells of a line in the outline, and what is around it when the screen is narrow."""


class Reader(ReaderSelects):
    """What the reader does with the text: notes, find, meanings, outline."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_of("hints"),
        *bindings_of("selecting"),
        *bindings_of("reader"),
    ]
    """What lies over the text comes first; where it does not, `check_action` leaves its keys to the others."""

    # Notes

    def action_note(self) -> None:
        """Ask for a note on the selection, else on the block under the cursor, else on the cable."""
        if self._document.cable is None or self._document.cable.id is None:
            self.say("A note needs a cable to stand on.")
            return
        selected = self.passage()
        self.stop_selecting()
        self.post_message(self.NoteWanted(*selected) if selected else self.NoteWanted(self.current))

    def action_note_heading(self) -> None:
        """Ask for a note on the heading that the block under the cursor stands under."""
        blocks = self._document.blocks[: max(self._leaf.view.cursor, -1) + 1]
        heading = next((block for block in reversed(blocks) if block.kind == "heading"), None)
        if heading is None or self._document.cable is None or self._document.cable.id is None:
            self.say("No heading stands above this paragraph.")
        else:
            self.post_message(self.NoteWanted(heading))

    def action_highlight(self) -> None:
        """Ask to highlight the selection, else the block under the cursor, in the colour used last."""
        self._highlight(choose=False)

    def action_highlight_in(self) -> None:
        """The same in a colour to be chosen."""
        self._highlight(choose=True)

    def _highlight(self, *, choose: bool) -> None:
        passage = self.passage() or (Passage(self.current) if self.current else None)
        self.stop_selecting()
        if passage is None or self._document.cable is None or self._document.cable.id is None:
            self.say("A highlight needs words of a cable: select some, or stand on a paragraph.")
        else:
            self.say("")
            self.post_message(self.HighlightWanted(passage, choose=choose))

    def action_place(self) -> None:
        """Ask to place here the note that is carried, or one that has no place."""
        if self._document.cable is not None:
            self.post_message(self.PlaceWanted(self.current))

    def action_edit_note(self) -> None:
        """Ask to edit the note on the block under the cursor."""
        if self._leaf.view.cursor in self._leaf.noted:
            self.post_message(self.NoteEditWanted(self.current))
        else:
            self.say(with_keys("No note here; press {reader.note} to write one."))

    def action_bookmark(self) -> None:
        """Set a bookmark on the block under the cursor, or take it away."""
        if self._document.cable is not None:
            cursor = self._leaf.view.cursor
            self.post_message(self.BookmarkWanted(self.current, marked=cursor in self._leaf.bookmarks))

    # Find

    def action_find(self) -> None:
        """Type what to find; it is looked for from the first line in view on."""
        if self._leaf.page is not None:
            self._origin = self._leaf.view
            self._line.open()

    def look_for(self, words: str, places: Places) -> None:
        """Mark what a search of the list was for, so that n and N lead from hit to hit; the page stays where it is.

        `words` are said where it is asked what is looked for; `places` finds it in a text.
        """
        page = self._leaf.page
        found = Found(words, places=places)
        if page is not None:
            found = find(page, words, place_in_view(page, self._leaf.view), places)
        self._tell_found(found._replace(current=max(found.current - 1, -1)))

    def action_next_hit(self) -> None:
        """Go to the next hit."""
        self._step_hit(1)

    def action_previous_hit(self) -> None:
        """Go to the previous hit."""
        self._step_hit(-1)

    def _step_hit(self, step: int) -> None:
        found, wrapped = self._leaf.found.moved(step)
        if not found.hits:
            self.say(f"Not found: {found.query}" if found.query else "Nothing is looked for; press / to find words.")
            return
        self._tell_found(found, wrapped=wrapped)
        if wrapped:
            self.say("Found again from the beginning." if step > 0 else "Found again from the end.")
        self._show_hit()

    def _show_hit(self) -> None:
        page, hit = self._leaf.page, self._leaf.found.hit
        if page is not None and hit is not None:
            self._leaf.move(hit_shown(page, self._leaf.view, hit))

    def clear_find(self) -> bool:
        """Forget what was looked for, selected or explained; False if nothing was."""
        cleared = bool(self.stop_selecting() or self._leaf.selected() or self._leaf.term)
        self.screen.clear_selection()
        self._mark_term(None)
        return self._forget_found() or cleared

    @on(FindLine.Changed)
    def _find_typed(self, event: FindLine.Changed) -> None:
        event.stop()
        page = self._leaf.page
        if page is None:
            return
        self._tell_found(find(page, event.query, place_in_view(page, self._origin)))
        if self._leaf.found.hit is None:
            self._leaf.move(self._origin)
        self._show_hit()

    @on(FindLine.Stepped)
    def _find_stepped(self, event: FindLine.Stepped) -> None:
        event.stop()
        self._step_hit(event.step)

    @on(FindLine.Left)
    def _find_left(self, event: FindLine.Left) -> None:
        event.stop()
        self.focus()
        if event.keep and self._leaf.found.query:
            self._line.close()
        else:
            self._leaf.move(self._origin)
            self._forget_found()

    # Meanings

    def action_explain(self) -> None:
        """Say what the next term of the block under the cursor means, and show where it stands."""
        cable, page, cursor = self._document.cable, self._leaf.page, self._leaf.view.cursor
        if cable is None or page is None:
            return
        known = explain(cable, self.terms(), page, cursor)
        if not known:
            self.say("No term of this paragraph is known." if cursor >= 0 else "No term of the header is known.")
            return
        self._next_term = (self._next_term + 1) % len(known)
        found = known[self._next_term]
        self._mark_term(found)
        self._told = True
        self.post_message(self.Meaning(sentence(found)))
        if found.end > found.start and found.passage >= 0:
            row = page.row_of(Place(found.passage, found.start))
            self._leaf.move(row_shown(page, self._leaf.view, row))

    def action_glossary(self) -> None:
        """List every term of the cable."""
        from ..screens.glossary import GlossaryScreen

        cable = self._document.cable
        if cable is not None:
            self.app.push_screen(GlossaryScreen(f"Terms of {cable.id or 'this text'}", self.terms().glossary()))

    def action_outline(self) -> None:
        """Choose a heading or paragraph to go to."""
        from ..page.outline import outline, standing_at
        from ..screens.dialogs import Choose

        cable = self._document.cable
        entries = outline(cable, min(_OUTLINE, self.app.size.width - _OUTLINE_EDGES)) if cable else []
        if cable is None or not entries:
            self.say("There is no heading and no numbered paragraph here.")
            return
        here = standing_at(cable, self.current.anchor if self.current else None)
        title = visible(f"Outline of {cable.id or 'this text'}")
        self.app.push_screen(Choose(title, entries, here), lambda anchor: self.leap(anchor) if anchor else None)

    def action_mended(self) -> None:
        """List what was mended in the cable and why, to go to one of the places."""
        from ...cable.mended import mended
        from ..screens.pick import GOES_THERE, Item, Pick

        cable = self._document.cable
        repairs = mended(cable) if cable else []
        if cable is None or not repairs:
            self.say("Nothing was mended in this cable.")
            return
        items = [Item(str(index), f"{item.place}  {item.text}") for index, item in enumerate(repairs)]
        title = visible(f"Mended in {cable.id or 'this text'}; the source is as it was ({key_of('reader.source')})")

        def chosen(key: str | None) -> None:
            if key is not None:
                self.leap(repairs[int(key)].anchor)

        self.app.push_screen(Pick(title, lambda: items, with_keys(GOES_THERE)), chosen)

    def _mark_term(self, found: Explained | None) -> None:
        """Show which term is explained."""
        shown = found and found.passage >= 0 and found.end > found.start
        self._leaf.term = (found.passage, Mark(found.start, found.end, "explained")) if found and shown else None
        self._leaf.repaint()

    @on(ReaderPage.Pointed)
    def _pointed(self, event: ReaderPage.Pointed) -> None:
        """Explain what the mouse is over, and take that back when it has left; a click on the header's key is a key."""
        event.stop()
        cable, page = self._document.cable, self._leaf.page
        if cable is None or page is None:
            return
        if event.clicked and self._leaf.links:
            self._show_links()
        if event.clicked and page.is_tail(event.row, event.cell):
            self.action_header()
            return
        if event.clicked and self.follow_at(event.row, event.cell):
            return
        found = explain_at(cable, self.terms(), page, event.row, event.cell)
        if found == self._under_mouse and not event.clicked:
            return
        if event.clicked:
            self._mark_term(found)
        if found or self._under_mouse:
            self.post_message(self.Meaning(sentence(found) if found else Content(""), passing=not event.clicked))
        self._under_mouse = found

    @on(ReaderPage.CursorMoved)
    def _other_block(self) -> None:
        """Begin with the first term of the block that the cursor has come to; what was said is past."""
        self._next_term = -1
        if self._told:
            self._told = False
            self._mark_term(None)
            self.post_message(self.Meaning(Content("")))
