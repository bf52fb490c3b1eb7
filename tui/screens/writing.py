"""The main screen's help in writing: the user's own editor, templates, tags that were used before."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import date
from time import monotonic
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import SuspendNotSupported
from textual.message import Message

from ...cable.safe import visible
from ...store.errors import StoreError
from ..widgets.editor import NoteEditor
from .dialogs import Choose
from .note_library import NoteLibraryScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...store.templates import Template
    from ..app import CableReaderApp
    from ..note_sheet import Sheet
    from ..outside import Carrier

_TOO_SOON = 1.0
"""Seconds in which nobody edits anything: the program went on by itself, in a window of its own."""


class WritingScreen(NoteLibraryScreen):
    """Helps the note editor with what it cannot do itself."""

    app: CableReaderApp

    class TagsKnown(Message):
        """The tags of all notes were read."""

        def __init__(self, tags: Sequence[str]) -> None:
            """The tags, the most used first."""
            self.tags = tags
            super().__init__()

    # Tags that were used before

    def open_sheet(self, sheet: Sheet) -> None:
        """Open the editor; the tags to propose are read meanwhile."""
        super().open_sheet(sheet)
        self.read_tags()

    def entered(self) -> None:
        """The focus came to another pane; in the notes tags may be typed."""
        super().entered()
        if self.pane == "notes":
            self.read_tags()

    @work(thread=True, exclusive=True, group="tags", exit_on_error=False, name="Reading the tags failed")
    def read_tags(self) -> None:
        """Read the tags of all notes."""
        self.post_message(self.TagsKnown(list(self.notebook.store.tags())))

    @on(TagsKnown)
    def _propose(self, message: TagsKnown) -> None:
        self.editor.known_tags[:] = message.tags
        self.notes.known_tags[:] = message.tags

    # The user's own editor

    @on(NoteEditor.OutsideWanted)
    def _edit_outside(self, message: NoteEditor.OutsideWanted) -> None:
        from ..outside import Carrier, editor_command

        named = {"VISUAL": self.app.config.editor} if self.app.config.editor else {}
        command = editor_command({**os.environ, **named}, shutil.which)
        if command is None:
            self.editor.fail("No editor was found; name one in $VISUAL or $EDITOR")
            return
        if not self.keep_draft():
            return
        try:
            carrier = Carrier(self.places.state / "outside", message.draft.body)
            self._carry(command, carrier, message.draft.body)
        except StoreError as error:
            self.editor.fail(str(error))

    def _carry(self, command: list[str], carrier: Carrier, before: str) -> None:
        """Run the editor while the screen waits, and take what it wrote. Raises StoreError."""
        begun, problem = monotonic(), ""
        try:
            with self.app.suspend():
                code = subprocess.run([*command, str(carrier.path)], check=False).returncode
            problem = f"{command[0]} ended with code {code}" if code else ""
        except SuspendNotSupported:
            problem = "This terminal cannot be lent to another program"
        except OSError as error:
            problem = f"{command[0]} cannot be run: {error.strerror or error}"
        text = carrier.text()
        if text == before and not problem and monotonic() - begun < _TOO_SOON:
            self.editor.fail(f"{command[0]} did not wait; what you save there is in {carrier.path}")
            return
        if text != before:
            self.editor.take(text)
            self.keep_draft()
        carrier.drop()
        if problem:
            self.editor.fail(f"{problem}; the text is {'as it left it' if text != before else 'as it was'}")

    # Templates

    @on(NoteEditor.TemplateWanted)
    def _choose_template(self) -> None:
        from ...store.templates import FOLDER, templates

        try:
            found = templates(self.places.config)
        except StoreError as error:
            self.editor.fail(str(error))
            return
        if not found:
            self.editor.fail(f"No templates yet: Markdown files in {self.places.config / FOLDER} are")
            return
        texts = {template.name: template for template in found}
        choices = [(template.name, visible(template.name)) for template in found]
        self.app.push_screen(Choose("Template", choices), lambda name: self._fill_in(texts[name]) if name else None)

    def _fill_in(self, template: Template) -> None:
        from ...store.templates import facts_of

        sheet, cable = self.editor.sheet, self.cable
        if sheet is None or cable is None:
            return
        block, until = sheet.block, sheet.until
        if sheet.note is not None:
            placed = (item for item in self._placed if item.note.id == sheet.note.id)
            block, until = next(((item.block, item.until) for item in placed), (None, None))
        facts = facts_of(cable, block, sheet.quote, date.today(), *self.reader.cited, until=until)
        self.editor.insert(template.filled(facts))
