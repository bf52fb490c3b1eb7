"""Copying: the selection or the paragraph, or the whole cable, always with where it comes from."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

from ...cable.anchors import block_label
from ...cable.safe import visible
from ..deck import place_of
from .reader_links import ReaderLinks

if TYPE_CHECKING:
    from ...cable.cite import Source, Style


class ReaderCopies(ReaderLinks):
    """Copies through the terminal, and through a program of the desktop where there is one.

    `cited` says in which style citations are written, and where cables are cited from (None: from the copy read).
    """

    cited: tuple[Style, Source | None] = ("chicago-note", None)

    def action_copy(self) -> None:
        """Copy the selection, else the block under the cursor, with the citation; or the citation that was offered."""
        from ..page.copies import quoted

        cable = self._document.cable
        if cable is None:
            return
        selected = self.screen.get_selected_text() if self._leaf.selected() else None
        if selected:
            blocks = [self._document.blocks[part.block] for part in self.selected_parts()]
            first, last = (blocks[0], blocks[-1]) if blocks else (None, None)
            text = quoted(cable, first, selected, *self.cited, until=last)
            self.copy(text, "the selection with its citation")
        elif self._offer or self.current is None:
            self.copy_citation()
        else:
            self.copy(quoted(cable, self.current, None, *self.cited), "the paragraph with its citation")

    def part_at_hand(self) -> tuple[str, str] | None:
        """What is selected, else the block under the cursor: what it is called, and its text, safe anywhere."""
        selected = self.screen.get_selected_text() if self._leaf.selected() else None
        if selected:
            return "the selection", visible(selected) + "\n"
        block = self.current
        return (place_of(block_label(block)), visible(block.text) + "\n") if block else None

    def copy_citation(self) -> None:
        """Copy the citation that was offered, else that of the cable."""
        cable = self._document.cable
        if self._offer:
            self.copy(self._offer, f"“{self._offer}”")
        elif cable is not None:
            from ..page.copies import quoted

            self.copy(quoted(cable, None, None, *self.cited), "the citation of the cable")

    def action_copy_cable(self) -> None:
        """Copy the citation of the cable and its whole text."""
        from ..page.copies import whole

        if self._document.cable is not None:
            self.copy(whole(self._document.cable, *self.cited), "the whole cable with its citation")

    def copy(self, text: str, what: str) -> None:
        """Copy a text, and say truly what was done with it; programs are waited for in a thread."""
        from ...store.clipboard import hand_over, native, run_command, told

        self.app.copy_to_clipboard(text)
        commands = native(sys.platform, os.environ, shutil.which)
        if not commands:
            self.say(told(what, None, commands, os.environ))
            return

        def hand() -> None:
            self.say(told(what, hand_over(text, commands, run_command), commands, os.environ))

        self.run_worker(hand, thread=True, group="copy", exit_on_error=False, name="Copying failed")
