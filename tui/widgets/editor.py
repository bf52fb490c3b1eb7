"""The note editor: text, tags, and what they are about. It sends messages and keeps nothing itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from ...cable.safe import visible
from ...store.drafts.draft import Draft
from ..ages import clock
from ..bindings import bindings_of
from ..note_sheet import Sheet
from ..typed import tag_line, tags_of, typed
from .known_tags import KnownTags
from .line_input import LineInput
from .note_text import NoteText

KEEP_EVERY = 3.0
"""Seconds after which a draft is kept while one types."""
_NOT_KEPT = "No draft was kept. "
_QUOTE = 400
"""Characters of the quote that are laid out; it is cut at the edge anyway."""


class NoteEditor(Vertical):
    """Writes one note at a time; hidden while there is none to write."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("editor")

    class EditorMessage(Message):
        """Something is to be done with what was typed."""

        def __init__(self, sheet: Sheet, draft: Draft) -> None:
            """What is written on, and all that was typed."""
            self.sheet, self.draft = sheet, draft
            super().__init__()

    class SaveWanted(EditorMessage):
        """The note is to be saved; the answer is `close` or `fail`."""

    class CloseWanted(EditorMessage):
        """The text is to be kept as a draft; the answer is `close` or `fail`."""

    class DiscardWanted(EditorMessage):
        """The draft is to be forgotten; the answer is `close` or `fail`."""

    class OutsideWanted(EditorMessage):
        """The text is to be edited in the user's own editor; the answer is `take`, or `fail`."""

    class TemplateWanted(Message):
        """A template is to be put in; the answer is `insert`."""

    class KeepWanted(EditorMessage):
        """The draft is to be kept while the editor stays open."""

    class Closed(Message):
        """The editor is closed; the focus may go back to where it was."""

    def __init__(self) -> None:
        """A closed editor."""
        super().__init__(id="editor")
        self.display = False
        self._sheet: Sheet | None = None
        self._opened = ("", "")
        self._kept: tuple[str, tuple[str, ...]] = ("", ())
        self._back: Widget | None = None
        self._asked = False
        self._problem = ""
        self.known_tags: list[str] = []
        """The tags to propose."""

    def compose(self) -> ComposeResult:
        """What it is about, the text, the tags, and what went wrong."""
        yield Static(id="note-title")
        yield Static(id="note-quote")
        yield NoteText(id="note-body", soft_wrap=True, compact=True, highlight_cursor_line=False, tab_behavior="focus")
        yield LineInput(
            id="note-tags",
            placeholder="#tags",
            compact=True,
            select_on_focus=False,
            suggester=KnownTags(self.known_tags),
        )
        yield Static(id="note-problem")

    def on_mount(self) -> None:
        """Keep drafts while one types."""
        self.set_interval(KEEP_EVERY, self.keep)

    # Opening and closing

    def open(self, sheet: Sheet) -> None:
        """Write on a sheet; whoever opens another one keeps the draft of this one first."""
        if self._sheet is None:
            self._back = self.screen.focused
        self._sheet = sheet
        self._body.load_text(sheet.draft.body)
        self._body.move_cursor(self._body.document.end)
        with self._tags.prevent(Input.Changed):
            self._tags.value = tag_line(sheet.draft.tags)
        self._opened = (self._body.text, self._tags.value)
        self._kept = self._typed
        self._show_title(sheet)
        self._say("")
        self._asked = False
        self.display = True
        self._go_to(self._body)

    def _show_title(self, sheet: Sheet) -> None:
        title = visible(" · ".join((sheet.title, *sheet.cable_id)))
        if sheet.restored:
            title += f" · draft from {clock(sheet.draft.saved, datetime.now(UTC))}"
        self.query_one("#note-title", Static).update(Content(title))
        quote = visible(sheet.quote[:_QUOTE].replace("\n", " "))
        self.query_one("#note-quote", Static).update(Content(f"“{quote}”" if quote else ""))

    def close(self) -> None:
        """Close the editor; the focus goes back to where it came from."""
        self._sheet = None
        if self._back is not None and self._back.focusable:
            self.screen.set_focus(self._back)
        self._back = None
        self.display = False
        self._body.load_text("")
        self.post_message(self.Closed())

    def resume(self) -> None:
        """Go on with what is written already."""
        self._go_to(self._body)

    def take(self, text: str) -> None:
        """Have another text instead of what was typed; undo in the text brings that back."""
        body = self._body
        body.replace(typed(text), body.document.start, body.document.end)
        body.move_cursor(body.document.end)
        self._asked = False
        self._say("")

    def insert(self, text: str) -> None:
        """Put a text in where the cursor is."""
        self._body.insert(typed(text))
        self._go_to(self._body)

    def fail(self, problem: str) -> None:
        """Say what went wrong; everything that was typed stays."""
        self._asked = False
        self._say(f"! {problem}")

    def not_kept(self, problem: str) -> None:
        """Say why no draft could be kept; it is tried again."""
        self.fail(f"{_NOT_KEPT}{problem}")

    def _say(self, problem: str) -> None:
        self._problem = problem
        self.query_one("#note-problem", Static).update(Content(visible(problem)))
        self.set_class(bool(problem), "-problem")

    # What was typed

    @property
    def _body(self) -> NoteText:
        return self.query_one(NoteText)

    @property
    def _tags(self) -> LineInput:
        return self.query_one(LineInput)

    @property
    def _typed(self) -> tuple[str, tuple[str, ...]]:
        """Body and tags; what was not touched is exactly as it was given, whatever the fields make of it."""
        given, (body, tags) = self._sheet, self._opened
        return (
            given.draft.body if given and self._body.text == body else self._body.text,
            given.draft.tags if given and self._tags.value == tags else tags_of(self._tags.value),
        )

    @property
    def sheet(self) -> Sheet | None:
        """What is written on; None while the editor is closed."""
        return self._sheet

    @property
    def draft(self) -> Draft | None:
        """All that was typed, as of now (or of then, if nothing was typed since); None while the editor is closed."""
        if self._sheet is None:
            return None
        (body, tags), opened = self._typed, self._sheet.draft
        if (body, tags) == opened.typed:
            return opened
        return replace(opened, body=body, tags=tags, saved=datetime.now(UTC))

    @property
    def unsaved(self) -> bool:
        """Whether something is typed that no note has."""
        return (
            self._sheet is not None
            and self._typed != self._sheet.stored
            and not ((self.draft or self._sheet.draft).empty and not self._may_be_empty)
        )

    @property
    def _may_be_empty(self) -> bool:
        """Whether it is a highlight, which needs no words."""
        return bool(self._sheet and self._sheet.note and self._sheet.note.color)

    def keep(self) -> None:
        """Have the draft kept, if there is something new in it."""
        if self.unsaved and self._typed != self._kept and not self._asked:
            self._ask(self.KeepWanted)

    def kept(self, draft: Draft) -> None:
        """This much is kept as a draft."""
        self._kept = draft.typed
        if self._problem.startswith(f"! {_NOT_KEPT}"):
            self._say("")

    def on_descendant_blur(self) -> None:
        """Keep the draft whenever a field is left, be it for another program."""
        self.keep()

    # Actions

    def _ask(self, message: type[EditorMessage]) -> None:
        """Ask for something; while the editor waits to be closed, no draft is kept that would outlive it."""
        draft = self.draft
        if self._sheet is not None and draft is not None:
            self._asked = message is not self.KeepWanted
            self.post_message(message(self._sheet, draft))

    def action_save(self) -> None:
        """Save the note and close the editor."""
        self._ask(self.SaveWanted)

    def action_close(self) -> None:
        """Close the editor, and keep what is not saved."""
        self._ask(self.CloseWanted)

    def action_discard(self) -> None:
        """Close the editor, and forget what is not saved."""
        self._ask(self.DiscardWanted)

    def action_outside(self) -> None:
        """Edit the text in the user's own editor."""
        draft = self.draft
        if self._sheet is not None and draft is not None:
            self.post_message(self.OutsideWanted(self._sheet, draft))

    def action_template(self) -> None:
        """Choose a template to put in."""
        if self._sheet is not None:
            self.post_message(self.TemplateWanted())

    def action_next_field(self) -> None:
        """Go from the text to the tags, and back."""
        self._go_to(self._tags if self.screen.focused is self._body else self._body)

    def _go_to(self, field: Widget) -> None:
        """Give a field the focus at once: the next key, however soon it comes, is for it."""
        self.screen.set_focus(field)

    @on(Input.Submitted, "#note-tags")
    def _tags_done(self, event: Input.Submitted) -> None:
        """Enter on the line of tags saves the note."""
        event.stop()
        self.action_save()
